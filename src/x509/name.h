/* Names, RFC 5280 section 4.1.2.4:
 * Name ::= SEQUENCE OF RelativeDistinguishedName; RelativeDistinguishedName ::= SET SIZE (1..MAX) OF
 * SEQUENCE { type OBJECT IDENTIFIER, value ANY }. */
#ifndef TLS12_X509_NAME_H
#define TLS12_X509_NAME_H

#include <stdint.h>

#include "spec/x509.h"
#include "wire/bytes.h"

/* The Name at `at`: the offset after it, or 0. An empty Name is one. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_name: \result == distinguished_name_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
*/
uint32_t x509_read_name(const uint8_t *bytes, uint32_t at, uint32_t end);

/* Whether two Names are the same. They are compared byte by byte, a sound approximation of RFC 5280 section 7.1, which
 * would also ignore case and repeated spaces. */
/*@ requires readable: \valid_read(a + (0 .. a_length - 1)) && \valid_read(b + (0 .. b_length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R5280-7.1-01
    //= type=implication
    //# Names are compared RDN by RDN with case-insensitive, whitespace-normalised matching for PrintableString and
    //# UTF8String; byte equality is a sound but stricter approximation.
    ensures same: \result != 0 <==> a_length == b_length && \forall integer k; 0 <= k < a_length ==> a[k] == b[k];
*/
int x509_same_name(const uint8_t *a, uint32_t a_length, const uint8_t *b, uint32_t b_length);

#endif
