/* The hash of all handshake messages so far, RFC 5246 sections 7.4.8 and 7.4.9: every message with its header, without
 * HelloRequest, ChangeCipherSpec and alerts. Which hash counts is known after ServerHello, so both that a PRF can have
 * run along. */
#ifndef TLS12_HANDSHAKE_TRANSCRIPT_H
#define TLS12_HANDSHAKE_TRANSCRIPT_H

#include "crypto/hash.h"

struct tls12_transcript {
  struct tls12_hash_context sha256, sha384;
};

void transcript_start(struct tls12_transcript *transcript);
void transcript_add(struct tls12_transcript *transcript, const uint8_t *message, uint32_t length);

/* The hash of what was added; prf is TLS12_SHA256 or TLS12_SHA384. The bytes lie in digest, which has room for
 * TLS12_HASH_SIZE_MAX. */
struct tls12_bytes transcript_hash(const struct tls12_transcript *transcript, enum tls12_hash prf, uint8_t *digest);

#endif
