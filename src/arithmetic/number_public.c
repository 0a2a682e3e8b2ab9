#include "arithmetic/number.h"

#ifdef TLS12_PROVEN_CURVES

void number_public_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  number_power(out, base, exponent, modulus);
}

#else

#include "arithmetic/limbs.h"

/* Montgomery's form of x is x R mod m, R = 2^(64 n); factor is -1/m mod 2^64. */
struct montgomery {
  mp_limb_t m[LIMBS_MAX], product[2 * LIMBS_MAX], factor;
  mp_size_t n;
};

/* -1/m mod 2^64: an inverse modulo 2^k makes one modulo 2^(2 k), and an odd number is its own modulo 2^3. */
static mp_limb_t factor_of(mp_limb_t m)
{
  mp_limb_t inverse = m;
  for (unsigned bits = 3; bits < 64; bits *= 2) inverse *= 2 - m * inverse;
  return 0 - inverse;
}

/* r = product / R mod m, for a product below R m. */
static void reduce(mp_limb_t *r, struct montgomery *g)
{
  mp_limb_t *t = g->product;
  for (mp_size_t i = 0; i < g->n; i++) t[i] = mpn_addmul_1(t + i, g->m, g->n, t[i] * g->factor);
  if (mpn_add_n(r, t + g->n, t, g->n) || mpn_cmp(r, g->m, g->n) >= 0) mpn_sub_n(r, r, g->m, g->n);
}

static void square(mp_limb_t *x, struct montgomery *g)
{
  mpn_sqr(g->product, x, g->n);
  reduce(x, g);
}

static void multiply(mp_limb_t *x, const mp_limb_t *y, struct montgomery *g)
{
  mpn_mul_n(g->product, x, y, g->n);
  reduce(x, g);
}

/* y = x R mod m */
static void to_form(mp_limb_t *y, const mp_limb_t *x, struct montgomery *g)
{
  mp_limb_t quotient[LIMBS_MAX + 1];
  mpn_zero(g->product, g->n);
  mpn_copyi(g->product + g->n, x, g->n);
  mpn_tdiv_qr(quotient, y, 0, g->product, 2 * g->n, g->m, g->n);
}

static int bit_of(struct tls12_bytes a, uint32_t i)
{
  return a.data[a.length - 1 - i / 8] >> i % 8 & 1;
}

void number_public_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  mp_limb_t b[LIMBS_MAX], form[LIMBS_MAX], x[LIMBS_MAX];
  struct montgomery g;
  const uint32_t n = (modulus.length + 7) / 8;
  g.n = n;
  limbs_from_bytes(g.m, n, modulus.data, modulus.length);
  limbs_from_bytes(b, n, base.data, base.length);
  g.factor = factor_of(g.m[0]);
  to_form(form, b, &g);
  mpn_copyi(x, form, g.n);
  uint32_t top = 8 * exponent.length - 1;
  while (bit_of(exponent, top) == 0) top--;
  for (uint32_t i = top - 1; i > 0; i--) {
    square(x, &g);
    if (bit_of(exponent, i)) multiply(x, form, &g);
  }
  square(x, &g);
  multiply(x, b, &g); /* out of Montgomery's form */
  limbs_to_bytes(out, modulus.length, x);
}

#endif
