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
*/
int x509_basic_constraints(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x);

/* Section 4.2.1.3: a BIT STRING of up to nine bits without trailing zero bits (X.690 section 11.2.2); the set of enum
 * tls12_key_usage, 0 for the empty one, 65536 if malformed. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result <= 65536;
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
    ensures inside: \result != 0 ==> span_inside(*names, end);
*/
int x509_alternative_names(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_span *names);

#endif
