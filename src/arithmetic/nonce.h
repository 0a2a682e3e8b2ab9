/* Deterministic nonces of (EC)DSA: RFC 6979 section 3.2. Steps are named as there. */
#ifndef TLS12_ARITHMETIC_NONCE_H
#define TLS12_ARITHMETIC_NONCE_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "wire/bytes.h"

#define NONCE_HASH_MAX 64 /* bytes of a digest: SHA-512 */

/* The state of HMAC_DRBG. Secret: clear it. */
struct nonce {
  enum tls12_hash hash;
  uint32_t size; /* bytes of the hash */
  uint8_t K[NONCE_HASH_MAX], V[NONCE_HASH_MAX];
};

/* Steps b to g: private_key is int2octets(x), message is bits2octets(h1), both as long as the order. */
void nonce_start(struct nonce *g, enum tls12_hash hash, struct tls12_bytes private_key, struct tls12_bytes message);

/* Step h: the next `size` bytes of T. */
void nonce_next(struct nonce *g, uint8_t *T, uint32_t size);

/* Step h.3, after a candidate that was out of range or unsuitable. */
void nonce_retry(struct nonce *g);

#endif
