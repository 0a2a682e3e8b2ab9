#include "crypto/hash.h"

unsigned tls12_hash_size(enum tls12_hash hash)
{
  switch (hash) {
  case TLS12_MD5: return MD5_DIGEST_SIZE;
  case TLS12_SHA1: return SHA1_DIGEST_SIZE;
  case TLS12_SHA224: return SHA224_DIGEST_SIZE;
  case TLS12_SHA256: return SHA256_DIGEST_SIZE;
  case TLS12_SHA384: return SHA384_DIGEST_SIZE;
  case TLS12_SHA512: return SHA512_DIGEST_SIZE;
  default: return 0;
  }
}

unsigned tls12_hash_block(enum tls12_hash hash)
{
  if (hash == TLS12_SHA384 || hash == TLS12_SHA512) return 128;
  return hash == TLS12_MD5 || hash == TLS12_SHA1 || hash == TLS12_SHA224 || hash == TLS12_SHA256 ? 64 : 0;
}

void tls12_hash_init(struct tls12_hash_context *context, enum tls12_hash hash)
{
  context->hash = hash;
  switch (hash) {
  case TLS12_MD5: md5_init(&context->state.md5); break;
  case TLS12_SHA1: sha1_init(&context->state.sha1); break;
  case TLS12_SHA224: sha224_init(&context->state.sha256); break;
  case TLS12_SHA256: sha256_init(&context->state.sha256); break;
  case TLS12_SHA384: sha384_init(&context->state.sha512); break;
  case TLS12_SHA512: sha512_init(&context->state.sha512); break;
  default: break;
  }
}

void tls12_hash_update(struct tls12_hash_context *context, const uint8_t *data, uint32_t length)
{
  if (length == 0) return;
  switch (context->hash) {
  case TLS12_MD5: md5_update(&context->state.md5, length, data); break;
  case TLS12_SHA1: sha1_update(&context->state.sha1, length, data); break;
  case TLS12_SHA224:
  case TLS12_SHA256: sha256_update(&context->state.sha256, length, data); break;
  case TLS12_SHA384:
  case TLS12_SHA512: sha512_update(&context->state.sha512, length, data); break;
  default: break;
  }
}

void tls12_hash_final(struct tls12_hash_context *context, uint8_t *digest)
{
  switch (context->hash) {
  case TLS12_MD5: md5_digest(&context->state.md5, MD5_DIGEST_SIZE, digest); break;
  case TLS12_SHA1: sha1_digest(&context->state.sha1, SHA1_DIGEST_SIZE, digest); break;
  case TLS12_SHA224: sha224_digest(&context->state.sha256, SHA224_DIGEST_SIZE, digest); break;
  case TLS12_SHA256: sha256_digest(&context->state.sha256, SHA256_DIGEST_SIZE, digest); break;
  case TLS12_SHA384: sha384_digest(&context->state.sha512, SHA384_DIGEST_SIZE, digest); break;
  case TLS12_SHA512: sha512_digest(&context->state.sha512, SHA512_DIGEST_SIZE, digest); break;
  default: break;
  }
}

void tls12_hash_copy(struct tls12_hash_context *copy, const struct tls12_hash_context *context)
{
  *copy = *context;
  //@ assert model: hash_model(copy) == hash_model{Pre}(context);
  //@ assert source: hash_model(context) == hash_model{Pre}(context) && context->hash == \at(context->hash, Pre);
}

void tls12_hash_parts(enum tls12_hash hash, const struct tls12_bytes *parts, unsigned count, uint8_t *digest)
{
  struct tls12_hash_context context;
  tls12_hash_init(&context, hash);
  /*@ loop invariant range: 0 <= i <= count;
      loop invariant context: context.hash == hash && hashing(&context);
      loop invariant so_far: 0 < hash_size(hash) ==> hashed(&context) == with_parts{Pre}(empty_text, parts, i);
      loop assigns i, context.state;
      loop variant count - i;
  */
  for (unsigned i = 0; i < count; i++) tls12_hash_update(&context, parts[i].data, parts[i].length);
  tls12_hash_final(&context, digest);
}
