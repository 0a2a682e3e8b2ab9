/* Lists of one-byte codes that must contain code 0 (spec/zero_byte.h). */
#ifndef TLS12_MESSAGE_ZERO_BYTE_H
#define TLS12_MESSAGE_ZERO_BYTE_H

#include "spec/zero_byte.h"

/* Whether bytes[at .. end-1] contain a zero byte. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result != 0 <==> contains_zero(bytes, at, end);
*/
int has_zero(const uint8_t *bytes, uint32_t at, uint32_t end);

#endif
