/* Multiples of points and inverses: the code for speed against the code that is proved, on random and edge inputs from a fixed
 * seed. (The parts of the former: fast_secp256r1.c and its like.) */
#include "arithmetic/invert_fast.h"
#include "arithmetic/multiply_fast.h"
#include "arithmetic/multiply_proven.h"

#include <check.h>
#include <string.h>

#include "arithmetic/montgomery.h"
#include "spec/algorithms.h"
#include "tests/suite.h"

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static const struct prime_curve *curve(int i)
{
  return prime_curve(TLS12_SECP256R1 + (unsigned)i);
}

/* `distance` from zero, which may be negative, modulo m. */
static struct field_element near_zero(int distance, const struct modulus *m)
{
  const struct field_element zero = {{0}}, a = {{(mp_limb_t)(distance < 0 ? -distance : distance)}};
  return distance < 0 ? field_sub(zero, a, m) : a;
}

/* Random limbs, or limbs with all bits equal. */
static struct field_element any(const struct modulus *m)
{
  struct field_element a = {{0}};
  const uint64_t kind = next() % 3;
  for (mp_size_t i = 0; i < m->limbs; i++) a.limb[i] = kind ? next() : next() % 2 ? 0 : ~(mp_limb_t)0;
  if (m->limbs == 9) a.limb[8] &= 0x1ff;
  return field_reduce(a, m);
}

static void same(struct field_element a, struct field_element b)
{
  ck_assert_mem_eq(&a, &b, sizeof a);
}

static void same_point(struct curve_point P, struct curve_point Q)
{
  same(P.x, Q.x);
  same(P.y, Q.y);
  same(P.z, Q.z);
}

/* a is inverted modulo m, or has no inverse. */
static void inverted(struct field_element a, const struct modulus *m)
{
  const struct field_element r = fast_invert(a, m), zero = {{0}}, one = {{1}};
  same(r, field_invert(a, m));
  if (!field_equal(r, zero)) same(field_mul(a, r, m), one);
}

static void inverses_modulo(const struct modulus *m)
{
  for (int distance = -1000; distance <= 1000; distance++) inverted(near_zero(distance, m), m);
  for (int i = 0; i < 10000; i++) inverted(any(m), m);
}

START_TEST(inverses)
{
  inverses_modulo(&curve(_i)->order);
  inverses_modulo(&curve(_i)->field);
}
END_TEST

/* The contract is about every modulus, so also about those of other sizes. */
START_TEST(montgomery_inverses)
{
  inverses_modulo(&curve25519()->field);
  inverses_modulo(&curve448()->field);
}
END_TEST

/* Moduli that are not prime: numbers with a common divisor have no inverse. */
START_TEST(no_inverses)
{
  int none = 0;
  for (int i = 0; i < 2000; i++) {
    struct modulus m = curve(_i)->field;
    m.value.limb[0] = next() | 1;
    const struct field_element a = any(&m), zero = {{0}}, three = {{3}};
    inverted(a, &m);
    inverted(field_reduce(field_mul(a, three, &m), &m), &m);
    none += field_equal(fast_invert(a, &m), zero);
  }
  ck_assert_int_gt(none, 100);
}
END_TEST

START_TEST(multiples)
{
  const unsigned group = TLS12_SECP256R1 + (unsigned)_i;
  const struct prime_curve *c = curve(_i);
  struct curve_point P = c->base;
  for (int i = 0; i < 160; i++) {
    const struct field_element k = i < 100 ? near_zero(i - 50, &c->order) : any(&c->order);
    const struct curve_point kP = proven_multiply_point(group, k, P), kG = proven_multiply_base(group, k);
    same_point(fast_multiply_point(group, k, P), kP);
    same_point(fast_multiply_base(group, k), kG);
    if (i >= 95) P = kG;
  }
}
END_TEST

/* Sums of all kinds: equal, opposite and infinite terms too. */
START_TEST(sums)
{
  const unsigned group = TLS12_SECP256R1 + (unsigned)_i;
  const struct prime_curve *c = curve(_i);
  int infinite = 0;
  for (int i = 0; i < 60; i++) {
    const struct field_element a = i < 36 ? near_zero(1, &c->order) : any(&c->order);
    const struct curve_point Q = proven_multiply_base(group, a);
    const struct field_element u1 = i < 36 ? near_zero(i / 6 - 3, &c->order) : any(&c->order);
    const struct field_element u2 = i < 36   ? near_zero(i % 6 - 3, &c->order)
                                    : i < 48 ? field_mul(u1, field_invert(a, &c->order), &c->order) /* equal terms */
                                             : any(&c->order);
    const struct curve_point R = proven_multiply_sum(group, u1, u2, Q);
    same_point(fast_multiply_sum(group, u1, u2, Q), R);
    infinite += mpn_zero_p(R.z.limb, FIELD_LIMBS);
  }
  ck_assert_int_eq(infinite, 5); /* u1 = -u2 */
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("multiply");
  TCase *tcase = tcase_create("multiply");
  tcase_set_timeout(tcase, 300);
  tcase_add_loop_test(tcase, inverses, 0, 3);
  tcase_add_test(tcase, montgomery_inverses);
  tcase_add_loop_test(tcase, no_inverses, 0, 3);
  tcase_add_loop_test(tcase, multiples, 0, 3);
  tcase_add_loop_test(tcase, sums, 0, 3);
  suite_add_tcase(suite, tcase);
  return run_suite(suite);
}
