#include "crypto/hmac.h"

#include "crypto/wipe.h"
#include "wire/writer.h"

/* The key filled up with zeros, or its digest; the context is free to use for that. */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid(context) && \valid(block + (0 .. TLS12_HASH_BLOCK_MAX - 1)) &&
                     \valid_read(key.data + (0 .. key.length - 1));
    requires apart: \separated(context, block + (0 .. TLS12_HASH_BLOCK_MAX - 1), key.data + (0 .. key.length - 1));
    terminates \true;
    exits \false;
    assigns *context, block[0 .. TLS12_HASH_BLOCK_MAX - 1];
    ensures block: hmac_key{Post,Pre}(block, hash, key.data, key.length, TLS12_HASH_BLOCK_MAX);
*/
static void make_block(struct tls12_hash_context *context, enum tls12_hash hash, struct tls12_bytes key, uint8_t *block)
{
  /*@ loop invariant range: 0 <= i <= TLS12_HASH_BLOCK_MAX;
      loop invariant zeros: \forall integer j; 0 <= j < i ==> block[j] == 0;
      loop assigns i, block[0 .. TLS12_HASH_BLOCK_MAX - 1];
      loop variant TLS12_HASH_BLOCK_MAX - i;
  */
  for (unsigned i = 0; i < TLS12_HASH_BLOCK_MAX; i++) block[i] = 0;
  //@ assert key_kept: kept{Pre,Here}(key.data, 0, key.length);
  //@ assert key_text: with_bytes(empty_text, key.data, key.length) == with_bytes{Pre}(empty_text, key.data, key.length);
  if (key.length > tls12_hash_block(hash)) {
    tls12_hash_init(context, hash);
    tls12_hash_update(context, key.data, key.length);
    tls12_hash_final(context, block);
    //@ assert digest: digest_at(block, hash_size(hash), hash, with_bytes{Pre}(empty_text, key.data, key.length));
    //@ assert zeros: \forall integer i; hash_size(hash) <= i < TLS12_HASH_BLOCK_MAX ==> block[i] == 0;
  } else {
    write_fixed(block, 0, key);
    //@ assert key: copy{Here,Pre}(block, 0, key.data, key.length);
    //@ assert zeros: \forall integer i; key.length <= i < TLS12_HASH_BLOCK_MAX ==> block[i] == 0;
  }
}

/* Starts a hash with block XOR pad. */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid(context) && \valid_read(block + (0 .. TLS12_HASH_BLOCK_MAX - 1));
    requires apart: \separated(context, block + (0 .. TLS12_HASH_BLOCK_MAX - 1));
    terminates \true;
    exits \false;
    assigns *context;
    ensures started: context->hash == hash && hashing(context);
    ensures padded: hashed(context) == with_xor{Pre}(block, pad, hash_block(hash));
*/
static void start_block(struct tls12_hash_context *context, enum tls12_hash hash, const uint8_t *block, uint8_t pad)
{
  uint8_t padded[TLS12_HASH_BLOCK_MAX];
  /*@ loop invariant range: 0 <= i <= TLS12_HASH_BLOCK_MAX;
      loop invariant padded: \forall integer j; 0 <= j < i ==> padded[j] == (block[j] ^ pad);
      loop assigns i, padded[0 .. TLS12_HASH_BLOCK_MAX - 1];
      loop variant TLS12_HASH_BLOCK_MAX - i;
  */
  for (unsigned i = 0; i < TLS12_HASH_BLOCK_MAX; i++) {
    //@ assert byte: (uint8_t)(block[i] ^ pad) == (block[i] ^ pad);
    padded[i] = block[i] ^ pad;
  }
  //@ assert padded: xored{Here,Pre}(&padded[0], block, pad, TLS12_HASH_BLOCK_MAX);
  tls12_hash_init(context, hash);
  tls12_hash_update(context, padded, tls12_hash_block(hash));
  wipe(padded, sizeof padded);
}

/* The outer block beside the inner one. */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid(context) && \valid_read(block + (0 .. TLS12_HASH_BLOCK_MAX - 1));
    requires apart: \separated(context, block + (0 .. TLS12_HASH_BLOCK_MAX - 1));
    terminates \true;
    exits \false;
    assigns context->outer;
    ensures inner: hash_model(&context->inner) == \old(hash_model(&context->inner)) &&
      context->inner.hash == \old(context->inner.hash);
    ensures started: context->outer.hash == hash && hashing(&context->outer);
    ensures padded: hashed(&context->outer) == with_xor{Pre}(block, 0x5c, hash_block(hash));
*/
static void start_outer(struct tls12_hmac_context *context, enum tls12_hash hash, const uint8_t *block)
{
  start_block(&context->outer, hash, block, 0x5c);
}

/* A new message begins. */
/*@ requires context: \valid(context) && hashing(&context->inner);
    terminates \true;
    exits \false;
    assigns context->message;
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures message: context->message.hash == context->inner.hash && hashing(&context->message);
    ensures begun: hashed(&context->message) == \old(hashed(&context->inner));
*/
static void begin_message(struct tls12_hmac_context *context)
{
  tls12_hash_copy(&context->message, &context->inner);
  //@ assert key: hmac_same_key{Here,Pre}(context);
}

void tls12_hmac_init(struct tls12_hmac_context *context, enum tls12_hash hash, struct tls12_bytes key)
{
  uint8_t block[TLS12_HASH_BLOCK_MAX];
  make_block(&context->message, hash, key, block);
  start_block(&context->inner, hash, block, 0x36);
  //@ assert inner: hashed(&context->inner) == hmac_inner{Pre}(hash, key.data, key.length);
  //@ assert block: hmac_key{Here,Pre}(&block[0], hash, key.data, key.length, TLS12_HASH_BLOCK_MAX);
  start_outer(context, hash, block);
  //@ assert outer: hashed(&context->outer) == hmac_outer{Pre}(hash, key.data, key.length);
  begin_message(context);
  wipe(block, sizeof block);
}

void tls12_hmac_update(struct tls12_hmac_context *context, const uint8_t *data, uint32_t length)
{
  tls12_hash_update(&context->message, data, length);
  //@ assert key: hmac_same_key{Here,Pre}(context);
}

void tls12_hmac_final(struct tls12_hmac_context *context, uint8_t *mac)
{
  tls12_hash_final(&context->message, mac);
  //@ assert key_1: hmac_same_key{Here,Pre}(context);
  tls12_hash_copy(&context->message, &context->outer);
  //@ assert key_2: hmac_same_key{Here,Pre}(context);
  //@ assert outer: hashed(&context->message) == \at(hashed(&context->outer), Pre) && hashing(&context->message);
  tls12_hash_update(&context->message, mac, tls12_hash_size(context->outer.hash));
  //@ assert key_3: hmac_same_key{Here,Pre}(context);
  /*@ assert text: hashed(&context->message) == hmac_text(context->inner.hash, \at(hashed(&context->outer), Pre),
                                                          \at(hashed(&context->message), Pre)); */
  tls12_hash_final(&context->message, mac);
  //@ assert key_4: hmac_same_key{Here,Pre}(context);
  begin_message(context);
  //@ assert key_5: hmac_same_key{Here,Pre}(context);
}

void tls12_hmac(enum tls12_hash hash, struct tls12_bytes key, const struct tls12_bytes *parts, unsigned count,
                uint8_t *out)
{
  struct tls12_hmac_context context;
  tls12_hmac_init(&context, hash, key);
  /*@ loop invariant range: 0 <= i <= count;
      loop invariant context: hmac_ready(&context) && context.inner.hash == hash;
      loop invariant outer: hashed(&context.outer) == hmac_outer{Pre}(hash, key.data, key.length);
      loop invariant so_far: hashed(&context.message) ==
        with_parts{Pre}(hmac_inner{Pre}(hash, key.data, key.length), parts, i);
      loop assigns i, context.message.state;
      loop variant count - i;
  */
  for (unsigned i = 0; i < count; i++) tls12_hmac_update(&context, parts[i].data, parts[i].length);
  tls12_hmac_final(&context, out);
  hmac_wipe(&context);
}
