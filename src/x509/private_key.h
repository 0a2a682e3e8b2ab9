/* Private keys in DER: PKCS #8 (RFC 5958), PKCS #1 RSAPrivateKey (RFC 8017 appendix A.1.2), SEC 1 ECPrivateKey (RFC 5915
 * section 3), and the SEQUENCE of OpenSSL's "DSA PRIVATE KEY". Reading one takes time that depends on the lengths of its numbers, not on their values. */
#ifndef TLS12_X509_PRIVATE_KEY_H
#define TLS12_X509_PRIVATE_KEY_H

#include <stdint.h>

#include "arithmetic/dsa.h"
#include "spec/x509.h"
#include "wire/bytes.h"
#include "x509/dh_key.h"

enum tls12_private_key_error {
  TLS12_PRIVATE_KEY_OK = 0,
  TLS12_PRIVATE_KEY_MALFORMED, /* not DER of one of these forms */
  TLS12_PRIVATE_KEY_ENCRYPTED, /* EncryptedPrivateKeyInfo: decrypt it first (openssl pkey -in FILE -out FILE) */
  TLS12_PRIVATE_KEY_ALGORITHM, /* none of RSA, DSA, DH (X9.42), EC, Ed25519 and Ed448 */
  TLS12_PRIVATE_KEY_CURVE      /* EC on a curve other than P-256, P-384 and P-521, or on none */
};

/* All of it lies in the DER bytes, which the caller keeps, and clears after use. Numbers are unsigned, most significant
 * byte first, without leading zero bytes. */
struct tls12_private_key {
  enum tls12_key_kind kind;                             /* TLS12_KEY_RSA, _DSA, _DH, _EC, _ED25519 or _ED448 */
  struct tls12_bytes modulus, public_exponent;          /* RSA */
  struct tls12_bytes private_exponent;                  /* RSA: d */
  struct tls12_bytes prime1, prime2;                    /* RSA: p and q */
  struct tls12_bytes exponent1, exponent2, coefficient; /* RSA: d mod p-1, d mod q-1, 1/q mod p */
  uint32_t group;                                       /* EC: an enum tls12_group */
  struct tls12_bytes scalar;       /* EC: as long as the curve's order; Ed25519: 32, Ed448: 57 bytes */
  struct tls12_bytes public_point; /* EC: the point, if the key carries it */
  struct dsa_key dsa;              /* DSA: p, q, g and the private number x */
  struct dh_key dh;                /* DH: p, g and the private number x */
};

/*@ predicate bytes_inside(uint8_t *der, integer n, uint8_t *data, integer length) =
      \exists integer o; 0 <= o && o + length <= n && data == der + o;
*/

/* Reads the key der[0 .. length-1]. On an error *key has no meaning. */
/*@ requires range: length <= DER_MAX;
    requires readable: \valid_read(der + (0 .. length - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures modulus: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->modulus.data, key->modulus.length) && key->modulus.length > 0;
    ensures public_exponent: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->public_exponent.data, key->public_exponent.length) && key->public_exponent.length > 0;
    ensures private_exponent: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->private_exponent.data, key->private_exponent.length) && key->private_exponent.length > 0;
    ensures prime1: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->prime1.data, key->prime1.length) && key->prime1.length > 0;
    ensures prime2: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->prime2.data, key->prime2.length) && key->prime2.length > 0;
    ensures exponent1: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->exponent1.data, key->exponent1.length) && key->exponent1.length > 0;
    ensures exponent2: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->exponent2.data, key->exponent2.length) && key->exponent2.length > 0;
    ensures coefficient: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_RSA ==>
      bytes_inside(der, length, key->coefficient.data, key->coefficient.length) && key->coefficient.length > 0;
    ensures kind: \result == TLS12_PRIVATE_KEY_OK ==> key->kind == TLS12_KEY_RSA || key->kind == TLS12_KEY_DSA ||
      key->kind == TLS12_KEY_DH || key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ED25519 || key->kind == TLS12_KEY_ED448;
    ensures eddsa: \result == TLS12_PRIVATE_KEY_OK && (key->kind == TLS12_KEY_ED25519 || key->kind == TLS12_KEY_ED448) ==>
      bytes_inside(der, length, key->scalar.data, key->scalar.length) &&
      key->scalar.length == (key->kind == TLS12_KEY_ED25519 ? 32 : 57);
    ensures group: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      key->group == TLS12_SECP256R1 || key->group == TLS12_SECP384R1 || key->group == TLS12_SECP521R1;
    ensures scalar: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      bytes_inside(der, length, key->scalar.data, key->scalar.length) && key->scalar.length == coordinate_size(key->group);
    ensures point: \result == TLS12_PRIVATE_KEY_OK && key->kind == TLS12_KEY_EC ==>
      bytes_inside(der, length, key->public_point.data, key->public_point.length);
*/
enum tls12_private_key_error private_key_parse(const uint8_t *der, uint32_t length, struct tls12_private_key *key);

#endif
