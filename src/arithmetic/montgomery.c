#include "arithmetic/montgomery.h"

#include <stddef.h>

#include "arithmetic/digits_lemmas.h"
#include "arithmetic/little_endian.h"
#include "arithmetic/montgomery_lemmas.h"
#include "arithmetic/small_lemmas.h"
#include "spec/algorithms.h"

const struct montgomery_curve *montgomery_curve(unsigned group)
{
  return group == TLS12_X25519 ? curve25519() : group == TLS12_X448 ? curve448() : NULL;
}

/* The number of the lowest 255 bits. */
/*@ requires short: is_short(u, 4);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures short: is_short(\result, 4);
    ensures low: element(\result) == element(u) % 0x8000000000000000000000000000000000000000000000000000000000000000; */
static struct field_element low_255(struct field_element u)
{
  const mp_limb_t top = u.limb[3];
  //@ assert parts: top == 0x8000000000000000 * (top / 0x8000000000000000) + top % 0x8000000000000000;
  u.limb[3] = top % 0x8000000000000000;
  //@ assert before: element(\at(u,Pre)) == digits(&u) + (top / 0x8000000000000000) * 0x8000000000000000000000000000000000000000000000000000000000000000;
  //@ assert range: 0 <= digits(&u) < 0x8000000000000000000000000000000000000000000000000000000000000000;
  return u;
}

struct field_element montgomery_decode(const struct montgomery_curve *c, const uint8_t *bytes)
{
  struct field_element u = field_from_little_endian(bytes, c->bytes / 8);
  if (c->bits == 255) u = low_255(u);
  return field_reduce(u, &c->field);
}

/* k_t, a bit of decodeScalar25519 or decodeScalar448 */
/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires place: t < c->bits;
    requires scalar: \valid_read(k + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bit: \result == decode_scalar_bit(k, t, c->group);
    ensures range: \result == 0 || \result == 1; */
static mp_limb_t scalar_bit(const struct montgomery_curve *c, const uint8_t *k, unsigned t)
{
  if (t < c->cleared) return 0;
  if (t == c->bits - 1) return 1;
  return (mp_limb_t)k[t / 8] >> t % 8 & 1;
}

/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires reduced: is_ladder_state(S, c->field) && is_reduced(x_1, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures reduced: is_ladder_state(\result, c->field);
    ensures x_2: element(\result.x_2) == ladder_step(0, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3),
                                                    element(x_1), element(c->a24), element(c->field.value));
    ensures z_2: element(\result.z_2) == ladder_step(1, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3),
                                                    element(x_1), element(c->a24), element(c->field.value));
    ensures x_3: element(\result.x_3) == ladder_step(2, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3),
                                                    element(x_1), element(c->a24), element(c->field.value));
    ensures z_3: element(\result.z_3) == ladder_step(3, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3),
                                                    element(x_1), element(c->a24), element(c->field.value)); */
static struct ladder step(const struct montgomery_curve *c, struct ladder S, struct field_element x_1)
{
  const struct modulus *m = &c->field;
  const struct field_element A = field_add(S.x_2, S.z_2, m), B = field_sub(S.x_2, S.z_2, m),
                             C = field_add(S.x_3, S.z_3, m), D = field_sub(S.x_3, S.z_3, m);
  const struct field_element AA = field_mul(A, A, m), BB = field_mul(B, B, m), E = field_sub(AA, BB, m),
                             DA = field_mul(D, A, m), CB = field_mul(C, B, m);
  const struct field_element sum = field_add(DA, CB, m), difference = field_sub(DA, CB, m);
  const struct ladder T = {field_mul(AA, BB, m), field_mul(E, field_add(AA, field_mul(c->a24, E, m), m), m),
                           field_mul(sum, sum, m), field_mul(x_1, field_mul(difference, difference, m), m)};
  return T;
}

/* cswap: the two points change places when the bit is 1. */
/*@ requires bit: bit == 0 || bit == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures x_2: element(\result.x_2) == (bit == 1 ? element(S.x_3) : element(S.x_2));
    ensures z_2: element(\result.z_2) == (bit == 1 ? element(S.z_3) : element(S.z_2));
    ensures x_3: element(\result.x_3) == (bit == 1 ? element(S.x_2) : element(S.x_3));
    ensures z_3: element(\result.z_3) == (bit == 1 ? element(S.z_2) : element(S.z_3)); */
static struct ladder swap(struct ladder S, mp_limb_t bit)
{
  const struct ladder T = {field_select(bit, S.x_3, S.x_2), field_select(bit, S.z_3, S.z_2),
                           field_select(bit, S.x_2, S.x_3), field_select(bit, S.z_2, S.z_3)};
  return T;
}

/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires reduced: is_ladder_state(S, c->field) && is_reduced(x_1, c->field);
    requires bit: bit == 0 || bit == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures reduced: is_ladder_state(\result, c->field);
    ensures next: is_ladder_next(S, \result, bit, element(x_1), c->group); */
static struct ladder next(const struct montgomery_curve *c, struct ladder S, mp_limb_t bit, struct field_element x_1)
{
  return swap(step(c, swap(S, bit), x_1), bit);
}

/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires u: is_reduced(u, c->field);
    requires scalar: \valid_read(k + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures ladder: is_ladder(\result, k, 0, element(u), c->group);
    ensures reduced: is_ladder_state(\result, c->field); */
static struct ladder climb(const struct montgomery_curve *c, const uint8_t *k, struct field_element u)
{
  struct ladder S = {{{1}}, {{0}}, u, {{1}}};
  //@ assert short: is_short(S.x_2, 1) && is_short(S.z_2, 1) && is_short(S.z_3, 1);
  //@ assert x_2: element(S.x_2) == 1;
  //@ assert z_2: element(S.z_2) == 0;
  //@ assert z_3: element(S.z_3) == 1;
  //@ assert reduced: is_ladder_state(S, c->field);
  /*@ loop invariant range: t <= c->bits;
      loop invariant reduced: is_ladder_state(S, c->field);
      loop invariant ladder: is_ladder(S, k, t, element(u), c->group);
      loop assigns t, S;
      loop variant t; */
  for (unsigned t = c->bits; t > 0; t--) S = next(c, S, scalar_bit(c, k, t - 1), u);
  return S;
}

struct field_element montgomery_multiply(const struct montgomery_curve *c, const uint8_t *k, struct field_element u)
{
  const struct ladder S = climb(c, k, u);
  return field_mul(S.x_2, field_invert(S.z_2, &c->field), &c->field);
}
