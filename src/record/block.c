#include "record/block.h"

#include "crypto/constant_time.h"
#include "crypto/hmac_secret_length.h"
#include "crypto/wipe.h"
#include "record/cbc.h"
#include "record/mac.h"
#include "wire/writer.h"

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

uint32_t block_padding(uint32_t block, uint32_t n)
{
  return block == 8 ? 8u - n % 8u : 16u - n % 16u;
}

/* Padding and its length: `size` bytes, each size - 1, at out[at]. */
/*@ requires size: 1 <= size <= 256 && at <= TLS12_BODY_MAX;
    requires memory: \valid(out + (at .. at + size - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + size - 1];
    ensures padding: \forall integer i; 0 <= i < size ==> out[at + i] == size - 1;
*/
static void write_padding(uint8_t *out, uint32_t at, uint32_t size)
{
  /*@ loop invariant padding: 0 <= i <= size && \forall integer j; 0 <= j < i ==> out[at + j] == size - 1;
      loop assigns i, out[at .. at + size - 1];
      loop variant size - i;
  */
  for (uint32_t i = 0; i < size; i++) out[at + i] = (uint8_t)(size - 1u);
}

void block_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                const uint8_t *iv, uint8_t *out)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac), n = plaintext.length;
  const uint32_t inside = key->encrypt_then_mac ? n : n + mac, padding = block_padding(block, inside);
  uint8_t chain[TLS12_EXPLICIT_IV_MAX];

  write_fixed(chain, 0, (struct tls12_bytes){iv, block});
  write_fixed(out, 0, (struct tls12_bytes){iv, block});
  write_fixed(out, block, plaintext);
  if (!key->encrypt_then_mac) record_mac(key, type, version, out + block, n, out + block + n);
  write_padding(out, block + inside, padding);
  cbc_seal(key, chain, inside + padding, out + block);
  if (key->encrypt_then_mac) /* RFC 7366 section 3: over IV and ciphertext, and their length */
    record_mac(key, type, version, out, block + inside + padding, out + block + inside + padding);
}

/*@ requires block: block == 8 || block == 16;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures whole: \result != 0 <==> n % block == 0;
*/
static int is_whole(uint32_t block, uint32_t n)
{
  return block == 8 ? n % 8u == 0 : n % 16u == 0;
}

/* 1 if data[0 .. n-1] ends with right padding, its length at most `limit`; else 0. Takes as long with any bytes. */
/*@ requires memory: 1 <= n && \valid_read(data + (0 .. n - 1));
    requires limit: limit < n;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bit: \result <= 1;
    ensures R5246_6_2_3_2_padding: \result == 1 <==>
      data[n - 1] <= limit && \forall integer i; 0 <= i <= data[n - 1] ==> data[n - 1 - i] == data[n - 1];
*/
static uint32_t padding_right(const uint8_t *data, uint32_t n, uint32_t limit)
{
  const uint32_t padding = data[n - 1], look = n < 256 ? n : 256;
  uint32_t right = 1u - bit_less(limit, padding);
  /*@ loop invariant range: 0 <= i <= look && right <= 1;
      loop invariant right: right == 1 <==>
        padding <= limit && \forall integer j; 0 <= j < i && j <= padding ==> data[n - 1 - j] == padding;
      loop assigns i, right;
      loop variant look - i;
  */
  for (uint32_t i = 0; i < look; i++)
    right = bit_and(right, bit_or(bit_less(padding, i), bit_equal(data[n - 1 - i], padding)));
  return right;
}

/* RFC 7366 section 3: the MAC first; what follows is authentic and may be looked at in the open. */
/*@ requires key: \valid(key) && record_key_ready(key) && 0 < cipher_block(key->cipher);
    requires fragment: n <= TLS12_CIPHERTEXT_MAX && \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message, fragment[0 .. n - 1], *plaintext;
    ensures ready: record_key_ready(key);
    ensures content: \result.rule == TLS12_NO_RULE ==> plaintext->offset == cipher_block(key->cipher) &&
      plaintext->offset + plaintext->length + 1 + hash_size(key->mac) <= n;
    ensures refused: \result.rule != TLS12_NO_RULE ==> *plaintext == \old(*plaintext) &&
      \result.alert == TLS12_BAD_RECORD_MAC;
    ensures alert: \result.rule == TLS12_NO_RULE ==> \result.alert == TLS12_NO_ALERT;
*/
static struct tls12_fault open_encrypt_then_mac(struct tls12_record_key *key, uint8_t type, uint16_t version,
                                                uint8_t *fragment, uint32_t n, struct tls12_span *plaintext)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac);
  uint8_t expected[TLS12_HASH_SIZE_MAX], iv[TLS12_EXPLICIT_IV_MAX];

  if (n < 2 * block + mac || !is_whole(block, n - mac))
    return (struct tls12_fault){R7366_3_03, 0, n, TLS12_BAD_RECORD_MAC};
  const uint32_t end = n - mac, length = end - block; /* of the MAC's input, of what is encrypted */
  record_mac(key, type, version, fragment, end, expected);
  if (bytes_differ(expected, fragment + end, mac) != 0)
    return (struct tls12_fault){R7366_3_03, end, mac, TLS12_BAD_RECORD_MAC};

  write_fixed(iv, 0, (struct tls12_bytes){fragment, block});
  cbc_open(key, iv, length, fragment + block);
  if (padding_right(fragment + block, length, length - 1) == 0) {
    wipe(fragment + block, length);
    return (struct tls12_fault){R5246_6_2_3_2_03, block, length, TLS12_BAD_RECORD_MAC};
  }
  *plaintext = (struct tls12_span){block, length - fragment[end - 1] - 1};
  return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
}

/* Copies the MAC that stands at the secret place start, shortest <= start <= longest, without showing where. */
/*@ requires place: shortest <= start <= longest <= 0xFFFFFF && size <= TLS12_HASH_SIZE_MAX;
    requires memory: \valid_read(data + (0 .. longest + size - 1)) && \valid(mac + (0 .. size - 1));
    requires apart: \separated(mac + (0 .. size - 1), data + (0 .. longest + size - 1));
    terminates \true;
    exits \false;
    assigns mac[0 .. size - 1];
    ensures taken: copy{Post,Post}(data, start, mac, size);
*/
static void take_mac(const uint8_t *data, uint32_t start, uint32_t shortest, uint32_t longest, uint32_t size,
                     uint8_t *mac)
{
  /*@ loop invariant range: shortest <= at <= longest + 1;
      loop invariant taken: start < at ==> copy{Here,Here}(data, start, mac, size);
      loop assigns at, mac[0 .. size - 1];
      loop variant longest + 1 - at;
  */
  for (uint32_t at = shortest; at <= longest; at++) bytes_select(bit_equal(at, start), data + at, mac, size);
}

#define NO_CONTENT UINT32_MAX

/* RFC 5246 section 6.2.3.2: how long the content of the decrypted data[0 .. n-1] is, NO_CONTENT if padding or MAC are wrong.
 * The work depends on n only: with wrong padding the MAC is computed as if there were none. */
/*@ requires key: \valid(key) && record_key_ready(key) && 0 < hash_size(key->mac);
    requires data: hash_size(key->mac) < n <= TLS12_CIPHERTEXT_MAX && \valid_read(data + (0 .. n - 1));
    requires apart: \separated(key, data + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message;
    ensures ready: record_key_ready(key);
    ensures content: \result == NO_CONTENT || \result + data[n - 1] + 1 + hash_size(key->mac) == n;
    ensures R5246_6_2_3_2_padding: \result != NO_CONTENT ==>
      \forall integer i; 0 <= i <= data[n - 1] ==> data[n - 1 - i] == data[n - 1];
*/
static uint32_t content_length(struct tls12_record_key *key, uint8_t type, uint16_t version, const uint8_t *data,
                               uint32_t n)
{
  const uint32_t mac = tls12_hash_size(key->mac);
  const uint32_t longest = n - mac - 1, shortest = longest < 255 ? 0 : longest - 255;
  const uint32_t right = padding_right(data, n, longest);
  const uint32_t length = longest - bit_select(right, data[n - 1], 0);
  uint8_t head[TLS12_RECORD_HEAD], expected[TLS12_HASH_SIZE_MAX], found[TLS12_HASH_SIZE_MAX] = {0};

  record_head(key->sequence, type, version, length, head);
  tls12_hmac_secret_length(&key->hmac, head, sizeof head, data, length, shortest, longest, expected);
  take_mac(data, length, shortest, longest, mac, found);
  const uint32_t accepted = bit_and(right, bit_equal(bytes_differ(expected, found, mac), 0));
  wipe(expected, sizeof expected);
  wipe(found, sizeof found);
  return accepted == 1 ? length : NO_CONTENT;
}

/*@ requires key: \valid(key) && record_key_ready(key) && 0 < cipher_block(key->cipher);
    requires fragment: n <= TLS12_CIPHERTEXT_MAX && \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message, fragment[0 .. n - 1], *plaintext;
    ensures ready: record_key_ready(key);
    ensures content: \result.rule == TLS12_NO_RULE ==> plaintext->offset == cipher_block(key->cipher) &&
      plaintext->offset + plaintext->length + 1 + hash_size(key->mac) <= n;
    ensures refused: \result.rule != TLS12_NO_RULE ==> *plaintext == \old(*plaintext) &&
      \result.alert == TLS12_BAD_RECORD_MAC;
    ensures alert: \result.rule == TLS12_NO_RULE ==> \result.alert == TLS12_NO_ALERT;
*/
static struct tls12_fault open_mac_then_encrypt(struct tls12_record_key *key, uint8_t type, uint16_t version,
                                                uint8_t *fragment, uint32_t n, struct tls12_span *plaintext)
{
  const uint32_t block = tls12_cipher_sizes(key->cipher).block, mac = tls12_hash_size(key->mac);
  const struct tls12_fault refused = {R5246_6_2_3_2_03, 0, n, TLS12_BAD_RECORD_MAC};
  uint8_t iv[TLS12_EXPLICIT_IV_MAX];

  if (!is_whole(block, n) || n < block + mac + 1) return refused; /* public: the length of the record shows it */
  write_fixed(iv, 0, (struct tls12_bytes){fragment, block});
  cbc_open(key, iv, n - block, fragment + block);
  const uint32_t length = content_length(key, type, version, fragment + block, n - block);
  if (length == NO_CONTENT) {
    wipe(fragment + block, n - block);
    return refused;
  }
  *plaintext = (struct tls12_span){block, length};
  return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
}

struct tls12_fault block_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                              uint32_t n, struct tls12_span *plaintext)
{
  if (key->encrypt_then_mac) return open_encrypt_then_mac(key, type, version, fragment, n, plaintext);
  return open_mac_then_encrypt(key, type, version, fragment, n, plaintext);
}
