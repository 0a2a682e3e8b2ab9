#include "handshake/kept.h"

#include "wire/writer.h"

struct tls12_bytes part(const uint8_t *body, struct tls12_span span)
{
  return (struct tls12_bytes){body + span.offset, span.length};
}

int keep_public_value(struct tls12_public_value *kept, struct tls12_bytes value)
{
  if (value.length > TLS12_PUBLIC_VALUE_MAX) return 0;
  write_fixed(kept->bytes, 0, value);
  kept->length = value.length;
  return 1;
}

struct tls12_bytes public_value(const struct tls12_public_value *kept)
{
  return (struct tls12_bytes){kept->bytes, kept->length};
}

struct tls12_bytes signed_digest(enum tls12_hash hash, const uint8_t *client_random, const uint8_t *server_random,
                                 struct tls12_bytes params, uint8_t *digest)
{
  struct tls12_hash_context context;
  tls12_hash_init(&context, hash);
  tls12_hash_update(&context, client_random, 32);
  tls12_hash_update(&context, server_random, 32);
  tls12_hash_update(&context, params.data, params.length);
  tls12_hash_final(&context, digest);
  return (struct tls12_bytes){digest, tls12_hash_size(hash)};
}
