/* RFC 8422 section 5.4, the ServerKeyExchange of ECDHE_RSA and ECDHE_ECDSA with a named curve:
 *
 *     struct {
 *         ECCurveType curve_type;      named_curve(3)
 *         NamedCurve namedcurve;       uint16
 *     } ECParameters;
 *
 *     struct {
 *         ECParameters curve_params;
 *         ECPoint public;              opaque point<1..2^8-1>
 *     } ServerECDHParams;
 *
 *     struct {
 *         ServerECDHParams params;
 *         Signature signed_params;     in TLS 1.2 a DigitallySigned: RFC 5246 sections 4.7 and A.7
 *     } ServerKeyExchange;
 *
 * RFC 8422 deprecates curve_type 1 and 2, the explicit curves of RFC 4492; they, and numbers that are no curve_type,
 * break R8422-5.4-02. Not judged here: the curve, the point, the pair of algorithms and the signature.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDHE_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDHE_H

#include "spec/curve_types.h"
#include "spec/presentation.h"
#include "spec/digitally_signed.h"

/*@ predicate server_key_exchange_ecdhe_value(integer curve, integer y_n, integer hash, integer algorithm, integer s_n) =
      0 <= curve <= 65535 && 1 <= y_n <= 255 && 0 <= hash <= 255 && 0 <= algorithm <= 255 && 0 <= s_n <= 65535;

    logic integer server_key_exchange_ecdhe_size(integer y_n, integer s_n) = (3 + 1 + y_n) + (4 + s_n);
*/

/* b[0 .. n-1] is the encoding of that value; params are b[0 .. 3 + y_n]. */
/*@ predicate server_key_exchange_ecdhe{L}(uint8_t *b, integer n, integer curve, uint8_t *y, integer y_n,
        integer hash, integer algorithm, uint8_t *s, integer s_n) =
      server_key_exchange_ecdhe_value(curve, y_n, hash, algorithm, s_n) &&
      b[0] == TLS12_NAMED_CURVE && be16(b, 1) == curve &&
      vector8(b, 3, 4 + y_n, y, y_n) &&
      digitally_signed(b, 4 + y_n, n, hash, algorithm, s, s_n);

    predicate is_server_key_exchange_ecdhe{L}(uint8_t *b, integer n) =
      \exists uint8_t *y, *s, integer curve, y_n, hash, algorithm, s_n;
        server_key_exchange_ecdhe(b, n, curve, y, y_n, hash, algorithm, s, s_n);
*/

/* Reading from the left: where each field ends, 0 when it is malformed ... */
/*@ logic integer ecdhe_point_end{L}(uint8_t *b, integer n) = vector8_end(b, 3, n, 1, 255);
    logic integer server_key_exchange_ecdhe_end{L}(uint8_t *b, integer n) = digitally_signed_end(b, ecdhe_point_end(b, n), n);
*/

/* ... and so the first broken rule, and the bytes that break it. */
/*@ logic integer server_key_exchange_ecdhe_rule{L}(uint8_t *b, integer n) =
      n < 1                                    ? R8422_5_4_03 :
      b[0] != TLS12_NAMED_CURVE                ? R8422_5_4_02 :
      n < 3                                    ? R8422_5_4_03 :
      ecdhe_point_end(b, n) == 0               ? vector8_rule(b, 3, n, R8422_5_4_03) :
      server_key_exchange_ecdhe_end(b, n) == 0 ? digitally_signed_rule(ecdhe_point_end(b, n), n) :
      server_key_exchange_ecdhe_end(b, n) != n ? R5246_7_4_02 :
                                                 TLS12_NO_RULE;

    logic integer server_key_exchange_ecdhe_offset{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != TLS12_NAMED_CURVE       ? 0 :
      n < 3                                    ? 1 :
      ecdhe_point_end(b, n) == 0               ? 3 :
      server_key_exchange_ecdhe_end(b, n) == 0 ? digitally_signed_offset(ecdhe_point_end(b, n), n) :
                                                 server_key_exchange_ecdhe_end(b, n);

    logic integer server_key_exchange_ecdhe_extent{L}(uint8_t *b, integer n) =
      n < 1                                    ? 0 :
      b[0] != TLS12_NAMED_CURVE                ? 1 :
      n < 3                                    ? n - 1 :
      ecdhe_point_end(b, n) == 0               ? vector8_extent(b, 3, n) :
                                                 n - server_key_exchange_ecdhe_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_ecdhe_accepted{L}: \forall uint8_t *b, integer n;
      server_key_exchange_ecdhe_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_ecdhe(b, n, be16(b, 1), b + 4, b[3],
        b[ecdhe_point_end(b, n)], b[ecdhe_point_end(b, n) + 1],
        b + (ecdhe_point_end(b, n) + 4), be16(b, ecdhe_point_end(b, n) + 2));

    lemma server_key_exchange_ecdhe_only{L}: \forall uint8_t *b, *y, *s, integer n, curve, y_n, hash, algorithm, s_n;
      server_key_exchange_ecdhe(b, n, curve, y, y_n, hash, algorithm, s, s_n) ==>
      server_key_exchange_ecdhe_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_ecdhe_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_ecdhe(b, n) <==> server_key_exchange_ecdhe_rule(b, n) == TLS12_NO_RULE;
*/

#endif
