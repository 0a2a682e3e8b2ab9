/* The messages of the handshake as they are, in memory of the caller's: CertificateVerify signs them (RFC 5246 section 7.4.8), and only
 * SHA-256 and SHA-384 run along. Ed25519 and Ed448 need all of them at the end, other hashes could run along but hardly ever count.
 * The proofs do not know that memory; what they assume is, as of the functions of callbacks.h, that the library sees none of it. */
#ifndef TLS12_HANDSHAKE_MESSAGES_H
#define TLS12_HANDSHAKE_MESSAGES_H

#include "handshake/internal.h"

/* A handshake begins. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void forget_messages(const struct tls12_engine *e);

/* Keeps a message, with its header. */
/*@ requires engine: \valid_read(e);
    requires message: \valid_read(message + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void keep_message(const struct tls12_engine *e, const uint8_t *message, uint32_t length);

/* Whether the messages are kept, and have had room so far. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
*/
int has_all_messages(const struct tls12_engine *e);

/* What CertificateVerify with this pair signs: the hash of the messages, in digest, or with Ed25519 and Ed448 the messages. Length 0:
 * they have had no room. */
/*@ requires engine: \valid_read(e) && transcript_ready(&e->transcript);
    requires memory: \valid(digest + (0 .. TLS12_HASH_SIZE_MAX - 1));
    requires apart: \separated(e, digest + (0 .. TLS12_HASH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. TLS12_HASH_SIZE_MAX - 1];
    ensures readable: \valid_read(\result.data + (0 .. \result.length - 1));
*/
struct tls12_bytes signed_messages(const struct tls12_engine *e, uint32_t pair, uint8_t *digest);

#endif
