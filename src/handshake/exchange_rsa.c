#include "handshake/exchange_rsa.h"

#include "crypto/wipe.h"
#include "wire/writer.h"
#include "x509/rsa_key.h"

uint32_t make_rsa_secret(struct tls12_engine *e, uint8_t *encrypted, uint8_t *secret)
{
  const struct rsa_public_key key = {public_value(&e->peer_key), public_value(&e->peer_exponent)};
  if (!engine_random(e, secret, RSA_SECRET_LENGTH)) return 0;
  write_uint16(secret, 0, e->client_version); /* the version that was offered */
  if (!rsa_encrypt(&key, (struct tls12_bytes){secret, RSA_SECRET_LENGTH}, e->config->random, e->config->random_context,
                   encrypted)) {
    own_fault(e);
    return 0;
  }
  return key.modulus.length;
}

uint32_t open_rsa_secret(struct tls12_engine *e, struct tls12_bytes encrypted, uint8_t *secret)
{
  uint8_t substitute[RSA_SECRET_LENGTH];
  if (engine_random(e, substitute, sizeof substitute)) { /* drawn first, whatever comes of the decryption */
    const struct rsa_private_key key = rsa_key_of(&e->credential->key);
    if (!rsa_decrypt_premaster(&key, encrypted, e->client_version, substitute, e->config->random,
                               e->config->random_context, secret))
      own_fault(e);
  }
  wipe(substitute, sizeof substitute);
  return RSA_SECRET_LENGTH;
}
