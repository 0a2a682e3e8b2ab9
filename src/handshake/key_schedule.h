/* From premaster secret to keys and verify_data: RFC 5246 sections 6.3, 7.4.9 and 8.1, RFC 7627 section 4.
 * All secrets stay in the caller's buffers; the caller clears them. */
#ifndef TLS12_HANDSHAKE_KEY_SCHEDULE_H
#define TLS12_HANDSHAKE_KEY_SCHEDULE_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/finished.h"
#include "wire/bytes.h"

#define TLS12_RANDOM_LENGTH 32
#define TLS12_MASTER_SECRET_LENGTH 48

/* The longest key block: two MAC keys of 48 bytes, two cipher keys of 32 and two IVs of 16 (RFC 5246 section 6.3). */
#define TLS12_KEY_BLOCK_MAX 192

/* RFC 5246 section 8.1: PRF(premaster, "master secret", client_random || server_random). The randoms have 32 bytes. */
void tls12_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, const uint8_t *client_random,
                         const uint8_t *server_random, uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH]);

/* RFC 7627 section 4: PRF(premaster, "extended master secret", session_hash). */
void tls12_extended_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, struct tls12_bytes session_hash,
                                  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH]);

/* RFC 5246 section 6.3: PRF(master_secret, "key expansion", server_random || client_random), n bytes of it. */
void tls12_key_block(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH],
                     const uint8_t *client_random, const uint8_t *server_random, uint8_t *key_block, uint32_t n);

/* RFC 5246 section 7.4.9: PRF(master_secret, label, Hash(handshake_messages))[0..11]; the label is "client finished"
 * or "server finished". */
void tls12_verify_data(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH], const char *label,
                       struct tls12_bytes transcript_hash, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH]);

#endif
