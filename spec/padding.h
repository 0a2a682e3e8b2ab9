/* RFC 7685 section 3, padding: "an arbitrary number of zero bytes", possibly none. A server does not send it. */
#ifndef TLS12_SPEC_PADDING_H
#define TLS12_SPEC_PADDING_H

#include "spec/presentation.h"

/* A value is their number; the ceiling is that of extension_data. */
/*@ predicate padding_value(integer zeros) = 0 <= zeros <= 65535;

    logic integer padding_size(integer zeros) = zeros;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate all_zero{L}(uint8_t *b, integer i, integer e) = \forall integer k; i <= k < e ==> b[k] == 0;

    predicate padding{L}(uint8_t *b, integer n, integer zeros) =
      0 <= zeros <= 65535 && n == zeros && all_zero(b, 0, n);

    predicate is_padding{L}(uint8_t *b, integer n) = \exists integer zeros; padding(b, n, zeros);
*/

/* The first broken rule, and the bytes that break it: the walk stops at the first byte that is not zero. */
/*@ logic integer zeros_stop{L}(uint8_t *b, integer i, integer e) =
      i >= e || b[i] != 0 ? i : zeros_stop(b, i + 1, e);

    logic integer padding_end(integer n) = n <= 65535 ? n : 65535;

    logic integer padding_rule{L}(uint8_t *b, integer n) =
      zeros_stop(b, 0, padding_end(n)) != padding_end(n) ? R7685_3_01 :
      padding_end(n) != n                                ? R5246_7_4_1_4_01 :
                                                           TLS12_NO_RULE;

    logic integer padding_offset{L}(uint8_t *b, integer n) = zeros_stop(b, 0, padding_end(n));

    logic integer padding_extent{L}(uint8_t *b, integer n) =
      zeros_stop(b, 0, padding_end(n)) != padding_end(n) ? 1 : n - padding_end(n);
*/

/* The walk reaches the end when all bytes are zero, and only then. zeros_walk is proven by induction on p downwards from n
 * (WP's induction tactic, proofs/session/script), the others are its steps. */
/*@ lemma zeros_stops{L}: \forall uint8_t *b, integer i, e; i >= e || b[i] != 0 ==> zeros_stop(b, i, e) == i;

    lemma zeros_steps{L}: \forall uint8_t *b, integer i, e;
      i < e && b[i] == 0 ==> zeros_stop(b, i, e) == zeros_stop(b, i + 1, e);

    lemma all_zero_steps{L}: \forall uint8_t *b, integer i, e;
      i < e ==> (all_zero(b, i, e) <==> b[i] == 0 && all_zero(b, i + 1, e));

    lemma zeros_walk{L}: \forall uint8_t *b, integer n, p;
      p <= n ==> (zeros_stop(b, p, n) == n <==> all_zero(b, p, n));
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode their number. */
/*@ lemma padding_accepted{L}: \forall uint8_t *b, integer n;
      padding_rule(b, n) == TLS12_NO_RULE ==> padding(b, n, n);

    lemma padding_only{L}: \forall uint8_t *b, integer n, zeros;
      padding(b, n, zeros) ==> padding_rule(b, n) == TLS12_NO_RULE;

    lemma padding_exact{L}: \forall uint8_t *b, integer n; is_padding(b, n) <==> padding_rule(b, n) == TLS12_NO_RULE;
*/

#endif
