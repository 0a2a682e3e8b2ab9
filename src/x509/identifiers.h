/* The object identifiers that certificates and keys use here. */
#ifndef TLS12_X509_IDENTIFIERS_H
#define TLS12_X509_IDENTIFIERS_H

#include <stdint.h>

#include "spec/object_identifiers.h"

/* Which of them the content bytes at `at` are. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier(bytes, at, end);
    ensures known: 0 <= \result < X509_ID_COUNT;
*/
enum x509_identifier x509_identify(const uint8_t *bytes, uint32_t at, uint32_t end);

#endif
