/* RFC 7301 section 3.1, application_layer_protocol_negotiation (ALPN) in a ClientHello:
 *
 *     opaque ProtocolName<1..2^8-1>;
 *
 *     struct {
 *         ProtocolName protocol_name_list<2..2^16-1>
 *     } ProtocolNameList;
 *
 * "Empty strings MUST NOT be included." The names are not judged otherwise. What a ServerHello holds is in alpn_answer.h.
 */
#ifndef TLS12_SPEC_ALPN_H
#define TLS12_SPEC_ALPN_H

#include "spec/presentation.h"

/* Where the name at offset i ends; 0 when it is malformed. */
/*@ logic integer protocol_name_end{L}(uint8_t *b, integer i, integer e) = vector8_end(b, i, e, 1, 255);
*/

/* A walk from name to name stops where no whole name follows; the bytes are a list of names when that is their end. */
/*@ logic integer protocol_names_stop{L}(uint8_t *b, integer i, integer e) =
      protocol_name_end(b, i, e) == 0 ? i : protocol_names_stop(b, protocol_name_end(b, i, e), e);

    predicate protocol_names{L}(uint8_t *b, integer i, integer e) = protocol_names_stop(b, i, e) == e;
*/

/*@ predicate alpn_value{L}(uint8_t *list, integer list_n) = 2 <= list_n <= 65535 && protocol_names(list, 0, list_n);

    logic integer alpn_size(integer list_n) = 2 + list_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate alpn{L}(uint8_t *b, integer n, uint8_t *list, integer list_n) =
      2 <= list_n <= 65535 && vector16(b, 0, n, list, list_n) && protocol_names(b, 2, n);

    predicate is_alpn{L}(uint8_t *b, integer n) = \exists uint8_t *list, integer list_n; alpn(b, n, list, list_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer alpn_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 2, 65535);

    logic integer alpn_stop{L}(uint8_t *b, integer n) = protocol_names_stop(b, 2, alpn_end(b, n));

    logic integer alpn_rule{L}(uint8_t *b, integer n) =
      alpn_end(b, n) == 0               ? vector16_rule(b, 0, n, R7301_3_1_01) :
      alpn_stop(b, n) != alpn_end(b, n) ? vector8_rule(b, alpn_stop(b, n), alpn_end(b, n), R7301_3_1_02) :
      alpn_end(b, n) != n               ? R5246_7_4_1_4_01 :
                                          TLS12_NO_RULE;

    logic integer alpn_offset{L}(uint8_t *b, integer n) = alpn_end(b, n) == 0 ? 0 : alpn_stop(b, n);

    logic integer alpn_extent{L}(uint8_t *b, integer n) =
      alpn_end(b, n) == 0               ? vector16_extent(b, 0, n) :
      alpn_stop(b, n) != alpn_end(b, n) ? vector8_extent(b, alpn_stop(b, n), alpn_end(b, n)) :
                                          n - alpn_end(b, n);
*/

/* A copy of a list of protocol names is one. protocol_names_walk_copied is proven by induction on p downwards from n
 * (WP's induction tactic, proofs/session/script), the others are its steps. */
/*@ lemma no_protocol_name{L}: \forall uint8_t *b, integer e; protocol_name_end(b, e, e) == 0;

    lemma protocol_name_range{L}: \forall uint8_t *b, integer i, e; protocol_name_end(b, i, e) != 0 ==>
      i < protocol_name_end(b, i, e) <= e;

    lemma protocol_names_stops{L}: \forall uint8_t *b, integer i, e; protocol_name_end(b, i, e) == 0 ==>
      protocol_names_stop(b, i, e) == i;

    lemma protocol_names_steps{L}: \forall uint8_t *b, integer i, e; protocol_name_end(b, i, e) != 0 ==>
      protocol_names_stop(b, i, e) == protocol_names_stop(b, protocol_name_end(b, i, e), e);

    lemma protocol_name_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (protocol_name_end{L}(d, p, n) == 0 ?
         protocol_name_end{K}(b, i + p, i + n) == 0 :
         protocol_name_end{K}(b, i + p, i + n) == i + protocol_name_end{L}(d, p, n));

    lemma protocol_names_walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      protocol_names_stop{K}(b, i + p, i + n) == i + protocol_names_stop{L}(d, p, n);

    lemma protocol_names_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==>
      (protocol_names{K}(b, i, e) <==> protocol_names{L}(d, 0, n));
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the list that lies in them. */
/*@ lemma alpn_accepted{L}: \forall uint8_t *b, integer n;
      alpn_rule(b, n) == TLS12_NO_RULE ==> alpn(b, n, b + 2, n - 2);

    lemma alpn_only{L}: \forall uint8_t *b, *list, integer n, list_n;
      alpn(b, n, list, list_n) ==> alpn_rule(b, n) == TLS12_NO_RULE;

    lemma alpn_exact{L}: \forall uint8_t *b, integer n; is_alpn(b, n) <==> alpn_rule(b, n) == TLS12_NO_RULE;
*/

#endif
