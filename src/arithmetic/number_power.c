#include "arithmetic/number.h"

#include "arithmetic/clear.h"
#include "arithmetic/limbs.h"

void number_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus)
{
  mp_limb_t b[LIMBS_MAX], e[LIMBS_MAX], m[LIMBS_MAX], r[LIMBS_MAX], scratch[POWM_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8, en = (exponent.length + 7) / 8;
  limbs_from_bytes(b, n, base.data, base.length);
  /*@ ghost Base:; */
  limbs_from_bytes(e, en, exponent.data, exponent.length);
  /*@ ghost Exponent:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  /*@ ghost
    uint32_t i = 0;
    /@ loop invariant steps: i <= n;
       loop invariant kept: \forall integer k; 0 <= k <= i ==> val(&b[0], k) == \at(val(&b[0], k), Base);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) i++;
    uint32_t j = 0;
    /@ loop invariant steps: j <= en;
       loop invariant kept: \forall integer k; 0 <= k <= j ==> val(&e[0], k) == \at(val(&e[0], k), Exponent);
       loop assigns j;
       loop variant en - j; @/
    while (j < en) j++;
  */
  mpn_sec_powm(r, b, (mp_size_t)n, e, 64 * (mp_bitcnt_t)en, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, r);
  limbs_clear(b, LIMBS_MAX);
  limbs_clear(e, LIMBS_MAX);
  limbs_clear(r, LIMBS_MAX);
  limbs_clear(scratch, POWM_SCRATCH);
}
