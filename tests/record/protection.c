/* Record protection: what is sealed opens again, and nothing else does. */
#include "record/protection.h"

#include <check.h>
#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <stdlib.h>
#include <string.h>

#include "record/block.h"
#include "tests/hex.h"
#include "tests/suite.h"

static const struct {
  enum tls12_cipher cipher;
  enum tls12_hash mac;
  int encrypt_then_mac;
} kinds[] = {
    {TLS12_CIPHER_NULL, TLS12_HASH_NONE, 0},        {TLS12_CIPHER_NULL, TLS12_MD5, 0},
    {TLS12_CIPHER_NULL, TLS12_SHA256, 0},           {TLS12_CIPHER_3DES_EDE_CBC, TLS12_SHA1, 0},
    {TLS12_CIPHER_AES_128_CBC, TLS12_SHA1, 0},      {TLS12_CIPHER_AES_128_CBC, TLS12_SHA256, 0},
    {TLS12_CIPHER_AES_256_CBC, TLS12_SHA1, 0},      {TLS12_CIPHER_AES_256_CBC, TLS12_SHA384, 0},
    {TLS12_CIPHER_3DES_EDE_CBC, TLS12_SHA1, 1},     {TLS12_CIPHER_AES_128_CBC, TLS12_SHA1, 1},
    {TLS12_CIPHER_AES_256_CBC, TLS12_SHA384, 1},    {TLS12_CIPHER_AES_128_GCM, TLS12_HASH_NONE, 0},
    {TLS12_CIPHER_AES_256_GCM, TLS12_HASH_NONE, 0}, {TLS12_CIPHER_CHACHA20_POLY1305, TLS12_HASH_NONE, 0},
};
#define KINDS ((int)(sizeof kinds / sizeof *kinds))

static uint8_t bytes[TLS12_PLAINTEXT_MAX + 1];

static void make_key(struct tls12_record_key *key, int kind, enum tls12_direction direction)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(kinds[kind].cipher);
  for (unsigned i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)(i * 13 + i / 256);
  ck_assert_int_eq(tls12_record_key_init(
                       key, direction, kinds[kind].cipher, kinds[kind].mac, kinds[kind].encrypt_then_mac,
                       (struct tls12_bytes){bytes + 11, tls12_hash_size(kinds[kind].mac)},
                       (struct tls12_bytes){bytes + 101, sizes.key}, (struct tls12_bytes){bytes + 7, sizes.fixed_iv}),
                   0);
}

//= build/requirements.md#R5246-6.2.3.1-01
//= type=test
//# The MAC covers seq_num, type, version, the plaintext length and the fragment, in that order, before encryption.
START_TEST(round_trips)
{
  static const uint32_t lengths[] = {0, 1, 15, 16, 17, 255, 256, 1000, TLS12_PLAINTEXT_MAX - 1, TLS12_PLAINTEXT_MAX};
  static uint8_t out[TLS12_CIPHERTEXT_MAX];
  struct tls12_record_key seal, open;
  make_key(&seal, _i, TLS12_SEAL);
  make_key(&open, _i, TLS12_OPEN);
  for (unsigned i = 0; i < sizeof lengths / sizeof *lengths; i++) {
    const uint32_t want = tls12_record_sealed_length(&seal, lengths[i]);
    const struct tls12_bytes text = {bytes, lengths[i]};
    if (want > 0)
      ck_assert_uint_eq(tls12_record_seal(&seal, 22, 0x0303, text, bytes + 50, out, want - 1), TLS12_SEAL_FAILED);
    ck_assert_uint_eq(tls12_record_seal(&seal, 22, 0x0303, text, bytes + 50, out, want), want);
    struct tls12_span content;
    const struct tls12_fault fault = tls12_record_open(&open, 22, 0x0303, out, want, &content);
    ck_assert_int_eq((int)fault.rule, TLS12_NO_RULE);
    ck_assert_uint_eq(content.length, lengths[i]);
    ck_assert_mem_eq(out + content.offset, bytes, lengths[i]);
  }
  ck_assert_uint_eq(
      tls12_record_seal(&seal, 22, 0x0303, (struct tls12_bytes){bytes, sizeof bytes}, bytes, out, sizeof out),
      TLS12_SEAL_FAILED);
}
END_TEST

/* Each bit of the fragment, the type, the version and the sequence number count. */
START_TEST(flips)
{
  uint8_t good[256], bad[256];
  struct tls12_record_key seal, open;
  make_key(&seal, _i, TLS12_SEAL);
  make_key(&open, _i, TLS12_OPEN);
  const uint32_t n =
      tls12_record_seal(&seal, 23, 0x0303, (struct tls12_bytes){bytes, 45}, bytes + 50, good, sizeof good);
  ck_assert_uint_ne(n, TLS12_SEAL_FAILED);
  if (_i == 0) return; /* nothing protects the initial state */
  const struct tls12_span before = {77, 88};
  for (uint32_t bit = 0; bit < 8 * n + 8 + 16 + 64; bit++) {
    struct tls12_record_key key = open;
    uint8_t type = 23;
    uint16_t version = 0x0303;
    memcpy(bad, good, n);
    if (bit < 8 * n)
      bad[bit / 8] ^= (uint8_t)(1u << (bit % 8));
    else if (bit < 8 * n + 8)
      type ^= (uint8_t)(1u << (bit - 8 * n));
    else if (bit < 8 * n + 24)
      version ^= (uint16_t)(1u << (bit - 8 * n - 8));
    else
      key.sequence ^= UINT64_C(1) << (bit - 8 * n - 24);
    struct tls12_span content = before;
    const struct tls12_fault fault = tls12_record_open(&key, type, version, bad, n, &content);
    ck_assert_int_ne((int)fault.rule, TLS12_NO_RULE);
    ck_assert_int_eq((int)fault.alert, TLS12_BAD_RECORD_MAC);
    ck_assert_uint_eq(content.offset, 77);
    ck_assert_uint_eq(content.length, 88);
    if (kinds[_i].encrypt_then_mac) { /* RFC 7366 section 3: nothing was decrypted */
      ck_assert_int_eq((int)fault.rule, R7366_3_03);
      if (bit < 8 * n) good[bit / 8] ^= (uint8_t)(1u << (bit % 8));
      ck_assert_mem_eq(bad, good, n);
      if (bit < 8 * n) good[bit / 8] ^= (uint8_t)(1u << (bit % 8));
    }
  }
  for (uint32_t cut = 0; cut < n; cut++) {
    struct tls12_record_key key = open;
    struct tls12_span content;
    memcpy(bad, good, n);
    ck_assert_int_eq((int)tls12_record_open(&key, 23, 0x0303, bad, cut, &content).alert, TLS12_BAD_RECORD_MAC);
  }
}
END_TEST

/* A CBC record with the padding chosen by hand: `padding` bytes and their length, the byte `wrong` from the end falsified. */
static uint32_t with_padding(const struct tls12_record_key *key, uint32_t n, uint32_t padding, uint32_t wrong,
                             uint8_t *out)
{
  struct tls12_hmac_context hmac = key->hmac;
  struct aes128_ctx aes;
  uint8_t head[TLS12_RECORD_HEAD], iv[16];
  const uint32_t mac = tls12_hash_size(key->mac);
  memcpy(out, bytes + 300, 16);
  memcpy(iv, out, 16);
  memcpy(out + 16, bytes, n);
  record_head(0, 23, 0x0303, n, head);
  tls12_hmac_update(&hmac, head, sizeof head);
  tls12_hmac_update(&hmac, out + 16, n);
  tls12_hmac_final(&hmac, out + 16 + n);
  memset(out + 16 + n + mac, (int)padding, padding + 1);
  const uint32_t total = n + mac + padding + 1;
  ck_assert_uint_eq(total % 16, 0);
  if (wrong != 0) out[16 + total - wrong] ^= 1;
  aes128_set_encrypt_key(&aes, bytes + 101);
  cbc_encrypt(&aes, (nettle_cipher_func *)aes128_encrypt, 16, iv, total, out + 16, out + 16);
  return 16 + total;
}

/* RFC 5246 section 6.2.3.2: every padding of 0 to 255 bytes that completes the block is accepted; each of its bytes counts,
 * and its faults look like those of the MAC. */
//= build/requirements.md#R5246-6.2.3.2-02
//= type=test
//# Each CBC padding byte equals padding_length and padding plus its length byte completes the block; any length
//# 0..255 satisfying this must be accepted.
START_TEST(paddings)
{
  for (unsigned kind = 4; kind <= 5; kind++) {
    struct tls12_record_key open;
    uint8_t out[1024];
    make_key(&open, (int)kind, TLS12_OPEN);
    const uint32_t mac = tls12_hash_size(open.mac);
    unsigned accepted = 0;
    for (uint32_t n = 0; n < 300; n += 1) {
      for (uint32_t padding = 0; padding < 256; padding++) {
        if ((n + mac + padding + 1) % 16 != 0) continue;
        struct tls12_record_key key = open;
        struct tls12_span content;
        uint32_t length = with_padding(&key, n, padding, 0, out);
        ck_assert_int_eq((int)tls12_record_open(&key, 23, 0x0303, out, length, &content).rule, TLS12_NO_RULE);
        ck_assert_uint_eq(content.length, n);
        accepted++;
        const uint32_t places[] = {1, 2, padding / 2 + 1, padding + 1, padding + 2};
        for (unsigned i = 0; n % 37 == 0 && i < 5; i++) {
          key = open;
          length = with_padding(&key, n, padding, places[i], out);
          const struct tls12_fault fault = tls12_record_open(&key, 23, 0x0303, out, length, &content);
          ck_assert_int_eq((int)fault.rule, R5246_6_2_3_2_03);
          ck_assert_int_eq((int)fault.alert, TLS12_BAD_RECORD_MAC);
          ck_assert_uint_eq(fault.offset, 0);
        }
      }
    }
    ck_assert_uint_eq(accepted, 300 * 16);
  }
}
END_TEST

START_TEST(limits)
{
  static uint8_t out[TLS12_CIPHERTEXT_MAX + 1];
  struct tls12_record_key key;
  struct tls12_span content;
  for (int kind = 0; kind < KINDS; kind++) {
    make_key(&key, kind, TLS12_OPEN);
    ck_assert_int_eq((int)tls12_record_open(&key, 23, 0x0303, out, TLS12_CIPHERTEXT_MAX + 1, &content).rule,
                     R5246_6_2_3_01);
    make_key(&key, kind, TLS12_SEAL);
    key.sequence = UINT64_MAX - 1;
    ck_assert_uint_ne(tls12_record_seal(&key, 23, 0x0303, (struct tls12_bytes){bytes, 4}, bytes, out, sizeof out),
                      TLS12_SEAL_FAILED);
    ck_assert_uint_eq(tls12_record_seal(&key, 23, 0x0303, (struct tls12_bytes){bytes, 4}, bytes, out, sizeof out),
                      TLS12_SEAL_FAILED);
    make_key(&key, kind, TLS12_OPEN);
    key.sequence = UINT64_MAX;
    ck_assert_int_eq((int)tls12_record_open(&key, 23, 0x0303, out, 64, &content).rule, R5246_6_1_04);
  }
  memset(&key, 0, sizeof key); /* too long a plaintext in the initial state */
  ck_assert_int_eq((int)tls12_record_open(&key, 22, 0x0303, out, TLS12_PLAINTEXT_MAX + 1, &content).rule,
                   R5246_6_2_1_01);
  const struct tls12_bytes none = {NULL, 0}, some = {bytes, 32};
  ck_assert_int_eq(tls12_record_key_init(&key, TLS12_SEAL, TLS12_CIPHER_AES_128_GCM, TLS12_SHA256, 0, some, none, none),
                   -1);
  ck_assert_int_eq(
      tls12_record_key_init(&key, TLS12_SEAL, TLS12_CIPHER_AES_256_CBC, TLS12_HASH_NONE, 0, none, some, none), -1);
}
END_TEST

/* RFC 3602 section 4, case 2; RFC 8439 section 2.8.2: the primitives below. */
//= build/requirements.md#R8439-2.8-01
//= type=test
//# AEAD_CHACHA20_POLY1305 pads AAD and ciphertext to 16 bytes and appends both lengths as little-endian 64-bit values
//# before Poly1305.
START_TEST(primitives)
{
  uint8_t key[32], iv[16], text[128], want[128], out[128], aad[16];
  struct aes128_ctx aes;
  from_hex("c286696d887c9aa0611bbb3e2025a45a", key, sizeof key);
  from_hex("562e17996d093d28ddb3ba695a2e6f58", iv, sizeof iv);
  for (unsigned i = 0; i < 32; i++) text[i] = (uint8_t)i;
  aes128_set_encrypt_key(&aes, key);
  cbc_encrypt(&aes, (nettle_cipher_func *)aes128_encrypt, 16, iv, 32, out, text);
  from_hex("d296cd94c2cccf8a3a863028b5e1dc0a7586602d253cfff91b8266bea6d61ab1", want, sizeof want);
  ck_assert_mem_eq(out, want, 32);

  struct chacha_poly1305_ctx chacha;
  static const char sunscreen[] =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
      "sunscreen would be it.";
  for (unsigned i = 0; i < 32; i++) key[i] = (uint8_t)(0x80 + i);
  from_hex("070000004041424344454647", iv, sizeof iv);
  const uint32_t n = from_hex("50515253c0c1c2c3c4c5c6c7", aad, sizeof aad);
  chacha_poly1305_set_key(&chacha, key);
  chacha_poly1305_set_nonce(&chacha, iv);
  chacha_poly1305_update(&chacha, n, aad);
  chacha_poly1305_encrypt(&chacha, 114, out, (const uint8_t *)sunscreen);
  from_hex("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6", want, sizeof want);
  ck_assert_mem_eq(out, want, 32);
  chacha_poly1305_digest(&chacha, 16, out);
  from_hex("1ae10b594f09e26a7e902ecbd0600691", want, sizeof want);
  ck_assert_mem_eq(out, want, 16);

  /* RFC 7714 section 16.1.3: AES-128-GCM, additional data only */
  struct gcm_aes128_ctx gcm;
  uint8_t header[64];
  for (unsigned i = 0; i < 16; i++) key[i] = (uint8_t)i;
  from_hex("51753c6580c2726f20718414", iv, sizeof iv);
  const uint32_t length = from_hex("8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976697361"
                                   "20696e207061727465732074726573",
                                   header, sizeof header);
  gcm_aes128_set_key(&gcm, key);
  gcm_aes128_set_iv(&gcm, 12, iv);
  gcm_aes128_update(&gcm, length, header);
  gcm_aes128_digest(&gcm, 16, out);
  from_hex("22493f82d2bce397e9d79e3b19aa4216", want, sizeof want);
  ck_assert_mem_eq(out, want, 16);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("record/protection");
  TCase *tests = tcase_create("protection");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, round_trips, 0, KINDS);
  tcase_add_loop_test(tests, flips, 0, KINDS);
  tcase_add_test(tests, paddings);
  tcase_add_test(tests, limits);
  tcase_add_test(tests, primitives);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
