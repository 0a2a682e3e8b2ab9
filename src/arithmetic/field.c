#include "arithmetic/field.h"

#include "arithmetic/field_lemmas.h"
#include "arithmetic/inverse_lemmas.h"
#include "arithmetic/limbs.h"
#include "crypto/wipe.h"

/* Scratch for the mpn_sec functions at 9 limbs; the tests compare it with what GMP asks for. */
#define SCRATCH_LIMBS 64

/* Sum, difference and product of numbers below m in n limbs. */

/*@ requires size: 1 <= n <= 9;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1)) &&
                     \valid_read(m + (0 .. n - 1));
    requires separated: \separated(r + (0 .. n - 1), a + (0 .. n - 1)) && \separated(r + (0 .. n - 1), b + (0 .. n - 1)) &&
                        \separated(r + (0 .. n - 1), m + (0 .. n - 1));
    requires reduced: val(a, n) < val(m, n) && val(b, n) < val(m, n);
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1];
    ensures sum: val(r, n) == plus(\old(val(a, n)), \old(val(b, n)), \old(val(m, n))); */
static void limbs_add(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, const mp_limb_t *m, mp_size_t n)
{
  mp_limb_t carry = mpn_add_n(r, a, b, n);
  //@ assert kept: same_limbs{Pre,Here}(m, n);
  //@ assert sum: val(r, n) == \at(val(a, n) + val(b, n), Pre) - (carry == 1 ? pow64(n) : 0);
  mp_limb_t borrow = mpn_sub_n(r, r, m, n);
  //@ assert still: same_limbs{Pre,Here}(m, n);
  /*@ assert less: val(r, n) == \at(val(a, n) + val(b, n) - val(m, n), Pre) - (carry == 1 ? pow64(n) : 0) +
                               (borrow == 1 ? pow64(n) : 0); */
  //@ assert carry: carry <= borrow;
  /* a + b < 2m: a carry comes with a borrow; only a borrow alone means a + b < m */
  (void)mpn_cnd_add_n(borrow - carry, r, r, m, n);
  //@ assert above: borrow == carry ==> val(r, n) == \at(val(a, n) + val(b, n) - val(m, n), Pre);
  //@ assert below: borrow != carry ==> val(r, n) == \at(val(a, n) + val(b, n), Pre);
}

/*@ requires size: 1 <= n <= 9;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1)) &&
                     \valid_read(m + (0 .. n - 1));
    requires separated: \separated(r + (0 .. n - 1), a + (0 .. n - 1)) && \separated(r + (0 .. n - 1), b + (0 .. n - 1)) &&
                        \separated(r + (0 .. n - 1), m + (0 .. n - 1));
    requires reduced: val(a, n) < val(m, n) && val(b, n) < val(m, n);
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1];
    ensures difference: val(r, n) == minus(\old(val(a, n)), \old(val(b, n)), \old(val(m, n))); */
static void limbs_sub(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, const mp_limb_t *m, mp_size_t n)
{
  mp_limb_t borrow = mpn_sub_n(r, a, b, n);
  //@ assert kept: same_limbs{Pre,Here}(m, n);
  (void)mpn_cnd_add_n(borrow, r, r, m, n);
  //@ assert above: borrow == 0 ==> val(r, n) == \at(val(a, n) - val(b, n), Pre);
  //@ assert below: borrow == 1 ==> val(r, n) == \at(val(a, n) - val(b, n) + val(m, n), Pre);
}

/*@ requires size: 1 <= n <= 9;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1)) &&
                     \valid_read(m + (0 .. n - 1));
    requires modulus: m[n - 1] > 0 && val(m, n) > 0;
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1];
    ensures product: val(r, n) == times(\old(val(a, n)), \old(val(b, n)), \old(val(m, n))); */
static void limbs_mul(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, const mp_limb_t *m, mp_size_t n)
{
  mp_limb_t product[2 * FIELD_LIMBS], scratch[SCRATCH_LIMBS];
  mpn_sec_mul(product, a, n, b, n, scratch);
  //@ assert kept: same_limbs{Pre,Here}(m, n);
  //@ assert natural: 0 <= val(&product[0], 2 * n);
  mpn_sec_div_r(product, 2 * n, m, n, scratch);
  //@ assert remainder: val(&product[0], n) == \at(val(a, n) * val(b, n), Pre) % \at(val(m, n), Pre);
  mpn_copyi(r, product, n);
}

struct field_element field_add(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  //@ assert zero: \forall integer i; 0 <= i < 9 ==> r.limb[i] == 0;
  limbs_add(r.limb, a.limb, b.limb, m->value.limb, m->limbs);
  //@ assert rest: \forall integer i; m->limbs <= i < 9 ==> r.limb[i] == 0;
  //@ assert short: is_short(r, m->limbs);
  return r;
}

struct field_element field_sub(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  //@ assert zero: \forall integer i; 0 <= i < 9 ==> r.limb[i] == 0;
  limbs_sub(r.limb, a.limb, b.limb, m->value.limb, m->limbs);
  //@ assert rest: \forall integer i; m->limbs <= i < 9 ==> r.limb[i] == 0;
  //@ assert short: is_short(r, m->limbs);
  return r;
}

struct field_element field_mul(struct field_element a, struct field_element b, const struct modulus *m)
{
  struct field_element r = {{0}};
  //@ assert zero: \forall integer i; 0 <= i < 9 ==> r.limb[i] == 0;
  limbs_mul(r.limb, a.limb, b.limb, m->value.limb, m->limbs);
  //@ assert rest: \forall integer i; m->limbs <= i < 9 ==> r.limb[i] == 0;
  //@ assert short: is_short(r, m->limbs);
  return r;
}

struct field_element field_reduce(struct field_element a, const struct modulus *m)
{
  mp_limb_t scratch[SCRATCH_LIMBS];
  //@ assert top: \forall integer i; m->limbs <= i < 9 ==> a.limb[i] == 0;
  mpn_sec_div_r(a.limb, m->limbs, m->value.limb, m->limbs, scratch);
  //@ assert rest: \forall integer i; m->limbs <= i < 9 ==> a.limb[i] == 0;
  //@ assert short: is_short(a, m->limbs);
  return a;
}

/*@ requires size: 1 <= n <= 9;
    requires memory: \valid(r + (0 .. n - 1)) && \valid(a + (0 .. n - 1)) && \valid_read(m + (0 .. n - 1));
    requires separated: \separated(r + (0 .. n - 1), a + (0 .. n - 1)) && \separated(r + (0 .. n - 1), m + (0 .. n - 1)) &&
                        \separated(a + (0 .. n - 1), m + (0 .. n - 1));
    requires modulus: m[0] % 2 == 1 && m[n - 1] > 0 && val(m, n) > 1;
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], a[0 .. n - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures found: \result == 1 ==> val(r, n) == inverse(\old(val(a, n)), \old(val(m, n)));
    ensures none: \result == 0 ==> inverse(\old(val(a, n)), \old(val(m, n))) == 0; */
static int limbs_invert(mp_limb_t *r, mp_limb_t *a, const mp_limb_t *m, mp_size_t n)
{
  mp_limb_t scratch[SCRATCH_LIMBS];
  /* the bits of a and m together bound the steps: they do not depend on a */
  int found = mpn_sec_invert(r, a, m, n, 128 * (mp_bitcnt_t)n, scratch);
  //@ assert product: found == 1 ==> times(\at(val(a, n), Pre), val(r, n), \at(val(m, n), Pre)) == 1;
  return found;
}

struct field_element field_invert(struct field_element a, const struct modulus *m)
{
  struct field_element r = {{0}};
  const struct field_element zero = {{0}};
  //@ assert zero: \forall integer i; 0 <= i < 9 ==> r.limb[i] == 0;
  //@ assert odd: m->value.limb[0] % 2 == 1;
  int found = limbs_invert(r.limb, a.limb, m->value.limb, m->limbs);
  //@ assert rest: \forall integer i; m->limbs <= i < 9 ==> r.limb[i] == 0;
  //@ assert short: is_short(r, m->limbs);
  //@ assert nothing: is_short(zero, 0);
  return field_select((mp_limb_t)found, r, zero);
}

struct field_element field_select(mp_limb_t bit, struct field_element a, struct field_element b)
{
  struct field_element r = {{0}};
  //@ assert zero: is_short(r, 0);
  //@ assert nothing: val(&r.limb[0], 9) == 0;
  //@ assert a: 0 <= val(&a.limb[0], 9) == \at(element(a), Pre) < pow64(9);
  mp_limb_t carry = mpn_cnd_add_n(bit, r.limb, r.limb, a.limb, FIELD_LIMBS);
  //@ assert sum: val(&r.limb[0], 9) == (bit == 1 ? \at(element(a), Pre) : 0) - (carry == 1 ? pow64(9) : 0);
  //@ assert kept: element(b) == \at(element(b), Pre);
  //@ assert b: 0 <= val(&b.limb[0], 9) == element(b) < pow64(9);
  carry = mpn_cnd_add_n(1 - bit, r.limb, r.limb, b.limb, FIELD_LIMBS);
  /*@ assert choice: val(&r.limb[0], 9) == (bit == 1 ? \at(element(a), Pre) : \at(element(b), Pre)) -
                                           (carry == 1 ? pow64(9) : 0); */
  (void)carry;
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
  struct field_element r;
  limbs_from_bytes(r.limb, FIELD_LIMBS, bytes, size);
  return r;
}

void field_to_bytes(struct field_element a, uint8_t *bytes, unsigned size)
{
  //@ assert short: is_short(a, (size + 7) / 8);
  limbs_to_bytes(bytes, size, a.limb);
}

void field_clear_stack(void)
{
  uint8_t below[8192];
  wipe(below, sizeof below);
}
