/* RSA with the PKCS#1 v1.5 encodings (RFC 8017 sections 7.2 and 8.2) as TLS 1.2 uses them (RFC 5246 sections 4.7 and 7.4.7.1).
 * Numbers are unsigned, most significant byte first, leading zero bytes tolerated; moduli have 1024 to 8192 bits. k is the
 * count of bytes of the modulus without leading zeros: rsa_size. No heap; secrets on the stack are cleared. */
#ifndef TLS12_ARITHMETIC_RSA_H
#define TLS12_ARITHMETIC_RSA_H

#include "spec/algorithms.h"
#include "wire/bytes.h"
#include "wire/random.h"
#include <stdint.h>

#define RSA_MAX_BYTES 1024

struct rsa_public_key {
  struct tls12_bytes modulus, exponent;
};

/* RSAPrivateKey of RFC 8017 appendix A.1.2. */
struct rsa_private_key {
  struct tls12_bytes modulus, public_exponent, private_exponent, prime1, prime2, exponent1, exponent2, coefficient;
};

/* k; 0 when the key cannot be used: modulus even or not of 1024 to 8192 bits, exponent even or below 3 or not below the modulus. */
uint32_t rsa_size(struct rsa_public_key key);

/* 1 when `signature` is the RSASSA-PKCS1-v1_5 signature of `digest`, else 0. The expected encoding is built and compared,
 * with NULL parameters and with none (R5246-4.7-05). digest.length must be that of the hash (SHA-1 to SHA-512). */
int rsa_verify(struct rsa_public_key key, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes signature);

/* The signature in `out`, k bytes; 1 on success. 0 and zero bytes when the key, hash or digest length is unfit or the
 * computed signature does not verify (fault or wrong key): a wrong signature never leaves. */
int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, uint8_t *out);

/* RSAES-PKCS1-v1_5 encryption of at most k - 11 bytes to `out`, k bytes; 1 on success, 0 when the key or length is unfit
 * or the random source fails. */
int rsa_encrypt(struct rsa_public_key key, struct tls12_bytes message, tls12_random random, void *context,
                uint8_t *out);

/* The premaster secret, 48 bytes, with the countermeasure of RFC 5246 section 7.4.7.1 (R5246-7.4.7.1-06): the decrypted
 * bytes when the ciphertext is k bytes long, below the modulus, its padding is good, it holds exactly 48 bytes and these
 * start with client_version; otherwise random48, which the caller drew before. Always the same path; the result does not
 * tell which. Returns 0 only when the key itself is unfit (out48 is then random48), else 1. */
int rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint16_t client_version,
                          const uint8_t random48[48], uint8_t out48[48]);

#endif
