/* Powers of public numbers: the code for speed against number_power, which is proved, and against mpz_powm, on random and edge inputs
 * from a fixed seed. */
#include "arithmetic/number.h"

#include <check.h>
#include <string.h>

#include "tests/suite.h"

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Random bytes, or bytes that are all equal. */
static void fill(uint8_t *bytes, uint32_t n)
{
  const uint64_t kind = next() % 3;
  for (uint32_t i = 0; i < n; i++) bytes[i] = (uint8_t)(kind == 0 ? 0 : kind == 1 ? 0xff : next() >> 32);
}

static void compare(struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  uint8_t fast[NUMBER_BYTES], proven[NUMBER_BYTES], expected[NUMBER_BYTES] = {0};
  mpz_t b, e, m;
  number_public_power(fast, base, exponent, modulus);
  number_power(proven, base, exponent, modulus);
  ck_assert_mem_eq(fast, proven, modulus.length);
  mpz_inits(b, e, m, NULL);
  mpz_import(b, base.length, 1, 1, 1, 0, base.data);
  mpz_import(e, exponent.length, 1, 1, 1, 0, exponent.data);
  mpz_import(m, modulus.length, 1, 1, 1, 0, modulus.data);
  mpz_powm(b, b, e, m);
  mpz_export(expected + (mpz_sgn(b) == 0 ? 0 : modulus.length - (mpz_sizeinbase(b, 2) + 7) / 8), NULL, 1, 1, 1, 0, b);
  ck_assert_mem_eq(fast, expected, modulus.length);
  mpz_clears(b, e, m, NULL);
}

/* One case: sizes, and numbers of them, with the base below the modulus, equal to it, above it, or next to it. */
static void any(uint32_t largest)
{
  uint8_t m[NUMBER_BYTES], b[NUMBER_BYTES], e[8];
  const uint32_t n = 1 + (uint32_t)(next() % largest), l = 1 + (uint32_t)(next() % 5);
  fill(m, n);
  fill(b, n);
  fill(e, l);
  m[n - 1] |= 1;
  e[l - 1] |= 1;
  if (m[0] == 0) m[0] = 1;
  switch (next() % 8) {
  case 0: memcpy(b, m, n); break;
  case 1: memcpy(b, m, n), b[n - 1] ^= 1; break;
  case 2: memset(b, 0, n); break;
  default: break;
  }
  b[n - 1] |= (uint8_t)(next() % 2 + (b[n - 1] == 0));
  if (l == 1 && e[0] == 1) e[0] = 3;
  int small = 1;
  for (uint32_t i = 0; i + 1 < l; i++) small &= e[i] == 0;
  if (small && e[l - 1] == 1) e[l - 1] = 17;
  compare((struct tls12_bytes){b, n}, (struct tls12_bytes){e, l}, (struct tls12_bytes){m, n});
}

START_TEST(small)
{
  for (int i = 0; i < 9000; i++) any(40);
}
END_TEST

START_TEST(large)
{
  for (int i = 0; i < 1000; i++) any(NUMBER_BYTES);
}
END_TEST

/* The largest size, and the largest numbers of it. */
START_TEST(largest)
{
  static const uint8_t e[] = {1, 0, 1};
  uint8_t m[NUMBER_BYTES], b[NUMBER_BYTES];
  memset(m, 0xff, sizeof m);
  memset(b, 0xff, sizeof b);
  for (int i = 0; i < 3; i++) {
    b[NUMBER_BYTES - 1] = (uint8_t)(0xff - i);
    compare((struct tls12_bytes){b, sizeof b}, (struct tls12_bytes){e, 3}, (struct tls12_bytes){m, sizeof m});
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("number_public");
  TCase *tests = tcase_create("number_public");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, small);
  tcase_add_test(tests, large);
  tcase_add_test(tests, largest);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
