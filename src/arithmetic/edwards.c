#include "arithmetic/edwards.h"

#include <stddef.h>

#include "arithmetic/edwards_lemmas.h"
#include "arithmetic/small_lemmas.h"
#include "spec/algorithms.h"

const struct edwards_curve *edwards_curve(unsigned signature)
{
  return signature == TLS12_ED25519 ? edwards25519() : signature == TLS12_ED448 ? edwards448() : NULL;
}

/* (X1 + Y1)(X2 + Y2) - C - D */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires points: is_edwards_point(P, *m) && is_edwards_point(Q, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures h: element(\result) == ed_h(element(P.x), element(P.y), element(Q.x), element(Q.y), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_h(struct edwards_point P, struct edwards_point Q, const struct modulus *m)
{
  const struct field_element all = field_mul(field_add(P.x, P.y, m), field_add(Q.x, Q.y, m), m);
  return field_sub(field_sub(all, field_mul(P.x, Q.x, m), m), field_mul(P.y, Q.y, m), m);
}

/* The three coordinates from A, B, E, (X1 + Y1)(X2 + Y2) - C - D and D - a C. */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(A, *m) && is_reduced(B, *m) && is_reduced(E, *m) && is_reduced(H, *m) && is_reduced(V, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_edwards_point(\result, *m);
    ensures x: element(\result.x) == ed_sum_abc(0, element(A), element(B), element(E), element(H), element(V), element(m->value));
    ensures y: element(\result.y) == ed_sum_abc(1, element(A), element(B), element(E), element(H), element(V), element(m->value));
    ensures z: element(\result.z) == ed_sum_abc(2, element(A), element(B), element(E), element(H), element(V), element(m->value)); */
static struct edwards_point law_end(struct field_element A, struct field_element B, struct field_element E,
                                    struct field_element H, struct field_element V, const struct modulus *m)
{
  const struct field_element F = field_sub(B, E, m), G = field_add(B, E, m);
  const struct edwards_point R = {field_mul(field_mul(A, F, m), H, m), field_mul(field_mul(A, G, m), V, m),
                                  field_mul(F, G, m)};
  return R;
}

struct edwards_point edwards_add(const struct edwards_curve *c, struct edwards_point P, struct edwards_point Q)
{
  const struct modulus *m = &c->field;
  const struct field_element A = field_mul(P.z, Q.z, m), B = field_mul(A, A, m), C = field_mul(P.x, Q.x, m),
                             D = field_mul(P.y, Q.y, m), E = field_mul(c->d, field_mul(C, D, m), m);
  return law_end(A, B, E, law_h(P, Q, m), field_sub(D, field_mul(c->a, C, m), m), m);
}

/* 2 R + bit P */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires points: is_edwards_point(R, c->field) && is_edwards_point(P, c->field);
    requires bit: bit == 0 || bit == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_edwards_point(\result, c->field);
    ensures next: is_ed_next(R, \result, bit, P, c->signature); */
static struct edwards_point next(const struct edwards_curve *c, struct edwards_point R, mp_limb_t bit,
                                 struct edwards_point P)
{
  struct edwards_point twice = edwards_add(c, R, R);
  struct edwards_point more = edwards_add(c, twice, P);
  twice.x = field_select(bit, more.x, twice.x);
  twice.y = field_select(bit, more.y, twice.y);
  twice.z = field_select(bit, more.z, twice.z);
  return twice;
}

/*@ requires scalar: \valid_read(k + t / 8);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bit: \result == bit(k, t);
    ensures range: \result == 0 || \result == 1; */
static mp_limb_t scalar_bit(const uint8_t *k, unsigned t)
{
  return (k[t / 8] >> (t % 8)) & 1;
}

struct edwards_point edwards_multiply(const struct edwards_curve *c, const uint8_t *k, struct edwards_point P)
{
  struct edwards_point R = {{{0}}, {{1}}, {{1}}};
  const unsigned bits = 64 * (unsigned)c->field.limbs;
  //@ assert short: is_short(R.x, 1) && is_short(R.y, 1) && is_short(R.z, 1);
  //@ assert x: element(R.x) == 0;
  //@ assert y: element(R.y) == 1;
  //@ assert z: element(R.z) == 1;
  //@ assert reduced: is_edwards_point(R, c->field);
  /*@ loop invariant range: t <= bits;
      loop invariant point: is_edwards_point(R, c->field);
      loop invariant multiple: is_ed_multiple(R, k, t, P, c->signature);
      loop assigns t, R;
      loop variant t; */
  for (unsigned t = bits; t > 0; t--) R = next(c, R, scalar_bit(k, t - 1), P);
  return R;
}
