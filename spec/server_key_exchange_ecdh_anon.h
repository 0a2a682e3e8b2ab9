/* RFC 8422 section 5.4, the ServerKeyExchange of ECDH_anon with a named curve:
 *
 *     struct {
 *         ServerECDHParams params;
 *     } ServerKeyExchange;
 *
 * Nothing is signed.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDH_ANON_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDH_ANON_H

#include "spec/presentation.h"
#include "spec/server_ecdh_params.h"

/*@ predicate server_key_exchange_ecdh_anon_value(integer curve, integer y_n) =
      server_ecdh_params_value(curve, y_n);

    logic integer server_key_exchange_ecdh_anon_size(integer y_n) =
      server_ecdh_params_size(y_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_key_exchange_ecdh_anon{L}(uint8_t *b, integer n, integer curve, uint8_t *y, integer y_n) =
      server_key_exchange_ecdh_anon_value(curve, y_n) &&
      server_ecdh_params(b, 0, n, curve, y, y_n);

    predicate is_server_key_exchange_ecdh_anon{L}(uint8_t *b, integer n) =
      \exists uint8_t *y, integer curve, y_n;
        server_key_exchange_ecdh_anon(b, n, curve, y, y_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer server_key_exchange_ecdh_anon_end{L}(uint8_t *b, integer n) = server_ecdh_params_end(b, 0, n);

    logic integer server_key_exchange_ecdh_anon_rule{L}(uint8_t *b, integer n) =
      server_key_exchange_ecdh_anon_end(b, n) == 0 ? server_ecdh_params_rule(b, 0, n) :
      server_key_exchange_ecdh_anon_end(b, n) != n ? R5246_7_4_02 :
                                                     TLS12_NO_RULE;

    logic integer server_key_exchange_ecdh_anon_offset{L}(uint8_t *b, integer n) =
      server_key_exchange_ecdh_anon_end(b, n) == 0 ? server_ecdh_params_offset(b, 0, n) :
                                                     server_key_exchange_ecdh_anon_end(b, n);

    logic integer server_key_exchange_ecdh_anon_extent{L}(uint8_t *b, integer n) =
      server_key_exchange_ecdh_anon_end(b, n) == 0 ? server_ecdh_params_extent(b, 0, n) :
                                                     n - server_key_exchange_ecdh_anon_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_ecdh_anon_accepted{L}: \forall uint8_t *b, integer n;
      server_key_exchange_ecdh_anon_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_ecdh_anon(b, n, be16(b, 1), b + 4, b[3]);

    lemma server_key_exchange_ecdh_anon_only{L}: \forall uint8_t *b, *y, integer n, curve, y_n;
      server_key_exchange_ecdh_anon(b, n, curve, y, y_n) ==>
      server_key_exchange_ecdh_anon_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_ecdh_anon_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_ecdh_anon(b, n) <==> server_key_exchange_ecdh_anon_rule(b, n) == TLS12_NO_RULE;
*/

#endif
