/* RSA with the PKCS#1 v1.5 encodings (RFC 8017 sections 7.2 and 8.2) as TLS 1.2 uses them (RFC 5246 sections 4.7 and
 * 7.4.7.1). Numbers are unsigned, most significant byte first. A modulus is odd, has 1024 to 8192 bits and no leading zero
 * byte; its length in bytes is k. No heap, up to 85 KB of stack; secrets on it are cleared. */
#ifndef TLS12_ARITHMETIC_RSA_H
#define TLS12_ARITHMETIC_RSA_H

#include "spec/algorithms.h"
#include "wire/bytes.h"
#include "wire/random.h"

#define RSA_MAX_BYTES 1024

struct rsa_public_key {
  struct tls12_bytes modulus, exponent;
};

/* RSAPrivateKey of RFC 8017 appendix A.1.2. The two primes and what belongs to them are not used: without the Chinese
 * remainder theorem no fault in one half can reveal a prime. */
struct rsa_private_key {
  struct tls12_bytes modulus, public_exponent, private_exponent, prime1, prime2, exponent1, exponent2, coefficient;
};

/* k; 0 when the key cannot be used: the modulus is not as said above, or the exponent is even, below 3 or not below the
 * modulus. */
uint32_t rsa_size(const struct rsa_public_key *key);

/* 1 when `signature`, k bytes and below the modulus, is the RSASSA-PKCS1-v1_5 signature of `digest`, else 0. The expected
 * encoding is built and compared, with NULL parameters and with none (R5246-4.7-05). The digest has the length of its hash,
 * SHA-1 to SHA-512. */
int rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes signature);

/* The signature of `digest`, k bytes; 1 on success. 0 when the key, hash or digest length is unfit, the random source fails,
 * or the computed signature does not verify: a faulty one could reveal the key and is cleared. The private operation is
 * blinded (R5246-7.4.7.1-10). */
int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
             void *context, uint8_t *signature);

/* RSAES-PKCS1-v1_5 encryption of at most k - 11 bytes to `out`, k bytes; 1 on success, 0 when the key or length is unfit or
 * the random source fails. */
int rsa_encrypt(const struct rsa_public_key *key, struct tls12_bytes message, tls12_random random, void *context,
                uint8_t *out);

/* The premaster secret, with the countermeasure of RFC 5246 section 7.4.7.1 (R5246-7.4.7.1-06): the decrypted bytes when
 * the ciphertext is k bytes long and below the modulus, its padding is good, it holds exactly 48 bytes, and these start with
 * client_version; otherwise `random`, which the caller drew before. One path for all of them: its time and memory access
 * depend on the key's lengths and modulus and on the ciphertext only. With a key that cannot be used it is `random`. */
void rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint32_t client_version,
                           const uint8_t random[48], uint8_t premaster[48]);

#endif
