#include "record/block.h"

#include <nettle/cbc.h>
#include <string.h>

#include "crypto/constant_time.h"
#include "crypto/hmac_secret_length.h"
#include "crypto/wipe.h"

void block_key(struct tls12_record_key *key, enum tls12_direction direction, const uint8_t *cipher_key)
{
  if (key->cipher == TLS12_CIPHER_3DES_EDE_CBC) {
    (void)des3_set_key(&key->state.des3,
                       cipher_key); /* its result warns of a weak key, which RFC 5246 does not refuse */
  } else if (key->cipher == TLS12_CIPHER_AES_128_CBC) {
    if (direction == TLS12_SEAL)
      aes128_set_encrypt_key(&key->state.aes128, cipher_key);
    else
      aes128_set_decrypt_key(&key->state.aes128, cipher_key);
  } else {
    if (direction == TLS12_SEAL)
      aes256_set_encrypt_key(&key->state.aes256, cipher_key);
    else
      aes256_set_decrypt_key(&key->state.aes256, cipher_key);
  }
}

static void encrypt(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data)
{
  if (key->cipher == TLS12_CIPHER_3DES_EDE_CBC)
    cbc_encrypt(&key->state.des3, (nettle_cipher_func *)des3_encrypt, DES3_BLOCK_SIZE, iv, n, data, data);
  else if (key->cipher == TLS12_CIPHER_AES_128_CBC)
    cbc_encrypt(&key->state.aes128, (nettle_cipher_func *)aes128_encrypt, AES_BLOCK_SIZE, iv, n, data, data);
  else
    cbc_encrypt(&key->state.aes256, (nettle_cipher_func *)aes256_encrypt, AES_BLOCK_SIZE, iv, n, data, data);
}

static void decrypt(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data)
{
  if (key->cipher == TLS12_CIPHER_3DES_EDE_CBC)
    cbc_decrypt(&key->state.des3, (nettle_cipher_func *)des3_decrypt, DES3_BLOCK_SIZE, iv, n, data, data);
  else if (key->cipher == TLS12_CIPHER_AES_128_CBC)
    cbc_decrypt(&key->state.aes128, (nettle_cipher_func *)aes128_decrypt, AES_BLOCK_SIZE, iv, n, data, data);
  else
    cbc_decrypt(&key->state.aes256, (nettle_cipher_func *)aes256_decrypt, AES_BLOCK_SIZE, iv, n, data, data);
}

void block_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                const uint8_t *iv, uint8_t *out)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac);
  uint8_t head[TLS12_RECORD_HEAD], chain[TLS12_EXPLICIT_IV_MAX];
  uint32_t n = plaintext.length;

  memcpy(chain, iv, block);
  memcpy(out, iv, block);
  if (n > 0) memcpy(out + block, plaintext.data, n);
  if (!key->encrypt_then_mac) {
    record_head(key->sequence, type, version, n, head);
    tls12_hmac_update(&key->hmac, head, sizeof head);
    tls12_hmac_update(&key->hmac, out + block, n);
    tls12_hmac_final(&key->hmac, out + block + n);
    n += mac;
  }
  const uint32_t padding = block - n % block; /* padding and padding_length */
  memset(out + block + n, (int)(padding - 1), padding);
  n += padding;
  encrypt(key, chain, n, out + block);
  if (key->encrypt_then_mac) { /* RFC 7366 section 3: over IV and ciphertext, and their length */
    record_head(key->sequence, type, version, block + n, head);
    tls12_hmac_update(&key->hmac, head, sizeof head);
    tls12_hmac_update(&key->hmac, out, block + n);
    tls12_hmac_final(&key->hmac, out + block + n);
  }
}

static const struct tls12_fault accepted = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};

/* RFC 7366 section 3: the MAC first; what follows is authentic and may be looked at in the open. */
static struct tls12_fault open_encrypt_then_mac(struct tls12_record_key *key, uint8_t type, uint16_t version,
                                                uint8_t *fragment, uint32_t n, struct tls12_span *plaintext)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac);
  uint8_t head[TLS12_RECORD_HEAD], expected[TLS12_HASH_SIZE_MAX], iv[TLS12_EXPLICIT_IV_MAX];

  if (n < 2 * block + mac || (n - mac) % block != 0)
    return (struct tls12_fault){R7366_3_03, 0, n, TLS12_BAD_RECORD_MAC};
  n -= mac;
  record_head(key->sequence, type, version, n, head);
  tls12_hmac_update(&key->hmac, head, sizeof head);
  tls12_hmac_update(&key->hmac, fragment, n);
  tls12_hmac_final(&key->hmac, expected);
  if (bytes_differ(expected, fragment + n, mac) != 0)
    return (struct tls12_fault){R7366_3_03, n, mac, TLS12_BAD_RECORD_MAC};

  memcpy(iv, fragment, block);
  decrypt(key, iv, n - block, fragment + block);
  const uint32_t padding = fragment[n - 1];
  uint32_t wrong = mask_less(n - block, padding + 1);
  const uint32_t look = n - block < 256 ? n - block : 256;
  for (uint32_t i = 0; i < look; i++) wrong |= mask_less(i, padding + 1) & (fragment[n - 1 - i] ^ padding);
  if (wrong != 0) {
    tls12_wipe(fragment + block, n - block);
    return (struct tls12_fault){R5246_6_2_3_2_03, block, n - block, TLS12_BAD_RECORD_MAC};
  }
  *plaintext = (struct tls12_span){block, n - block - padding - 1};
  return accepted;
}

/* Copies the MAC that stands at the secret place start, shortest <= start <= longest, without showing where. Every byte
 * that can belong to it lands in a ring of its size, which is then turned by the secret distance. */
static void take_mac(const uint8_t *data, uint32_t start, uint32_t shortest, uint32_t longest, uint32_t size,
                     uint8_t *mac)
{
  uint8_t ring[TLS12_HASH_SIZE_MAX] = {0};
  uint32_t turn = 0, at = 0;
  for (uint32_t i = shortest; i < longest + size; i++) {
    turn |= mask_equal(i, start) & at;
    ring[at] |= (uint8_t)(data[i] & ~mask_less(i, start) & mask_less(i, start + size));
    at = at + 1 == size ? 0 : at + 1;
  }
  for (uint32_t i = 0; i < size; i++) {
    uint32_t byte = 0;
    for (uint32_t j = 0; j < size; j++) { /* ring[(turn + i) mod size] */
      const uint32_t sum = turn + i, place = sum - (~mask_less(sum, size) & size);
      byte |= mask_equal(j, place) & ring[j];
    }
    mac[i] = (uint8_t)byte;
  }
  tls12_wipe(ring, sizeof ring);
}

/* RFC 5246 section 6.2.3.2. The work depends on n only: with wrong padding the MAC is computed as if there were none. */
static struct tls12_fault open_mac_then_encrypt(struct tls12_record_key *key, uint8_t type, uint16_t version,
                                                uint8_t *fragment, uint32_t n, struct tls12_span *plaintext)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac);
  uint8_t head[TLS12_RECORD_HEAD], iv[TLS12_EXPLICIT_IV_MAX];
  uint8_t expected[TLS12_HASH_SIZE_MAX], found[TLS12_HASH_SIZE_MAX];
  const struct tls12_fault refused = {R5246_6_2_3_2_03, 0, n, TLS12_BAD_RECORD_MAC};

  if (n % block != 0 || n < block + mac + 1) return refused; /* public: the length of the record shows it */

  uint8_t *data = fragment + block;
  n -= block;
  memcpy(iv, fragment, block);
  decrypt(key, iv, n, data);

  const uint32_t longest = n - mac - 1;
  const uint32_t shortest = longest < 255 ? 0 : longest - 255;
  uint32_t padding = data[n - 1];
  uint32_t wrong = mask_less(longest, padding);
  const uint32_t look = n < 256 ? n : 256;
  for (uint32_t i = 0; i < look; i++) wrong |= mask_less(i, padding + 1) & (data[n - 1 - i] ^ padding);
  padding &= mask_zero(wrong & 0x7fffffff) & mask_zero(wrong >> 31);

  const uint32_t length = longest - padding;
  record_head(key->sequence, type, version, length, head);
  tls12_hmac_secret_length(&key->hmac, head, sizeof head, data, length, shortest, longest, expected);
  take_mac(data, length, shortest, longest, mac, found);
  wrong |= bytes_differ(expected, found, mac);
  tls12_wipe(expected, sizeof expected);
  tls12_wipe(found, sizeof found);
  if (wrong != 0) {
    tls12_wipe(data, n);
    return refused;
  }
  *plaintext = (struct tls12_span){block, length};
  return accepted;
}

struct tls12_fault block_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                              uint32_t n, struct tls12_span *plaintext)
{
  if (key->encrypt_then_mac) return open_encrypt_then_mac(key, type, version, fragment, n, plaintext);
  return open_mac_then_encrypt(key, type, version, fragment, n, plaintext);
}
