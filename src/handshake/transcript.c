#include "handshake/transcript.h"

void transcript_start(struct tls12_transcript *transcript)
{
  tls12_hash_init(&transcript->sha256, TLS12_SHA256);
  tls12_hash_init(&transcript->sha384, TLS12_SHA384);
}

void transcript_add(struct tls12_transcript *transcript, const uint8_t *message, uint32_t length)
{
  tls12_hash_update(&transcript->sha256, message, length);
  tls12_hash_update(&transcript->sha384, message, length);
}

struct tls12_bytes transcript_hash(const struct tls12_transcript *transcript, enum tls12_hash prf, uint8_t *digest)
{
  struct tls12_hash_context context;
  if (prf == TLS12_SHA384) {
    tls12_hash_copy(&context, &transcript->sha384);
    //@ assert sha384: context.hash == prf && hashing(&context) && hashed(&context) == \at(messages(transcript), Pre);
  } else {
    tls12_hash_copy(&context, &transcript->sha256);
    //@ assert sha256: context.hash == prf && hashing(&context) && hashed(&context) == \at(messages(transcript), Pre);
  }
  tls12_hash_final(&context, digest);
  return (struct tls12_bytes){digest, tls12_hash_size(prf)};
}
