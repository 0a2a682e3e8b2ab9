/* Numbers as GMP and TLS hold them.
 *
 *   value(b, n)   the number that n bytes hold, most significant byte first (RFC 5246 section 4.4)
 *   val(p, n)     the number that n limbs of 64 bits hold, least significant limb first (GMP's mpn layer)
 *   power(b, e)   b to the power e
 *
 * The lemmas about all n are proved by induction on n (WP's tactic, proofs/session/script); the others are their steps. */
#ifndef TLS12_SPEC_LIMBS_H
#define TLS12_SPEC_LIMBS_H

#include <stdint.h>

/*@
  logic integer pow256(integer n) = n <= 0 ? 1 : 256 * pow256(n - 1);
  logic integer pow64(integer n) = n <= 0 ? 1 : 18446744073709551616 * pow64(n - 1);
  logic integer power(integer b, integer e) = e <= 0 ? 1 : b * power(b, e - 1);

  //= build/requirements.md#R5246-4.4-02
  //= type=implication
  //# Large integers carried as opaque vectors (dh_p, dh_g, dh_Ys, dh_Yc) are unsigned: a set top bit does not make
  //# them negative and no leading zero byte is needed; leading zero bytes are tolerated on input.
  logic integer value{L}(uint8_t *b, integer n) = n <= 0 ? 0 : 256 * value{L}(b, n - 1) + b[n - 1];
  logic integer val{L}(uint64_t *p, integer n) = n <= 0 ? 0 : val{L}(p, n - 1) + p[n - 1] * pow64(n - 1);

  // the byte j places before the last of e bytes, zero before the first
  logic integer digit{L}(uint8_t *b, integer e, integer j) = e - 1 - j >= 0 ? b[e - 1 - j] : 0;

  // some x with a x = 1 modulo m
  predicate invertible(integer a, integer m) = \exists integer x; 0 <= x && (a * x) % m == 1;

  predicate same_bytes{K,L}(uint8_t *b, uint8_t *d, integer n) =
    \forall integer i; 0 <= i < n ==> \at(b[i],K) == \at(d[i],L);
  predicate zero_bytes{L}(uint8_t *b, integer n) = \forall integer i; 0 <= i < n ==> b[i] == 0;
  predicate same_limbs{K,L}(uint64_t *p, integer n) = \forall integer i; 0 <= i < n ==> \at(p[i],K) == \at(p[i],L);
*/

/*@
  lemma pow256_step: \forall integer n; n > 0 ==> pow256(n) == 256 * pow256(n - 1);
  lemma pow64_step: \forall integer n; n > 0 ==> pow64(n) == 18446744073709551616 * pow64(n - 1);
  lemma pow256_none: \forall integer n; n <= 0 ==> pow256(n) == 1;
  lemma pow256_positive: \forall integer n; 0 <= n ==> 1 <= pow256(n);
  lemma pow256_order: \forall integer a, b; 0 <= a <= b ==> pow256(a) <= pow256(b);
  lemma pow64_none: \forall integer n; n <= 0 ==> pow64(n) == 1;
  lemma pow64_positive: \forall integer n; 0 <= n ==> 1 <= pow64(n);

  lemma value_none{L}: \forall uint8_t *b, integer n; n <= 0 ==> value(b, n) == 0;
  lemma value_step{L}: \forall uint8_t *b, integer n; n > 0 ==> value(b, n) == 256 * value(b, n - 1) + b[n - 1];
  lemma value_digit{L}: \forall uint8_t *b, integer n; value(b, n) == 256 * value(b, n - 1) + digit(b, n, 0);
  lemma value_range{L}: \forall uint8_t *b, integer n; 0 <= n ==> 0 <= value(b, n) < pow256(n);
  lemma value_same{K,L}: \forall uint8_t *b, *d, integer n;
    0 <= n && same_bytes{K,L}(b, d, n) ==> value{K}(b, n) == value{L}(d, n);
  lemma value_above{L}: \forall uint8_t *b, integer n; 1 <= n && b[0] > 0 ==> value(b, n) >= pow256(n - 1);

  lemma value_zero{L}: \forall uint8_t *b, integer n; 0 <= n && zero_bytes(b, n) ==> value(b, n) == 0;
  lemma value_behind{L}: \forall uint8_t *b, integer z, n;
    0 <= z && 0 <= n && zero_bytes(b, z) ==> value(b + z, n) == value(b, z + n);
  lemma value_padded{L}: \forall uint8_t *b, integer z, m, n;
    0 <= z && 0 <= m && z + m == n && zero_bytes(b, z) ==> value(b + z, m) == value(b, n);

  lemma val_none{L}: \forall uint64_t *p, integer n; n <= 0 ==> val(p, n) == 0;
  lemma val_step{L}: \forall uint64_t *p, integer n; n > 0 ==> val(p, n) == val(p, n - 1) + p[n - 1] * pow64(n - 1);
  lemma limb_same{K,L}: \forall uint64_t *p, integer n, i;
    0 <= i < n && same_limbs{K,L}(p, n) ==> \at(p[i],K) * pow64(i) == \at(p[i],L) * pow64(i);
  lemma val_same_step{K,L}: \forall uint64_t *p, integer n;
    0 < n && same_limbs{K,L}(p, n) && val{K}(p, n - 1) == val{L}(p, n - 1) ==> val{K}(p, n) == val{L}(p, n);
  lemma val_same{K,L}: \forall uint64_t *p, integer n; 0 <= n && same_limbs{K,L}(p, n) ==> val{K}(p, n) == val{L}(p, n);
*/

#endif
