#include "arithmetic/number.h"

#include "arithmetic/clear.h"
#include "arithmetic/limbs.h"

void number_remainder(uint8_t *out, struct tls12_bytes a, struct tls12_bytes modulus)
{
  mp_limb_t x[LIMBS_MAX], m[LIMBS_MAX], scratch[PRODUCT_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8, an = a.length < modulus.length ? n : (a.length + 7) / 8;
  limbs_from_bytes(x, an, a.data, a.length);
  /*@ ghost Number:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  //@ assert number: same_limbs{Number,Here}(&x[0], an);
  mpn_sec_div_r(x, (mp_size_t)an, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, x);
  limbs_clear(x, LIMBS_MAX);
  limbs_clear(scratch, PRODUCT_SCRATCH);
}

/* sum, n + 1 limbs: x + y. */
/*@ requires size: 1 <= n <= 128;
    requires memory: \valid(sum + (0 .. n)) && \valid_read(x + (0 .. n - 1)) && \valid_read(y + (0 .. n - 1));
    requires separated: \separated(sum + (0 .. n), x + (0 .. n - 1)) && \separated(sum + (0 .. n), y + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns sum[0 .. n];
    ensures sum: val(sum, n + 1) == \old(val(x, n)) + \old(val(y, n)); */
static void add(mp_limb_t *sum, const mp_limb_t *x, const mp_limb_t *y, uint32_t n)
{
  const mp_limb_t carry = mpn_add_n(sum, x, y, (mp_size_t)n);
  /*@ ghost Added:; */
  sum[n] = carry;
  //@ assert low: same_limbs{Added,Here}(sum, n);
}

void number_sum(uint8_t *out, struct tls12_bytes a, struct tls12_bytes b, struct tls12_bytes modulus)
{
  mp_limb_t x[LIMBS_MAX], y[LIMBS_MAX], m[LIMBS_MAX], sum[LIMBS_MAX + 1], scratch[PRODUCT_SCRATCH];
  const uint32_t n = (modulus.length + 7) / 8;
  limbs_from_bytes(x, n, a.data, a.length);
  /*@ ghost First:; */
  limbs_from_bytes(y, n, b.data, b.length);
  /*@ ghost Second:; */
  limbs_from_bytes(m, n, modulus.data, modulus.length);
  //@ assert first: same_limbs{First,Here}(&x[0], n);
  //@ assert second: same_limbs{Second,Here}(&y[0], n);
  /*@ ghost Addends:; */
  add(sum, x, y, n);
  //@ assert modulus: same_limbs{Addends,Here}(&m[0], n);
  //@ assert sum: val(&sum[0], n + 1) == \at(value(a.data, a.length) + value(b.data, b.length), Pre);
  //@ assert same: val(&m[0], n) == \at(value(modulus.data, modulus.length), Pre);
  mpn_sec_div_r(sum, (mp_size_t)n + 1, m, (mp_size_t)n, scratch);
  limbs_to_bytes(out, modulus.length, sum);
  limbs_clear(x, LIMBS_MAX);
  limbs_clear(y, LIMBS_MAX);
  limbs_clear(sum, LIMBS_MAX + 1);
  limbs_clear(scratch, PRODUCT_SCRATCH);
}
