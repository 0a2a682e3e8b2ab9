/* The hash functions of RFC 5246 section 7.4.1.4.1: MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512, by nettle. */
#ifndef TLS12_CRYPTO_HASH_H
#define TLS12_CRYPTO_HASH_H

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdint.h>

#include "spec/algorithms.h"
#include "wire/bytes.h"

#define TLS12_HASH_SIZE_MAX 64
#define TLS12_HASH_BLOCK_MAX 128

/* A hash in progress. A plain assignment makes an independent copy: for the transcript at two places, for example. */
struct tls12_hash_context {
  enum tls12_hash hash;
  union {
    struct md5_ctx md5;
    struct sha1_ctx sha1;
    struct sha256_ctx sha256; /* SHA-224 too */
    struct sha512_ctx sha512; /* SHA-384 too */
  } state;
};

/* Bytes of the digest: 16 .. 64; 0 for TLS12_HASH_NONE and for numbers that are no HashAlgorithm. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == (hash == TLS12_MD5 ? 16 : hash == TLS12_SHA1 ? 20 : hash == TLS12_SHA224 ? 28 :
      hash == TLS12_SHA256 ? 32 : hash == TLS12_SHA384 ? 48 : hash == TLS12_SHA512 ? 64 : 0);
*/
unsigned tls12_hash_size(enum tls12_hash hash);

/* Bytes that one compression takes: 64 or 128; 0 for no hash. HMAC (RFC 2104) pads its key to this. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == (TLS12_MD5 <= hash <= TLS12_SHA256 ? 64 : TLS12_SHA384 <= hash <= TLS12_SHA512 ? 128 : 0);
*/
unsigned tls12_hash_block(enum tls12_hash hash);

/* With TLS12_HASH_NONE, updates do nothing and the digest has no bytes. */
void tls12_hash_init(struct tls12_hash_context *context, enum tls12_hash hash);
void tls12_hash_update(struct tls12_hash_context *context, const uint8_t *data, uint32_t length);

/* Writes tls12_hash_size(context->hash) bytes. The context starts anew: as after tls12_hash_init. */
void tls12_hash_final(struct tls12_hash_context *context, uint8_t *digest);

/* The digest of all parts one after the other, into digest[0 .. tls12_hash_size(hash)-1]. */
void tls12_hash_parts(enum tls12_hash hash, const struct tls12_bytes *parts, unsigned count, uint8_t *digest);

#endif
