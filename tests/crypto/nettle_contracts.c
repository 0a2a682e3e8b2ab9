/* What proofs/assumptions/nettle/ says of hash contexts, against the library: the digest depends on the bytes put in since
 * the start alone, not on how they were cut; an assignment copies that; a digest starts the context anew and writes as many
 * bytes as it was asked for. */
#include <check.h>
#include <nettle/aes.h>
#include <nettle/chacha-poly1305.h>
#include <nettle/des.h>
#include <nettle/gcm.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <string.h>

#include "tests/suite.h"

static unsigned state = 1;

static unsigned next(unsigned below)
{
  state = state * 1103515245u + 12345u;
  return (state >> 16) % below;
}

#define CONTRACT(NAME, CONTEXT, SIZE)                                                                                  \
  START_TEST(NAME)                                                                                                     \
  {                                                                                                                    \
    struct CONTEXT##_ctx cut, whole, copy;                                                                             \
    uint8_t text[1000], digest[SIZE + 1], again[SIZE + 1];                                                             \
    NAME##_init(&cut); /* only once: each digest starts it anew */                                                     \
    for (unsigned round = 0; round < 500; round++) {                                                                   \
      const unsigned n = next(sizeof text), asked = next(SIZE + 1);                                                    \
      for (unsigned i = 0; i < n; i++) text[i] = (uint8_t)next(256);                                                   \
      NAME##_init(&whole);                                                                                             \
      CONTEXT##_update(&whole, n, text);                                                                               \
      for (unsigned at = 0, part; at < n; at += part) {                                                                \
        part = 1 + next(n - at);                                                                                       \
        CONTEXT##_update(&cut, part, text + at);                                                                       \
      }                                                                                                                \
      copy = cut;                                                                                                      \
      CONTEXT##_update(&cut, 1, text); /* does not show in the copy */                                                 \
      memset(digest, 0xa5, sizeof digest);                                                                             \
      memset(again, 0xa5, sizeof again);                                                                               \
      NAME##_digest(&whole, SIZE, digest);                                                                             \
      NAME##_digest(&copy, asked, again);                                                                              \
      ck_assert_mem_eq(digest, again, asked);                                                                          \
      for (unsigned i = asked; i <= SIZE; i++) ck_assert_uint_eq(again[i], 0xa5);                                      \
      ck_assert_uint_eq(digest[SIZE], 0xa5);                                                                           \
      NAME##_digest(&cut, SIZE, again);                                                                                \
      NAME##_digest(&whole, SIZE, digest); /* of the empty text */                                                     \
      NAME##_init(&copy);                                                                                              \
      NAME##_digest(&copy, SIZE, again);                                                                               \
      ck_assert_mem_eq(digest, again, SIZE);                                                                           \
    }                                                                                                                  \
  }                                                                                                                    \
  END_TEST

CONTRACT(md5, md5, MD5_DIGEST_SIZE)
CONTRACT(sha1, sha1, SHA1_DIGEST_SIZE)
CONTRACT(sha224, sha256, SHA224_DIGEST_SIZE)
CONTRACT(sha256, sha256, SHA256_DIGEST_SIZE)
CONTRACT(sha384, sha512, SHA384_DIGEST_SIZE)
CONTRACT(sha512, sha512, SHA512_DIGEST_SIZE)

/* AEAD: additional data, then text cut at multiples of UNIT, in place or not; the tag may be asked for in part. Nothing else
 * is written. */
#define AEAD(NAME, CONTEXT, UNIT, KEY_SIZE, SET_NONCE)                                                                 \
  START_TEST(NAME)                                                                                                     \
  {                                                                                                                    \
    struct CONTEXT##_ctx seal, open;                                                                                   \
    uint8_t key[KEY_SIZE], nonce[12], head[13], text[1000], sealed[1001], opened[1001], tag[17], again[17];            \
    for (unsigned round = 0; round < 500; round++) {                                                                   \
      const unsigned n = next(sizeof text), cut = n / UNIT * UNIT / 2 / UNIT * UNIT, asked = next(17);                 \
      for (unsigned i = 0; i < KEY_SIZE; i++) key[i] = (uint8_t)next(256);                                             \
      for (unsigned i = 0; i < sizeof nonce; i++) nonce[i] = (uint8_t)next(256);                                       \
      for (unsigned i = 0; i < n; i++) text[i] = (uint8_t)next(256);                                                   \
      memset(head, (int)round, sizeof head);                                                                           \
      memset(sealed, 0xa5, sizeof sealed);                                                                             \
      memset(tag, 0xa5, sizeof tag);                                                                                   \
      memset(again, 0xa5, sizeof again);                                                                               \
      NAME##_set_key(&seal, key);                                                                                      \
      open = seal;                                                                                                     \
      SET_NONCE(seal);                                                                                                 \
      NAME##_update(&seal, sizeof head, head);                                                                         \
      NAME##_encrypt(&seal, cut, sealed, text);                                                                        \
      NAME##_encrypt(&seal, n - cut, sealed + cut, text + cut);                                                        \
      NAME##_digest(&seal, 16, tag);                                                                                   \
      ck_assert_uint_eq(sealed[n], 0xa5);                                                                              \
      ck_assert_uint_eq(tag[16], 0xa5);                                                                                \
      memcpy(opened, sealed, sizeof opened);                                                                           \
      SET_NONCE(open);                                                                                                 \
      NAME##_update(&open, sizeof head, head);                                                                         \
      NAME##_decrypt(&open, n, opened, opened);                                                                        \
      NAME##_digest(&open, asked, again);                                                                              \
      ck_assert_mem_eq(opened, text, n);                                                                               \
      ck_assert_uint_eq(opened[n], 0xa5);                                                                              \
      ck_assert_mem_eq(again, tag, asked);                                                                             \
      for (unsigned i = asked; i < sizeof again; i++) ck_assert_uint_eq(again[i], 0xa5);                               \
    }                                                                                                                  \
  }                                                                                                                    \
  END_TEST

#define GCM128_NONCE(context) gcm_aes128_set_iv(&context, 12, nonce)
#define GCM256_NONCE(context) gcm_aes256_set_iv(&context, 12, nonce)
#define CHACHA_NONCE(context) chacha_poly1305_set_nonce(&context, nonce)
AEAD(gcm_aes128, gcm_aes128, 16, 16, GCM128_NONCE)
AEAD(gcm_aes256, gcm_aes256, 16, 32, GCM256_NONCE)
AEAD(chacha_poly1305, chacha_poly1305, 64, 32, CHACHA_NONCE)

/* A key schedule writes the whole context and nothing around it, whatever was there before, and leaves the key as it is. */
#define SCHEDULE(NAME, CONTEXT, KEY_SIZE, CRYPT, BLOCK)                                                                \
  START_TEST(schedule_##NAME)                                                                                          \
  {                                                                                                                    \
    struct {                                                                                                           \
      uint8_t before[64];                                                                                              \
      struct CONTEXT context;                                                                                          \
      uint8_t after[64];                                                                                               \
    } one, other;                                                                                                      \
    uint8_t key[KEY_SIZE], kept[KEY_SIZE], text[BLOCK], out[BLOCK], again[BLOCK];                                      \
    for (unsigned round = 0; round < 10000; round++) {                                                                 \
      const unsigned kind = next(4);                                                                                   \
      for (unsigned i = 0; i < KEY_SIZE; i++) kept[i] = key[i] = (uint8_t)(kind < 2 ? 255 * kind : next(256));         \
      for (unsigned i = 0; i < BLOCK; i++) text[i] = (uint8_t)next(256);                                               \
      memset(&one, 0xa5, sizeof one);                                                                                  \
      memset(&other, 0x5a, sizeof other);                                                                              \
      (void)NAME(&one.context, key);                                                                                   \
      (void)NAME(&other.context, key);                                                                                 \
      CRYPT(&one.context, BLOCK, out, text);                                                                           \
      CRYPT(&other.context, BLOCK, again, text);                                                                       \
      int good = memcmp(out, again, BLOCK) == 0 && memcmp(key, kept, KEY_SIZE) == 0;                                   \
      for (unsigned i = 0; i < 64; i++) good = good && one.before[i] == 0xa5 && one.after[i] == 0xa5;                  \
      ck_assert(good);                                                                                                 \
    }                                                                                                                  \
  }                                                                                                                    \
  END_TEST

SCHEDULE(aes128_set_encrypt_key, aes128_ctx, 16, aes128_encrypt, 16)
SCHEDULE(aes128_set_decrypt_key, aes128_ctx, 16, aes128_decrypt, 16)
SCHEDULE(aes256_set_encrypt_key, aes256_ctx, 32, aes256_encrypt, 16)
SCHEDULE(aes256_set_decrypt_key, aes256_ctx, 32, aes256_decrypt, 16)
SCHEDULE(des3_set_key, des3_ctx, 24, des3_encrypt, 8)

int main(void)
{
  Suite *suite = suite_create("crypto/nettle_contracts");
  TCase *tests = tcase_create("hashes and AEAD");
  tcase_add_test(tests, md5);
  tcase_add_test(tests, sha1);
  tcase_add_test(tests, sha224);
  tcase_add_test(tests, sha256);
  tcase_add_test(tests, sha384);
  tcase_add_test(tests, sha512);
  tcase_add_test(tests, gcm_aes128);
  tcase_add_test(tests, gcm_aes256);
  tcase_add_test(tests, chacha_poly1305);
  tcase_add_test(tests, schedule_aes128_set_encrypt_key);
  tcase_add_test(tests, schedule_aes128_set_decrypt_key);
  tcase_add_test(tests, schedule_aes256_set_encrypt_key);
  tcase_add_test(tests, schedule_aes256_set_decrypt_key);
  tcase_add_test(tests, schedule_des3_set_key);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
