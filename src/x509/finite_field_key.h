/* DSA and Diffie-Hellman keys in a SubjectPublicKeyInfo, RFC 3279 sections 2.3.2 and 2.3.3; the definitions are in
 * spec/finite_field_key.h. Keys of PKCS #3 (dhKeyAgreement) have parameters of their own, which nothing here reads. */
#ifndef TLS12_X509_FINITE_FIELD_KEY_H
#define TLS12_X509_FINITE_FIELD_KEY_H

#include "spec/finite_field_key.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* Whether the parameters, header included or of length 0 when absent, and the octets of the key are those of a DSA key. */
/*@ requires parameters: 0 < parameters.offset && parameters.offset + parameters.length <= DER_MAX;
    requires key: 0 < key.offset && key.offset + key.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \valid_read(bytes + (0 .. key.offset + key.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == dsa_key_rule(bytes, parameters.offset, parameters.offset + parameters.length,
      key.offset, key.offset + key.length);
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == key.offset + key.length;
    ensures place: \result.offset <= key.offset + key.length || \result.offset == parameters.offset;
*/
struct tls12_fault x509_check_dsa_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key);

/* The same of a DH key (dhpublicnumber). */
/*@ requires parameters: 0 < parameters.offset && parameters.offset + parameters.length <= DER_MAX;
    requires key: 0 < key.offset && key.offset + key.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \valid_read(bytes + (0 .. key.offset + key.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == dh_key_rule(bytes, parameters.offset, parameters.offset + parameters.length,
      key.offset, key.offset + key.length);
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == key.offset + key.length;
    ensures place: \result.offset <= key.offset + key.length || \result.offset == parameters.offset;
*/
struct tls12_fault x509_check_dh_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key);

#endif
