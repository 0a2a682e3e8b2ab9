/* src/arithmetic/fast_x25519.c: each of its functions against mpz or the functions of arithmetic/field.h, the whole against
 * montgomery_multiply and nettle, on random and edge inputs from a fixed seed. */
#include "src/arithmetic/fast_x25519.c"

#include <check.h>
#include <nettle/curve25519.h>
#include <string.h>

#include "tests/suite.h"

#define CASES 10000
#define MOST ((int64_t)1 << 53) /* of a limb that is multiplied */

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Limbs from -MOST to MOST: random, all at a bound, zero, or all of these. */
static void fill(element a)
{
  const uint64_t kind = next() % 4;
  for (int i = 0; i < LIMBS; i++) {
    const int64_t any = (int64_t)(next() % (2 * (uint64_t)MOST + 1)) - MOST, edge = next() % 2 ? MOST : -MOST;
    a[i] = kind == 0 ? any : kind == 1 ? MOST : kind == 2 ? edge : next() % 3 == 0 ? any : next() % 2 ? edge : 0;
  }
}

static void number(mpz_t z, const element a)
{
  mpz_set_ui(z, 0);
  for (int i = LIMBS - 1; i >= 0; i--) {
    mpz_mul_2exp(z, z, LIMB_BITS);
    if (a[i] < 0)
      mpz_sub_ui(z, z, (unsigned long)-a[i]);
    else
      mpz_add_ui(z, z, (unsigned long)a[i]);
  }
}

/* r = a b mod p, with the limbs of a product */
static void check_product(const element r, const element a, const element b)
{
  mpz_t x, y, p;
  mpz_inits(x, y, p, NULL);
  mpz_setbit(p, 255);
  mpz_sub_ui(p, p, 19);
  number(x, a);
  number(y, b);
  mpz_mul(x, x, y);
  number(y, r);
  ck_assert(mpz_congruent_p(x, y, p));
  for (int i = 0; i < LIMBS; i++) ck_assert(r[i] >= -(1 << 13) && r[i] <= ((int64_t)1 << LIMB_BITS) + (1 << 13));
  mpz_clears(x, y, p, NULL);
}

START_TEST(products)
{
  const element a24 = {121665};
  for (int i = 0; i < CASES; i++) {
    element a, b, r;
    fill(a);
    fill(b);
    multiply(r, a, b);
    check_product(r, a, b);
    square(r, a);
    check_product(r, a, a);
    times_a24(r, a);
    check_product(r, a, a24);
    memcpy(r, a, sizeof r);
    square(r, r);
    check_product(r, a, a);
    memcpy(r, b, sizeof r);
    multiply(r, a, r);
    check_product(r, a, b);
  }
}
END_TEST

/* A reduced number: random, or within 20 of 0 or of p, or all limbs at their least or most. */
static struct field_element reduced(void)
{
  const struct modulus *m = &curve25519()->field;
  struct field_element a = {{0}}, zero = {{0}};
  const uint64_t kind = next() % 4;
  if (kind < 2) {
    a.limb[0] = next() % 20;
    return kind == 0 ? a : field_sub(zero, a, m);
  }
  for (mp_size_t i = 0; i < m->limbs; i++) a.limb[i] = kind == 2 ? next() : next() % 2 ? 0 : ~(mp_limb_t)0;
  return field_reduce(a, m);
}

static void same(struct field_element a, struct field_element b)
{
  ck_assert_mem_eq(&a, &b, sizeof a);
}

/* To limbs and back; sums, differences and products are those of the field. */
START_TEST(field)
{
  const struct modulus *m = &curve25519()->field;
  for (int i = 0; i < CASES; i++) {
    const struct field_element a = reduced(), b = reduced();
    element x, y, t;
    from_field(x, a);
    from_field(y, b);
    same(to_field(x), a);
    multiply(t, x, y);
    same(to_field(t), field_mul(a, b, m));
    add(t, x, y);
    same(to_field(t), field_add(a, b, m));
    subtract(t, x, y);
    same(to_field(t), field_sub(a, b, m));
    subtract(t, x, x);
    same(to_field(t), field_sub(a, a, m));
  }
}
END_TEST

START_TEST(steps)
{
  for (int i = 0; i < CASES; i++) {
    element a, b, a0, b0;
    fill(a);
    fill(b);
    memcpy(a0, a, sizeof a);
    memcpy(b0, b, sizeof b);
    swap(a, b, 0);
    ck_assert(memcmp(a, a0, sizeof a) == 0 && memcmp(b, b0, sizeof b) == 0);
    swap(a, b, -1);
    ck_assert(memcmp(a, b0, sizeof a) == 0 && memcmp(b, a0, sizeof b) == 0);
  }
}
END_TEST

START_TEST(functions)
{
  for (int i = 0; i < CASES; i++) {
    uint8_t k[32], bytes[32], expected[32];
    const uint64_t kind = next() % 4;
    for (int j = 0; j < 32; j++) k[j] = (uint8_t)(kind == 0 ? 0 : kind == 1 ? 0xff : next() >> 32);
    const struct field_element u = reduced(), r = fast_x25519(k, u);
    same(r, montgomery_multiply(curve25519(), k, u));
    for (int j = 0; j < 32; j++) bytes[j] = (uint8_t)(u.limb[j / 8] >> 8 * (j % 8));
    curve25519_mul(expected, k, bytes);
    for (int j = 0; j < 32; j++) ck_assert_uint_eq(expected[j], (uint8_t)(r.limb[j / 8] >> 8 * (j % 8)));
    for (mp_size_t j = 4; j < FIELD_LIMBS; j++) ck_assert_uint_eq(r.limb[j], 0);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("fast_x25519");
  TCase *tests = tcase_create("fast_x25519");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, products);
  tcase_add_test(tests, field);
  tcase_add_test(tests, steps);
  tcase_add_test(tests, functions);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
