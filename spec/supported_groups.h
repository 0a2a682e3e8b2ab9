/* RFC 8422 section 5.1.1, supported_groups (RFC 7919 section 2 adds the finite-field groups):
 *
 *     struct {
 *         NamedCurve named_curve_list<2..2^16-1>
 *     } NamedCurveList;
 *
 * Two bytes for each group, so the ceiling is 2^16-2. Unknown groups are not judged: they are skipped.
 */
#ifndef TLS12_SPEC_SUPPORTED_GROUPS_H
#define TLS12_SPEC_SUPPORTED_GROUPS_H

#include "spec/presentation.h"

/*@ predicate supported_groups_value{L}(integer groups_n) = 2 <= groups_n <= 65534 && groups_n % 2 == 0;

    logic integer supported_groups_size(integer groups_n) = 2 + groups_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate supported_groups{L}(uint8_t *b, integer n, uint8_t *groups, integer groups_n) =
      2 <= groups_n <= 65534 && groups_n % 2 == 0 && vector16(b, 0, n, groups, groups_n);

    predicate is_supported_groups{L}(uint8_t *b, integer n) =
      \exists uint8_t *groups, integer groups_n; supported_groups(b, n, groups, groups_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer supported_groups_end{L}(uint8_t *b, integer n) = pairs16_end(b, 0, n, 2, 65534);

    logic integer supported_groups_rule{L}(uint8_t *b, integer n) =
      supported_groups_end(b, n) == 0 ? vector16_rule(b, 0, n, R8422_5_1_1_01) :
      supported_groups_end(b, n) != n ? R5246_7_4_1_4_01 : TLS12_NO_RULE;

    logic integer supported_groups_offset{L}(uint8_t *b, integer n) =
      supported_groups_end(b, n);

    logic integer supported_groups_extent{L}(uint8_t *b, integer n) =
      supported_groups_end(b, n) == 0 ? vector16_extent(b, 0, n) : n - supported_groups_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma supported_groups_accepted{L}: \forall uint8_t *b, integer n; supported_groups_rule(b, n) == TLS12_NO_RULE ==>
      supported_groups(b, n, b + 2, n - 2);

    lemma supported_groups_only{L}: \forall uint8_t *b, *groups, integer n, groups_n; supported_groups(b, n, groups, groups_n) ==>
      supported_groups_rule(b, n) == TLS12_NO_RULE;

    lemma supported_groups_exact{L}: \forall uint8_t *b, integer n; is_supported_groups(b, n) <==> supported_groups_rule(b, n) == TLS12_NO_RULE;
*/

#endif
