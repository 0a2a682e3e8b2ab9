/* From premaster secret to keys and verify_data: RFC 5246 sections 6.3, 7.4.9 and 8.1, RFC 7627 section 4.
 * All secrets stay in the caller's buffers; the caller clears them. */
#ifndef TLS12_HANDSHAKE_KEY_SCHEDULE_H
#define TLS12_HANDSHAKE_KEY_SCHEDULE_H

#include <stdint.h>

#include "crypto/prf.h"
#include "spec/algorithms.h"
#include "spec/finished.h"
#include "spec/prf.h"
#include "wire/bytes.h"

#define TLS12_RANDOM_LENGTH 32
#define TLS12_MASTER_SECRET_LENGTH 48

/* The longest key block: two MAC keys of 64 bytes, two cipher keys of 32 and two IVs of 16 (RFC 5246 section 6.3). */
#define TLS12_KEY_BLOCK_MAX 224

/* The labels, each with a zero after it. */
extern const uint8_t label_master_secret[14];          /* "master secret" */
extern const uint8_t label_extended_master_secret[23]; /* "extended master secret" */
extern const uint8_t label_key_expansion[14];          /* "key expansion" */
extern const uint8_t label_client_finished[16];        /* "client finished" */
extern const uint8_t label_server_finished[16];        /* "server finished" */
#define TLS12_FINISHED_LABEL_LENGTH 15

/* RFC 5246 section 8.1: PRF(premaster, "master secret", client_random || server_random). The randoms have 32 bytes. */
/*@ requires hash: 0 < hash_size(prf);
    requires input: \valid_read(premaster.data + (0 .. premaster.length - 1)) && \valid_read(client_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \valid_read(server_random + (0 .. TLS12_RANDOM_LENGTH - 1));
    requires output: \valid(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1));
    requires apart: \separated(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1), client_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \separated(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1), server_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \separated(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1), &label_master_secret[0] + (0 .. 13 - 1));
    terminates \true;
    exits \false;
    assigns master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1];
    //= build/requirements.md#R5246-8.1-01
    //= type=implication
    //# master_secret = PRF(premaster, "master secret", client_random+server_random)[0..47], 48 bytes whatever the key
    //# exchange.
    //= build/requirements.md#R5246-6.1-05
    //= type=implication
    //# SecurityParameters always hold a 48-byte master secret and two 32-byte randoms, one from each peer.
    //= build/requirements.md#R5246-5-04
    //= type=implication
    //# PRF labels are bare ASCII bytes: no length prefix and no terminating NUL.
    ensures R5246_8_1: \forall integer k; 0 <= k < TLS12_MASTER_SECRET_LENGTH ==> master_secret[k] ==
      prf_byte{Pre}(prf, hmac_inner{Pre}(prf, premaster.data, premaster.length), hmac_outer{Pre}(prf, premaster.data, premaster.length), &label_master_secret[0], 13, client_random, TLS12_RANDOM_LENGTH, server_random, TLS12_RANDOM_LENGTH, k);
*/
void tls12_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, const uint8_t *client_random,
                         const uint8_t *server_random, uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH]);

/* RFC 7627 section 4: PRF(premaster, "extended master secret", session_hash). */
/*@ requires hash: 0 < hash_size(prf);
    requires input: \valid_read(premaster.data + (0 .. premaster.length - 1)) && \valid_read(session_hash.data + (0 .. session_hash.length - 1));
    requires output: \valid(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1));
    requires apart: \separated(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1), session_hash.data + (0 .. session_hash.length - 1)) && \separated(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1), &label_extended_master_secret[0] + (0 .. 22 - 1));
    terminates \true;
    exits \false;
    assigns master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1];
    //= build/requirements.md#R7627-4-01
    //= type=implication
    //# With the extension agreed in a full handshake, master_secret = PRF(premaster, "extended master secret",
    //# session_hash)[0..47].
    ensures R7627_4: \forall integer k; 0 <= k < TLS12_MASTER_SECRET_LENGTH ==> master_secret[k] ==
      prf_byte{Pre}(prf, hmac_inner{Pre}(prf, premaster.data, premaster.length), hmac_outer{Pre}(prf, premaster.data, premaster.length), &label_extended_master_secret[0], 22, session_hash.data, session_hash.length, (uint8_t *)\null, 0, k);
*/
void tls12_extended_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, struct tls12_bytes session_hash,
                                  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH]);

/* RFC 5246 section 6.3: PRF(master_secret, "key expansion", server_random || client_random), n bytes of it. */
/*@ requires hash: 0 < hash_size(prf);
    requires length: n <= TLS12_BODY_MAX;
    requires input: \valid_read(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1)) && \valid_read(client_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \valid_read(server_random + (0 .. TLS12_RANDOM_LENGTH - 1));
    requires output: \valid(key_block + (0 .. n - 1));
    requires apart: \separated(key_block + (0 .. n - 1), server_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \separated(key_block + (0 .. n - 1), client_random + (0 .. TLS12_RANDOM_LENGTH - 1)) && \separated(key_block + (0 .. n - 1), &label_key_expansion[0] + (0 .. 13 - 1));
    terminates \true;
    exits \false;
    assigns key_block[0 .. n - 1];
    //= build/requirements.md#R5246-6.3-01
    //= type=implication
    //# key_block = PRF(master_secret,"key expansion",server_random+client_random): note that the randoms are in the
    //# opposite order to the master secret computation.
    ensures R5246_6_3: \forall integer k; 0 <= k < n ==> key_block[k] ==
      prf_byte{Pre}(prf, hmac_inner{Pre}(prf, master_secret, TLS12_MASTER_SECRET_LENGTH), hmac_outer{Pre}(prf, master_secret, TLS12_MASTER_SECRET_LENGTH), &label_key_expansion[0], 13, server_random, TLS12_RANDOM_LENGTH, client_random, TLS12_RANDOM_LENGTH, k);
*/
void tls12_key_block(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH],
                     const uint8_t *client_random, const uint8_t *server_random, uint8_t *key_block, uint32_t n);

/* RFC 5246 section 7.4.9: PRF(master_secret, finished_label, Hash(handshake_messages))[0..11], of the Finished that the
 * client sends (from_client not 0) or the server. */
/*@ requires hash: 0 < hash_size(prf);
    requires input: \valid_read(master_secret + (0 .. TLS12_MASTER_SECRET_LENGTH - 1)) && \valid_read(transcript_hash.data + (0 .. transcript_hash.length - 1));
    requires output: \valid(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1));
    requires apart: \separated(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1), transcript_hash.data + (0 .. transcript_hash.length - 1)) && \separated(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1), &label_client_finished[0] + (0 .. TLS12_FINISHED_LABEL_LENGTH - 1)) && \separated(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1), &label_server_finished[0] + (0 .. TLS12_FINISHED_LABEL_LENGTH - 1));
    terminates \true;
    exits \false;
    assigns verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1];
    //= build/requirements.md#R5246-7.4.9-04
    //= type=implication
    //# verify_data = PRF(master_secret, label, Hash(handshake_messages))[0..11]; label is "client finished" or "server
    //# finished" according to the sender.
    ensures R5246_7_4_9: \forall integer k; 0 <= k < TLS12_VERIFY_DATA_LENGTH ==> verify_data[k] ==
      prf_byte{Pre}(prf, hmac_inner{Pre}(prf, master_secret, TLS12_MASTER_SECRET_LENGTH), hmac_outer{Pre}(prf, master_secret, TLS12_MASTER_SECRET_LENGTH), from_client != 0 ? &label_client_finished[0] : &label_server_finished[0], TLS12_FINISHED_LABEL_LENGTH, transcript_hash.data, transcript_hash.length, (uint8_t *)\null, 0, k);
*/
void tls12_verify_data(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH], int from_client,
                       struct tls12_bytes transcript_hash, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH]);

#endif
