/* Bernstein and Yang, "Fast constant-time gcd computation and modular inversion", 2019. A step takes (delta, f, g), f odd, to
 *   (1 - delta, g, (g - f) / 2)               when delta > 0 and g is odd,
 *   (1 + delta, f, (g + (g mod 2) f) / 2)     otherwise.
 * From (1, m, a) with m and a below 2^b, g is 0 after (49 b + 57) / 17 steps, and f is then the greatest common divisor of m
 * and a, or its opposite (their theorem 11.2). Steps depend on the lowest bits only: 62 of them make a matrix over 2^62, which
 * is then applied to f and g, and modulo m to d and e, where always f = d a and g = e a modulo m.
 *
 * Numbers are limbs of 62 bits, least significant first, the highest with the sign. */
#include "arithmetic/invert_fast.h"

#include "arithmetic/fast_integers.h"

#define BATCH 62
#define LIMBS_62 9
#define MASK (((uint64_t)1 << BATCH) - 1)

struct number {
  int64_t limb[LIMBS_62];
};

/* 2^62 (f, g) after the steps = (u f + v g, q f + r g) before; |u| + |v| and |q| + |r| are up to 2^62. */
struct matrix {
  int64_t u, v, q, r;
};

static int64_t low(wide t)
{
  return (int64_t)((uint64_t)t & MASK);
}

static struct matrix steps(int64_t *delta, uint64_t f, uint64_t g)
{
  uint64_t u = 1, v = 0, q = 0, r = 1;
  int64_t d = *delta;
  for (int i = 0; i < BATCH; i++) {
    const uint64_t positive = (uint64_t)hidden(-d >> 63), odd = (uint64_t)hidden(-(int64_t)(g & 1));
    /* g + f or, when delta > 0, g - f */
    g += ((f ^ positive) - positive) & odd;
    q += ((u ^ positive) - positive) & odd;
    r += ((v ^ positive) - positive) & odd;
    const uint64_t both = positive & odd;
    d = 1 + ((d ^ (int64_t)both) - (int64_t)both);
    /* f + (g - f) */
    f += g & both;
    u += q & both;
    v += r & both;
    g >>= 1;
    u <<= 1;
    v <<= 1;
  }
  *delta = d;
  const struct matrix t = {(int64_t)u, (int64_t)v, (int64_t)q, (int64_t)r};
  return t;
}

static void apply(const struct matrix *t, struct number *f, struct number *g, int n)
{
  wide cf = 0, cg = 0;
  for (int i = 0; i < n; i++) {
    const int64_t x = f->limb[i], y = g->limb[i];
    cf += (wide)t->u * x + (wide)t->v * y;
    cg += (wide)t->q * x + (wide)t->r * y;
    if (i > 0) f->limb[i - 1] = low(cf), g->limb[i - 1] = low(cg); /* the lowest limb is 0 */
    cf >>= BATCH;
    cg >>= BATCH;
  }
  f->limb[n - 1] = (int64_t)cf;
  g->limb[n - 1] = (int64_t)cg;
}

/* The same modulo m, of numbers between -2m and m. `inverse` is 1/m modulo 2^62. */
static void apply_modulo(const struct matrix *t, struct number *d, struct number *e, const struct number *m,
                         uint64_t inverse, int n)
{
  const int64_t sd = hidden(d->limb[n - 1] >> 63), se = hidden(e->limb[n - 1] >> 63);
  int64_t md = (t->u & sd) + (t->v & se), me = (t->q & sd) + (t->r & se);
  const wide d0 = (wide)t->u * d->limb[0] + (wide)t->v * e->limb[0];
  const wide e0 = (wide)t->q * d->limb[0] + (wide)t->r * e->limb[0];
  /* md m and me m clear the lowest limb */
  md -= (int64_t)((inverse * (uint64_t)d0 + (uint64_t)md) & MASK);
  me -= (int64_t)((inverse * (uint64_t)e0 + (uint64_t)me) & MASK);
  wide cd = 0, ce = 0;
  for (int i = 0; i < n; i++) {
    const int64_t x = d->limb[i], y = e->limb[i];
    cd += (wide)t->u * x + (wide)t->v * y + (wide)m->limb[i] * md;
    ce += (wide)t->q * x + (wide)t->r * y + (wide)m->limb[i] * me;
    if (i > 0) d->limb[i - 1] = low(cd), e->limb[i - 1] = low(ce);
    cd >>= BATCH;
    ce >>= BATCH;
  }
  d->limb[n - 1] = (int64_t)cd;
  e->limb[n - 1] = (int64_t)ce;
}

static struct number from_limbs(const struct field_element *a, int n)
{
  struct number r = {{0}};
  for (int i = 0; i < n; i++) {
    const int word = i * BATCH / 64, shift = i * BATCH % 64;
    uint64_t bits = a->limb[word] >> shift;
    if (shift > 64 - BATCH && word + 1 < FIELD_LIMBS) bits |= a->limb[word + 1] << (64 - shift);
    r.limb[i] = (int64_t)(bits & MASK);
  }
  return r;
}

static struct field_element to_limbs(const struct number *a, int n)
{
  struct field_element r = {{0}};
  for (int i = 0; i < n; i++) {
    const int word = i * BATCH / 64, shift = i * BATCH % 64;
    r.limb[word] |= (uint64_t)a->limb[i] << shift;
    if (shift > 64 - BATCH && word + 1 < FIELD_LIMBS) r.limb[word + 1] |= (uint64_t)a->limb[i] >> (64 - shift);
  }
  return r;
}

/* a + (m & mask), negated when `negative` is all ones */
static void adjust(struct number *a, const struct number *m, int64_t mask, int64_t negative, int n)
{
  int64_t carry = 0;
  for (int i = 0; i < n; i++) {
    carry += ((a->limb[i] + (m->limb[i] & mask)) ^ negative) - negative;
    a->limb[i] = i + 1 < n ? low(carry) : carry;
    carry >>= BATCH;
  }
}

struct field_element fast_invert(struct field_element a, const struct modulus *m)
{
  const int n = m->limbs == 4 ? 5 : m->limbs == 6 ? 7 : LIMBS_62;
  const int bits = m->limbs == 9 ? 521 : 64 * (int)m->limbs;
  const struct number p = from_limbs(&m->value, n);
  struct number d = {{0}}, e = {{1}}, f = p, g = from_limbs(&a, n);
  uint64_t inverse = m->value.limb[0]; /* to 3 bits, then to 6, 12, 24, 48, 96 */
  for (int i = 0; i < 5; i++) inverse *= 2 - m->value.limb[0] * inverse;
  int64_t delta = 1;
  for (int done = 0; done < (49 * bits + 57) / 17; done += BATCH) {
    const struct matrix t = steps(&delta, (uint64_t)f.limb[0], (uint64_t)g.limb[0]);
    apply_modulo(&t, &d, &e, &p, inverse, n);
    apply(&t, &f, &g, n);
  }
  const int64_t opposite = hidden(f.limb[n - 1] >> 63);
  adjust(&d, &p, hidden(d.limb[n - 1] >> 63), opposite, n);
  adjust(&d, &p, hidden(d.limb[n - 1] >> 63), 0, n);
  adjust(&f, &p, 0, opposite, n);
  uint64_t other = (uint64_t)f.limb[0] ^ 1; /* not 0: no inverse */
  for (int i = 1; i < n; i++) other |= (uint64_t)f.limb[i];
  const int64_t one = hidden((int64_t)((other | -other) >> 63) - 1);
  for (int i = 0; i < n; i++) d.limb[i] &= one;
  return to_limbs(&d, n);
}
