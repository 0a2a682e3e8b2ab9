#include "arithmetic/number.h"

#include "arithmetic/clear.h"
#include "arithmetic/limbs.h"

void number_product(uint8_t *out, struct tls12_bytes a, struct tls12_bytes b, struct tls12_bytes modulus)
{
  mp_limb_t x[LIMBS_MAX], y[LIMBS_MAX], m[LIMBS_MAX], product[2 * LIMBS_MAX], scratch[PRODUCT_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8;
  limbs_from_bytes(x, n, a.data, a.length);
  /*@ ghost First:; */
  limbs_from_bytes(y, n, b.data, b.length);
  /*@ ghost Second:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  //@ assert first: same_limbs{First,Here}(&x[0], n);
  //@ assert second: same_limbs{Second,Here}(&y[0], n);
  /*@ ghost Factors:; */
  mpn_sec_mul(product, x, (mp_size_t)n, y, (mp_size_t)n, scratch);
  //@ assert modulus: same_limbs{Factors,Here}(&m[0], n);
  mpn_sec_div_r(product, 2 * (mp_size_t)n, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, product);
  limbs_clear(x, LIMBS_MAX);
  limbs_clear(y, LIMBS_MAX);
  limbs_clear(product, 2 * LIMBS_MAX);
  limbs_clear(scratch, PRODUCT_SCRATCH);
}

int number_inverse(uint8_t *out, struct tls12_bytes a, struct tls12_bytes modulus)
{
  mp_limb_t x[LIMBS_MAX], m[LIMBS_MAX], inverse[LIMBS_MAX], scratch[PRODUCT_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8;
  limbs_from_bytes(x, n, a.data, a.length);
  /*@ ghost Number:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  //@ assert number: same_limbs{Number,Here}(&x[0], n);
  /* as many steps as both numbers have bits together, whatever they are */
  const int found = mpn_sec_invert(inverse, x, m, (mp_size_t)n, 128 * (mp_bitcnt_t)n, scratch);
  /*@ assert made: found == 1 ==>
               (value(a.data, a.length) * val(&inverse[0], n)) % value(modulus.data, modulus.length) == 1; */
  /*@ ghost Made:; */
  if (found) {
    limbs_to_bytes(out, modulus.length, inverse);
    //@ assert same: value(out, modulus.length) == \at(val(&inverse[0], n), Made);
    /*@ assert inverse: (\at(value(a.data, a.length), Pre) * value(out, modulus.length)) %
                          \at(value(modulus.data, modulus.length), Pre) == 1; */
  }
  limbs_clear(x, LIMBS_MAX);
  limbs_clear(inverse, LIMBS_MAX);
  limbs_clear(scratch, PRODUCT_SCRATCH);
  return found;
}
