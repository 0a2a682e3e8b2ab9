/* A non-negative INTEGER in DER. */
#ifndef TLS12_X509_DER_NUMBER_H
#define TLS12_X509_DER_NUMBER_H

#include "spec/x509.h"
#include "wire/bytes.h"

/* Reads the INTEGER at `at`: the offset after it, or 0 if there is none or it is negative; its bytes, without a leading zero
 * byte, in *number. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(number);
    requires apart: \separated(number, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *number;
    ensures end_of_number: \result == unsigned_end(bytes, at, end);
    ensures located: \result != 0 ==> number->data == bytes + unsigned_offset(bytes, at, \result) &&
      number->length == \result - unsigned_offset(bytes, at, \result);
    ensures inside: \result != 0 ==> at < \result <= end && number->length > 0;
*/
uint32_t x509_read_number(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_bytes *number);

#endif
