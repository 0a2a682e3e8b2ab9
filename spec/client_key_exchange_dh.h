/* RFC 5246 section 7.4.7.2, the ClientKeyExchange of the Diffie-Hellman key exchanges, public value explicit:
 *
 *     struct {
 *         select (PublicValueEncoding) {
 *             case explicit: opaque dh_Yc<1..2^16-1>;
 *         } dh_public;
 *     } ClientDiffieHellmanPublic;
 *
 * The implicit form, an empty body after a certificate with a fixed key, is another message: see empty.h.
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_DH_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_DH_H

#include "spec/presentation.h"

/*@ predicate client_key_exchange_dh_value(integer d_n) = 1 <= d_n <= 65535;

    logic integer client_key_exchange_dh_size(integer d_n) = 2 + d_n;
*/

/* b[0 .. n-1] is the encoding of d[0 .. d_n-1]. */
/*@ predicate client_key_exchange_dh{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      client_key_exchange_dh_value(d_n) && vector16(b, 0, n, d, d_n);

    predicate is_client_key_exchange_dh{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, integer d_n; client_key_exchange_dh(b, n, d, d_n);
*/

/* Reading from the left: the first broken rule, and the bytes that break it. */
/*@ logic integer client_key_exchange_dh_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 1, 65535);

    logic integer client_key_exchange_dh_rule{L}(uint8_t *b, integer n) =
      client_key_exchange_dh_end(b, n) == 0 ? vector16_rule(b, 0, n, R5246_7_4_7_2_01) :
      client_key_exchange_dh_end(b, n) != n ? R5246_7_4_02 :
      TLS12_NO_RULE;

    logic integer client_key_exchange_dh_offset{L}(uint8_t *b, integer n) = client_key_exchange_dh_end(b, n);

    logic integer client_key_exchange_dh_extent{L}(uint8_t *b, integer n) =
      client_key_exchange_dh_end(b, n) == 0 ? vector16_extent(b, 0, n) : n - client_key_exchange_dh_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma client_key_exchange_dh_accepted{L}: \forall uint8_t *b, integer n;
      client_key_exchange_dh_rule(b, n) == TLS12_NO_RULE ==> client_key_exchange_dh(b, n, b + 2, n - 2);

    lemma client_key_exchange_dh_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      client_key_exchange_dh(b, n, d, d_n) ==> client_key_exchange_dh_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_dh_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_dh(b, n) <==> client_key_exchange_dh_rule(b, n) == TLS12_NO_RULE;
*/

#endif
