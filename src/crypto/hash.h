/* The hash functions of RFC 5246 section 7.4.1.4.1: MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512, by nettle. */
#ifndef TLS12_CRYPTO_HASH_H
#define TLS12_CRYPTO_HASH_H

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/hash.h"
#include "wire/bytes.h"

#define TLS12_HASH_SIZE_MAX 64
#define TLS12_HASH_BLOCK_MAX 128

/* A hash in progress. */
struct tls12_hash_context {
  enum tls12_hash hash;
  union {
    struct md5_ctx md5;
    struct sha1_ctx sha1;
    struct sha256_ctx sha256; /* SHA-224 too */
    struct sha512_ctx sha512; /* SHA-384 too */
  } state;
};

/* In the proofs a context of nettle stands for the text that was put into it: proofs/assumptions/nettle/history.h. */
/*@ logic void *hash_model{L}(struct tls12_hash_context *c) =
      c->hash == TLS12_MD5                               ? c->state.md5.model :
      c->hash == TLS12_SHA1                              ? c->state.sha1.model :
      c->hash == TLS12_SHA224 || c->hash == TLS12_SHA256 ? c->state.sha256.model :
                                                           c->state.sha512.model;

    // What was hashed since the start.
    logic text hashed{L}(struct tls12_hash_context *c) = history(hash_model(c));

    // It was started, for the hash that it says.
    predicate hashing{L}(struct tls12_hash_context *c) = 0 < hash_size(c->hash) ==> started(hash_model(c)) == c->hash;
*/

/* Bytes of the digest: 16 .. 64; 0 for TLS12_HASH_NONE and for numbers that are no HashAlgorithm. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == hash_size(hash);
*/
unsigned tls12_hash_size(enum tls12_hash hash);

/* Bytes that one compression takes: 64 or 128; 0 for no hash. HMAC (RFC 2104) pads its key to this. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == hash_block(hash);
*/
unsigned tls12_hash_block(enum tls12_hash hash);

/* With TLS12_HASH_NONE, updates do nothing and the digest has no bytes. */
/*@ requires memory: \valid(context);
    terminates \true;
    exits \false;
    assigns *context;
    ensures started: context->hash == hash && hashing(context);
    ensures empty: 0 < hash_size(hash) ==> hashed(context) == empty_text;
*/
void tls12_hash_init(struct tls12_hash_context *context, enum tls12_hash hash);

/*@ requires context: \valid(context) && hashing(context);
    requires memory: \valid_read(data + (0 .. length - 1));
    requires apart: \separated(context, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns context->state;
    ensures started: hashing(context);
    ensures longer: 0 < hash_size(context->hash) ==>
      hashed(context) == with_bytes{Pre}(\old(hashed(context)), data, length);
*/
void tls12_hash_update(struct tls12_hash_context *context, const uint8_t *data, uint32_t length);

/* Writes tls12_hash_size(context->hash) bytes. The context starts anew: as after tls12_hash_init. */
/*@ requires context: \valid(context) && hashing(context);
    requires memory: \valid(digest + (0 .. hash_size(context->hash) - 1));
    requires apart: \separated(context, digest + (0 .. hash_size(context->hash) - 1));
    terminates \true;
    exits \false;
    assigns context->state, digest[0 .. hash_size(context->hash) - 1];
    ensures digest: digest_at(digest, hash_size(context->hash), context->hash, \old(hashed(context)));
    ensures started: hashing(context);
    ensures empty: 0 < hash_size(context->hash) ==> hashed(context) == empty_text;
*/
void tls12_hash_final(struct tls12_hash_context *context, uint8_t *digest);

/* An independent copy: for the transcript at two places, for example. */
/*@ requires memory: \valid(copy) && \valid_read(context);
    requires apart: \separated(copy, context);
    terminates \true;
    exits \false;
    assigns *copy;
    ensures hash: copy->hash == context->hash;
    ensures started: hashing(context) ==> hashing(copy);
    ensures same: hashed(copy) == hashed(context);
*/
void tls12_hash_copy(struct tls12_hash_context *copy, const struct tls12_hash_context *context);

/* All parts one after the other. */
/*@ logic text with_parts{L}(text t, struct tls12_bytes *parts, integer count) =
      count <= 0 ? t : with_bytes(with_parts(t, parts, count - 1), parts[count - 1].data, parts[count - 1].length);

    lemma with_no_parts{L}: \forall text t, struct tls12_bytes *parts; with_parts(t, parts, 0) == t;

    lemma with_one_more_part{L}: \forall text t, struct tls12_bytes *parts, integer n; 0 <= n ==>
      with_parts(t, parts, n + 1) == with_bytes(with_parts(t, parts, n), parts[n].data, parts[n].length);

    predicate parts_readable{L}(struct tls12_bytes *parts, integer count) =
      \valid_read(parts + (0 .. count - 1)) &&
      \forall integer i; 0 <= i < count ==> \valid_read(parts[i].data + (0 .. parts[i].length - 1));
*/

/* The digest of all parts one after the other, into digest[0 .. tls12_hash_size(hash)-1]. */
/*@ requires input: parts_readable(parts, count);
    requires memory: \valid(digest + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. hash_size(hash) - 1];
    ensures digest: digest_at(digest, hash_size(hash), hash, with_parts{Pre}(empty_text, parts, count));
*/
void tls12_hash_parts(enum tls12_hash hash, const struct tls12_bytes *parts, unsigned count, uint8_t *digest);

#endif
