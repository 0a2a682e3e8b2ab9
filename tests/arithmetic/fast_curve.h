/* The suite for a file of src/arithmetic that computes on one curve for speed, included before this: each of its functions
 * against mpz, or the proven functions of arithmetic/field.h and arithmetic/point.h, on random and edge inputs from a fixed
 * seed. GROUP is the curve, FACTOR the exponent of 2 that a product is divided by, FIRST, SECOND and SQUARED the largest
 * limbs that may be multiplied and squared, HIGHEST the largest highest limb. */
#ifndef TLS12_TESTS_ARITHMETIC_FAST_CURVE_H
#define TLS12_TESTS_ARITHMETIC_FAST_CURVE_H

#include <check.h>
#include <string.h>

#include "tests/suite.h"

#define CASES 10000

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Limbs from -limit to limit, the highest from -HIGHEST to HIGHEST: random, all at a bound, zero, or all of these. */
static void fill(element a, int64_t limit)
{
  const uint64_t kind = next() % 4;
  for (int i = 0; i < LIMBS; i++) {
    const int64_t most = i + 1 < LIMBS || limit < HIGHEST ? limit : HIGHEST;
    const int64_t any = (int64_t)(next() % (2 * (uint64_t)most + 1)) - most;
    const int64_t edge = next() % 2 ? most : -most;
    a[i] = kind == 0 ? any : kind == 1 ? most : kind == 2 ? edge : next() % 3 == 0 ? any : next() % 2 ? edge : 0;
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

/* A reduced number: random, or within 20 of 0 or of the modulus, or all limbs at their least or most. */
static struct field_element reduced(const struct modulus *m)
{
  struct field_element a = {{0}}, zero = {{0}};
  const uint64_t kind = next() % 4;
  if (kind < 2) {
    a.limb[0] = next() % 20;
    return kind == 0 ? a : field_sub(zero, a, m);
  }
  for (mp_size_t i = 0; i < m->limbs; i++) a.limb[i] = kind == 2 ? next() : next() % 2 ? 0 : ~(mp_limb_t)0;
  if (m->limbs == 9) a.limb[8] &= 0x1ff;
  return field_reduce(a, m);
}

static void same(struct field_element a, struct field_element b)
{
  ck_assert_mem_eq(&a, &b, sizeof a);
}

/* r FACTOR = a b + p m, where 0 <= m < FACTOR if FACTOR is not 1 */
static void check_product(const element r, const element a, const element b, const mpz_t p)
{
  mpz_t x, y;
  mpz_inits(x, y, NULL);
  number(x, a);
  number(y, b);
  mpz_mul(x, x, y);
  number(y, r);
  mpz_mul_2exp(y, y, FACTOR);
  mpz_sub(y, y, x);
  ck_assert(mpz_divisible_p(y, p));
  mpz_divexact(y, y, p);
  if (FACTOR > 0) ck_assert(mpz_sgn(y) >= 0 && mpz_sizeinbase(y, 2) <= FACTOR);
  for (int i = 0; i + (FACTOR > 0) < LIMBS; i++)
    ck_assert(r[i] >= -(1 << 13) && r[i] <= ((int64_t)1 << LIMB_BITS) + (1 << 13));
  mpz_clears(x, y, NULL);
}

START_TEST(products)
{
  mpz_t p;
  mpz_init(p);
  number(p, field_p);
  for (int i = 0; i < CASES; i++) {
    element a, b, r;
    fill(a, FIRST);
    fill(b, SECOND);
    multiply(r, a, b);
    check_product(r, a, b, p);
    multiply(r, b, a);
    check_product(r, b, a, p);
    fill(a, SQUARED);
    square(r, a);
    check_product(r, a, a, p);
    memcpy(b, a, sizeof b);
    square(b, b);
    ck_assert_mem_eq(b, r, sizeof r);
  }
  mpz_clear(p);
}
END_TEST

START_TEST(field)
{
  const struct modulus *m = &prime_curve(GROUP)->field;
  for (int i = 0; i < CASES; i++) {
    const struct field_element a = reduced(m), b = reduced(m);
    element x, y, t;
    enter(x, &a);
    enter(y, &b);
    same(leave(x), a);
    multiply(t, x, y);
    same(leave(t), field_mul(a, b, m));
    square(t, x);
    same(leave(t), field_mul(a, a, m));
    add(t, x, y);
    same(leave(t), field_add(a, b, m));
    subtract(t, x, y);
    same(leave(t), field_sub(a, b, m));
    triple(t, x);
    same(leave(t), field_add(field_add(a, a, m), a, m));
  }
}
END_TEST

static void enter_point(struct point *P, const struct curve_point *Q)
{
  enter(P->x, &Q->x);
  enter(P->y, &Q->y);
  enter(P->z, &Q->z);
}

/* The addition law, of any coordinates. */
START_TEST(sums)
{
  const struct prime_curve *c = prime_curve(GROUP);
  const struct modulus *m = &c->field;
  for (int i = 0; i < CASES; i++) {
    const struct curve_point P = {reduced(m), reduced(m), reduced(m)}, Q = {reduced(m), reduced(m), reduced(m)};
    const struct curve_point R = point_add(c, P, Q);
    struct point p, q;
    enter_point(&p, &P);
    enter_point(&q, &Q);
    sum(&p, &p, &q);
    same(leave(p.x), R.x);
    same(leave(p.y), R.y);
    same(leave(p.z), R.z);
    const struct curve_point S = {P.x, Q.x, {{1}}}, T = point_add(c, R, S);
    struct point s;
    enter_point(&s, &S);
    sum_affine(&p, s.x, s.y);
    same(leave(p.x), T.x);
    same(leave(p.y), T.y);
    same(leave(p.z), T.z);
  }
}
END_TEST

/* 32 times a point that was doubled before. */
START_TEST(doublings)
{
  const struct prime_curve *c = prime_curve(GROUP);
  const struct modulus *m = &c->field;
  struct curve_point P = c->base;
  struct point p;
  enter_point(&p, &P);
  for (int i = 0; i < CASES / WINDOW; i++) {
    doubled(&p, WINDOW);
    for (int j = 0; j < WINDOW; j++) P = point_add(c, P, P);
    const struct curve_point R = {leave(p.x), leave(p.y), leave(p.z)};
    same(field_mul(R.x, P.z, m), field_mul(P.x, R.z, m));
    same(field_mul(R.y, P.z, m), field_mul(P.y, R.z, m));
    ck_assert(!mpn_zero_p(R.z.limb, FIELD_LIMBS));
    if (i % 2) {
      sum(&p, &p, &p);
      P = point_add(c, P, P);
    }
  }
}
END_TEST

/* z += digit 2^n, where the digit is of `bits` signs, `apart` bits apart */
static void add_digit(mpz_t z, uint64_t digit, int bits, int apart, int n)
{
  mpz_t power;
  mpz_init(power);
  for (int i = 0; i < bits; i++) {
    mpz_set_ui(power, 0);
    mpz_setbit(power, (mp_bitcnt_t)(apart * i + n));
    if (digit >> i & 1)
      mpz_add(z, z, power);
    else
      mpz_sub(z, z, power);
  }
  mpz_clear(power);
}

START_TEST(digits)
{
  const struct prime_curve *c = prime_curve(GROUP);
  mpz_t z, k, n;
  mpz_inits(z, k, n, NULL);
  mpz_import(n, FIELD_LIMBS, -1, sizeof(mp_limb_t), 0, 0, c->order.value.limb);
  for (int i = 0; i < CASES; i++) {
    const struct field_element a = reduced(&c->order);
    mpz_import(k, FIELD_LIMBS, -1, sizeof(mp_limb_t), 0, 0, a.limb);
    if (mpz_even_p(k)) mpz_sub(k, n, k);
    const struct signs s = signs_of(c, a, WINDOWS * WINDOW);
    ck_assert_int_eq(s.even, 1 - (int64_t)(a.limb[0] & 1));
    mpz_set_ui(z, 0);
    for (int j = 0; j < WINDOWS; j++) add_digit(z, window(&s, j), WINDOW, 1, WINDOW * j);
    ck_assert_int_eq(mpz_cmp(z, k), 0);
    ck_assert(window(&s, WINDOWS - 1) >= ENTRIES); /* positive */
    const struct signs t = signs_of(c, a, COMB_TEETH * COMB_BLOCKS * COMB_COLUMNS);
    mpz_set_ui(z, 0);
    for (int column = 0; column < COMB_COLUMNS; column++)
      for (int block = 0; block < COMB_BLOCKS; block++)
        add_digit(z, tooth_digit(&t, block, column), COMB_TEETH, COMB_BLOCKS * COMB_COLUMNS,
                  block * COMB_COLUMNS + column);
    ck_assert_int_eq(mpz_cmp(z, k), 0);
  }
  mpz_clears(z, k, n, NULL);
}
END_TEST

START_TEST(choices)
{
  int64_t table[32 * 3], entry[3];
  for (int i = 0; i < 32 * 3; i++) table[i] = (int64_t)next();
  for (unsigned count = 16; count <= 32; count *= 2)
    for (unsigned digit = 0; digit < 2 * count; digit++) {
      const int64_t negative = choose(entry, table, count, 3, digit);
      ck_assert_int_eq(negative, digit < count);
      ck_assert_mem_eq(entry, table + 3 * (digit < count ? count - 1 - digit : digit - count), sizeof entry);
    }
}
END_TEST

/* The table of the base point: each entry times its number. */
START_TEST(table)
{
  const struct prime_curve *c = prime_curve(GROUP);
  mpz_t z;
  mpz_init(z);
  for (int block = 0; block < COMB_BLOCKS; block++)
    for (unsigned i = 0; i < 1 << (COMB_TEETH - 1); i += block == 0 ? 1 : 7) {
      mpz_set_ui(z, 0);
      add_digit(z, i | 1 << (COMB_TEETH - 1), COMB_TEETH, COMB_BLOCKS * COMB_COLUMNS, block * COMB_COLUMNS);
      uint8_t scalar[FIELD_BYTES] = {0};
      mpz_t n;
      mpz_init(n);
      mpz_import(n, FIELD_LIMBS, -1, sizeof(mp_limb_t), 0, 0, c->order.value.limb);
      mpz_mod(z, z, n);
      mpz_clear(n);
      mpz_export(scalar + c->bytes - (mpz_sizeinbase(z, 2) + 7) / 8, NULL, 1, 1, 0, 0, z);
      const struct curve_point P = point_affine(c, point_multiply(c, scalar, c->base));
      same(leave(comb[block][i][0]), P.x);
      same(leave(comb[block][i][1]), P.y);
    }
  mpz_clear(z);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("fast curve");
  TCase *tcase = tcase_create("functions");
  tcase_set_timeout(tcase, 300);
  tcase_add_test(tcase, products);
  tcase_add_test(tcase, field);
  tcase_add_test(tcase, sums);
  tcase_add_test(tcase, doublings);
  tcase_add_test(tcase, digits);
  tcase_add_test(tcase, choices);
  tcase_add_test(tcase, table);
  suite_add_tcase(suite, tcase);
  return run_suite(suite);
}

#endif
