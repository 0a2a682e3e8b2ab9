#include "record/mac.h"

void record_mac(struct tls12_record_key *key, uint8_t type, uint16_t version, const uint8_t *data, uint32_t n,
                uint8_t *mac)
{
  uint8_t head[TLS12_RECORD_HEAD];
  record_head(key->sequence, type, version, n, head);
  tls12_hmac_update(&key->hmac, head, sizeof head);
  tls12_hmac_update(&key->hmac, data, n);
  tls12_hmac_final(&key->hmac, mac);
}
