/* RFC 8422 section 5.7, the ClientKeyExchange of the ECDHE and ECDH key exchanges, public value explicit:
 *
 *     struct {
 *         opaque point<1..2^8-1>;
 *     } ECPoint;
 *
 *     struct {
 *         select (PublicValueEncoding) {
 *             case explicit: ECPoint ecdh_Yc;
 *         } ecdh_public;
 *     } ClientECDiffieHellmanPublic;
 *
 * Not judged here: that the point has the length, and lies on the curve, that was agreed.
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_ECDH_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_ECDH_H

#include "spec/presentation.h"

/*@ predicate client_key_exchange_ecdh_value(integer d_n) = 1 <= d_n <= 255;

    logic integer client_key_exchange_ecdh_size(integer d_n) = 1 + d_n;
*/

/* b[0 .. n-1] is the encoding of d[0 .. d_n-1]. */
/*@ predicate client_key_exchange_ecdh{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      client_key_exchange_ecdh_value(d_n) && vector8(b, 0, n, d, d_n);

    predicate is_client_key_exchange_ecdh{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, integer d_n; client_key_exchange_ecdh(b, n, d, d_n);
*/

/* Reading from the left: the first broken rule, and the bytes that break it. */
/*@ logic integer client_key_exchange_ecdh_end{L}(uint8_t *b, integer n) = vector8_end(b, 0, n, 1, 255);

    logic integer client_key_exchange_ecdh_rule{L}(uint8_t *b, integer n) =
      client_key_exchange_ecdh_end(b, n) == 0 ? vector8_rule(b, 0, n, R8422_5_7_01) :
      client_key_exchange_ecdh_end(b, n) != n ? R5246_7_4_02 :
      TLS12_NO_RULE;

    logic integer client_key_exchange_ecdh_offset{L}(uint8_t *b, integer n) = client_key_exchange_ecdh_end(b, n);

    logic integer client_key_exchange_ecdh_extent{L}(uint8_t *b, integer n) =
      client_key_exchange_ecdh_end(b, n) == 0 ? vector8_extent(b, 0, n) : n - client_key_exchange_ecdh_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma client_key_exchange_ecdh_accepted{L}: \forall uint8_t *b, integer n;
      client_key_exchange_ecdh_rule(b, n) == TLS12_NO_RULE ==> client_key_exchange_ecdh(b, n, b + 1, n - 1);

    lemma client_key_exchange_ecdh_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      client_key_exchange_ecdh(b, n, d, d_n) ==> client_key_exchange_ecdh_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_ecdh_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_ecdh(b, n) <==> client_key_exchange_ecdh_rule(b, n) == TLS12_NO_RULE;
*/

#endif
