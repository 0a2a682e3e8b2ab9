/* Multiples of points for speed, for the file that includes this: it has defined the field (fast_field.h) and the
 * constants of its generated table (curve_comb.py).
 *
 * Additions are the complete ones of point.h, so no pair of points is special. Doublings of a window are in Jacobian
 * coordinates, where (X : Y : Z) stands for (X/Z^2, Y/Z^3): 2 (X : Y : Z) holds for every point but the one at infinity,
 * which does not come up: see window_multiply. */
#ifndef TLS12_ARITHMETIC_FAST_POINT_H
#define TLS12_ARITHMETIC_FAST_POINT_H

#include "arithmetic/fast_field.h"
#include "arithmetic/invert_fast.h"

struct point {
  element x, y, z;
};

/* a1 b2 + a2 b1, of the products a1 a2 and b1 b2 */
static void cross(element r, const element a1, const element b1, const element a2, const element b2, const element aa,
                  const element bb)
{
  element s, t;
  add(s, a1, b1);
  add(t, a2, b2);
  multiply(r, s, t);
  subtract(r, r, aa);
  subtract(r, r, bb);
}

/* The addition law from the products of equal and of different coordinates, with the names of spec/curve.h. */
static void law(struct point *R, const element xx, const element yy, const element zz, const element A, const element B,
                const element C)
{
  element U, V, W, s, t;
  multiply(t, curve_b, zz);
  subtract(U, C, t);
  triple(U, U);
  multiply(V, curve_b, C);
  triple(t, zz);
  subtract(V, V, t);
  subtract(V, V, xx);
  triple(V, V);
  subtract(W, xx, zz);
  triple(W, W);
  add(s, yy, U);
  subtract(t, yy, U);
  multiply(R->x, A, s);
  multiply(R->y, s, t);
  multiply(R->z, t, B);
  multiply(s, B, V);
  subtract(R->x, R->x, s);
  multiply(s, W, V);
  add(R->y, R->y, s);
  multiply(s, A, W);
  add(R->z, R->z, s);
}

/* P + Q. R may be P or Q. */
static void sum(struct point *R, const struct point *P, const struct point *Q)
{
  element xx, yy, zz, A, B, C;
  multiply(xx, P->x, Q->x);
  multiply(yy, P->y, Q->y);
  multiply(zz, P->z, Q->z);
  cross(A, P->x, P->y, Q->x, Q->y, xx, yy);
  cross(B, P->y, P->z, Q->y, Q->z, yy, zz);
  cross(C, P->x, P->z, Q->x, Q->z, xx, zz);
  law(R, xx, yy, zz, A, B, C);
}

/* R + (x : y : 1) */
static void sum_affine(struct point *R, const element x, const element y)
{
  element xx, yy, zz, A, B, C;
  multiply(xx, R->x, x);
  multiply(yy, R->y, y);
  for (int i = 0; i < LIMBS; i++) zz[i] = R->z[i];
  carry(zz);
  cross(A, R->x, R->y, x, y, xx, yy);
  multiply(B, y, R->z);
  add(B, B, R->y);
  multiply(C, x, R->z);
  add(C, C, R->x);
  law(R, xx, yy, zz, A, B, C);
}

/* 2 R in Jacobian coordinates: with d = Z^2, g = 2 Y^2, h = 2 X g and a = 3 (X - d)(X + d),
 *   X3 = a^2 - 2 h, Y3 = a (h - X3) - 2 g^2, Z3 = 2 Y Z */
static void twice(struct point *R)
{
  element d, g, h, a, s, t;
  square(d, R->z);
  square(g, R->y);
  add(g, g, g);
  add(s, R->x, R->x);
  multiply(h, s, g);
  subtract(s, R->x, d);
  add(t, R->x, d);
  multiply(a, s, t);
  triple(a, a);
  add(s, R->y, R->y);
  multiply(R->z, s, R->z);
  square(s, a);
  add(t, h, h);
  subtract(R->x, s, t);
  subtract(t, h, R->x);
  multiply(s, a, t);
  square(t, g);
  add(t, t, t);
  subtract(R->y, s, t);
}

/* 2^n R */
static void doubled(struct point *R, int n)
{
  element t;
  multiply(R->x, R->x, R->z);
  square(t, R->z);
  multiply(R->y, R->y, t);
  for (int i = 0; i < n; i++) twice(R);
  multiply(R->x, R->x, R->z);
  square(t, R->z);
  multiply(R->z, R->z, t);
}

/* --- Numbers --- */

/* From and to the limbs of 64 bits. */
static void enter(element r, const struct field_element *a)
{
  for (int i = 0; i < LIMBS; i++) {
    const int word = i * LIMB_BITS / 64, shift = i * LIMB_BITS % 64;
    uint64_t bits = a->limb[word] >> shift;
    if (shift + LIMB_BITS > 64) bits |= a->limb[word + 1] << (64 - shift);
    r[i] = low((wide)bits);
  }
  multiply(r, r, field_enter);
}

/* r becomes r + p when it is negative. */
static void raise_negative(element r)
{
  const int64_t negative = hidden(r[LIMBS - 1] >> 63);
  for (int i = 0; i < LIMBS; i++) r[i] += field_p[i] & negative;
  carry(r);
}

static struct field_element leave(const element a)
{
  struct field_element r = {{0}};
  element t;
  multiply(t, a, field_leave);
  carry(t);
  raise_negative(t);
  for (int i = 0; i < 2; i++) { /* below 3p */
    subtract(t, t, field_p);
    carry(t);
    raise_negative(t);
  }
  for (int i = 0; i < LIMBS; i++) {
    const int word = i * LIMB_BITS / 64, shift = i * LIMB_BITS % 64;
    r.limb[word] |= (uint64_t)t[i] << shift;
    if (shift + LIMB_BITS > 64) r.limb[word + 1] |= (uint64_t)t[i] >> (64 - shift);
  }
  return r;
}

/* (X/Z : Y/Z : 1); all zero at infinity. */
static struct curve_point affine(const struct prime_curve *c, const struct point *P)
{
  const struct field_element z = fast_invert(leave(P->z), &c->field);
  element inverse, t;
  struct curve_point R;
  enter(inverse, &z);
  multiply(t, P->x, inverse);
  R.x = leave(t);
  multiply(t, P->y, inverse);
  R.y = leave(t);
  multiply(t, P->z, inverse);
  R.z = leave(t);
  return R;
}

/* --- Digits ---
 *
 * An odd number k below 2^n is the sum of all 2^i, i < n, each with a sign: plus where bit i of (k >> 1) + 2^(n-1) is set. Any
 * group of these terms is so many bits; it is never zero, and its negative is the complement of the bits. */

struct signs {
  struct field_element bits;
  int64_t even; /* k was even, and the signs are those of n - k */
};

static struct signs signs_of(const struct prime_curve *c, struct field_element k, int n)
{
  struct signs s;
  struct field_element opposite;
  mpn_sub_n(opposite.limb, c->order.value.limb, k.limb, FIELD_LIMBS);
  const mp_limb_t odd = k.limb[0] & 1;
  s.bits = field_select(odd, k, opposite);
  s.even = (int64_t)(1 - odd);
  mpn_rshift(s.bits.limb, s.bits.limb, FIELD_LIMBS, 1);
  s.bits.limb[(n - 1) / 64] |= (mp_limb_t)1 << (n - 1) % 64;
  return s;
}

static uint64_t bit(const struct signs *s, int i)
{
  return s->bits.limb[i / 64] >> i % 64 & 1;
}

/* The entry of `table` (of `count` entries of `size` limbs) that the digit names: its number is what is below its highest
 * bit, complemented when that is clear; the answer is then 1: the entry is to be negated. Reads all entries. */
static inline int64_t choose(int64_t *entry, const int64_t *table, uint64_t count, int size, uint64_t digit)
{
  const uint64_t clear = digit / count - 1; /* all ones or all zeros */
  const uint64_t number = (digit ^ clear) & (count - 1);
  for (int j = 0; j < size; j++) entry[j] = 0;
  for (uint64_t i = 0; i < count; i++) {
    const int64_t chosen = hidden(-(int64_t)(((i ^ number) - 1) >> 63));
    for (int j = 0; j < size; j++) entry[j] |= table[i * (unsigned)size + (unsigned)j] & chosen;
  }
  return (int64_t)(clear & 1);
}

/* y becomes -y when `negate` is 1, and stays when it is 0. */
static void negate_when(element y, int64_t negate)
{
  const int64_t mask = hidden(-negate);
  for (int i = 0; i < LIMBS; i++) y[i] = (y[i] ^ mask) - mask;
}

/* --- Multiples --- */

#define WINDOW 5
#define WINDOWS ((FIELD_BITS + WINDOW - 1) / WINDOW)
#define ENTRIES (1 << (WINDOW - 1))

static uint64_t window(const struct signs *s, int i)
{
  uint64_t digit = 0;
  for (int j = WINDOW - 1; j >= 0; j--) digit = 2 * digit + bit(s, WINDOW * i + j);
  return digit;
}

/* k P, k up to the order: from the highest digit, R = 2^5 R + digit P. All digits are odd and the first is positive, so R is
 * m P with 0 < m < order before each doubling: never infinity. */
static void window_multiply(struct point *R, const struct prime_curve *c, struct field_element k,
                            const struct curve_point *P)
{
  struct point table[ENTRIES], entry; /* P, 3P, ..., 31P */
  const struct signs s = signs_of(c, k, WINDOWS * WINDOW);
  enter(table[0].x, &P->x);
  enter(table[0].y, &P->y);
  enter(table[0].z, &P->z);
  sum(&entry, &table[0], &table[0]);
  for (int i = 1; i < ENTRIES; i++) sum(&table[i], &table[i - 1], &entry);
  choose(R->x, table[0].x, ENTRIES, 3 * LIMBS, window(&s, WINDOWS - 1));
  for (int i = WINDOWS - 2; i >= 0; i--) {
    doubled(R, WINDOW);
    negate_when(entry.y, choose(entry.x, table[0].x, ENTRIES, 3 * LIMBS, window(&s, i)));
    sum(R, R, &entry);
  }
  negate_when(R->y, s.even);
}

/* The digit of a column of a block of the comb: the signs of one bit of each tooth. */
static uint64_t tooth_digit(const struct signs *s, int block, int column)
{
  uint64_t digit = 0;
  for (int tooth = COMB_TEETH - 1; tooth >= 0; tooth--)
    digit = 2 * digit + bit(s, (tooth * COMB_BLOCKS + block) * COMB_COLUMNS + column);
  return digit;
}

/* k G, k up to the order: R = 2 R + the entries of a column. */
static void base_multiply(struct point *R, const struct prime_curve *c, struct field_element k)
{
  const struct signs s = signs_of(c, k, COMB_TEETH * COMB_BLOCKS * COMB_COLUMNS);
  const struct point infinity = {{0}, FIELD_ONE, {0}};
  element entry[2];
  *R = infinity;
  for (int column = COMB_COLUMNS - 1; column >= 0; column--) {
    if (column + 1 < COMB_COLUMNS) sum(R, R, R);
    for (int block = 0; block < COMB_BLOCKS; block++) {
      const uint64_t digit = tooth_digit(&s, block, column);
      negate_when(entry[1], choose(entry[0], comb[block][0][0], 1 << (COMB_TEETH - 1), 2 * LIMBS, digit));
      sum_affine(R, entry[0], entry[1]);
    }
  }
  negate_when(R->y, s.even);
}

static struct curve_point multiply_point(const struct prime_curve *c, struct field_element k, struct curve_point P)
{
  struct point R;
  window_multiply(&R, c, k, &P);
  return affine(c, &R);
}

static struct curve_point multiply_base(const struct prime_curve *c, struct field_element k)
{
  struct point R;
  base_multiply(&R, c, k);
  return affine(c, &R);
}

static struct curve_point multiply_sum(const struct prime_curve *c, struct field_element u1, struct field_element u2,
                                       struct curve_point Q)
{
  struct point R, S;
  base_multiply(&R, c, u1);
  window_multiply(&S, c, u2, &Q);
  sum(&R, &R, &S);
  return affine(c, &R);
}

#endif
