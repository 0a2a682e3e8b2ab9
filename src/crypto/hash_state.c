#include "crypto/hash_state.h"

#include <string.h>

void hash_state(const struct tls12_hash_context *context, uint8_t out[TLS12_HASH_SIZE_MAX])
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
