/* SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7:
 * SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }. */
#ifndef TLS12_X509_PUBLIC_KEY_H
#define TLS12_X509_PUBLIC_KEY_H

#include "x509/certificate.h"

/* Reads the SubjectPublicKeyInfo at `at`; when accepted, the offset of the answer is the one after it. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures end_of_key: \result.rule == TLS12_NO_RULE ==> \result.offset == public_key_end(bytes, at, end);
    ensures located: \result.rule == TLS12_NO_RULE ==>
      key_located(bytes, at, \result.offset, key->kind, key->algorithm.offset, key->algorithm.length,
                  key->parameters.offset, key->parameters.length, key->key.offset, key->key.length);
    ensures rsa: \result.rule == TLS12_NO_RULE && key->kind == TLS12_KEY_RSA ==>
      rsa_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length,
                  key->modulus.offset, key->modulus.length, key->exponent.offset, key->exponent.length);
    ensures ec: \result.rule == TLS12_NO_RULE && (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) ==>
      ec_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length,
                 key->group, key->point.offset, key->point.length);
    ensures inside: \result.rule == TLS12_NO_RULE ==> at + 2 <= \result.offset <= end && public_key_inside(key, end);
    ensures place: \result.offset <= end;
*/
struct tls12_fault x509_read_public_key(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_public_key *key);

/* The group of a named curve (0: not one of TLS 1.2's three here), and the bytes of a coordinate on it. */
/*@ requires range: parameters.offset + parameters.length <= DER_MAX;
    requires readable: \valid_read(bytes + (parameters.offset .. parameters.offset + parameters.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures group: \result == named_curve(bytes, parameters.offset, parameters.offset + parameters.length);
*/
uint32_t x509_named_curve(const uint8_t *bytes, struct tls12_span parameters);
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == coordinate_size(group);
    ensures small: \result <= 66;
*/
uint32_t x509_coordinate_size(uint32_t group);

/* The bytes of a non-negative INTEGER at `at` that ends at `end`, without a leading zero byte; length 0 if negative. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires element: at + 2 <= der_contents(bytes, at) < end;
    requires length: bytes[at + 1] <= 131 && bytes[at + 1] != 128;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures negative: \result.length == 0 <==> bytes[der_contents(bytes, at)] >= 128;
    ensures number: \result.length != 0 ==> number_located(bytes, at, end, \result.offset, \result.length);
    ensures inside: \result.offset + \result.length <= end;
*/
struct tls12_span x509_unsigned(const uint8_t *bytes, uint32_t at, uint32_t end);

#endif
