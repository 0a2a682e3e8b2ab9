/* Secrets and what is made of them, and the values that are kept out of messages. */
#include <string.h>

#include "crypto/hash.h"
#include "crypto/wipe.h"
#include "handshake/internal.h"

void derive_master_secret(struct tls12_engine *e, struct tls12_bytes premaster)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  if (e->extended_master_secret)
    tls12_extended_master_secret(e->suite->prf, premaster, transcript_hash(&e->transcript, e->suite->prf, digest),
                                 e->master_secret);
  else
    tls12_master_secret(e->suite->prf, premaster, e->client_random, e->server_random, e->master_secret);
  if (e->config->key_log != NULL) e->config->key_log(e->config->context, e->client_random, e->master_secret);
  derive_record_keys(e);
}

/* RFC 5246 section 6.3: the key block is cut into client MAC, server MAC, client key, server key, client IV, server IV. */
void derive_record_keys(struct tls12_engine *e)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(e->suite->cipher);
  const uint32_t mac = tls12_hash_size(e->suite->mac), key = sizes.key, iv = sizes.fixed_iv;
  uint8_t block[TLS12_KEY_BLOCK_MAX];
  tls12_key_block(e->suite->prf, e->master_secret, e->client_random, e->server_random, block, 2 * (mac + key + iv));

  for (uint32_t server = 0; server < 2; server++) {
    const struct tls12_bytes mac_key = {block + server * mac, mac};
    const struct tls12_bytes cipher_key = {block + 2 * mac + server * key, key};
    const struct tls12_bytes fixed_iv = {block + 2 * (mac + key) + server * iv, iv};
    const int sealing = (e->role == TLS12_SERVER) == (server == 1);
    if (tls12_record_key_init(sealing ? &e->next_write_key : &e->next_read_key, sealing ? TLS12_SEAL : TLS12_OPEN,
                              e->suite->cipher, e->suite->mac, 0, mac_key, cipher_key, fixed_iv) != 0)
      own_fault(e);
  }
  tls12_wipe(block, sizeof block);
}

void verify_data_of(struct tls12_engine *e, enum tls12_role role, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH])
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  tls12_verify_data(e->suite->prf, e->master_secret, role == TLS12_CLIENT ? "client finished" : "server finished",
                    transcript_hash(&e->transcript, e->suite->prf, digest), verify_data);
}

void forget_handshake_secrets(struct tls12_engine *e)
{
  tls12_wipe(e->master_secret, sizeof e->master_secret);
  tls12_wipe(e->private_share, sizeof e->private_share);
  tls12_wipe(&e->next_read_key, sizeof e->next_read_key);
  tls12_wipe(&e->next_write_key, sizeof e->next_write_key);
}

struct tls12_bytes part(const uint8_t *body, struct tls12_span span)
{
  return (struct tls12_bytes){body + span.offset, span.length};
}

int keep_public_value(struct tls12_public_value *kept, struct tls12_bytes value)
{
  if (value.length > TLS12_PUBLIC_VALUE_MAX) return 0;
  memcpy(kept->bytes, value.data, value.length);
  kept->length = value.length;
  return 1;
}

struct tls12_bytes public_value(const struct tls12_public_value *kept)
{
  return (struct tls12_bytes){kept->bytes, kept->length};
}

struct tls12_bytes key_exchange_digest(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes params,
                                       uint8_t *digest)
{
  const struct tls12_bytes parts[] = {
      {e->client_random, TLS12_RANDOM_LENGTH}, {e->server_random, TLS12_RANDOM_LENGTH}, params};
  tls12_hash_parts(hash, parts, 3, digest);
  return (struct tls12_bytes){digest, tls12_hash_size(hash)};
}
