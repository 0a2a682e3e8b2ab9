/* The inner hash ends with a block that the secret length places. Each block that can be the last one is put together with
 * bits instead of branches: data before the end, 0x80 at the end, zeros, and in the last block the length in bits. Every one
 * goes through the compression function (an update of one whole block), and a bit keeps the state after the last. */
#include "crypto/hmac_secret_length.h"

#include "crypto/constant_time.h"
#include "crypto/hash_state.h"
#include "crypto/wipe.h"

/* What the inner hash takes after the key. Positions count from the start of head; end is secret. */
struct message {
  const uint8_t *head, *data;
  uint32_t head_length, longest, end;
};

/*@ predicate readable{L}(uint8_t *head, integer head_length, uint8_t *data, integer longest) =
      \valid_read(head + (0 .. head_length - 1)) && \valid_read(data + (0 .. longest - 1));
*/

/* The longest whole blocks in x bytes. */
/*@ requires block: block_size == 64 || block_size == 128;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures most: \result <= x < \result + block_size;
    ensures whole: \result == 0 || block_size <= \result;
*/
static uint32_t whole_blocks(uint32_t x, uint32_t block_size)
{
  return block_size == 128 ? x - x % 128u : x - x % 64u;
}

/* Byte `at` of the padded message, without its length. */
/*@ requires input: readable(m.head, m.head_length, m.data, m.longest);
    requires range: m.end <= m.head_length + m.longest <= 0xFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures head: at < m.end && at < m.head_length ==> \result == m.head[at];
    ensures data: m.head_length <= at < m.end ==> \result == m.data[at - m.head_length];
    ensures padding: m.end <= at ==> \result == (at == m.end ? 0x80 : 0);
*/
static uint8_t padded_byte(struct message m, uint32_t at)
{
  uint32_t byte = 0;
  if (at < m.head_length)
    byte = m.head[at];
  else if (at - m.head_length < m.longest)
    byte = m.data[at - m.head_length];
  return (uint8_t)bit_select(bit_less(at, m.end), byte, 0x80u * bit_equal(at, m.end));
}

/* Byte i, counted from the front, of a length field of `field` bytes that holds the number `bits`. */
/*@ requires field: i < field;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures md5: hash == TLS12_MD5 && i < 4 ==> \result == (i == 0 ? bits % 256 : i == 1 ? bits / 256 % 256 :
                                                          i == 2 ? bits / 65536 % 256 : bits / 16777216);
    ensures sha: hash != TLS12_MD5 && field - 4 <= i ==> \result == (i + 1 == field ? bits % 256 :
                   i + 2 == field ? bits / 256 % 256 : i + 3 == field ? bits / 65536 % 256 : bits / 16777216);
    ensures zeros: (hash == TLS12_MD5 ? 4 <= i : i + 4 < field) ==> \result == 0;
*/
static uint8_t length_byte(enum tls12_hash hash, uint32_t bits, uint32_t i, uint32_t field)
{
  switch (hash == TLS12_MD5 ? i : field - 1 - i) {
  case 0: return (uint8_t)(bits % 256u);
  case 1: return (uint8_t)(bits / 256u % 256u);
  case 2: return (uint8_t)(bits / 65536u % 256u);
  case 3: return (uint8_t)(bits / 16777216u);
  default: return 0;
  }
}

/* The block that begins at `start`; with the length if it is the last. */
/*@ requires input: readable(m.head, m.head_length, m.data, m.longest);
    requires range: m.end <= m.head_length + m.longest <= 0x1FFFFFF && start <= 0x1FFFFFF && is_last <= 1;
    requires block: 8 <= block_size <= TLS12_HASH_BLOCK_MAX && \valid(block + (0 .. block_size - 1));
    requires apart: \separated(block + (0 .. block_size - 1), m.head + (0 .. m.head_length - 1)) &&
                    \separated(block + (0 .. block_size - 1), m.data + (0 .. m.longest - 1));
    terminates \true;
    exits \false;
    assigns block[0 .. block_size - 1];
*/
static void make_block(struct message m, enum tls12_hash hash, uint32_t block_size, uint32_t start, uint32_t is_last,
                       uint8_t *block)
{
  const uint32_t field = block_size / 8u, bits = (block_size + m.end) * 8u; /* the padded key came first */
  /*@ loop invariant range: 0 <= j <= block_size;
      loop assigns j, block[0 .. block_size - 1];
      loop variant block_size - j;
  */
  for (uint32_t j = 0; j < block_size; j++) {
    uint32_t byte = padded_byte(m, start + j);
    if (j >= block_size - field)
      byte = bit_select(is_last, length_byte(hash, bits, j - (block_size - field), field), byte);
    block[j] = (uint8_t)byte;
  }
}

/* The message begins, with the inner block or, when inner is 0, with the outer one. */
/*@ requires context: \valid(context) && hmac_ready(context);
    terminates \true;
    exits \false;
    assigns context->message;
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures begun: inner != 0 ==> hashed(&context->message) == hashed(&context->inner);
*/
static void begin(struct tls12_hmac_context *context, int inner)
{
  if (inner) {
    tls12_hash_copy(&context->message, &context->inner);
    //@ assert key_1: hmac_same_key{Here,Pre}(context);
  } else {
    tls12_hash_copy(&context->message, &context->outer);
    //@ assert key_2: hmac_same_key{Here,Pre}(context);
  }
}

/* The hash of last, the outer hash, into mac. */
/*@ requires context: \valid(context) && hmac_ready(context);
    requires memory: \valid_read(last + (0 .. TLS12_HASH_SIZE_MAX - 1)) &&
                     \valid(mac + (0 .. hash_size(context->inner.hash) - 1));
    requires apart: \separated(context, mac + (0 .. hash_size(context->inner.hash) - 1)) &&
                    \separated(context, last + (0 .. TLS12_HASH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns context->message, mac[0 .. hash_size(context->inner.hash) - 1];
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures begun: hashed(&context->message) == hashed(&context->inner);
*/
static void finish(struct tls12_hmac_context *context, const uint8_t *last, uint8_t *mac)
{
  begin(context, 0);
  tls12_hmac_update(context, last, tls12_hash_size(context->inner.hash));
  tls12_hash_final(&context->message, mac);
  //@ assert key: hmac_same_key{Here,Pre}(context);
  begin(context, 1);
}

void tls12_hmac_secret_length(struct tls12_hmac_context *context, const uint8_t *head, uint32_t head_length,
                              const uint8_t *data, uint32_t length, uint32_t shortest, uint32_t longest, uint8_t *mac)
{
  const enum tls12_hash hash = context->inner.hash;
  const uint32_t block_size = tls12_hash_block(hash), field = block_size / 8u; /* bytes of the length field */
  const struct message m = {head, data, head_length, longest, head_length + length};
  const uint32_t whole =
      whole_blocks(head_length + shortest, block_size); /* blocks before the shortest end are public */
  uint8_t block[TLS12_HASH_BLOCK_MAX], state[TLS12_HASH_SIZE_MAX], last[TLS12_HASH_SIZE_MAX] = {0};

  begin(context, 1);
  if (whole > 0) {
    tls12_hmac_update(context, head, head_length);
    tls12_hmac_update(context, data, whole - head_length);
  }

  /* the block that holds the length is that with position end + field */
  /*@ loop invariant key: hmac_same_key{Here,Pre}(context);
      loop invariant context: hmac_ready(context) && context->inner.hash == hash;
      loop invariant range: start <= head_length + longest + field + block_size;
      loop assigns start, context->message.state, block[0 .. TLS12_HASH_BLOCK_MAX - 1],
        state[0 .. TLS12_HASH_SIZE_MAX - 1], last[0 .. TLS12_HASH_SIZE_MAX - 1];
      loop variant head_length + longest + field + block_size - start;
  */
  for (uint32_t start = whole; start <= head_length + longest + field; start += block_size) {
    const uint32_t is_last = bit_and(1u - bit_less(m.end + field, start), bit_less(m.end + field, start + block_size));
    make_block(m, hash, block_size, start, is_last, block);
    tls12_hmac_update(context, block, block_size);
    hash_state(&context->message, state);
    bytes_select(is_last, state, last, TLS12_HASH_SIZE_MAX);
  }

  finish(context, last, mac);
  wipe(block, sizeof block);
  wipe(state, sizeof state);
  wipe(last, sizeof last);
}
