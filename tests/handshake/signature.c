/* The nonces of DSA and ECDSA signatures: random bytes of the caller's source go into them, unless it declines. */
#include <check.h>
#include <string.h>

#include "crypto/hash.h"
#include "handshake/signature.h"
#include "tests/suite.h"
#include "tool/credentials.h"

static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;
static unsigned asked;

static int counting_random(void *context, uint8_t *out, size_t n)
{
  uint8_t *next = context;
  asked++;
  ck_assert_uint_eq(n, TLS12_ADDED_RANDOMNESS);
  memset(out, (*next)++, n);
  return 0;
}

static int no_random(void *context, uint8_t *out, size_t n)
{
  memset(out, *(uint8_t *)context, n);
  asked++;
  return 1;
}

static const struct tls12_credential *credential_of(enum tls12_key_kind kind)
{
  const struct tls12_credential *c = credentials;
  while (c->key.kind != kind) ck_assert_ptr_ne(++c, credentials + TEST_CREDENTIALS);
  return c;
}

static uint32_t sign(tls12_random random, uint8_t *context, const struct tls12_private_key *key, uint8_t *signature)
{
  uint8_t digest[32];
  const struct tls12_config config = {.random = random, .random_context = context};
  const uint32_t pair = 256 * TLS12_SHA256 + (key->kind == TLS12_KEY_DSA ? TLS12_DSA : TLS12_ECDSA);
  memset(digest, 0x42, sizeof digest);
  asked = 0;
  const uint32_t n = handshake_signature_make(&config, key, pair, (struct tls12_bytes){digest, 32}, signature);
  ck_assert_uint_gt(n, 0);
  ck_assert_uint_eq(asked, 1);
  return n;
}

//= build/requirements.md#R9325-4.2-03
//= type=test
//# ECDSA uses deterministic nonces (RFC 6979) or equivalent protection.
START_TEST(added)
{
  static const enum tls12_key_kind kinds[] = {TLS12_KEY_DSA, TLS12_KEY_EC};
  uint8_t made[4][TLS12_SIGNATURE_MAX], state = 1;
  uint32_t n[4];
  ck_assert_int_eq(test_credentials(credentials, &roots), 0);
  const struct tls12_private_key *key = &credential_of(kinds[_i])->key;
  for (int i = 0; i < 4; i++) {
    n[i] = sign(i < 2 ? no_random : counting_random, &state, key, made[i]);
    state++;
  }
  ck_assert_uint_eq(n[0], n[1]); /* declined: the same signature, whatever the source wrote */
  ck_assert_mem_eq(made[0], made[1], n[0]);
  ck_assert(n[1] != n[2] || memcmp(made[1], made[2], n[1]) != 0);
  ck_assert(n[2] != n[3] || memcmp(made[2], made[3], n[2]) != 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/signature");
  TCase *tests = tcase_create("nonces");
  tcase_add_loop_test(tests, added, 0, 2);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
