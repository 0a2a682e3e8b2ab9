/* Selections and comparisons without a branch, for values that must not show in the time. A bit is 0 or 1: arithmetic on it
 * takes as long with either. */
#ifndef TLS12_CRYPTO_CONSTANT_TIME_H
#define TLS12_CRYPTO_CONSTANT_TIME_H

#include <stdint.h>

/* a < b: 2^32 + a - b keeps its top bit unless a is the smaller one. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures less: \result == (a < b ? 1 : 0);
*/
static inline uint32_t bit_less(uint32_t a, uint32_t b)
{
  return 1u - (uint32_t)((0x100000000u + a - b) / 0x100000000u);
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures equal: \result == (a == b ? 1 : 0);
*/
static inline uint32_t bit_equal(uint32_t a, uint32_t b)
{
  return 1u - bit_less(a, b) - bit_less(b, a);
}

/*@ requires bits: a <= 1 && b <= 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures both: \result == (a == 1 && b == 1 ? 1 : 0);
*/
static inline uint32_t bit_and(uint32_t a, uint32_t b)
{
  return (a + b) / 2u;
}

/*@ requires bits: a <= 1 && b <= 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures one: \result == (a == 1 || b == 1 ? 1 : 0);
*/
static inline uint32_t bit_or(uint32_t a, uint32_t b)
{
  return (a + b + 1u) / 2u;
}

/*@ requires bit: bit <= 1;
    requires bytes: yes <= 0xffff && no <= 0xffff;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures selected: \result == (bit == 1 ? yes : no);
*/
static inline uint32_t bit_select(uint32_t bit, uint32_t yes, uint32_t no)
{
  return bit * yes + (1u - bit) * no;
}

/* 0 if a[0 .. n-1] equals b[0 .. n-1], else in how many bytes they differ. */
/*@ requires memory: \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures equal: \result == 0 <==> \forall integer i; 0 <= i < n ==> a[i] == b[i];
    ensures bound: \result <= n;
*/
static inline uint32_t bytes_differ(const uint8_t *a, const uint8_t *b, uint32_t n)
{
  uint32_t difference = 0;
  /*@ loop invariant range: 0 <= i <= n && difference <= i;
      loop invariant equal: difference == 0 <==> \forall integer j; 0 <= j < i ==> a[j] == b[j];
      loop assigns i, difference;
      loop variant n - i;
  */
  for (uint32_t i = 0; i < n; i++) difference += 1u - bit_equal(a[i], b[i]);
  return difference;
}

/* to[0 .. n-1] = from[0 .. n-1] if the bit is 1. */
/*@ requires bit: bit <= 1;
    requires memory: \valid(to + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
    requires apart: \separated(to + (0 .. n - 1), from + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns to[0 .. n - 1];
    ensures selected: \forall integer i; 0 <= i < n ==> to[i] == (bit == 1 ? from[i] : \old(to[i]));
*/
static inline void bytes_select(uint32_t bit, const uint8_t *from, uint8_t *to, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant selected: \forall integer k; 0 <= k < i ==> to[k] == (bit == 1 ? from[k] : \at(to[k], Pre));
      loop invariant rest: \forall integer k; i <= k < n ==> to[k] == \at(to[k], Pre);
      loop assigns i, to[0 .. n - 1];
      loop variant n - i;
  */
  for (uint32_t i = 0; i < n; i++) to[i] = (uint8_t)bit_select(bit, from[i], to[i]);
}

#endif
