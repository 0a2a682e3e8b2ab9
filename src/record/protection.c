#include "record/protection.h"

#include "crypto/constant_time.h"
#include "crypto/wipe.h"
#include "record/aead.h"
#include "record/block.h"
#include "record/mac.h"
#include "wire/writer.h"

int tls12_record_key_init(struct tls12_record_key *key, enum tls12_direction direction, enum tls12_cipher cipher,
                          enum tls12_hash mac, int encrypt_then_mac, struct tls12_bytes mac_key,
                          struct tls12_bytes cipher_key, struct tls12_bytes fixed_iv)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(cipher);
  const int with_mac = tls12_hash_size(mac) > 0;

  if (cipher_key.length != sizes.key || fixed_iv.length != sizes.fixed_iv || mac_key.length != tls12_hash_size(mac))
    return -1;
  if ((sizes.type == TLS12_AEAD) == with_mac && !(cipher == TLS12_CIPHER_NULL && !with_mac)) return -1;

  record_key_wipe(key);
  //@ assert mac_key: kept{Pre,Here}(mac_key.data, 0, mac_key.length);
  key->cipher = cipher;
  key->mac = with_mac ? mac : TLS12_HASH_NONE;
  key->encrypt_then_mac = encrypt_then_mac != 0 && sizes.type == TLS12_BLOCK;
  if (with_mac) tls12_hmac_init(&key->hmac, mac, mac_key);
  write_fixed(key->fixed_iv, 0, fixed_iv);
  if (sizes.type == TLS12_BLOCK)
    block_key(key, direction, cipher_key.data);
  else if (sizes.type == TLS12_AEAD)
    aead_key(key, cipher_key.data);
  return 0;
}

unsigned tls12_record_random_length(const struct tls12_record_key *key)
{
  return tls12_cipher_sizes(key->cipher).block;
}

uint32_t tls12_record_sealed_length(const struct tls12_record_key *key, uint32_t n)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(key->cipher);
  const uint32_t mac = tls12_hash_size(key->mac);
  if (sizes.type != TLS12_BLOCK) return sizes.record_iv + n + sizes.tag + mac;
  const uint32_t inside = key->encrypt_then_mac ? n : n + mac;
  return sizes.block + n + mac + block_padding(sizes.block, inside);
}

uint32_t tls12_record_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                           const uint8_t *random_iv, uint8_t *out, uint32_t room)
{
  if (plaintext.length > TLS12_PLAINTEXT_MAX || key->sequence == UINT64_MAX) return TLS12_SEAL_FAILED;
  const uint32_t length = tls12_record_sealed_length(key, plaintext.length);
  if (length > room) return TLS12_SEAL_FAILED;

  const enum tls12_cipher_type kind = tls12_cipher_sizes(key->cipher).type;
  if (kind == TLS12_BLOCK) {
    block_seal(key, type, version, plaintext, random_iv, out);
  } else if (kind == TLS12_AEAD) {
    aead_seal(key, type, version, plaintext, out);
  } else {
    write_fixed(out, 0, plaintext);
    if (key->mac != TLS12_HASH_NONE) record_mac(key, type, version, out, plaintext.length, out + plaintext.length);
  }
  key->sequence++;
  return length;
}

/* GenericStreamCipher with the NULL cipher, section 6.2.3.1: content, MAC. Without a MAC: the initial state. */
/*@ requires key: \valid(key) && record_key_ready(key) && key->cipher == TLS12_CIPHER_NULL;
    requires fragment: n <= TLS12_CIPHERTEXT_MAX && \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message, *plaintext;
    ensures ready: record_key_ready(key);
    ensures content: \result.rule == TLS12_NO_RULE ==> plaintext->offset == 0 &&
      plaintext->length + hash_size(key->mac) == n;
    ensures refused: \result.rule != TLS12_NO_RULE ==> *plaintext == \old(*plaintext) &&
      \result.rule == R5246_6_2_3_1_01 && \result.alert == TLS12_BAD_RECORD_MAC;
    ensures alert: \result.rule == TLS12_NO_RULE ==> \result.alert == TLS12_NO_ALERT;
*/
static struct tls12_fault stream_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                                      uint32_t n, struct tls12_span *plaintext)
{
  const uint32_t size = tls12_hash_size(key->mac);
  uint8_t mac[TLS12_HASH_SIZE_MAX];
  if (n < size) return (struct tls12_fault){R5246_6_2_3_1_01, 0, n, TLS12_BAD_RECORD_MAC};
  if (key->mac != TLS12_HASH_NONE) {
    record_mac(key, type, version, fragment, n - size, mac);
    if (bytes_differ(mac, fragment + (n - size), size) != 0)
      return (struct tls12_fault){R5246_6_2_3_1_01, n - size, size, TLS12_BAD_RECORD_MAC};
  }
  *plaintext = (struct tls12_span){0, n - size};
  return (struct tls12_fault){TLS12_NO_RULE, n, 0, TLS12_NO_ALERT};
}

struct tls12_fault tls12_record_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                                     uint32_t n, struct tls12_span *plaintext)
{
  if (n > TLS12_CIPHERTEXT_MAX) return (struct tls12_fault){R5246_6_2_3_01, 0, n, TLS12_RECORD_OVERFLOW};
  if (key->sequence == UINT64_MAX) return (struct tls12_fault){R5246_6_1_04, 0, n, TLS12_INTERNAL_ERROR};

  const enum tls12_cipher_type kind = tls12_cipher_sizes(key->cipher).type;
  struct tls12_span content = {0, 0};
  struct tls12_fault fault;
  if (kind == TLS12_BLOCK)
    fault = block_open(key, type, version, fragment, n, &content);
  else if (kind == TLS12_AEAD)
    fault = aead_open(key, type, version, fragment, n, &content);
  else
    fault = stream_open(key, type, version, fragment, n, &content);
  if (fault.rule != TLS12_NO_RULE) return fault;

  if (content.length > TLS12_PLAINTEXT_MAX) { /* authentic, but too long: section 6.2.1 */
    tls12_wipe(fragment + content.offset, content.length);
    return (struct tls12_fault){R5246_6_2_1_01, content.offset, content.length, TLS12_RECORD_OVERFLOW};
  }
  key->sequence++;
  *plaintext = content;
  return (struct tls12_fault){TLS12_NO_RULE, n, 0, TLS12_NO_ALERT};
}
