/* The inner hash ends with a block that the secret length places. Each block that can be the last one is put together with
 * masks instead of branches: data before the end, 0x80 at the end, zeros, and in the last block the length in bits. Every one
 * goes through the compression function (an update of one whole block), and a mask keeps the state after the last. */
#include "crypto/hmac_secret_length.h"

#include <string.h>

#include "crypto/constant_time.h"
#include "crypto/wipe.h"

/* The chaining state as the bytes of the digest that it would be, all of them, SHA-384's too: RFC 6234 section 6. */
static void state_bytes(const struct tls12_hash_context *context, uint8_t out[TLS12_HASH_SIZE_MAX])
{
  memset(out, 0, TLS12_HASH_SIZE_MAX);
  if (context->hash == TLS12_SHA384 || context->hash == TLS12_SHA512) {
    for (unsigned i = 0; i < 64; i++) out[i] = (uint8_t)(context->state.sha512.state[i / 8] >> (56 - 8 * (i % 8)));
  } else if (context->hash == TLS12_SHA224 || context->hash == TLS12_SHA256) {
    for (unsigned i = 0; i < 32; i++) out[i] = (uint8_t)(context->state.sha256.state[i / 4] >> (24 - 8 * (i % 4)));
  } else if (context->hash == TLS12_SHA1) {
    for (unsigned i = 0; i < 20; i++) out[i] = (uint8_t)(context->state.sha1.state[i / 4] >> (24 - 8 * (i % 4)));
  } else { /* MD5 counts from the low byte: RFC 1321 section 3.5 */
    for (unsigned i = 0; i < 16; i++) out[i] = (uint8_t)(context->state.md5.state[i / 4] >> (8 * (i % 4)));
  }
}

/* Byte i, counted from the front, of the length field: n bits in a block's last 8 or 16 bytes. */
static uint32_t length_byte(enum tls12_hash hash, uint32_t bits, unsigned i, unsigned field)
{
  const unsigned weight = hash == TLS12_MD5 ? i : field - 1 - i;
  return weight < 4 ? (bits >> (8 * weight)) & 0xff : 0;
}

void tls12_hmac_secret_length(struct tls12_hmac_context *context, const uint8_t *head, uint32_t head_length,
                              const uint8_t *data, uint32_t length, uint32_t shortest, uint32_t longest, uint8_t *mac)
{
  const enum tls12_hash hash = context->inner.hash;
  const uint32_t block_size = tls12_hash_block(hash), size = tls12_hash_size(hash);
  const unsigned field = block_size / 8; /* bytes of the length field */
  struct tls12_hash_context *inner = &context->message;
  uint8_t block[TLS12_HASH_BLOCK_MAX], state[TLS12_HASH_SIZE_MAX], last[TLS12_HASH_SIZE_MAX] = {0};

  /* Positions count from the start of head. Whole blocks before the shortest end are public. */
  const uint32_t public_blocks = (head_length + shortest) / block_size;
  const uint32_t blocks = (head_length + longest + field) / block_size + 1;
  const uint32_t end = head_length + length;
  const uint32_t bits = (block_size + end) * 8; /* the padded key came first */

  *inner = context->inner;
  if (public_blocks > 0) {
    tls12_hash_update(inner, head, head_length);
    tls12_hash_update(inner, data, public_blocks * block_size - head_length);
  }

  /* the block that holds the length: end + 1 + field bytes rounded up; block sizes are powers of two, so no division */
  const uint32_t shift = block_size == 128 ? 7 : 6;
  const uint32_t last_block = (end + field) >> shift;
  for (uint32_t b = public_blocks; b < blocks; b++) {
    const uint32_t is_last = mask_equal(b, last_block);
    for (uint32_t j = 0; j < block_size; j++) {
      const uint32_t at = b * block_size + j;
      uint32_t byte = 0;
      if (at < head_length)
        byte = head[at];
      else if (at < head_length + longest)
        byte = data[at - head_length];
      byte = mask_select(mask_less(at, end), byte, mask_equal(at, end) & 0x80);
      if (j >= block_size - field) byte |= is_last & length_byte(hash, bits, j - (block_size - field), field);
      block[j] = (uint8_t)byte;
    }
    tls12_hash_update(inner, block, block_size);
    state_bytes(inner, state);
    for (unsigned i = 0; i < TLS12_HASH_SIZE_MAX; i++) last[i] |= (uint8_t)(is_last & state[i]);
  }

  *inner = context->outer;
  tls12_hash_update(inner, last, size);
  tls12_hash_final(inner, mac);
  *inner = context->inner;
  tls12_wipe(block, sizeof block);
  tls12_wipe(state, sizeof state);
  tls12_wipe(last, sizeof last);
}
