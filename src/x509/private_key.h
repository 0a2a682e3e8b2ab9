/* Private keys in DER: PKCS #8 (RFC 5958), PKCS #1 RSAPrivateKey (RFC 8017 appendix A.1.2) and SEC 1 ECPrivateKey
 * (RFC 5915 section 3). Reading one takes time that depends on the lengths of its numbers, not on their values. */
#ifndef TLS12_X509_PRIVATE_KEY_H
#define TLS12_X509_PRIVATE_KEY_H

#include <stdint.h>

#include "spec/certificate_words.h"
#include "spec/der.h"
#include "wire/bytes.h"

enum tls12_private_key_error {
  TLS12_PRIVATE_KEY_OK = 0,
  TLS12_PRIVATE_KEY_MALFORMED, /* not DER of one of the three forms */
  TLS12_PRIVATE_KEY_ENCRYPTED, /* EncryptedPrivateKeyInfo: decrypt it first (openssl pkey -in FILE -out FILE) */
  TLS12_PRIVATE_KEY_ALGORITHM, /* neither RSA nor EC */
  TLS12_PRIVATE_KEY_CURVE      /* EC on a curve other than P-256, P-384 and P-521, or on none */
};

/* All of it lies in the DER bytes, which the caller keeps, and clears after use. Numbers are unsigned, most significant
 * byte first, without leading zero bytes. */
struct tls12_private_key {
  enum tls12_key_kind kind;                             /* TLS12_KEY_RSA or TLS12_KEY_EC */
  struct tls12_bytes modulus, public_exponent;          /* RSA */
  struct tls12_bytes private_exponent;                  /* RSA: d */
  struct tls12_bytes prime1, prime2;                    /* RSA: p and q */
  struct tls12_bytes exponent1, exponent2, coefficient; /* RSA: d mod p-1, d mod q-1, 1/q mod p */
  uint32_t group;                                       /* EC: an enum tls12_group */
  struct tls12_bytes scalar;                            /* EC: as long as the curve's order */
  struct tls12_bytes public_point;                      /* EC: the point, if the key carries it */
};

/* Reads the key der[0 .. length-1]. On an error *key has no meaning. */
/*@ requires range: length <= DER_MAX;
    requires readable: \valid_read(der + (0 .. length - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, der + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *key;
*/
enum tls12_private_key_error private_key_parse(const uint8_t *der, uint32_t length, struct tls12_private_key *key);

#endif
