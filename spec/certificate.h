/* RFC 5246 sections 7.4.2 and 7.4.6, Certificate:
 *
 *     opaque ASN.1Cert<1..2^24-1>;
 *
 *     struct {
 *         ASN.1Cert certificate_list<0..2^24-1>;
 *     } Certificate;
 *
 * The same message from both sides, but only a client may send no certificate (R5246-7.4.2-23): floor is the least length
 * of the list that is accepted, 1 from a server and 0 from a client. The message header bounds the body to 2^24-1 bytes, so
 * that the list has at most 2^24-4. Not judged here: the certificates, and their order.
 */
#ifndef TLS12_SPEC_CERTIFICATE_H
#define TLS12_SPEC_CERTIFICATE_H

#include "spec/presentation.h"

/*@ predicate certificate_value{L}(uint8_t *list, integer list_n) =
      0 <= list_n <= TLS12_BODY_MAX - 3 && list24(list, 0, list_n);

    logic integer certificate_size(integer list_n) = 3 + list_n;
*/

/* b[0 .. n-1] is the encoding of that list. */
/*@ //= build/requirements.md#R5246-7.4.2-06
    //= type=implication
    //# Because the list length field plus the handshake header bound the body, the largest usable list is 2^24-4
    //# bytes and the largest single entry 2^24-7; an encoder precondition has to use these, not the printed ceilings.
    //= build/requirements.md#R5246-7.4-06
    //= type=implication
    //# The Certificate message type occurs in two positions, server to client and client to server, with the same
    //# grammar.
    predicate certificate{L}(uint8_t *b, integer n, uint8_t *list, integer list_n) =
      0 <= list_n <= TLS12_BODY_MAX - 3 && vector24(b, 0, n, list, list_n) && list24(b, 3, n);

    predicate is_certificate{L}(uint8_t *b, integer n, integer floor) =
      \exists uint8_t *list, integer list_n; floor <= list_n && certificate(b, n, list, list_n);
*/

/* Reading from the left: the first broken rule, and the bytes that break it. */
/*@ logic integer certificate_list_end{L}(uint8_t *b, integer n, integer floor) = vector24_end(b, 0, n, floor, 16777215);
    logic integer certificate_list_stop{L}(uint8_t *b, integer n, integer floor) =
      list24_stop(b, 3, certificate_list_end(b, n, floor));

    logic integer certificate_rule{L}(uint8_t *b, integer n, integer floor) =
      certificate_list_end(b, n, floor) == 0 ? vector24_rule(b, 0, n, R5246_7_4_2_23) :
      certificate_list_stop(b, n, floor) != certificate_list_end(b, n, floor) ?
        vector24_rule(b, certificate_list_stop(b, n, floor), certificate_list_end(b, n, floor), R5246_7_4_2_05) :
      certificate_list_end(b, n, floor) != n ? R5246_7_4_02 :
                                               TLS12_NO_RULE;

    logic integer certificate_offset{L}(uint8_t *b, integer n, integer floor) =
      certificate_list_end(b, n, floor) == 0 ? 0 : certificate_list_stop(b, n, floor);

    logic integer certificate_extent{L}(uint8_t *b, integer n, integer floor) =
      certificate_list_end(b, n, floor) == 0 ? vector24_extent(b, 0, n) :
      certificate_list_stop(b, n, floor) != certificate_list_end(b, n, floor) ?
        vector24_extent(b, certificate_list_stop(b, n, floor), certificate_list_end(b, n, floor)) :
        n - certificate_list_end(b, n, floor);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the list that lies in them. */
/*@ lemma certificate_accepted{L}: \forall uint8_t *b, integer n, floor; n <= TLS12_BODY_MAX && 0 <= floor &&
      certificate_rule(b, n, floor) == TLS12_NO_RULE ==> floor <= n - 3 && certificate(b, n, b + 3, n - 3);

    lemma certificate_only{L}: \forall uint8_t *b, *list, integer n, floor, list_n;
      floor <= list_n && certificate(b, n, list, list_n) ==> certificate_rule(b, n, floor) == TLS12_NO_RULE;

    lemma certificate_exact{L}: \forall uint8_t *b, integer n, floor; n <= TLS12_BODY_MAX && 0 <= floor ==>
      (is_certificate(b, n, floor) <==> certificate_rule(b, n, floor) == TLS12_NO_RULE);
*/

#endif
