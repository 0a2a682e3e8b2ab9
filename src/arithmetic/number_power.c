#include "arithmetic/number.h"

#include "arithmetic/clear.h"
#include "arithmetic/limbs.h"

void number_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  mp_limb_t b[LIMBS_MAX], e[LIMBS_MAX], m[LIMBS_MAX], r[LIMBS_MAX], scratch[POWM_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8, en = (exponent.length + 7) / 8;
  //@ assert bits: 64 * en <= 8 * exponent.length + 63 < 64 * en + 64;
  //@ assert limbs: (8 * exponent.length + 63) / 64 == en;
  limbs_from_bytes(b, n, base.data, base.length);
  /*@ ghost Base:; */
  limbs_from_bytes(e, en, exponent.data, exponent.length);
  /*@ ghost Exponent:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  //@ assert base: same_limbs{Base,Here}(&b[0], n);
  //@ assert exponent: same_limbs{Exponent,Here}(&e[0], en);
  mpn_sec_powm(r, b, (mp_size_t)n, e, 8 * (mp_bitcnt_t)exponent.length, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, r);
  limbs_clear(b, LIMBS_MAX);
  limbs_clear(e, LIMBS_MAX);
  limbs_clear(r, LIMBS_MAX);
  limbs_clear(scratch, POWM_SCRATCH);
}
