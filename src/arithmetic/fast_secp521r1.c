/* secp521r1 for speed. A field element is 9 limbs of 58 bits. p = 2^521 - 1, so what is carried out of the highest limb, 2^522,
 * comes back doubled in the lowest.
 *
 * A product has limbs from 0 to 2^58, one of them a little beyond. Limbs of up to x 2^58 and y 2^58 may be multiplied when x is
 * below 16 and x y is at most 90, so that a sum, of at most 17 products, is below 2^127; and squared when x is at most 7. What
 * fast_point.h multiplies is at most 9 and 10, or 3 and 12, the highest limbs 6 and 21; what it squares is at most 3. */
#include "arithmetic/fast_curve.h"

#define LIMBS 9
#define LIMB_BITS 58

#include "arithmetic/fast_field.h"

static void multiply(element r, const element a, const element b)
{
  const int64_t d1 = 2 * a[1], d2 = 2 * a[2], d3 = 2 * a[3], d4 = 2 * a[4], d5 = 2 * a[5], d6 = 2 * a[6], d7 = 2 * a[7],
                d8 = 2 * a[8];
  wide t;
  t = product(a[0], b[0]) + product(d1, b[8]) + product(d2, b[7]) + product(d3, b[6]) + product(d4, b[5]) +
      product(d5, b[4]) + product(d6, b[3]) + product(d7, b[2]) + product(d8, b[1]);
  const int64_t r0 = low(t);
  t = product(a[0], b[1]) + product(a[1], b[0]) + product(d2, b[8]) + product(d3, b[7]) + product(d4, b[6]) +
      product(d5, b[5]) + product(d6, b[4]) + product(d7, b[3]) + product(d8, b[2]) + (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(a[0], b[2]) + product(a[1], b[1]) + product(a[2], b[0]) + product(d3, b[8]) + product(d4, b[7]) +
      product(d5, b[6]) + product(d6, b[5]) + product(d7, b[4]) + product(d8, b[3]) + (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(a[0], b[3]) + product(a[1], b[2]) + product(a[2], b[1]) + product(a[3], b[0]) + product(d4, b[8]) +
      product(d5, b[7]) + product(d6, b[6]) + product(d7, b[5]) + product(d8, b[4]) + (t >> LIMB_BITS);
  const int64_t r3 = low(t);
  t = product(a[0], b[4]) + product(a[1], b[3]) + product(a[2], b[2]) + product(a[3], b[1]) + product(a[4], b[0]) +
      product(d5, b[8]) + product(d6, b[7]) + product(d7, b[6]) + product(d8, b[5]) + (t >> LIMB_BITS);
  const int64_t r4 = low(t);
  t = product(a[0], b[5]) + product(a[1], b[4]) + product(a[2], b[3]) + product(a[3], b[2]) + product(a[4], b[1]) +
      product(a[5], b[0]) + product(d6, b[8]) + product(d7, b[7]) + product(d8, b[6]) + (t >> LIMB_BITS);
  const int64_t r5 = low(t);
  t = product(a[0], b[6]) + product(a[1], b[5]) + product(a[2], b[4]) + product(a[3], b[3]) + product(a[4], b[2]) +
      product(a[5], b[1]) + product(a[6], b[0]) + product(d7, b[8]) + product(d8, b[7]) + (t >> LIMB_BITS);
  const int64_t r6 = low(t);
  t = product(a[0], b[7]) + product(a[1], b[6]) + product(a[2], b[5]) + product(a[3], b[4]) + product(a[4], b[3]) +
      product(a[5], b[2]) + product(a[6], b[1]) + product(a[7], b[0]) + product(d8, b[8]) + (t >> LIMB_BITS);
  const int64_t r7 = low(t);
  t = product(a[0], b[8]) + product(a[1], b[7]) + product(a[2], b[6]) + product(a[3], b[5]) + product(a[4], b[4]) +
      product(a[5], b[3]) + product(a[6], b[2]) + product(a[7], b[1]) + product(a[8], b[0]) + (t >> LIMB_BITS);
  r[8] = low(t);
  t = 2 * (t >> LIMB_BITS) + r0;
  r[0] = low(t), r[1] = r1 + (int64_t)(t >> LIMB_BITS), r[2] = r2, r[3] = r3, r[4] = r4, r[5] = r5, r[6] = r6,
  r[7] = r7;
}

static void square(element r, const element a)
{
  const int64_t d0 = 2 * a[0], d1 = 2 * a[1], d2 = 2 * a[2], d3 = 2 * a[3], d5 = 2 * a[5], d6 = 2 * a[6], d7 = 2 * a[7],
                d8 = 2 * a[8], q1 = 4 * a[1], q2 = 4 * a[2], q3 = 4 * a[3], q4 = 4 * a[4], q5 = 4 * a[5], q6 = 4 * a[6],
                q7 = 4 * a[7];
  wide t;
  t = product(a[0], a[0]) + product(q1, a[8]) + product(q2, a[7]) + product(q3, a[6]) + product(q4, a[5]);
  const int64_t r0 = low(t);
  t = product(d0, a[1]) + product(q2, a[8]) + product(q3, a[7]) + product(q4, a[6]) + product(d5, a[5]) +
      (t >> LIMB_BITS);
  const int64_t r1 = low(t);
  t = product(d0, a[2]) + product(a[1], a[1]) + product(q3, a[8]) + product(q4, a[7]) + product(q5, a[6]) +
      (t >> LIMB_BITS);
  const int64_t r2 = low(t);
  t = product(d0, a[3]) + product(d1, a[2]) + product(q4, a[8]) + product(q5, a[7]) + product(d6, a[6]) +
      (t >> LIMB_BITS);
  const int64_t r3 = low(t);
  t = product(d0, a[4]) + product(d1, a[3]) + product(a[2], a[2]) + product(q5, a[8]) + product(q6, a[7]) +
      (t >> LIMB_BITS);
  const int64_t r4 = low(t);
  t = product(d0, a[5]) + product(d1, a[4]) + product(d2, a[3]) + product(q6, a[8]) + product(d7, a[7]) +
      (t >> LIMB_BITS);
  const int64_t r5 = low(t);
  t = product(d0, a[6]) + product(d1, a[5]) + product(d2, a[4]) + product(a[3], a[3]) + product(q7, a[8]) +
      (t >> LIMB_BITS);
  const int64_t r6 = low(t);
  t = product(d0, a[7]) + product(d1, a[6]) + product(d2, a[5]) + product(d3, a[4]) + product(d8, a[8]) +
      (t >> LIMB_BITS);
  const int64_t r7 = low(t);
  t = product(d0, a[8]) + product(d1, a[7]) + product(d2, a[6]) + product(d3, a[5]) + product(a[4], a[4]) +
      (t >> LIMB_BITS);
  r[8] = low(t);
  t = 2 * (t >> LIMB_BITS) + r0;
  r[0] = low(t), r[1] = r1 + (int64_t)(t >> LIMB_BITS), r[2] = r2, r[3] = r3, r[4] = r4, r[5] = r5, r[6] = r6,
  r[7] = r7;
}

#include "secp521r1_comb.inc"

#include "arithmetic/fast_point.h"

const struct fast_curve fast_secp521r1 = {multiply_point, multiply_base, multiply_sum};
