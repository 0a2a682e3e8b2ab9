/* Field elements for speed: LIMBS signed limbs of LIMB_BITS bits, least significant first, for the file that includes this
 * and defines these two, and then multiply and square.
 *
 * Sums and differences do not carry: a limb may be negative, or have a few bits more; multiply and square carry. */
#ifndef TLS12_ARITHMETIC_FAST_FIELD_H
#define TLS12_ARITHMETIC_FAST_FIELD_H

#include "arithmetic/fast_integers.h"

typedef int64_t element[LIMBS];

static void multiply(element r, const element a, const element b);
static void square(element r, const element a);

static inline wide product(int64_t a, int64_t b)
{
  return (wide)a * b;
}

/* The lowest LIMB_BITS bits; what is shifted out of them by >>, of a negative number too, is the carry. */
static inline int64_t low(wide t)
{
  return (int64_t)((uint64_t)t & (((uint64_t)1 << LIMB_BITS) - 1));
}

static inline void add(element r, const element a, const element b)
{
  for (int i = 0; i < LIMBS; i++) r[i] = a[i] + b[i];
}

static inline void subtract(element r, const element a, const element b)
{
  for (int i = 0; i < LIMBS; i++) r[i] = a[i] - b[i];
}

static inline void triple(element r, const element a)
{
  for (int i = 0; i < LIMBS; i++) r[i] = 3 * a[i];
}

/* The same number, all limbs but the highest from 0 to 2^LIMB_BITS. */
static void carry(element r)
{
  for (int i = 0; i + 1 < LIMBS; i++) {
    r[i + 1] += r[i] >> LIMB_BITS;
    r[i] = low(r[i]);
  }
}

#endif
