/* HMAC, RFC 2104, with the hash functions of RFC 5246. */
#ifndef TLS12_CRYPTO_HMAC_H
#define TLS12_CRYPTO_HMAC_H

#include "crypto/hash.h"

/* A key with its two padded blocks hashed, and a message in progress. Holds secrets: wipe it after use. */
struct tls12_hmac_context {
  struct tls12_hash_context inner, outer; /* after the block key XOR ipad, key XOR opad */
  struct tls12_hash_context message;
};

/* Ready for a message, or in one, under a key. */
/*@ predicate hmac_ready{L}(struct tls12_hmac_context *c) =
      hashing(&c->inner) && hashing(&c->outer) && hashing(&c->message) && 0 < hash_size(c->inner.hash) &&
      c->outer.hash == c->inner.hash && c->message.hash == c->inner.hash;

    // The key is at moment K what it is at moment L.
    predicate hmac_same_key{K,L}(struct tls12_hmac_context *c) =
      \at(c->inner.hash, K) == \at(c->inner.hash, L) && \at(c->outer.hash, K) == \at(c->outer.hash, L) &&
      \at(hash_model(&c->inner), K) == \at(hash_model(&c->inner), L) &&
      \at(hash_model(&c->outer), K) == \at(hash_model(&c->outer), L);
*/

/* A key of any length. hash is not TLS12_HASH_NONE. */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid(context) && \valid_read(key.data + (0 .. key.length - 1));
    requires apart: \separated(context, key.data + (0 .. key.length - 1));
    terminates \true;
    exits \false;
    assigns *context;
    ensures ready: hmac_ready(context) && context->inner.hash == hash;
    ensures inner: hashed(&context->inner) == hmac_inner{Pre}(hash, key.data, key.length);
    ensures outer: hashed(&context->outer) == hmac_outer{Pre}(hash, key.data, key.length);
    ensures begun: hashed(&context->message) == hashed(&context->inner);
*/
void tls12_hmac_init(struct tls12_hmac_context *context, enum tls12_hash hash, struct tls12_bytes key);

/*@ requires context: \valid(context) && hmac_ready(context);
    requires memory: \valid_read(data + (0 .. length - 1));
    requires apart: \separated(context, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns context->message.state;
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures longer: hashed(&context->message) == with_bytes{Pre}(\old(hashed(&context->message)), data, length);
*/
void tls12_hmac_update(struct tls12_hmac_context *context, const uint8_t *data, uint32_t length);

/* Writes tls12_hash_size bytes; the context is ready for another message under the same key. */
/*@ requires context: \valid(context) && hmac_ready(context);
    requires memory: \valid(mac + (0 .. hash_size(context->inner.hash) - 1));
    requires apart: \separated(context, mac + (0 .. hash_size(context->inner.hash) - 1));
    terminates \true;
    exits \false;
    assigns context->message, mac[0 .. hash_size(context->inner.hash) - 1];
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures mac: digest_at(mac, hash_size(context->inner.hash), context->inner.hash,
      hmac_text(context->inner.hash, \old(hashed(&context->outer)), \old(hashed(&context->message))));
    ensures begun: hashed(&context->message) == hashed(&context->inner);
*/
void tls12_hmac_final(struct tls12_hmac_context *context, uint8_t *mac);

/* The HMAC of all parts one after the other, into out[0 .. tls12_hash_size(hash)-1]. */
/*@ requires hash: 0 < hash_size(hash);
    requires key: \valid_read(key.data + (0 .. key.length - 1));
    requires input: parts_readable(parts, count);
    requires memory: \valid(out + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. hash_size(hash) - 1];
    ensures mac: digest_at(out, hash_size(hash), hash, hmac_text(hash, hmac_outer{Pre}(hash, key.data, key.length),
      with_parts{Pre}(hmac_inner{Pre}(hash, key.data, key.length), parts, count)));
*/
void tls12_hmac(enum tls12_hash hash, struct tls12_bytes key, const struct tls12_bytes *parts, unsigned count,
                uint8_t *out);

/* Clears the context: it holds a secret. */
/*@ requires memory: \valid(context);
    terminates \true;
    exits \false;
    assigns *context;
*/
void hmac_wipe(struct tls12_hmac_context *context);

#endif
