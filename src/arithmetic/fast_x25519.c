/* A field element is 5 limbs of 51 bits. p = 2^255 - 19, so what is carried out of the highest limb, 2^255, comes back times 19 in the
 * lowest.
 *
 * A product has limbs from 0 to 2^51, the second a little beyond. The limbs of what is multiplied are below 2^53 in size, as sums and
 * differences of two products are: so a sum of five of their products, four of them times 19, is below 2^113, and what is carried out of
 * the highest, times 19, below 2^63. */
#include "arithmetic/fast_x25519.h"

#define LIMBS 5
#define LIMB_BITS 51

#include "arithmetic/fast_field.h"
#include "arithmetic/invert_fast.h"

/* The carry chain; t0 to t4 are the sums of products. */
static inline void reduce(element r, wide t0, wide t1, wide t2, wide t3, wide t4)
{
  t1 += t0 >> LIMB_BITS;
  t2 += t1 >> LIMB_BITS;
  t3 += t2 >> LIMB_BITS;
  t4 += t3 >> LIMB_BITS;
  const int64_t r0 = low(t0) + 19 * (int64_t)(t4 >> LIMB_BITS);
  r[0] = low(r0);
  r[1] = low(t1) + (r0 >> LIMB_BITS);
  r[2] = low(t2);
  r[3] = low(t3);
  r[4] = low(t4);
}

static inline void multiply(element r, const element a, const element b)
{
  const int64_t b1 = 19 * b[1], b2 = 19 * b[2], b3 = 19 * b[3], b4 = 19 * b[4];
  reduce(r, product(a[0], b[0]) + product(a[1], b4) + product(a[2], b3) + product(a[3], b2) + product(a[4], b1),
         product(a[0], b[1]) + product(a[1], b[0]) + product(a[2], b4) + product(a[3], b3) + product(a[4], b2),
         product(a[0], b[2]) + product(a[1], b[1]) + product(a[2], b[0]) + product(a[3], b4) + product(a[4], b3),
         product(a[0], b[3]) + product(a[1], b[2]) + product(a[2], b[1]) + product(a[3], b[0]) + product(a[4], b4),
         product(a[0], b[4]) + product(a[1], b[3]) + product(a[2], b[2]) + product(a[3], b[1]) + product(a[4], b[0]));
}

static inline void square(element r, const element a)
{
  const int64_t d0 = 2 * a[0], d1 = 2 * a[1], d2 = 2 * a[2], a3 = 19 * a[3], a4 = 19 * a[4];
  reduce(r, product(a[0], a[0]) + product(d1, a4) + product(d2, a3),
         product(d0, a[1]) + product(d2, a4) + product(a[3], a3),
         product(d0, a[2]) + product(a[1], a[1]) + product(2 * a[3], a4),
         product(d0, a[3]) + product(d1, a[2]) + product(a[4], a4),
         product(d0, a[4]) + product(d1, a[3]) + product(a[2], a[2]));
}

/* (A - 2) / 4 times a */
static inline void times_a24(element r, const element a)
{
  reduce(r, product(a[0], 121665), product(a[1], 121665), product(a[2], 121665), product(a[3], 121665),
         product(a[4], 121665));
}

static void from_field(element r, struct field_element a)
{
  for (unsigned i = 0; i < LIMBS; i++) {
    const unsigned bit = LIMB_BITS * i;
    const uint64_t above = bit % 64 == 0 ? 0 : a.limb[bit / 64 + 1] << (64 - bit % 64);
    r[i] = low((int64_t)((a.limb[bit / 64] >> bit % 64 | above) & INT64_MAX));
  }
}

/* Carries, out of the highest limb to the lowest, too. */
static void carry_around(element r)
{
  carry(r);
  r[0] += 19 * (r[4] >> LIMB_BITS);
  r[4] = low(r[4]);
}

/* Below p: with 4 p no limb is negative; after two rounds the number is from 0 to p + 18, and it is not below p if 19 more reach 2^255. */
static struct field_element to_field(const element a)
{
  static const element more = {0x1fffffffffffb4, 0x1ffffffffffffc, 0x1ffffffffffffc, 0x1ffffffffffffc,
                               0x1ffffffffffffc};
  element r, s;
  add(r, a, more);
  carry_around(r);
  carry_around(r);
  for (int i = 0; i < LIMBS; i++) s[i] = r[i] + (i == 0 ? 19 : 0);
  carry(s);
  r[0] += 19 * (s[4] >> LIMB_BITS);
  carry(r);
  r[4] = low(r[4]);
  const uint64_t r0 = (uint64_t)r[0], r1 = (uint64_t)r[1], r2 = (uint64_t)r[2], r3 = (uint64_t)r[3],
                 r4 = (uint64_t)r[4];
  return (struct field_element){{r0 | r1 << 51, r1 >> 13 | r2 << 38, r2 >> 26 | r3 << 25, r3 >> 39 | r4 << 12}};
}

/* a and b change places when the mask is all ones. */
static inline void swap(element a, element b, int64_t mask)
{
  for (int i = 0; i < LIMBS; i++) {
    const int64_t difference = (a[i] ^ b[i]) & mask;
    a[i] ^= difference;
    b[i] ^= difference;
  }
}

/* A step of the ladder of RFC 7748 section 5, with its names. */
static void step(element x_2, element z_2, element x_3, element z_3, const element x_1)
{
  element A, B, C, D, AA, BB, E, DA, CB;
  add(A, x_2, z_2);
  square(AA, A);
  subtract(B, x_2, z_2);
  square(BB, B);
  subtract(E, AA, BB);
  add(C, x_3, z_3);
  subtract(D, x_3, z_3);
  multiply(DA, D, A);
  multiply(CB, C, B);
  add(x_3, DA, CB);
  square(x_3, x_3);
  subtract(z_3, DA, CB);
  square(z_3, z_3);
  multiply(z_3, x_1, z_3);
  multiply(x_2, AA, BB);
  times_a24(z_2, E);
  add(z_2, AA, z_2);
  multiply(z_2, E, z_2);
}

struct field_element fast_x25519(const uint8_t *k, struct field_element u)
{
  element x_1, x_2 = {1}, z_2 = {0}, x_3, z_3 = {1}, inverse;
  from_field(x_1, u);
  from_field(x_3, u);
  int64_t swapped = 0;
  for (unsigned t = 255; t-- > 0;) {
    const int64_t bit = t == 254 ? 1 : t < 3 ? 0 : k[t / 8] >> t % 8 & 1;
    swap(x_2, x_3, hidden(-(bit ^ swapped)));
    swap(z_2, z_3, hidden(-(bit ^ swapped)));
    swapped = bit;
    step(x_2, z_2, x_3, z_3, x_1);
  }
  from_field(inverse, fast_invert(to_field(z_2), &curve25519()->field)); /* k is even: nothing is swapped at the end */
  multiply(x_2, x_2, inverse);
  return to_field(x_2);
}
