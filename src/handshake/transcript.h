/* The hash of all handshake messages so far, RFC 5246 sections 7.4.8 and 7.4.9: every message with its header, without
 * HelloRequest, ChangeCipherSpec and alerts. Which hash counts is known after ServerHello, so both that a PRF can have
 * run along. */
#ifndef TLS12_HANDSHAKE_TRANSCRIPT_H
#define TLS12_HANDSHAKE_TRANSCRIPT_H

#include "crypto/hash.h"

struct tls12_transcript {
  struct tls12_hash_context sha256, sha384;
};

/*@ predicate transcript_ready{L}(struct tls12_transcript *t) =
      t->sha256.hash == TLS12_SHA256 && t->sha384.hash == TLS12_SHA384 && hashing(&t->sha256) && hashing(&t->sha384) &&
      hashed(&t->sha256) == hashed(&t->sha384);

    // All messages so far.
    logic text messages{L}(struct tls12_transcript *t) = hashed(&t->sha256);
*/

/*@ requires memory: \valid(transcript);
    terminates \true;
    exits \false;
    assigns *transcript;
    ensures ready: transcript_ready(transcript);
    ensures empty: messages(transcript) == empty_text;
*/
void transcript_start(struct tls12_transcript *transcript);

/*@ requires transcript: \valid(transcript) && transcript_ready(transcript);
    requires memory: \valid_read(message + (0 .. length - 1));
    requires apart: \separated(transcript, message + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns transcript->sha256.state, transcript->sha384.state;
    ensures ready: transcript_ready(transcript);
    //= build/requirements.md#R7627-3-01
    //# session_hash is the Finished hash over all handshake messages from ClientHello up to and including
    //# ClientKeyExchange, headers included (so it contains the client Certificate, not CertificateVerify).
    ensures longer: messages(transcript) == with_bytes{Pre}(\old(messages(transcript)), message, length);
*/
void transcript_add(struct tls12_transcript *transcript, const uint8_t *message, uint32_t length);

/* The hash of what was added; prf is TLS12_SHA256 or TLS12_SHA384. The bytes lie in digest, which has room for
 * TLS12_HASH_SIZE_MAX. */
/*@ requires transcript: \valid_read(transcript) && transcript_ready(transcript);
    requires prf: prf == TLS12_SHA256 || prf == TLS12_SHA384;
    requires memory: \valid(digest + (0 .. TLS12_HASH_SIZE_MAX - 1));
    requires apart: \separated(transcript, digest + (0 .. TLS12_HASH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. TLS12_HASH_SIZE_MAX - 1];
    ensures digest: digest_at(digest, hash_size(prf), prf, \old(messages(transcript)));
    ensures place: \result.data == digest && \result.length == hash_size(prf);
*/
struct tls12_bytes transcript_hash(const struct tls12_transcript *transcript, enum tls12_hash prf, uint8_t *digest);

#endif
