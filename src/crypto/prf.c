#include "crypto/prf.h"

#include "crypto/hmac.h"
#include "crypto/wipe.h"

/* label + seed goes on with the message. */
/*@ requires context: \valid(context) && hmac_ready(context);
    requires input: \valid_read(label.data + (0 .. label.length - 1)) &&
                    \valid_read(seed1.data + (0 .. seed1.length - 1)) && \valid_read(seed2.data + (0 .. seed2.length - 1));
    requires apart: \separated(context, label.data + (0 .. label.length - 1)) &&
                    \separated(context, seed1.data + (0 .. seed1.length - 1)) &&
                    \separated(context, seed2.data + (0 .. seed2.length - 1));
    terminates \true;
    exits \false;
    assigns context->message.state;
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures seed: hashed(&context->message) ==
      with_seed{Pre}(\old(hashed(&context->message)), label.data, label.length, seed1.data, seed1.length, seed2.data,
                     seed2.length);
*/
static void add_seed(struct tls12_hmac_context *context, struct tls12_bytes label, struct tls12_bytes seed1,
                     struct tls12_bytes seed2)
{
  tls12_hmac_update(context, label.data, label.length);
  tls12_hmac_update(context, seed1.data, seed1.length);
  tls12_hmac_update(context, seed2.data, seed2.length);
}

/* From a = A(i): block i of P_hash, and A(i+1). */
/*@ requires context: \valid(context) && hmac_ready(context);
    requires begun: hashed(&context->message) == hashed(&context->inner);
    requires memory: \valid(a + (0 .. TLS12_HASH_SIZE_MAX - 1)) && \valid(block + (0 .. TLS12_HASH_SIZE_MAX - 1));
    requires input: \valid_read(label.data + (0 .. label.length - 1)) &&
                    \valid_read(seed1.data + (0 .. seed1.length - 1)) && \valid_read(seed2.data + (0 .. seed2.length - 1));
    requires apart: \separated(context, a + (0 .. TLS12_HASH_SIZE_MAX - 1), block + (0 .. TLS12_HASH_SIZE_MAX - 1),
                               label.data + (0 .. label.length - 1)) &&
                    \separated(context, a + (0 .. TLS12_HASH_SIZE_MAX - 1), block + (0 .. TLS12_HASH_SIZE_MAX - 1),
                               seed1.data + (0 .. seed1.length - 1)) &&
                    \separated(context, a + (0 .. TLS12_HASH_SIZE_MAX - 1), block + (0 .. TLS12_HASH_SIZE_MAX - 1),
                               seed2.data + (0 .. seed2.length - 1));
    terminates \true;
    exits \false;
    assigns context->message, a[0 .. hash_size(context->inner.hash) - 1], block[0 .. hash_size(context->inner.hash) - 1];
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures label: kept{Pre,Post}(label.data, 0, label.length);
    ensures seed1: kept{Pre,Post}(seed1.data, 0, seed1.length);
    ensures seed2: kept{Pre,Post}(seed2.data, 0, seed2.length);
    ensures ready: hmac_ready(context);
    ensures begun: hashed(&context->message) == hashed(&context->inner);
    ensures block: digest_at(block, hash_size(context->inner.hash), context->inner.hash,
      hmac_text(context->inner.hash, hashed{Pre}(&context->outer),
        with_seed{Pre}(with_bytes{Pre}(hashed{Pre}(&context->inner), a, hash_size(context->inner.hash)),
                       label.data, label.length, seed1.data, seed1.length, seed2.data, seed2.length)));
    ensures next: digest_at(a, hash_size(context->inner.hash), context->inner.hash,
      hmac_text(context->inner.hash, hashed{Pre}(&context->outer),
                with_bytes{Pre}(hashed{Pre}(&context->inner), a, hash_size(context->inner.hash))));
*/
static void next_block(struct tls12_hmac_context *context, uint8_t *a, struct tls12_bytes label,
                       struct tls12_bytes seed1, struct tls12_bytes seed2, uint8_t *block)
{
  const uint32_t size = tls12_hash_size(context->inner.hash);
  tls12_hmac_update(context, a, size);
  add_seed(context, label, seed1, seed2);
  tls12_hmac_final(context, block);
  //@ assert same_a: kept{Pre,Here}(a, 0, hash_size(context->inner.hash));
  //@ assert label: kept{Pre,Here}(label.data, 0, label.length);
  //@ assert seed1: kept{Pre,Here}(seed1.data, 0, seed1.length);
  //@ assert seed2: kept{Pre,Here}(seed2.data, 0, seed2.length);
  tls12_hmac_update(context, a, size);
  tls12_hmac_final(context, a);
}

/* For the annotations of p_hash: its parameters at the beginning. */
#define INNER hmac_inner{Pre}(hash, secret.data, secret.length)
#define OUTER hmac_outer{Pre}(hash, secret.data, secret.length)
#define SEED label.data, label.length, seed1.data, seed1.length, seed2.data, seed2.length
#define A(i) prf_a{Pre}(hash, INNER, OUTER, SEED, i)
#define BLOCK(i) prf_block{Pre}(hash, INNER, OUTER, SEED, i)
#define BYTE(k) prf_byte{Pre}(hash, INNER, OUTER, SEED, k)

/* P_hash, block by block; the last one is cut to what is asked for. */
void p_hash(enum tls12_hash hash, struct tls12_bytes secret, struct tls12_bytes label, struct tls12_bytes seed1,
            struct tls12_bytes seed2, uint8_t *out, uint32_t n)
{
  const uint32_t size = tls12_hash_size(hash);
  uint8_t a[TLS12_HASH_SIZE_MAX], block[TLS12_HASH_SIZE_MAX];
  struct tls12_hmac_context context;
  //@ ghost uint32_t i = 0;

  tls12_hmac_init(&context, hash, secret);
  add_seed(&context, label, seed1, seed2);
  //@ assert first: hashed(&context.message) == A(1);
  //@ assert outer: hashed(&context.outer) == OUTER && hashed(&context.inner) == INNER;
  tls12_hmac_final(&context, a);

  /*@ loop invariant place: at == i * hash_size(hash) && at < n + size;
      loop invariant context: hmac_ready(&context) && context.inner.hash == hash;
      loop invariant inner: hashed(&context.inner) == INNER;
      loop invariant outer: hashed(&context.outer) == OUTER;
      loop invariant begun: hashed(&context.message) == hashed(&context.inner);
      loop invariant label: kept{Pre,Here}(label.data, 0, label.length);
      loop invariant seed1: kept{Pre,Here}(seed1.data, 0, seed1.length);
      loop invariant seed2: kept{Pre,Here}(seed2.data, 0, seed2.length);
      loop invariant a: digest_at(&a[0], hash_size(hash), hash, hmac_text(hash, OUTER, A(i + 1)));
      loop invariant out: \forall integer k; 0 <= k < at && k < n ==> out[k] == BYTE(k);
      loop assigns i, at, context.message, a[0 .. TLS12_HASH_SIZE_MAX - 1], block[0 .. TLS12_HASH_SIZE_MAX - 1],
        out[0 .. n - 1];
      loop variant n - at;
  */
  for (uint32_t at = 0; at < n && size > 0; at += size) {
    //@ assert text: with_bytes(INNER, &a[0], hash_size(hash)) == hmac_text(hash, INNER, hmac_text(hash, OUTER, A(i + 1)));
    //@ assert next: with_bytes(INNER, &a[0], hash_size(hash)) == A(i + 2);
    /*@ assert seed: with_seed(with_bytes(INNER, &a[0], hash_size(hash)), SEED) ==
                     with_seed{Pre}(with_bytes(INNER, &a[0], hash_size(hash)), SEED); */
    next_block(&context, a, label, seed1, seed2, block);
    //@ assert block: digest_at(&block[0], hash_size(hash), hash, hmac_text(hash, OUTER, BLOCK(i + 1)));

    /*@ loop invariant range: 0 <= j <= hash_size(hash) && (j == 0 || at + j <= n);
        loop invariant bytes: \forall integer k; 0 <= k < at + j ==> out[k] == BYTE(k);
        loop assigns j, out[0 .. n - 1];
        loop variant size - j;
    */
    for (uint32_t j = 0; j < size && at + j < n; j++) {
      //@ assert place: (at + j) / hash_size(hash) == i && (at + j) % hash_size(hash) == j;
      //@ assert byte: block[j] == BYTE(at + j);
      out[at + j] = block[j];
    }
    //@ ghost i++;
  }

  hmac_wipe(&context);
  wipe(a, sizeof a);
  wipe(block, sizeof block);
}
