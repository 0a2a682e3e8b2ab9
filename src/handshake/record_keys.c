#include "handshake/record_keys.h"

int make_record_key(const struct tls12_suite *suite, const uint8_t *block, uint32_t server,
                    enum tls12_direction direction, struct tls12_record_key *key)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(suite->cipher);
  const uint32_t mac = tls12_hash_size(suite->mac), cipher = sizes.key, iv = sizes.fixed_iv;
  const struct tls12_bytes mac_key = {block + (server == 0 ? 0 : mac), mac};
  const struct tls12_bytes cipher_key = {block + (2 * mac + (server == 0 ? 0 : cipher)), cipher};
  const struct tls12_bytes fixed_iv = {block + (2 * (mac + cipher) + (server == 0 ? 0 : iv)), iv};
  return tls12_record_key_init(key, direction, suite->cipher, suite->mac, 0, mac_key, cipher_key, fixed_iv) == 0;
}

void use_encrypt_then_mac(struct tls12_record_key *key, int encrypt_then_mac)
{
  key->encrypt_then_mac = encrypt_then_mac != 0 && tls12_cipher_sizes(key->cipher).type == TLS12_BLOCK;
}
