/* HMAC, RFC 2104, with the hash functions of RFC 5246. */
#ifndef TLS12_CRYPTO_HMAC_H
#define TLS12_CRYPTO_HMAC_H

#include "crypto/hash.h"

/* A key with its two padded blocks hashed, and a message in progress. Holds secrets: wipe it after use. */
struct tls12_hmac_context {
  struct tls12_hash_context inner, outer; /* after the block key XOR ipad, key XOR opad */
  struct tls12_hash_context message;
};

/* A key of any length. hash is not TLS12_HASH_NONE. */
void tls12_hmac_init(struct tls12_hmac_context *context, enum tls12_hash hash, struct tls12_bytes key);
void tls12_hmac_update(struct tls12_hmac_context *context, const uint8_t *data, uint32_t length);

/* Writes tls12_hash_size bytes; the context is ready for another message under the same key. */
void tls12_hmac_final(struct tls12_hmac_context *context, uint8_t *mac);

/* The HMAC of all parts one after the other, into out[0 .. tls12_hash_size(hash)-1]. */
void tls12_hmac(enum tls12_hash hash, struct tls12_bytes key, const struct tls12_bytes *parts, unsigned count,
                uint8_t *out);

#endif
