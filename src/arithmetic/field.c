#include "arithmetic/field.h"

#include "crypto/wipe.h"

/* Scratch for the mpn_sec functions at 9 limbs; the tests compare it with what GMP asks for. */
#define SCRATCH_LIMBS 64

struct field_element field_add(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  mp_limb_t carry = mpn_add_n(r.limb, a.limb, b.limb, m->limbs);
  mp_limb_t borrow = mpn_sub_n(r.limb, r.limb, m->value.limb, m->limbs);
  /* a + b < 2m: a carry comes with a borrow; only a borrow alone means a + b < m */
  (void)mpn_cnd_add_n(borrow - carry, r.limb, r.limb, m->value.limb, m->limbs);
  return r;
}

struct field_element field_sub(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  mp_limb_t borrow = mpn_sub_n(r.limb, a.limb, b.limb, m->limbs);
  (void)mpn_cnd_add_n(borrow, r.limb, r.limb, m->value.limb, m->limbs);
  return r;
}

struct field_element field_mul(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  mp_limb_t product[2 * FIELD_LIMBS], scratch[SCRATCH_LIMBS];
  mpn_sec_mul(product, a.limb, m->limbs, b.limb, m->limbs, scratch);
  mpn_sec_div_r(product, 2 * m->limbs, m->value.limb, m->limbs, scratch);
  mpn_copyi(r.limb, product, m->limbs);
  return r;
}

struct field_element field_reduce(struct field_element a, const struct modulus *m)
{
  mp_limb_t scratch[SCRATCH_LIMBS];
  mpn_sec_div_r(a.limb, m->limbs, m->value.limb, m->limbs, scratch);
  return a;
}

struct field_element field_invert(struct field_element a, const struct modulus *m)
{
  struct field_element r = {{0}};
  const struct field_element zero = {{0}};
  mp_limb_t scratch[SCRATCH_LIMBS];
  /* the bits of a and m together bound the steps: they do not depend on a */
  int invertible = mpn_sec_invert(r.limb, a.limb, m->value.limb, m->limbs, 128 * (mp_bitcnt_t)m->limbs, scratch);
  return field_select((mp_limb_t)invertible, r, zero);
}

struct field_element field_select(mp_limb_t bit, struct field_element a, struct field_element b)
{
  struct field_element r = {{0}};
  (void)mpn_cnd_add_n(bit, r.limb, r.limb, a.limb, FIELD_LIMBS);
  (void)mpn_cnd_add_n(1 - bit, r.limb, r.limb, b.limb, FIELD_LIMBS);
  return r;
}

int field_less(struct field_element a, struct field_element b)
{
  struct field_element difference;
  return (int)mpn_sub_n(difference.limb, a.limb, b.limb, FIELD_LIMBS);
}

int field_equal(struct field_element a, struct field_element b)
{
  return 1 - field_less(a, b) - field_less(b, a);
}

struct field_element field_from_bytes(const uint8_t *bytes, unsigned size)
{
  struct field_element r = {{0}};
  for (unsigned i = 0; i < size; i++) {
    unsigned place = size - 1 - i;
    r.limb[place / 8] += (mp_limb_t)bytes[i] << (8 * (place % 8));
  }
  return r;
}

void field_to_bytes(struct field_element a, uint8_t *bytes, unsigned size)
{
  for (unsigned i = 0; i < size; i++) {
    unsigned place = size - 1 - i;
    bytes[i] = (uint8_t)((a.limb[place / 8] >> (8 * (place % 8))) % 256);
  }
}

void field_clear_stack(void)
{
  uint8_t below[8192];
  tls12_wipe(below, sizeof below);
}
