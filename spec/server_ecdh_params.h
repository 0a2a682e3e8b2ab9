/* RFC 8422 section 5.4, the ECDH parameters of a ServerKeyExchange with a named curve:
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
 * RFC 8422 deprecates curve_type 1 and 2, the explicit curves of RFC 4492; they, and numbers that are no curve_type,
 * break R8422-5.4-02. Not judged here: the curve, and the point.
 */
#ifndef TLS12_SPEC_SERVER_ECDH_PARAMS_H
#define TLS12_SPEC_SERVER_ECDH_PARAMS_H

#include "spec/curve_types.h"
#include "spec/presentation.h"

/*@ predicate server_ecdh_params_value(integer curve, integer y_n) = 0 <= curve <= 65535 && 1 <= y_n <= 255;

    logic integer server_ecdh_params_size(integer y_n) = 3 + (1 + y_n);
*/

/* b[i .. e-1] is the encoding of that value. */
/*@ predicate server_ecdh_params{L}(uint8_t *b, integer i, integer e, integer curve, uint8_t *y, integer y_n) =
      server_ecdh_params_value(curve, y_n) &&
      b[i] == TLS12_NAMED_CURVE && be16(b, i + 1) == curve && vector8(b, i + 3, e, y, y_n);
*/

/* Where they end, 0 when they are malformed; then the first broken rule, and the bytes that break it. */
/*@ logic integer server_ecdh_params_end{L}(uint8_t *b, integer i, integer e) =
      3 <= e - i && b[i] == TLS12_NAMED_CURVE ? vector8_end(b, i + 3, e, 1, 255) : 0;

    logic integer server_ecdh_params_rule{L}(uint8_t *b, integer i, integer e) =
      e - i < 1                 ? R8422_5_4_03 :
      b[i] != TLS12_NAMED_CURVE ? R8422_5_4_02 :
      e - i < 3                 ? R8422_5_4_03 :
                                  vector8_rule(b, i + 3, e, R8422_5_4_03);

    logic integer server_ecdh_params_offset{L}(uint8_t *b, integer i, integer e) =
      e - i < 1 || b[i] != TLS12_NAMED_CURVE ? i :
      e - i < 3                              ? i + 1 :
                                               i + 3;

    logic integer server_ecdh_params_extent{L}(uint8_t *b, integer i, integer e) =
      e - i < 1                 ? 0 :
      b[i] != TLS12_NAMED_CURVE ? 1 :
      e - i < 3                 ? e - i - 1 :
                                  vector8_extent(b, i + 3, e);
*/

/* They end somewhere exactly when they encode a value, and then the fields that lie in them. */
/*@ lemma server_ecdh_params_accepted{L}: \forall uint8_t *b, integer i, e;
      0 <= i && server_ecdh_params_end(b, i, e) != 0 ==>
      server_ecdh_params(b, i, server_ecdh_params_end(b, i, e), be16(b, i + 1), b + (i + 4), b[i + 3]);

    lemma server_ecdh_params_only{L}: \forall uint8_t *b, *y, integer i, e, n, curve, y_n;
      0 <= i && e <= n && server_ecdh_params(b, i, e, curve, y, y_n) ==> server_ecdh_params_end(b, i, n) == e;
*/

#endif
