/* Ephemeral keys of ECDHE on every group: lengths, the peer's share checked, both sides agree; which group each side takes. */
#include "handshake/key_share.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/offer.h"
#include "spec/algorithms.h"
#include "tests/suite.h"

static const struct {
  unsigned group, size, length;
} groups[] = {{TLS12_X25519, 32, 32},
              {TLS12_SECP256R1, 32, 65},
              {TLS12_SECP384R1, 48, 97},
              {TLS12_X448, 56, 56},
              {TLS12_SECP521R1, 66, 133}};

static int from_rand(void *context, uint8_t *out, size_t n)
{
  (void)context;
  for (size_t k = 0; k < n; k++) out[k] = (uint8_t)(rand() >> 7);
  return 0;
}

START_TEST(offered)
{
  const struct tls12_bytes list = offered_groups();
  ck_assert_uint_eq(list.length, 2 * sizeof groups / sizeof *groups);
  for (uint32_t i = 0; i < sizeof groups / sizeof *groups; i++)
    ck_assert_uint_eq(256u * list.data[2 * i] + list.data[2 * i + 1], groups[i].group);
}
END_TEST

START_TEST(agreement)
{
  const unsigned group = groups[_i].group, size = groups[_i].size, length = groups[_i].length;
  uint8_t a[ECDH_SIZE_MAX], b[ECDH_SIZE_MAX], A[ECDH_POINT_MAX], B[ECDH_POINT_MAX], x[ECDH_SIZE_MAX], y[ECDH_SIZE_MAX];
  ck_assert_uint_eq(key_share_size(group), size);
  ck_assert_uint_eq(key_share_length(group), length);
  ck_assert(key_share_generate(group, from_rand, NULL, a, A));
  ck_assert(key_share_generate(group, from_rand, NULL, b, B));
  ck_assert(key_share_agree(group, a, (struct tls12_bytes){B, length}, x));
  ck_assert(key_share_agree(group, b, (struct tls12_bytes){A, length}, y));
  ck_assert_mem_eq(x, y, size);
}
END_TEST

/* A share of another length; of zero bytes: no point, or one of small order. */
START_TEST(shares_refused)
{
  const unsigned group = groups[_i].group, size = groups[_i].size, length = groups[_i].length;
  const int montgomery = length == size;
  uint8_t own[ECDH_SIZE_MAX], share[ECDH_POINT_MAX + 1] = {0}, secret[ECDH_SIZE_MAX];
  const uint8_t zero[ECDH_SIZE_MAX] = {0};
  ck_assert(key_share_generate(group, from_rand, NULL, own, share));
  for (uint32_t n = 0; n <= length + 1; n++) {
    const enum tls12_rule rule = montgomery ? R8422_5_4_05 : R8422_5_4_1_01;
    ck_assert_int_eq(key_share_check(group, (struct tls12_bytes){share, n}), n == length ? TLS12_NO_RULE : rule);
  }
  memset(share + 1, 0, length - 1);
  if (montgomery) share[0] = 0;
  const struct tls12_bytes none = {share, length};
  ck_assert_int_eq(key_share_check(group, none), montgomery ? TLS12_NO_RULE : R8422_5_11_01);
  memset(secret, 1, sizeof secret);
  ck_assert(!key_share_agree(group, own, none, secret));
  ck_assert_mem_eq(secret, zero, size);
}
END_TEST

START_TEST(other_groups)
{
  uint8_t own[ECDH_SIZE_MAX], share[ECDH_POINT_MAX];
  ck_assert_uint_eq(key_share_size(TLS12_FFDHE2048), 0);
  ck_assert_uint_eq(key_share_length(TLS12_FFDHE2048), 0);
  ck_assert(!key_share_generate(TLS12_FFDHE2048, from_rand, NULL, own, share));
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("key_share");
  TCase *tests = tcase_create("key_share");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, offered);
  tcase_add_loop_test(tests, agreement, 0, 5);
  tcase_add_loop_test(tests, shares_refused, 0, 5);
  tcase_add_test(tests, other_groups);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
