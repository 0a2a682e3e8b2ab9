#include "record/aead.h"

#include <string.h>

#include "crypto/constant_time.h"
#include "crypto/wipe.h"
#include "record/block.h"

#define NONCE 12
#define TAG 16

void aead_key(struct tls12_record_key *key, const uint8_t *cipher_key)
{
  if (key->cipher == TLS12_CIPHER_AES_128_GCM)
    gcm_aes128_set_key(&key->state.gcm128, cipher_key);
  else if (key->cipher == TLS12_CIPHER_AES_256_GCM)
    gcm_aes256_set_key(&key->state.gcm256, cipher_key);
  else
    chacha_poly1305_set_key(&key->state.chacha, cipher_key);
}

static void sequence_bytes(uint64_t sequence, uint8_t out[8])
{
  for (unsigned i = 0; i < 8; i++) out[i] = (uint8_t)(sequence >> (56 - 8 * i));
}

/* RFC 5288 section 3: salt, explicit part. RFC 7905 section 2: IV XOR the padded sequence number. */
static void make_nonce(const struct tls12_record_key *key, const uint8_t part[8], uint8_t nonce[NONCE])
{
  memcpy(nonce, key->fixed_iv, NONCE);
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    for (unsigned i = 0; i < 8; i++) nonce[4 + i] ^= part[i];
  } else {
    memcpy(nonce + 4, part, 8);
  }
}

static void start(struct tls12_record_key *key, const uint8_t nonce[NONCE], const uint8_t head[TLS12_RECORD_HEAD])
{
  if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_set_iv(&key->state.gcm128, NONCE, nonce);
    gcm_aes128_update(&key->state.gcm128, TLS12_RECORD_HEAD, head);
  } else if (key->cipher == TLS12_CIPHER_AES_256_GCM) {
    gcm_aes256_set_iv(&key->state.gcm256, NONCE, nonce);
    gcm_aes256_update(&key->state.gcm256, TLS12_RECORD_HEAD, head);
  } else {
    chacha_poly1305_set_nonce(&key->state.chacha, nonce);
    chacha_poly1305_update(&key->state.chacha, TLS12_RECORD_HEAD, head);
  }
}

void aead_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext, uint8_t *out)
{
  uint8_t head[TLS12_RECORD_HEAD], nonce[NONCE], part[8];
  const uint32_t n = plaintext.length;

  sequence_bytes(key->sequence, part);
  make_nonce(key, part, nonce);
  record_head(key->sequence, type, version, n, head);
  start(key, nonce, head);
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    chacha_poly1305_encrypt(&key->state.chacha, n, out, plaintext.data);
    chacha_poly1305_digest(&key->state.chacha, TAG, out + n);
    return;
  }
  memcpy(out, part, sizeof part);
  out += sizeof part;
  if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_encrypt(&key->state.gcm128, n, out, plaintext.data);
    gcm_aes128_digest(&key->state.gcm128, TAG, out + n);
  } else {
    gcm_aes256_encrypt(&key->state.gcm256, n, out, plaintext.data);
    gcm_aes256_digest(&key->state.gcm256, TAG, out + n);
  }
}

struct tls12_fault aead_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                             uint32_t n, struct tls12_span *plaintext)
{
  const enum tls12_rule rule = key->cipher == TLS12_CIPHER_CHACHA20_POLY1305
                                   ? R5246_6_2_3_3_02
                                   : R5288_3_04; /* RFC 5246's says the same of both */
  const uint32_t explicit_part = tls12_cipher_sizes(key->cipher).record_iv;
  uint8_t head[TLS12_RECORD_HEAD], nonce[NONCE], part[8], tag[TAG];

  if (n < explicit_part + TAG) return (struct tls12_fault){rule, 0, n, TLS12_BAD_RECORD_MAC};
  const uint32_t length = n - explicit_part - TAG;
  uint8_t *data = fragment + explicit_part;

  sequence_bytes(key->sequence, part);
  if (explicit_part > 0) memcpy(part, fragment, sizeof part);
  make_nonce(key, part, nonce);
  record_head(key->sequence, type, version, length, head);
  start(key, nonce, head);
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    chacha_poly1305_decrypt(&key->state.chacha, length, data, data);
    chacha_poly1305_digest(&key->state.chacha, TAG, tag);
  } else if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_decrypt(&key->state.gcm128, length, data, data);
    gcm_aes128_digest(&key->state.gcm128, TAG, tag);
  } else {
    gcm_aes256_decrypt(&key->state.gcm256, length, data, data);
    gcm_aes256_digest(&key->state.gcm256, TAG, tag);
  }
  const uint32_t wrong = bytes_differ(tag, data + length, TAG);
  tls12_wipe(tag, sizeof tag);
  if (wrong != 0) {
    tls12_wipe(data, length);
    return (struct tls12_fault){rule, 0, n, TLS12_BAD_RECORD_MAC};
  }
  *plaintext = (struct tls12_span){explicit_part, length};
  return (struct tls12_fault){TLS12_NO_RULE, n, 0, TLS12_NO_ALERT};
}
