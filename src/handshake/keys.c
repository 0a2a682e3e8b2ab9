/* Secrets of the connection and what is made of them. */
#include "crypto/wipe.h"
#include "handshake/callbacks.h"
#include "handshake/internal.h"
#include "handshake/record_limits.h"
#include "handshake/record_keys.h"

void derive_master_secret(struct tls12_engine *e, struct tls12_bytes premaster)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  if (e->extended_master_secret)
    tls12_extended_master_secret(e->suite->prf, premaster, transcript_hash(&e->transcript, e->suite->prf, digest),
                                 e->master_secret);
  else
    tls12_master_secret(e->suite->prf, premaster, e->client_random, e->server_random, e->master_secret);
  engine_key_log(e->config, e->client_random, e->master_secret);
  derive_record_keys(e);
}

/* The keys of both directions; 0 if the suite's cipher and MAC do not go together. */
/*@ requires secrets: secrets_valid(e) && output_valid(e);
    terminates \true;
    exits \false;
    assigns e->next_read_key, e->next_write_key;
    ensures output: output_valid(e);
    ensures open: e->status == \old(e->status) && e->output_end == \old(e->output_end);
    ensures keys: \result != 0 ==> record_key_ready(&e->next_read_key) && record_key_ready(&e->next_write_key);
    ensures place: same_place{Pre,Post}(e);
*/
static int make_record_keys(struct tls12_engine *e)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(e->suite->cipher);
  const uint32_t own = e->role == TLS12_SERVER;
  uint8_t block[TLS12_KEY_BLOCK_MAX];
  tls12_key_block(e->suite->prf, e->master_secret, e->client_random, e->server_random, block,
                  2 * (tls12_hash_size(e->suite->mac) + sizes.key + sizes.fixed_iv));
  const int seals = make_record_key(e->suite, block, own, TLS12_SEAL, &e->next_write_key);
  const int opens = make_record_key(e->suite, block, 1 - own, TLS12_OPEN, &e->next_read_key);
  wipe(block, sizeof block);
  if (!seals || !opens) return 0;
  use_encrypt_then_mac(&e->next_write_key, e->encrypt_then_mac);
  use_encrypt_then_mac(&e->next_read_key, e->encrypt_then_mac);
  return 1;
}

void derive_record_keys(struct tls12_engine *e)
{
  if (!make_record_keys(e)) own_fault(e);
}

void protect_writing(struct tls12_engine *e)
{
  e->write_key = e->next_write_key;
  e->write_limit = agreed_write_limit(e);
  e->writing_protected = 1;
}

void protect_reading(struct tls12_engine *e)
{
  e->read_key = e->next_read_key;
  limit_reading(e);
  e->reading_protected = 1;
}

void verify_data_of(struct tls12_engine *e, enum tls12_role role, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH])
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  tls12_verify_data(e->suite->prf, e->master_secret, role == TLS12_CLIENT,
                    transcript_hash(&e->transcript, e->suite->prf, digest), verify_data);
}

void forget_handshake_secrets(struct tls12_engine *e)
{
  wipe(e->master_secret, sizeof e->master_secret);
  wipe(e->private_share, sizeof e->private_share);
  record_key_wipe(&e->next_read_key);
  record_key_wipe(&e->next_write_key);
}

struct tls12_bytes key_exchange_digest(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes params,
                                       uint8_t *digest)
{
  return signed_digest(hash, e->client_random, e->server_random, params, digest);
}
