#include "x509/private_key.h"

#include "x509/algorithm.h"
#include "x509/der.h"
#include "x509/der_number.h"
#include "x509/dsa_key.h"
#include "x509/public_key.h"

/* RSAPrivateKey ::= SEQUENCE { version INTEGER (0), modulus, publicExponent, privateExponent, prime1, prime2, exponent1,
 * exponent2, coefficient INTEGER }; version 1 would add primes. */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures modulus: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->modulus.data, key->modulus.length) && key->modulus.length > 0;
    ensures public_exponent: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->public_exponent.data, key->public_exponent.length) && key->public_exponent.length > 0;
    ensures private_exponent: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->private_exponent.data, key->private_exponent.length) && key->private_exponent.length > 0;
    ensures prime1: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->prime1.data, key->prime1.length) && key->prime1.length > 0;
    ensures prime2: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->prime2.data, key->prime2.length) && key->prime2.length > 0;
    ensures exponent1: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->exponent1.data, key->exponent1.length) && key->exponent1.length > 0;
    ensures exponent2: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->exponent2.data, key->exponent2.length) && key->exponent2.length > 0;
    ensures coefficient: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->coefficient.data, key->coefficient.length) && key->coefficient.length > 0;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == TLS12_KEY_RSA;
*/
static enum tls12_private_key_error read_rsa(const uint8_t *der, uint32_t at, uint32_t end,
                                             struct tls12_private_key *key)
{
  if (der_read(der, at, end, DER_SEQUENCE) != end) return TLS12_PRIVATE_KEY_MALFORMED;
  struct tls12_bytes version;
  uint32_t next = x509_read_number(der, der_contents_of(der, at), end, &version);
  if (next == 0 || version.length != 1 || version.data[0] != 0) return TLS12_PRIVATE_KEY_MALFORMED;
  key->kind = TLS12_KEY_RSA;
  if ((next = x509_read_number(der, next, end, &key->modulus)) == 0 ||
      (next = x509_read_number(der, next, end, &key->public_exponent)) == 0 ||
      (next = x509_read_number(der, next, end, &key->private_exponent)) == 0 ||
      (next = x509_read_number(der, next, end, &key->prime1)) == 0 ||
      (next = x509_read_number(der, next, end, &key->prime2)) == 0 ||
      (next = x509_read_number(der, next, end, &key->exponent1)) == 0 ||
      (next = x509_read_number(der, next, end, &key->exponent2)) == 0 ||
      (next = x509_read_number(der, next, end, &key->coefficient)) == 0 || next != end)
    return TLS12_PRIVATE_KEY_MALFORMED;
  return TLS12_PRIVATE_KEY_OK;
}

/* SEQUENCE { version INTEGER (0), p, q, g, y, x INTEGER } */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == TLS12_KEY_DSA;
*/
static enum tls12_private_key_error read_dsa(const uint8_t *der, uint32_t at, uint32_t end,
                                             struct tls12_private_key *key)
{
  if (der_read(der, at, end, DER_SEQUENCE) != end) return TLS12_PRIVATE_KEY_MALFORMED;
  struct tls12_bytes version, y;
  uint32_t next = x509_read_number(der, der_contents_of(der, at), end, &version);
  if (next == 0 || version.length != 1 || version.data[0] != 0) return TLS12_PRIVATE_KEY_MALFORMED;
  key->kind = TLS12_KEY_DSA;
  if ((next = x509_read_number(der, next, end, &key->dsa.p)) == 0 ||
      (next = x509_read_number(der, next, end, &key->dsa.q)) == 0 ||
      (next = x509_read_number(der, next, end, &key->dsa.g)) == 0 ||
      (next = x509_read_number(der, next, end, &y)) == 0 ||
      (next = x509_read_number(der, next, end, &key->dsa.key)) == 0 || next != end)
    return TLS12_PRIVATE_KEY_MALFORMED;
  return TLS12_PRIVATE_KEY_OK;
}

/* ECPrivateKey ::= SEQUENCE { version INTEGER (1), privateKey OCTET STRING, parameters [0] OPTIONAL,
 * publicKey [1] BIT STRING OPTIONAL }. The curve is in `outer` (PKCS #8), or else in parameters. */
/*@ requires range: at < end <= DER_MAX && span_inside(outer, end);
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == TLS12_KEY_EC;
    ensures group: \result == TLS12_PRIVATE_KEY_OK ==>
      key->group == TLS12_SECP256R1 || key->group == TLS12_SECP384R1 || key->group == TLS12_SECP521R1;
    ensures scalar: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->scalar.data, key->scalar.length) && key->scalar.length == coordinate_size(key->group);
    ensures point: \result == TLS12_PRIVATE_KEY_OK ==>
      bytes_inside(der, end, key->public_point.data, key->public_point.length);
*/
static enum tls12_private_key_error read_ec(const uint8_t *der, uint32_t at, uint32_t end, struct tls12_span outer,
                                            struct tls12_private_key *key)
{
  if (der_read(der, at, end, DER_SEQUENCE) != end) return TLS12_PRIVATE_KEY_MALFORMED;
  struct tls12_bytes version;
  uint32_t scalar = x509_read_number(der, der_contents_of(der, at), end, &version);
  if (scalar == 0 || version.length != 1 || version.data[0] != 1) return TLS12_PRIVATE_KEY_MALFORMED;
  uint32_t next = der_read(der, scalar, end, DER_OCTET_STRING);
  if (next == 0) return TLS12_PRIVATE_KEY_MALFORMED;
  struct tls12_span curve = outer;
  key->kind = TLS12_KEY_EC;
  key->scalar.data = der + der_contents_of(der, scalar);
  key->scalar.length = next - der_contents_of(der, scalar);
  key->public_point.data = der;
  key->public_point.length = 0;
  if (next != end && der[next] == DER_CONTEXT_CONSTRUCTED) {
    uint32_t after = der_read(der, next, end, DER_CONTEXT_CONSTRUCTED);
    if (after == 0) return TLS12_PRIVATE_KEY_MALFORMED;
    if (curve.length == 0) curve = der_contents_span(der, next, after);
    next = after;
  }
  if (next != end) {
    uint32_t bits = der_read(der, next, end, DER_CONTEXT_CONSTRUCTED + 1) == end ? der_contents_of(der, next) : end;
    if (bits == end || der_read_bit_string(der, bits, end) != end || der[der_contents_of(der, bits)] != 0)
      return TLS12_PRIVATE_KEY_MALFORMED;
    struct tls12_span point = der_contents_span(der, bits, end);
    key->public_point.data = der + (point.offset + 1);
    key->public_point.length = point.length - 1;
  }
  key->group = x509_named_curve(der, curve);
  if (key->group == 0) return TLS12_PRIVATE_KEY_CURVE;
  return key->scalar.length == x509_coordinate_size(key->group) ? TLS12_PRIVATE_KEY_OK : TLS12_PRIVATE_KEY_MALFORMED;
}

/* CurvePrivateKey ::= OCTET STRING, of an Ed25519 or Ed448 key (RFC 8410 section 7). */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. end - 1));
    requires kind: kind == TLS12_KEY_ED25519 || kind == TLS12_KEY_ED448;
    terminates \true;
    exits \false;
    assigns *key;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == kind;
    ensures bytes: \result == TLS12_PRIVATE_KEY_OK ==> bytes_inside(der, end, key->scalar.data, key->scalar.length) &&
      key->scalar.length == (kind == TLS12_KEY_ED25519 ? 32 : 57);
*/
static enum tls12_private_key_error read_eddsa(const uint8_t *der, uint32_t at, uint32_t end, enum tls12_key_kind kind,
                                               struct tls12_private_key *key)
{
  if (der_read(der, at, end, DER_OCTET_STRING) != end) return TLS12_PRIVATE_KEY_MALFORMED;
  const uint32_t bytes = der_contents_of(der, at), length = end - bytes;
  if (length != (kind == TLS12_KEY_ED25519 ? 32u : 57u)) return TLS12_PRIVATE_KEY_MALFORMED;
  key->kind = kind;
  key->group = 0;
  key->scalar.data = der + bytes;
  key->scalar.length = length;
  return TLS12_PRIVATE_KEY_OK;
}

/* PrivateKeyInfo ::= SEQUENCE { version INTEGER (0 or 1), privateKeyAlgorithm AlgorithmIdentifier,
 * privateKey OCTET STRING, ... }; attributes and public key, which may follow, are passed over. `next` is behind version. */
/*@ requires range: next < end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures modulus: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->modulus.data, key->modulus.length) && key->modulus.length > 0;
    ensures public_exponent: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->public_exponent.data, key->public_exponent.length) && key->public_exponent.length > 0;
    ensures private_exponent: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->private_exponent.data, key->private_exponent.length) && key->private_exponent.length > 0;
    ensures prime1: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->prime1.data, key->prime1.length) && key->prime1.length > 0;
    ensures prime2: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->prime2.data, key->prime2.length) && key->prime2.length > 0;
    ensures exponent1: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->exponent1.data, key->exponent1.length) && key->exponent1.length > 0;
    ensures exponent2: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->exponent2.data, key->exponent2.length) && key->exponent2.length > 0;
    ensures coefficient: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, end, key->coefficient.data, key->coefficient.length) && key->coefficient.length > 0;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == TLS12_KEY_RSA || key->kind == TLS12_KEY_DSA ||
      key->kind == TLS12_KEY_DH || key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ED25519 || key->kind == TLS12_KEY_ED448;
    ensures eddsa: \result == TLS12_PRIVATE_KEY_OK && (key->kind == TLS12_KEY_ED25519 || key->kind == TLS12_KEY_ED448) ==>
      bytes_inside(der, end, key->scalar.data, key->scalar.length) &&
      key->scalar.length == (key->kind == TLS12_KEY_ED25519 ? 32 : 57);
    ensures group: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      key->group == TLS12_SECP256R1 || key->group == TLS12_SECP384R1 || key->group == TLS12_SECP521R1;
    ensures scalar: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      bytes_inside(der, end, key->scalar.data, key->scalar.length) && key->scalar.length == coordinate_size(key->group);
    ensures point: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      bytes_inside(der, end, key->public_point.data, key->public_point.length);
*/
static enum tls12_private_key_error read_pkcs8(const uint8_t *der, uint32_t next, uint32_t end,
                                               struct tls12_private_key *key)
{
  struct x509_algorithm algorithm;
  uint32_t octets = x509_read_algorithm(der, next, end, &algorithm);
  uint32_t after = octets == 0 ? 0 : der_read(der, octets, end, DER_OCTET_STRING);
  if (after == 0) return TLS12_PRIVATE_KEY_MALFORMED;
  uint32_t inner = der_contents_of(der, octets);
  if (algorithm.identifier != X509_ID_RSA && algorithm.identifier != X509_ID_DSA &&
      algorithm.identifier != X509_ID_DH_PUBLIC_NUMBER && algorithm.identifier != X509_ID_EC_PUBLIC_KEY &&
      algorithm.identifier != X509_ID_ED25519 && algorithm.identifier != X509_ID_ED448)
    return TLS12_PRIVATE_KEY_ALGORITHM;
  if (inner == after) return TLS12_PRIVATE_KEY_MALFORMED;
  if (algorithm.identifier == X509_ID_DSA) {
    key->kind = TLS12_KEY_DSA;
    return x509_read_dsa_key(der, algorithm.parameters, (struct tls12_span){inner, after - inner}, &key->dsa)
               ? TLS12_PRIVATE_KEY_OK
               : TLS12_PRIVATE_KEY_MALFORMED;
  }
  if (algorithm.identifier == X509_ID_DH_PUBLIC_NUMBER) {
    key->kind = TLS12_KEY_DH;
    return x509_read_dh_key(der, algorithm.parameters, (struct tls12_span){inner, after - inner}, &key->dh)
               ? TLS12_PRIVATE_KEY_OK
               : TLS12_PRIVATE_KEY_MALFORMED;
  }
  if (algorithm.identifier == X509_ID_RSA) return read_rsa(der, inner, after, key);
  if (algorithm.identifier == X509_ID_EC_PUBLIC_KEY) return read_ec(der, inner, after, algorithm.parameters, key);
  if (algorithm.parameters.length != 0) return TLS12_PRIVATE_KEY_MALFORMED; /* RFC 8410 section 3 */
  return read_eddsa(der, inner, after, algorithm.identifier == X509_ID_ED25519 ? TLS12_KEY_ED25519 : TLS12_KEY_ED448,
                    key);
}

enum tls12_private_key_error private_key_parse(const uint8_t *der, uint32_t length, struct tls12_private_key *key)
{
  const struct tls12_span none = {0, 0};
  struct x509_algorithm algorithm;
  if (length == 0 || der_read(der, 0, length, DER_SEQUENCE) != length) return TLS12_PRIVATE_KEY_MALFORMED;
  uint32_t first = der_contents_of(der, 0);
  /* EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING } */
  uint32_t data = x509_read_algorithm(der, first, length, &algorithm);
  if (data != 0 && der_read(der, data, length, DER_OCTET_STRING) == length) return TLS12_PRIVATE_KEY_ENCRYPTED;
  uint32_t second = der_read_integer(der, first, length);
  if (second == 0 || second == length) return TLS12_PRIVATE_KEY_MALFORMED;
  if (der[second] == DER_SEQUENCE) return read_pkcs8(der, second, length, key);
  if (der[second] == DER_INTEGER)
    return read_rsa(der, 0, length, key) == TLS12_PRIVATE_KEY_OK ? TLS12_PRIVATE_KEY_OK : read_dsa(der, 0, length, key);
  return read_ec(der, 0, length, none, key);
}
