/* Each contract of proofs/assumptions/gmp.h against the library: the results are computed a second time with mpz, on at least
 * 10,000 random and edge inputs from a fixed seed. */
#include "arithmetic/gmp_calls.h"
#include "tests/suite.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Limbs: random, all zero, all one, or runs of both. */
static void fill(mp_limb_t *p, mp_size_t n)
{
  uint64_t kind = next() % 5;
  for (mp_size_t i = 0; i < n; i++)
    p[i] = kind == 0 ? 0 : kind == 1 ? ~(mp_limb_t)0 : kind == 2 ? (next() % 2 ? 0 : ~(mp_limb_t)0) : next();
}

static void number(mpz_t z, const mp_limb_t *p, mp_size_t n)
{
  mpz_import(z, (size_t)n, -1, sizeof *p, 0, 0, p);
}

/* r = a + b, a - b, or a + b on a condition. r is a place of its own, a, or b. */
START_TEST(add_and_sub)
{
  mp_limb_t a[130], b[130], own[130];
  mpz_t x, y, z, carry;
  mpz_inits(x, y, z, carry, NULL);
  for (int i = 0; i < 20000; i++) {
    mp_size_t n = 1 + (mp_size_t)(next() % 128);
    mp_limb_t *r = i % 3 == 0 ? own : i % 3 == 1 ? a : b;
    const mp_limb_t condition = next() % 2 ? next() : next() % 2;
    mp_limb_t c;
    fill(a, n);
    fill(b, n);
    if (next() % 8 == 0) memcpy(b, a, (size_t)n * sizeof *a);
    r[n] = 12345;
    number(x, a, n);
    number(y, b, n);
    if (_i == 0)
      c = mpn_add_n(r, a, b, n);
    else if (_i == 1)
      c = mpn_sub_n(r, a, b, n);
    else
      c = mpn_cnd_add_n(condition, r, a, b, n);
    ck_assert(c <= 1 && r[n] == 12345);
    number(z, r, n);
    mpz_set_ui(carry, c);
    mpz_mul_2exp(carry, carry, 64 * (mp_bitcnt_t)n);
    if (_i == 1) {
      mpz_sub(z, z, carry);
      mpz_sub(x, x, y);
    } else {
      mpz_add(z, z, carry);
      if (_i == 0 || condition != 0) mpz_add(x, x, y);
    }
    ck_assert_int_eq(mpz_cmp(x, z), 0);
  }
  mpz_clears(x, y, z, carry, NULL);
}
END_TEST

START_TEST(copyi)
{
  mp_limb_t a[256], kept[256], r[257];
  for (int i = 0; i < 10000; i++) {
    mp_size_t n = 1 + (mp_size_t)(next() % 256);
    fill(a, n);
    memcpy(kept, a, sizeof a);
    r[n] = 12345;
    mpn_copyi(r, a, n);
    ck_assert_int_eq(memcmp(r, a, (size_t)n * sizeof *a), 0);
    ck_assert_int_eq(memcmp(kept, a, (size_t)n * sizeof *a), 0);
    ck_assert(r[n] == 12345);
  }
}
END_TEST

/* The exponent has this many bytes. */
static void one_power(mp_size_t n, mp_size_t bytes)
{
  const mp_size_t en = (bytes + 7) / 8;
  static mp_limb_t b[130], e[130], m[130], r[130], t[POWM_SCRATCH + 1];
  mp_limb_t kept[3][130];
  mp_size_t bn = 1 + (mp_size_t)(next() % (uint64_t)n);
  mpz_t x, y, z, modulus;
  mpz_inits(x, y, z, modulus, NULL);
  fill(b, bn);
  b[0] += mpn_zero_p(b, bn) ? 1 : 0;
  fill(e, en);
  if (bytes % 8 != 0) e[en - 1] &= ((mp_limb_t)1 << (8 * (bytes % 8))) - 1;
  fill(m, n);
  m[0] |= 1;
  m[n - 1] += m[n - 1] == 0;
  r[n] = t[POWM_SCRATCH] = 12345;
  memcpy(kept[0], b, sizeof b);
  memcpy(kept[1], e, sizeof e);
  memcpy(kept[2], m, sizeof m);
  mpn_sec_powm(r, b, bn, e, 8 * (mp_bitcnt_t)bytes, m, n, t);
  ck_assert(r[n] == 12345 && t[POWM_SCRATCH] == 12345);
  ck_assert(memcmp(kept[0], b, sizeof b) == 0 && memcmp(kept[1], e, sizeof e) == 0 &&
            memcmp(kept[2], m, sizeof m) == 0);
  number(x, b, bn);
  number(y, e, en);
  number(modulus, m, n);
  number(z, r, n);
  mpz_powm(x, x, y, modulus);
  ck_assert_int_eq(mpz_cmp(x, z), 0);
  mpz_clears(x, y, z, modulus, NULL);
}

START_TEST(sec_powm)
{
  for (int i = 0; i < 10000; i++) one_power(1 + (mp_size_t)(next() % 6), 1 + (mp_size_t)(next() % 24));
  for (int i = 0; i < 100; i++) one_power(1 + (mp_size_t)(next() % 40), 1 + (mp_size_t)(next() % 320));
  one_power(128, 1024);
}
END_TEST

static void one_product(mp_size_t n)
{
  static mp_limb_t a[130], b[130], r[260], t[PRODUCT_SCRATCH + 1];
  const mp_limb_t *factor = next() % 8 == 0 ? a : b;
  mp_limb_t kept[2][130];
  mpz_t x, y, z;
  mpz_inits(x, y, z, NULL);
  fill(a, n);
  fill(b, n);
  number(x, a, n);
  number(y, factor, n);
  memcpy(kept[0], a, sizeof a);
  memcpy(kept[1], b, sizeof b);
  r[2 * n] = t[4 * n + 2] = 12345;
  mpn_sec_mul(r, a, n, factor, n, t);
  mpz_mul(x, x, y);
  number(z, r, 2 * n);
  ck_assert_int_eq(mpz_cmp(x, z), 0);
  ck_assert(r[2 * n] == 12345 && t[4 * n + 2] == 12345);
  ck_assert(memcmp(kept[0], a, sizeof a) == 0 && memcmp(kept[1], b, sizeof b) == 0);
  mpz_clears(x, y, z, NULL);
}

static void one_remainder(mp_size_t an, mp_size_t n)
{
  static mp_limb_t a[260], m[130], kept[130], t[PRODUCT_SCRATCH + 1];
  mpz_t x, y, z;
  mpz_inits(x, y, z, NULL);
  fill(a, an);
  fill(m, n);
  m[n - 1] += m[n - 1] == 0;
  memcpy(kept, m, sizeof m);
  number(x, a, an);
  number(y, m, n);
  a[an] = t[an + 2 * n + 2] = 12345;
  mpn_sec_div_r(a, an, m, n, t);
  mpz_fdiv_r(x, x, y);
  number(z, a, n);
  ck_assert_int_eq(mpz_cmp(x, z), 0);
  ck_assert_int_eq(memcmp(kept, m, sizeof m), 0);
  ck_assert(a[an] == 12345 && t[an + 2 * n + 2] == 12345);
  mpz_clears(x, y, z, NULL);
}

START_TEST(sec_mul)
{
  for (int i = 0; i < 10000; i++) one_product(1 + (mp_size_t)(next() % 128));
}
END_TEST

START_TEST(sec_div_r)
{
  for (int i = 0; i < 10000; i++) {
    mp_size_t n = 1 + (mp_size_t)(next() % 128);
    one_remainder(n + (mp_size_t)(next() % (uint64_t)(n + 1)), n);
    one_remainder(n + (mp_size_t)(next() % (uint64_t)(257 - n)), 1 + (mp_size_t)(next() % (uint64_t)n));
  }
}
END_TEST

static void one_inverse(mp_size_t n)
{
  static mp_limb_t a[130], m[130], kept[130], r[130], t[PRODUCT_SCRATCH + 1];
  mpz_t x, z, modulus;
  mpz_inits(x, z, modulus, NULL);
  fill(a, n);
  fill(m, n);
  m[0] |= 1;
  m[n - 1] += m[n - 1] == 0;
  if (n == 1 && m[0] == 1) m[0] = 3;
  memcpy(kept, m, sizeof m);
  number(x, a, n);
  number(modulus, m, n);
  r[n] = a[n] = t[4 * n] = 12345;
  int found = mpn_sec_invert(r, a, m, n, 128 * (mp_bitcnt_t)n, t);
  ck_assert_int_eq(found, mpz_invert(x, x, modulus) != 0);
  number(z, r, n);
  if (found) ck_assert_int_eq(mpz_cmp(x, z), 0); /* both are reduced */
  ck_assert_int_eq(memcmp(kept, m, sizeof m), 0);
  ck_assert(r[n] == 12345 && a[n] == 12345 && t[4 * n] == 12345);
  mpz_clears(x, z, modulus, NULL);
}

START_TEST(sec_invert)
{
  for (int i = 0; i < 10000; i++) one_inverse(1 + (mp_size_t)(next() % 6));
  for (int i = 0; i < 20; i++) one_inverse(1 + (mp_size_t)(next() % 40));
  one_inverse(128);
}
END_TEST

START_TEST(scratch)
{
  for (mp_size_t n = 1; n <= LIMBS_MAX; n++)
    for (mp_size_t bn = 1; bn <= n; bn++)
      for (mp_bitcnt_t enb = 8; enb <= 8192; enb += 8)
        if (mpn_sec_powm_itch(bn, enb, n) > POWM_SCRATCH) ck_abort_msg("too little scratch");
  for (mp_size_t n = 1; n <= LIMBS_MAX; n++) {
    ck_assert_int_le(mpn_sec_mul_itch(n, n), 4 * n + 2);
    ck_assert_int_le(mpn_sec_invert_itch(n), 4 * n);
    for (mp_size_t an = n; an <= 2 * LIMBS_MAX; an++) ck_assert_int_le(mpn_sec_div_r_itch(an, n), an + 2 * n + 2);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("gmp_contracts");
  TCase *tests = tcase_create("gmp_contracts");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, add_and_sub, 0, 3);
  tcase_add_test(tests, copyi);
  tcase_add_test(tests, sec_powm);
  tcase_add_test(tests, sec_mul);
  tcase_add_test(tests, sec_div_r);
  tcase_add_test(tests, sec_invert);
  tcase_add_test(tests, scratch);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
