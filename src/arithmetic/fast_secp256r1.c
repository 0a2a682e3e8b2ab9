/* secp256r1 for speed. A field element is 5 limbs of 54 bits, in Montgomery form with R = 2^270.
 *
 * p = 2^256 - 2^224 + 2^192 + 2^96 - 1, so -1/p modulo 2^54 is 1: the multiple m p that clears the lowest limb m of a product
 * adds m (2^256 - 2^224 + 2^192 + 2^96) and takes the m away. 2^96 is 2^42 in the next limb, 2^192 is 2^30 in the third, and
 * 2^256 - 2^224 is 2^40 - 2^8 in the fourth.
 *
 * Of numbers a and b the product is between ab/R and ab/R + p. What fast_point.h multiplies is below 22 p, and R > 2^13 p. Limbs of
 * up to 2^59 and 2^60 may be multiplied, the highest of up to 2^45, and limbs of up to 2^59 squared. */
#include "arithmetic/fast_curve.h"

#define LIMBS 5
#define LIMB_BITS 54

#include "arithmetic/fast_field.h"

static void multiply(element r, const element a, const element b)
{
  wide t;
  t = product(a[0], b[0]);
  const int64_t m0 = low(t);
  t = product(a[0], b[1]) + product(a[1], b[0]) + product(m0, 1LL << 42) + (t >> LIMB_BITS);
  const int64_t m1 = low(t);
  t = product(a[0], b[2]) + product(a[1], b[1]) + product(a[2], b[0]) + product(m1, 1LL << 42) + (t >> LIMB_BITS);
  const int64_t m2 = low(t);
  t = product(a[0], b[3]) + product(a[1], b[2]) + product(a[2], b[1]) + product(a[3], b[0]) + product(m2, 1LL << 42) +
      product(m0, 1LL << 30) + (t >> LIMB_BITS);
  const int64_t m3 = low(t);
  t = product(a[0], b[4]) + product(a[1], b[3]) + product(a[2], b[2]) + product(a[3], b[1]) + product(a[4], b[0]) +
      product(m3, 1LL << 42) + product(m1, 1LL << 30) + product(m0, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t m4 = low(t);
  t = product(a[1], b[4]) + product(a[2], b[3]) + product(a[3], b[2]) + product(a[4], b[1]) + product(m4, 1LL << 42) +
      product(m2, 1LL << 30) + product(m1, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t r0 = low(t);
  t = product(a[2], b[4]) + product(a[3], b[3]) + product(a[4], b[2]) + product(m3, 1LL << 30) +
      product(m2, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(a[3], b[4]) + product(a[4], b[3]) + product(m4, 1LL << 30) + product(m3, (1LL << 40) - (1LL << 8)) +
      (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(a[4], b[4]) + product(m4, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  r[0] = r0, r[1] = r1, r[2] = r2, r[3] = low(t), r[4] = (int64_t)(t >> LIMB_BITS);
}

static void square(element r, const element a)
{
  const int64_t d0 = 2 * a[0], d1 = 2 * a[1], d2 = 2 * a[2], d3 = 2 * a[3];
  wide t;
  t = product(a[0], a[0]);
  const int64_t m0 = low(t);
  t = product(d0, a[1]) + product(m0, 1LL << 42) + (t >> LIMB_BITS);
  const int64_t m1 = low(t);
  t = product(d0, a[2]) + product(a[1], a[1]) + product(m1, 1LL << 42) + (t >> LIMB_BITS);
  const int64_t m2 = low(t);
  t = product(d0, a[3]) + product(d1, a[2]) + product(m2, 1LL << 42) + product(m0, 1LL << 30) + (t >> LIMB_BITS);
  const int64_t m3 = low(t);
  t = product(d0, a[4]) + product(d1, a[3]) + product(a[2], a[2]) + product(m3, 1LL << 42) + product(m1, 1LL << 30) +
      product(m0, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t m4 = low(t);
  t = product(d1, a[4]) + product(d2, a[3]) + product(m4, 1LL << 42) + product(m2, 1LL << 30) +
      product(m1, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t r0 = low(t);
  t = product(d2, a[4]) + product(a[3], a[3]) + product(m3, 1LL << 30) + product(m2, (1LL << 40) - (1LL << 8)) +
      (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(d3, a[4]) + product(m4, 1LL << 30) + product(m3, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(a[4], a[4]) + product(m4, (1LL << 40) - (1LL << 8)) + (t >> LIMB_BITS);
  r[0] = r0, r[1] = r1, r[2] = r2, r[3] = low(t), r[4] = (int64_t)(t >> LIMB_BITS);
}

#include "secp256r1_comb.inc"

#include "arithmetic/fast_point.h"

const struct fast_curve fast_secp256r1 = {multiply_point, multiply_base, multiply_sum};
