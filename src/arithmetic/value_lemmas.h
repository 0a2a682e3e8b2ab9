/* Facts about the numbers that bytes hold, for proofs; some are proven by induction (proofs/session/script). */
#ifndef TLS12_ARITHMETIC_VALUE_LEMMAS_H
#define TLS12_ARITHMETIC_VALUE_LEMMAS_H

#include "spec/limbs.h"

/*@ predicate unchanged{K,L}(uint8_t *p, integer n) = \forall integer i; 0 <= i < n ==> \at(p[i],K) == \at(p[i],L);

    lemma bytes_step{L}: \forall uint8_t *b, integer n; 0 <= n ==> value(b, n + 1) == 256 * value(b, n) + b[n];
    lemma bytes_natural_step{L}: \forall uint8_t *b, integer n; 0 < n && 0 <= value(b, n - 1) ==> 0 <= value(b, n);
    lemma bytes_natural{L}: \forall uint8_t *b, integer n; 0 <= n ==> 0 <= value(b, n);

    lemma bytes_same_step{K,L}: \forall uint8_t *p, integer n;
      1 <= n && value{K}(p, n - 1) == value{L}(p, n - 1) && \at(p[n - 1],K) == \at(p[n - 1],L) ==>
      value{K}(p, n) == value{L}(p, n);
    lemma bytes_same{K,L}: \forall uint8_t *p, integer n; 0 <= n && unchanged{K,L}(p, n) ==> value{K}(p, n) == value{L}(p, n);

    // A leading zero byte does not change a number, nor do many.
    lemma bytes_zero_step{L}: \forall uint8_t *b, integer i, n; 1 <= n && value(b + (i + 1), n - 1) == value(b + i, n) ==>
      value(b + (i + 1), n) == value(b + i, n + 1);
    lemma bytes_zero{L}: \forall uint8_t *b, integer i, n; 0 <= n && b[i] == 0 ==> value(b + (i + 1), n) == value(b + i, n + 1);

    predicate zeros{L}(uint8_t *p, integer n) = \forall integer i; 0 <= i < n ==> p[i] == 0;

    // p is n bytes of q after z zero bytes.
    predicate padded{K,L}(uint8_t *p, integer z, uint8_t *q, integer n) =
      zeros{K}(p, z) && \forall integer i; 0 <= i < n ==> \at(p[z + i],K) == \at(q[i],L);

    lemma bytes_zeros_step{L}: \forall uint8_t *p, integer n; 1 <= n && value(p, n - 1) == 0 && p[n - 1] == 0 ==> value(p, n) == 0;
    lemma bytes_zeros{L}: \forall uint8_t *p, integer n; 0 <= n && zeros(p, n) ==> value(p, n) == 0;
    lemma bytes_padded_step{K,L}: \forall uint8_t *p, *q, integer z, n;
      0 <= z && 1 <= n && value{K}(p, z + n - 1) == value{L}(q, n - 1) && \at(p[z + n - 1],K) == \at(q[n - 1],L) ==>
      value{K}(p, z + n) == value{L}(q, n);
    lemma bytes_padded{K,L}: \forall uint8_t *p, *q, integer z, n; 0 <= z && 0 <= n && padded{K,L}(p, z, q, n) ==>
      value{K}(p, z + n) == value{L}(q, n);
*/

#endif
