#include "handshake/key_schedule.h"

const uint8_t label_master_secret[] = "master secret";
const uint8_t label_extended_master_secret[] = "extended master secret";
const uint8_t label_key_expansion[] = "key expansion";
const uint8_t label_client_finished[] = "client finished";
const uint8_t label_server_finished[] = "server finished";

static const struct tls12_bytes nothing = {0};

void tls12_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, const uint8_t *client_random,
                         const uint8_t *server_random, uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH])
{
  p_hash(prf, premaster, (struct tls12_bytes){label_master_secret, 13},
         (struct tls12_bytes){client_random, TLS12_RANDOM_LENGTH},
         (struct tls12_bytes){server_random, TLS12_RANDOM_LENGTH}, master_secret, TLS12_MASTER_SECRET_LENGTH);
}

void tls12_extended_master_secret(enum tls12_hash prf, struct tls12_bytes premaster, struct tls12_bytes session_hash,
                                  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH])
{
  p_hash(prf, premaster, (struct tls12_bytes){label_extended_master_secret, 22}, session_hash, nothing, master_secret,
         TLS12_MASTER_SECRET_LENGTH);
}

void tls12_key_block(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH],
                     const uint8_t *client_random, const uint8_t *server_random, uint8_t *key_block, uint32_t n)
{
  p_hash(prf, (struct tls12_bytes){master_secret, TLS12_MASTER_SECRET_LENGTH},
         (struct tls12_bytes){label_key_expansion, 13}, (struct tls12_bytes){server_random, TLS12_RANDOM_LENGTH},
         (struct tls12_bytes){client_random, TLS12_RANDOM_LENGTH}, key_block, n);
}

void tls12_verify_data(enum tls12_hash prf, const uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH], int from_client,
                       struct tls12_bytes transcript_hash, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH])
{
  const uint8_t *label = from_client ? label_client_finished : label_server_finished;
  p_hash(prf, (struct tls12_bytes){master_secret, TLS12_MASTER_SECRET_LENGTH},
         (struct tls12_bytes){label, TLS12_FINISHED_LABEL_LENGTH}, transcript_hash, nothing, verify_data,
         TLS12_VERIFY_DATA_LENGTH);
}
