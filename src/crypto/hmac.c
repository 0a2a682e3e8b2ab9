#include "crypto/hmac.h"

#include <string.h>

#include "crypto/wipe.h"

/* Starts a hash with the block key XOR pad. */
static void start(struct tls12_hash_context *context, enum tls12_hash hash, const uint8_t *key, uint8_t pad)
{
  uint8_t block[TLS12_HASH_BLOCK_MAX];
  for (unsigned i = 0; i < TLS12_HASH_BLOCK_MAX; i++) block[i] = key[i] ^ pad;
  tls12_hash_init(context, hash);
  tls12_hash_update(context, block, tls12_hash_block(hash));
  tls12_wipe(block, sizeof block);
}

void tls12_hmac_init(struct tls12_hmac_context *context, enum tls12_hash hash, struct tls12_bytes key)
{
  uint8_t padded[TLS12_HASH_BLOCK_MAX] = {0};
  if (key.length > tls12_hash_block(hash)) {
    tls12_hash_parts(hash, &key, 1, padded);
  } else if (key.length > 0) {
    memcpy(padded, key.data, key.length);
  }
  start(&context->inner, hash, padded, 0x36);
  start(&context->outer, hash, padded, 0x5c);
  context->message = context->inner;
  tls12_wipe(padded, sizeof padded);
}

void tls12_hmac_update(struct tls12_hmac_context *context, const uint8_t *data, uint32_t length)
{
  tls12_hash_update(&context->message, data, length);
}

void tls12_hmac_final(struct tls12_hmac_context *context, uint8_t *mac)
{
  tls12_hash_final(&context->message, mac);
  context->message = context->outer;
  tls12_hash_update(&context->message, mac, tls12_hash_size(context->outer.hash));
  tls12_hash_final(&context->message, mac);
  context->message = context->inner;
}

void tls12_hmac(enum tls12_hash hash, struct tls12_bytes key, const struct tls12_bytes *parts, unsigned count,
                uint8_t *out)
{
  struct tls12_hmac_context context;
  tls12_hmac_init(&context, hash, key);
  for (unsigned i = 0; i < count; i++) tls12_hmac_update(&context, parts[i].data, parts[i].length);
  tls12_hmac_final(&context, out);
  tls12_wipe(&context, sizeof context);
}
