#include "arithmetic/ffdhe_comb.h"

#include "arithmetic/clear.h"
#include "arithmetic/limbs.h"
#include "ffdhe_comb.inc"

#define TEETH 6
#define LIMBS 64 /* of ffdhe4096 */

struct comb {
  uint32_t length;  /* bytes of an exponent */
  uint32_t spacing; /* bits between two teeth: the teeth reach over the exponent */
  const mp_limb_t *table;
};

static const struct comb combs[] = {{29, 39, comb2048}, {35, 47, comb3072}, {41, 55, comb4096}};

static const struct comb *comb_of(enum tls12_group group)
{
  switch (group) {
  case TLS12_FFDHE2048: return &combs[0];
  case TLS12_FFDHE3072: return &combs[1];
  case TLS12_FFDHE4096: return &combs[2];
  default: return NULL;
  }
}

uint32_t ffdhe_exponent_length(enum tls12_group group)
{
  const struct comb *comb = comb_of(group);
  return comb == NULL ? 0 : comb->length;
}

/* r = t / 2^(64 n) mod p, for t < p 2^(64 n): Montgomery's reduction. p ends with 64 ones, so that -1/p mod 2^64 is 1. */
static void reduce(mp_limb_t *r, mp_limb_t *t, const mp_limb_t *p, mp_size_t n)
{
  for (mp_size_t i = 0; i < n; i++) t[i] = mpn_addmul_1(t + i, p, n, t[i]);
  const mp_limb_t carry = mpn_add_n(r, t + n, t, n), borrow = mpn_sub_n(r, r, p, n);
  mpn_cnd_add_n(borrow - carry, r, r, p, n); /* a carry makes up for the borrow, and comes with one */
}

/* The bits of x under the teeth when the comb stands at bit i. */
static mp_limb_t under_teeth(struct tls12_bytes x, uint32_t spacing, uint32_t i)
{
  mp_limb_t bits = 0;
  for (uint32_t k = 0; k < TEETH; k++) {
    const uint32_t bit = i + k * spacing;
    if (bit < 8 * x.length) bits += ((mp_limb_t)x.data[x.length - 1 - bit / 8] >> (bit % 8) & 1) << k;
  }
  return bits;
}

void ffdhe_public(enum tls12_group group, struct tls12_bytes x, uint8_t *y)
{
  const struct comb *comb = comb_of(group);
  const struct tls12_bytes prime = ffdhe_prime(group);
  const mp_size_t n = prime.length / 8;
  mp_limb_t p[LIMBS], r[LIMBS], entry[LIMBS], product[2 * LIMBS], scratch[PRODUCT_SCRATCH];
  limbs_from_bytes(p, (uint32_t)n, prime.data, prime.length);

  mpn_sec_tabselect(r, comb->table, n, 1 << TEETH, (mp_size_t)under_teeth(x, comb->spacing, comb->spacing - 1));
  for (uint32_t i = comb->spacing - 1; i-- > 0;) {
    mpn_sec_sqr(product, r, n, scratch);
    reduce(r, product, p, n);
    mpn_sec_tabselect(entry, comb->table, n, 1 << TEETH, (mp_size_t)under_teeth(x, comb->spacing, i));
    mpn_sec_mul(product, r, n, entry, n, scratch);
    reduce(r, product, p, n);
  }

  mpn_copyi(product, r, n);
  mpn_zero(product + n, n);
  reduce(r, product, p, n);
  limbs_to_bytes(y, prime.length, r);
  limbs_clear(r, LIMBS);
  limbs_clear(entry, LIMBS);
  limbs_clear(product, 2 * LIMBS);
  limbs_clear(scratch, PRODUCT_SCRATCH);
}
