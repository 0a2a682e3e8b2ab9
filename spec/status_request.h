/* RFC 6066 section 8, status_request in a ClientHello:
 *
 *     struct {
 *         CertificateStatusType status_type;
 *         select (status_type) {
 *             case ocsp: OCSPStatusRequest;
 *         } request;
 *     } CertificateStatusRequest;
 *
 *     enum { ocsp(1), (255) } CertificateStatusType;
 *
 *     struct {
 *         ResponderID responder_id_list<0..2^16-1>;
 *         Extensions  request_extensions;
 *     } OCSPStatusRequest;
 *
 *     opaque ResponderID<1..2^16-1>;
 *     opaque Extensions<0..2^16-1>;
 *
 * A request of another type has no known form, and is refused. Not judged here: the DER inside ResponderID and Extensions.
 * In a ServerHello the body is empty.
 */
#ifndef TLS12_SPEC_STATUS_REQUEST_H
#define TLS12_SPEC_STATUS_REQUEST_H

#include "spec/presentation.h"

/* A value is two byte strings: the list of responders, and the extensions. */
/*@ predicate status_request_value{L}(uint8_t *responders, integer responders_n, integer extensions_n) =
      0 <= responders_n <= 65535 && list16(responders, 0, responders_n) && 0 <= extensions_n <= 65535;

    logic integer status_request_size(integer responders_n, integer extensions_n) =
      1 + (2 + responders_n) + (2 + extensions_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate status_request{L}(uint8_t *b, integer n, uint8_t *responders, integer responders_n,
        uint8_t *extensions, integer extensions_n) =
      0 <= responders_n <= 65535 && 0 <= extensions_n <= 65535 && b[0] == 1 &&
      vector16(b, 1, 3 + responders_n, responders, responders_n) && list16(b, 3, 3 + responders_n) &&
      vector16(b, 3 + responders_n, n, extensions, extensions_n);

    predicate is_status_request{L}(uint8_t *b, integer n) =
      \exists uint8_t *responders, *extensions, integer responders_n, extensions_n;
        status_request(b, n, responders, responders_n, extensions, extensions_n);
*/

/* Reading from the left: where each field ends, 0 when it is malformed ... */
/*@ logic integer responders_end{L}(uint8_t *b, integer n) = vector16_end(b, 1, n, 0, 65535);

    logic integer responders_stop{L}(uint8_t *b, integer n) = list16_stop(b, 3, responders_end(b, n));

    logic integer request_extensions_end{L}(uint8_t *b, integer n) = vector16_end(b, responders_end(b, n), n, 0, 65535);
*/

/* ... and so the first broken rule, and the bytes that break it. */
/*@ logic integer status_request_rule{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != 1             ? R6066_8_01 :
      responders_end(b, n) == 0      ? R5246_4_3_06 :
      responders_stop(b, n) != responders_end(b, n) ?
        vector16_rule(b, responders_stop(b, n), responders_end(b, n), R6066_8_01) :
      request_extensions_end(b, n) == 0 ? R5246_4_3_06 :
      request_extensions_end(b, n) != n ? R5246_7_4_1_4_01 :
                                          TLS12_NO_RULE;

    logic integer status_request_offset{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != 1                            ? 0 :
      responders_end(b, n) == 0                     ? 1 :
      responders_stop(b, n) != responders_end(b, n) ? responders_stop(b, n) :
      request_extensions_end(b, n) == 0             ? responders_end(b, n) :
                                                      request_extensions_end(b, n);

    logic integer status_request_extent{L}(uint8_t *b, integer n) =
      n < 1                     ? 0 :
      b[0] != 1                 ? 1 :
      responders_end(b, n) == 0 ? n - 1 :
      responders_stop(b, n) != responders_end(b, n) ?
        vector16_extent(b, responders_stop(b, n), responders_end(b, n)) :
      request_extensions_end(b, n) == 0 ? n - responders_end(b, n) :
                                          n - request_extensions_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ predicate status_request_ends{L}(uint8_t *b, integer n, integer responders) =
      1 <= n && b[0] == 1 &&
      responders == vector16_end(b, 1, n, 0, 65535) && responders != 0 && list16(b, 3, responders) &&
      n == vector16_end(b, responders, n, 0, 65535);

    lemma status_request_ends_exact{L}: \forall uint8_t *b, integer n;
      status_request_rule(b, n) == TLS12_NO_RULE <==> status_request_ends(b, n, responders_end(b, n));

    lemma status_request_accepted{L}: \forall uint8_t *b, integer n, responders;
      status_request_ends(b, n, responders) ==>
      status_request(b, n, b + 3, responders - 3, b + (responders + 2), n - responders - 2);

    lemma status_request_only{L}: \forall uint8_t *b, *responders, *extensions, integer n, responders_n, extensions_n;
      status_request(b, n, responders, responders_n, extensions, extensions_n) ==>
      status_request_ends(b, n, 3 + responders_n);

    lemma status_request_only_exact{L}: \forall uint8_t *b, integer n, responders;
      status_request_ends(b, n, responders) ==> status_request_rule(b, n) == TLS12_NO_RULE;

    lemma status_request_exact{L}: \forall uint8_t *b, integer n;
      is_status_request(b, n) <==> status_request_rule(b, n) == TLS12_NO_RULE;
*/

#endif
