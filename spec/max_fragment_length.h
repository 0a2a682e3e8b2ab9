/* RFC 6066 section 4, max_fragment_length, the same in both hellos:
 *
 *     enum {
 *         2^9(1), 2^10(2), 2^11(3), 2^12(4), (255)
 *     } MaxFragmentLength;
 *
 * Whether a server answers with the value that it was asked for is not judged here.
 */
#ifndef TLS12_SPEC_MAX_FRAGMENT_LENGTH_H
#define TLS12_SPEC_MAX_FRAGMENT_LENGTH_H

#include "spec/presentation.h"

/*@ predicate max_fragment_length_value(integer code) = 1 <= code <= 4;

    logic integer max_fragment_length_size = 1;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate max_fragment_length{L}(uint8_t *b, integer n, integer code) = 1 <= code <= 4 && n == 1 && b[0] == code;

    predicate is_max_fragment_length{L}(uint8_t *b, integer n) = \exists integer code; max_fragment_length(b, n, code);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer max_fragment_length_rule{L}(uint8_t *b, integer n) =
      n < 1             ? R6066_4_01 :
      !(1 <= b[0] <= 4) ? R6066_4_02 :
      n != 1            ? R5246_7_4_1_4_01 :
                          TLS12_NO_RULE;

    logic integer max_fragment_length_offset{L}(uint8_t *b, integer n) = n < 1 || !(1 <= b[0] <= 4) ? 0 : 1;

    logic integer max_fragment_length_extent{L}(uint8_t *b, integer n) = n < 1 ? 0 : !(1 <= b[0] <= 4) ? 1 : n - 1;
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the byte that lies in them. */
/*@ lemma max_fragment_length_accepted{L}: \forall uint8_t *b, integer n;
      max_fragment_length_rule(b, n) == TLS12_NO_RULE ==> max_fragment_length(b, n, b[0]);

    lemma max_fragment_length_exact{L}: \forall uint8_t *b, integer n;
      is_max_fragment_length(b, n) <==> max_fragment_length_rule(b, n) == TLS12_NO_RULE;
*/

#endif
