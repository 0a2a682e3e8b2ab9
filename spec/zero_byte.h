/* Lists of one-byte codes that must contain code 0: CompressionMethod null (RFC 5246 section 7.4.1.2), ECPointFormat
 * uncompressed (RFC 8422 section 5.1). */
#ifndef TLS12_SPEC_ZERO_BYTE_H
#define TLS12_SPEC_ZERO_BYTE_H

#include "spec/presentation.h"

/* The offset of the first zero byte of b[i .. e-1]; e when there is none. */
/*@ logic integer zero_found{L}(uint8_t *b, integer i, integer e) =
      i >= e ? e : b[i] == 0 ? i : zero_found(b, i + 1, e);

    predicate contains_zero{L}(uint8_t *b, integer i, integer e) = zero_found(b, i, e) != e;
*/

/* A copy of a list contains what the list contains. zero_copied is proven by induction on p downwards from n (WP's
 * induction tactic, proofs/session/script), the others are its steps. */
/*@ lemma zero_none{L}: \forall uint8_t *b, integer e; zero_found(b, e, e) == e;

    lemma zero_steps{L}: \forall uint8_t *b, integer i, e; i < e ==>
      zero_found(b, i, e) == (b[i] == 0 ? i : zero_found(b, i + 1, e));

    lemma zero_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      zero_found{K}(b, i + p, i + n) == i + zero_found{L}(d, p, n);

    lemma contains_zero_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==> (contains_zero{K}(b, i, e) <==> contains_zero{L}(d, 0, n));
*/

#endif
