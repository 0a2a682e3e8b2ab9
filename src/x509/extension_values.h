/* The values of the extensions that are read: each fills bytes[at .. end-1]. 0: not such a value. */
#ifndef TLS12_X509_EXTENSION_VALUES_H
#define TLS12_X509_EXTENSION_VALUES_H

#include "x509/certificate.h"

/* RFC 5280 section 4.2.1.9: SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL }. An
 * explicit FALSE is tolerated (R5280-4.2.1.9-03). */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns x->is_ca, x->has_path_length, x->path_length;
    ensures accepted: \result != 0 <==> basic_constraints(bytes, at, end);
    ensures ca: \result != 0 ==> x->is_ca == names_ca(bytes, at, end);
    ensures path: \result != 0 ==> x->has_path_length == (path_length_place(bytes, at, end) != end ? 1 : 0) &&
      x->path_length == path_length_value(bytes, at, end);
*/
int x509_basic_constraints(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x);

/* Section 4.2.1.3: a BIT STRING of up to nine bits without trailing zero bits (X.690 section 11.2.2); the set of enum
 * tls12_key_usage, 0 for the empty one, 65536 if malformed. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == key_usage_value(bytes, at, end);
    ensures small: \result <= 65536;
*/
uint32_t x509_key_usage(const uint8_t *bytes, uint32_t at, uint32_t end);

/* Section 4.2.1.12: SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER; other purposes than TLS's are passed over. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns x->purposes;
    ensures accepted: \result != 0 <==> key_purposes(bytes, at, end);
    ensures set: \result != 0 ==> x->purposes == purpose_set(bytes, at, end);
*/
int x509_purposes(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x);

/* Section 4.2.1.6: SEQUENCE SIZE (1..MAX) OF GeneralName; dNSName in ASCII, iPAddress of 4 or 16 bytes. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(names);
    requires apart: \separated(names, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *names;
    ensures accepted: \result != 0 <==> general_names(bytes, at, end);
    ensures place: \result != 0 ==> names->offset == der_contents(bytes, at) && names->offset + names->length == end;
    ensures inside: \result != 0 ==> span_inside(*names, end);
*/
int x509_alternative_names(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_span *names);

#endif
