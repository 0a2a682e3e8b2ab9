/* RFC 7301 section 3.1, application_layer_protocol_negotiation (ALPN) in a ServerHello: a ProtocolNameList as in alpn.h,
 * "except that the "ProtocolNameList" MUST contain exactly one "ProtocolName"".
 * Whether the client offered the protocol is not judged here.
 */
#ifndef TLS12_SPEC_ALPN_ANSWER_H
#define TLS12_SPEC_ALPN_ANSWER_H

#include "spec/presentation.h"

/*@ predicate alpn_answer_value(integer name_n) = 1 <= name_n <= 255;

    logic integer alpn_answer_size(integer name_n) = 3 + name_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate alpn_answer{L}(uint8_t *b, integer n, uint8_t *name, integer name_n) =
      1 <= name_n <= 255 && be16(b, 0) == 1 + name_n && vector8(b, 2, n, name, name_n);

    predicate is_alpn_answer{L}(uint8_t *b, integer n) =
      \exists uint8_t *name, integer name_n; alpn_answer(b, n, name, name_n);
*/

/* The first broken rule, and the bytes that break it: the list, its name, or what follows the name. */
/*@ logic integer alpn_answer_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 2, 65535);

    logic integer selected_end{L}(uint8_t *b, integer n) = vector8_end(b, 2, alpn_answer_end(b, n), 1, 255);

    logic integer alpn_answer_rule{L}(uint8_t *b, integer n) =
      alpn_answer_end(b, n) == 0                  ? vector16_rule(b, 0, n, R7301_3_1_01) :
      selected_end(b, n) == 0                     ? vector8_rule(b, 2, alpn_answer_end(b, n), R7301_3_1_02) :
      selected_end(b, n) != alpn_answer_end(b, n) ? R7301_3_1_03 :
      alpn_answer_end(b, n) != n                  ? R5246_7_4_1_4_01 :
                                                    TLS12_NO_RULE;

    logic integer alpn_answer_offset{L}(uint8_t *b, integer n) =
      alpn_answer_end(b, n) == 0 ? 0 : selected_end(b, n) == 0 ? 2 : selected_end(b, n);

    logic integer alpn_answer_extent{L}(uint8_t *b, integer n) =
      alpn_answer_end(b, n) == 0                  ? vector16_extent(b, 0, n) :
      selected_end(b, n) == 0                     ? vector8_extent(b, 2, alpn_answer_end(b, n)) :
      selected_end(b, n) != alpn_answer_end(b, n) ? alpn_answer_end(b, n) - selected_end(b, n) :
                                                    n - alpn_answer_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the name that lies in them. */
/*@ lemma alpn_answer_accepted{L}: \forall uint8_t *b, integer n;
      alpn_answer_rule(b, n) == TLS12_NO_RULE ==> alpn_answer(b, n, b + 3, n - 3);

    lemma alpn_answer_only{L}: \forall uint8_t *b, *name, integer n, name_n;
      alpn_answer(b, n, name, name_n) ==> alpn_answer_rule(b, n) == TLS12_NO_RULE;

    lemma alpn_answer_exact{L}: \forall uint8_t *b, integer n;
      is_alpn_answer(b, n) <==> alpn_answer_rule(b, n) == TLS12_NO_RULE;
*/

#endif
