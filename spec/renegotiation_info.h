/* RFC 5746 section 3.2, renegotiation_info:
 *
 *     struct {
 *         opaque renegotiated_connection<0..255>;
 *     } RenegotiationInfo;
 *
 * Whether the field is the expected one is not judged.
 */
#ifndef TLS12_SPEC_RENEGOTIATION_INFO_H
#define TLS12_SPEC_RENEGOTIATION_INFO_H

#include "spec/presentation.h"

/*@ predicate renegotiation_info_value{L}(integer renegotiated_connection_n) = 0 <= renegotiated_connection_n <= 255;

    logic integer renegotiation_info_size(integer renegotiated_connection_n) = 1 + renegotiated_connection_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate renegotiation_info{L}(uint8_t *b, integer n, uint8_t *renegotiated_connection, integer renegotiated_connection_n) =
      0 <= renegotiated_connection_n <= 255 && vector8(b, 0, n, renegotiated_connection, renegotiated_connection_n);

    predicate is_renegotiation_info{L}(uint8_t *b, integer n) =
      \exists uint8_t *renegotiated_connection, integer renegotiated_connection_n; renegotiation_info(b, n, renegotiated_connection, renegotiated_connection_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer renegotiation_info_end{L}(uint8_t *b, integer n) = vector8_end(b, 0, n, 0, 255);

    logic integer renegotiation_info_rule{L}(uint8_t *b, integer n) =
      renegotiation_info_end(b, n) == 0 ? vector8_rule(b, 0, n, R5746_3_2_01) :
      renegotiation_info_end(b, n) != n ? R5246_7_4_1_4_01 : TLS12_NO_RULE;

    logic integer renegotiation_info_offset{L}(uint8_t *b, integer n) =
      renegotiation_info_end(b, n);

    logic integer renegotiation_info_extent{L}(uint8_t *b, integer n) =
      renegotiation_info_end(b, n) == 0 ? vector8_extent(b, 0, n) : n - renegotiation_info_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma renegotiation_info_accepted{L}: \forall uint8_t *b, integer n; renegotiation_info_rule(b, n) == TLS12_NO_RULE ==>
      renegotiation_info(b, n, b + 1, n - 1);

    lemma renegotiation_info_only{L}: \forall uint8_t *b, *renegotiated_connection, integer n, renegotiated_connection_n; renegotiation_info(b, n, renegotiated_connection, renegotiated_connection_n) ==>
      renegotiation_info_rule(b, n) == TLS12_NO_RULE;

    lemma renegotiation_info_exact{L}: \forall uint8_t *b, integer n; is_renegotiation_info(b, n) <==> renegotiation_info_rule(b, n) == TLS12_NO_RULE;
*/

#endif
