#include "handshake/messages.h"

#include <string.h>

#include "handshake/scheme.h"

void forget_messages(const struct tls12_engine *e)
{
  if (e->messages != NULL) e->messages->length = 0;
}

/* After the first one without room the length says so, and stays. */
void keep_message(const struct tls12_engine *e, const uint8_t *message, uint32_t length)
{
  struct tls12_messages *kept = e->messages;
  if (kept == NULL || kept->length > kept->size) return;
  if (length > kept->size - kept->length) {
    kept->length = UINT32_MAX;
    return;
  }
  memcpy(kept->bytes + kept->length, message, length);
  kept->length += length;
}

int has_all_messages(const struct tls12_engine *e)
{
  return e->messages != NULL && e->messages->length <= e->messages->size;
}

struct tls12_bytes signed_messages(const struct tls12_engine *e, uint32_t pair, uint8_t *digest)
{
  const enum tls12_hash hash = scheme_hash(pair);
  if (hash == TLS12_SHA256 || hash == TLS12_SHA384) return transcript_hash(&e->transcript, hash, digest);
  if (!has_all_messages(e)) return (struct tls12_bytes){digest, 0};
  const struct tls12_bytes all = {e->messages->bytes, e->messages->length};
  if (hash == TLS12_INTRINSIC) return all;
  tls12_hash_parts(hash, &all, 1, digest);
  return (struct tls12_bytes){digest, tls12_hash_size(hash)};
}
