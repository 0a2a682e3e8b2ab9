/* secp384r1 for speed. A field element is 7 limbs of 56 bits, in Montgomery form with R = 2^392.
 *
 * p = 2^384 - 2^128 - 2^96 + 2^32 - 1, so -1/p modulo 2^56 is 2^32 + 1. The multiple m p that clears the lowest limb of a
 * product is 2^32 - 1 there, -2^40 in the next limb, -2^16 in the second and 2^48 in the sixth.
 *
 * Of numbers a and b the product is between ab/R and ab/R + p. What fast_point.h multiplies is below 23 p, and R > 2^8 p. Limbs of
 * up to 2^60 and 2^61 may be multiplied, the highest of up to 2^53, and limbs of up to 2^60 squared. */
#include "arithmetic/fast_curve.h"

#define LIMBS 7
#define LIMB_BITS 56

#include "arithmetic/fast_field.h"

/* m for the lowest limb of t */
static int64_t factor(wide t)
{
  return low((wide)((uint64_t)t * 0x100000001));
}

static void multiply(element r, const element a, const element b)
{
  wide t;
  t = product(a[0], b[0]);
  const int64_t m0 = factor(t);
  t += product(m0, (1LL << 32) - 1);
  t = product(a[0], b[1]) + product(a[1], b[0]) - product(m0, 1LL << 40) + (t >> LIMB_BITS);
  const int64_t m1 = factor(t);
  t += product(m1, (1LL << 32) - 1);
  t = product(a[0], b[2]) + product(a[1], b[1]) + product(a[2], b[0]) - product(m1, 1LL << 40) -
      product(m0, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m2 = factor(t);
  t += product(m2, (1LL << 32) - 1);
  t = product(a[0], b[3]) + product(a[1], b[2]) + product(a[2], b[1]) + product(a[3], b[0]) - product(m2, 1LL << 40) -
      product(m1, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m3 = factor(t);
  t += product(m3, (1LL << 32) - 1);
  t = product(a[0], b[4]) + product(a[1], b[3]) + product(a[2], b[2]) + product(a[3], b[1]) + product(a[4], b[0]) -
      product(m3, 1LL << 40) - product(m2, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m4 = factor(t);
  t += product(m4, (1LL << 32) - 1);
  t = product(a[0], b[5]) + product(a[1], b[4]) + product(a[2], b[3]) + product(a[3], b[2]) + product(a[4], b[1]) +
      product(a[5], b[0]) - product(m4, 1LL << 40) - product(m3, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m5 = factor(t);
  t += product(m5, (1LL << 32) - 1);
  t = product(a[0], b[6]) + product(a[1], b[5]) + product(a[2], b[4]) + product(a[3], b[3]) + product(a[4], b[2]) +
      product(a[5], b[1]) + product(a[6], b[0]) - product(m5, 1LL << 40) - product(m4, 1LL << 16) +
      product(m0, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t m6 = factor(t);
  t += product(m6, (1LL << 32) - 1);
  t = product(a[1], b[6]) + product(a[2], b[5]) + product(a[3], b[4]) + product(a[4], b[3]) + product(a[5], b[2]) +
      product(a[6], b[1]) - product(m6, 1LL << 40) - product(m5, 1LL << 16) + product(m1, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r0 = low(t);
  t = product(a[2], b[6]) + product(a[3], b[5]) + product(a[4], b[4]) + product(a[5], b[3]) + product(a[6], b[2]) -
      product(m6, 1LL << 16) + product(m2, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(a[3], b[6]) + product(a[4], b[5]) + product(a[5], b[4]) + product(a[6], b[3]) + product(m3, 1LL << 48) +
      (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(a[4], b[6]) + product(a[5], b[5]) + product(a[6], b[4]) + product(m4, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r3 = low(t);
  t = product(a[5], b[6]) + product(a[6], b[5]) + product(m5, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r4 = low(t);
  t = product(a[6], b[6]) + product(m6, 1LL << 48) + (t >> LIMB_BITS);
  r[0] = r0, r[1] = r1, r[2] = r2, r[3] = r3, r[4] = r4, r[5] = low(t), r[6] = (int64_t)(t >> LIMB_BITS);
}

static void square(element r, const element a)
{
  const int64_t d0 = 2 * a[0], d1 = 2 * a[1], d2 = 2 * a[2], d3 = 2 * a[3], d4 = 2 * a[4], d5 = 2 * a[5];
  wide t;
  t = product(a[0], a[0]);
  const int64_t m0 = factor(t);
  t += product(m0, (1LL << 32) - 1);
  t = product(d0, a[1]) - product(m0, 1LL << 40) + (t >> LIMB_BITS);
  const int64_t m1 = factor(t);
  t += product(m1, (1LL << 32) - 1);
  t = product(d0, a[2]) + product(a[1], a[1]) - product(m1, 1LL << 40) - product(m0, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m2 = factor(t);
  t += product(m2, (1LL << 32) - 1);
  t = product(d0, a[3]) + product(d1, a[2]) - product(m2, 1LL << 40) - product(m1, 1LL << 16) + (t >> LIMB_BITS);
  const int64_t m3 = factor(t);
  t += product(m3, (1LL << 32) - 1);
  t = product(d0, a[4]) + product(d1, a[3]) + product(a[2], a[2]) - product(m3, 1LL << 40) - product(m2, 1LL << 16) +
      (t >> LIMB_BITS);
  const int64_t m4 = factor(t);
  t += product(m4, (1LL << 32) - 1);
  t = product(d0, a[5]) + product(d1, a[4]) + product(d2, a[3]) - product(m4, 1LL << 40) - product(m3, 1LL << 16) +
      (t >> LIMB_BITS);
  const int64_t m5 = factor(t);
  t += product(m5, (1LL << 32) - 1);
  t = product(d0, a[6]) + product(d1, a[5]) + product(d2, a[4]) + product(a[3], a[3]) - product(m5, 1LL << 40) -
      product(m4, 1LL << 16) + product(m0, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t m6 = factor(t);
  t += product(m6, (1LL << 32) - 1);
  t = product(d1, a[6]) + product(d2, a[5]) + product(d3, a[4]) - product(m6, 1LL << 40) - product(m5, 1LL << 16) +
      product(m1, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r0 = low(t);
  t = product(d2, a[6]) + product(d3, a[5]) + product(a[4], a[4]) - product(m6, 1LL << 16) + product(m2, 1LL << 48) +
      (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(d3, a[6]) + product(d4, a[5]) + product(m3, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(d4, a[6]) + product(a[5], a[5]) + product(m4, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r3 = low(t);
  t = product(d5, a[6]) + product(m5, 1LL << 48) + (t >> LIMB_BITS);
  const int64_t r4 = low(t);
  t = product(a[6], a[6]) + product(m6, 1LL << 48) + (t >> LIMB_BITS);
  r[0] = r0, r[1] = r1, r[2] = r2, r[3] = r3, r[4] = r4, r[5] = low(t), r[6] = (int64_t)(t >> LIMB_BITS);
}

#include "secp384r1_comb.inc"

#include "arithmetic/fast_point.h"

const struct fast_curve fast_secp384r1 = {multiply_point, multiply_base, multiply_sum};
