/* Numbers as GMP and TLS hold them.
 *
 *   value(b, n)   the number that n bytes hold, most significant byte first (RFC 5246 section 4.4)
 *   val(p, n)     the number that n limbs of 64 bits hold, least significant limb first (GMP's mpn layer)
 *   power(b, e)   b to the power e
 */
#ifndef TLS12_SPEC_LIMBS_H
#define TLS12_SPEC_LIMBS_H

#include <stdint.h>

/*@
  logic integer pow256(integer n) = n <= 0 ? 1 : 256 * pow256(n - 1);
  logic integer pow64(integer n) = n <= 0 ? 1 : 18446744073709551616 * pow64(n - 1);
  logic integer power(integer b, integer e) = e <= 0 ? 1 : b * power(b, e - 1);

  logic integer value{L}(uint8_t *b, integer n) = n <= 0 ? 0 : 256 * value{L}(b, n - 1) + b[n - 1];
  logic integer val{L}(uint64_t *p, integer n) = n <= 0 ? 0 : val{L}(p, n - 1) + p[n - 1] * pow64(n - 1);

  // some x with a x = 1 modulo m
  predicate invertible(integer a, integer m) = \exists integer x; 0 <= x && (a * x) % m == 1;

  predicate same_limbs{K,L}(uint64_t *p, integer n) = \forall integer i; 0 <= i < n ==> \at(p[i],K) == \at(p[i],L);
*/

#endif
