#include "arithmetic/number.h"
#include "arithmetic/limbs.h"
#include "crypto/wipe.h"

struct tls12_bytes number_trim(struct tls12_bytes a)
{
  while (a.length > 0 && a.data[0] == 0) {
    a.data++;
    a.length--;
  }
  return a;
}

int number_less(struct tls12_bytes a, struct tls12_bytes b)
{
  mp_limb_t x[LIMBS_MAX], y[LIMBS_MAX], difference[LIMBS_MAX];
  limbs_from_bytes(x, LIMBS_MAX, a.data, a.length);
  limbs_from_bytes(y, LIMBS_MAX, b.data, b.length);
  mp_limb_t borrow = mpn_sub_n(difference, x, y, LIMBS_MAX);
  tls12_wipe(x, sizeof x);
  tls12_wipe(y, sizeof y);
  tls12_wipe(difference, sizeof difference);
  return (int)borrow;
}

void number_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  mp_limb_t b[LIMBS_MAX], e[LIMBS_MAX], m[LIMBS_MAX], r[LIMBS_MAX], scratch[POWM_SCRATCH];
  uint32_t n = (modulus.length + 7) / 8, exponent_limbs = (exponent.length + 7) / 8;
  limbs_from_bytes(b, n, base.data, base.length);
  limbs_from_bytes(e, exponent_limbs, exponent.data, exponent.length);
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  mpn_sec_powm(r, b, (mp_size_t)n, e, 64 * (mp_bitcnt_t)exponent_limbs, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, r, n);
  tls12_wipe(b, sizeof b);
  tls12_wipe(e, sizeof e);
  tls12_wipe(r, sizeof r);
  tls12_wipe(scratch, sizeof scratch);
}
