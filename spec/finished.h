/* RFC 5246 section 7.4.9, Finished:
 *
 *     struct {
 *         opaque verify_data[verify_data_length];
 *     } Finished;
 *
 * verify_data_length is 12 with every cipher suite known here. Not judged here: whether the bytes are the right ones.
 */
#ifndef TLS12_SPEC_FINISHED_H
#define TLS12_SPEC_FINISHED_H

#include "spec/presentation.h"

#define TLS12_VERIFY_DATA_LENGTH 12u

/*@ predicate finished_value(integer d_n) = d_n == TLS12_VERIFY_DATA_LENGTH;

    logic integer finished_size(integer d_n) = d_n;
*/

/* b[0 .. n-1] is the encoding of verify_data d[0 .. d_n-1]. */
/*@ predicate finished{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      finished_value(d_n) && fixed(b, 0, n, d, d_n);

    // Any such bytes encode themselves: finished_exists, below, says that this is the same as "some value is encoded".
    predicate is_finished{L}(uint8_t *b, integer n) = finished(b, n, b, n);
*/

/* The first broken rule, and the bytes that break it: all when there are too few, else those that follow. */
/*@ logic integer finished_rule{L}(uint8_t *b, integer n) =
      n < TLS12_VERIFY_DATA_LENGTH ? R5246_7_4_9_06 :
      n > TLS12_VERIFY_DATA_LENGTH ? R5246_7_4_02 :
                                     TLS12_NO_RULE;

    logic integer finished_offset{L}(uint8_t *b, integer n) =
      n < TLS12_VERIFY_DATA_LENGTH ? 0 : TLS12_VERIFY_DATA_LENGTH;

    logic integer finished_extent{L}(uint8_t *b, integer n) = n - finished_offset(b, n);
*/

/*@ lemma finished_accepted{L}: \forall uint8_t *b, integer n;
      finished_rule(b, n) == TLS12_NO_RULE ==> finished(b, n, b, n);

    lemma finished_exists{L}: \forall uint8_t *b, *d, integer n, d_n; finished(b, n, d, d_n) ==> is_finished(b, n);

    lemma finished_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      finished(b, n, d, d_n) ==> finished_rule(b, n) == TLS12_NO_RULE;

    lemma finished_exact{L}: \forall uint8_t *b, integer n; is_finished(b, n) <==> finished_rule(b, n) == TLS12_NO_RULE;
*/

#endif
