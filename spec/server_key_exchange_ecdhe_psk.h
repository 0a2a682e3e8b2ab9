/* RFC 5489 section 2, the ServerKeyExchange of ECDHE_PSK with a named curve:
 *
 *     struct {
 *         opaque psk_identity_hint<0..2^16-1>;
 *         ServerECDHParams params;
 *     } ServerKeyExchange;
 *
 * Without a hint its length is 0. Nothing is signed.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDHE_PSK_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_ECDHE_PSK_H

#include "spec/presentation.h"
#include "spec/psk.h"
#include "spec/server_ecdh_params.h"

/*@ predicate server_key_exchange_ecdhe_psk_value(integer h_n, integer curve, integer y_n) =
      0 <= h_n <= 65535 && server_ecdh_params_value(curve, y_n);

    logic integer server_key_exchange_ecdhe_psk_size(integer h_n, integer y_n) =
      (2 + h_n) + server_ecdh_params_size(y_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_key_exchange_ecdhe_psk{L}(uint8_t *b, integer n, uint8_t *h, integer h_n, integer curve,
        uint8_t *y, integer y_n) =
      server_key_exchange_ecdhe_psk_value(h_n, curve, y_n) &&
      vector16(b, 0, 2 + h_n, h, h_n) &&
      server_ecdh_params(b, 2 + h_n, n, curve, y, y_n);

    predicate is_server_key_exchange_ecdhe_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *h, *y, integer h_n, curve, y_n;
        server_key_exchange_ecdhe_psk(b, n, h, h_n, curve, y, y_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer server_key_exchange_ecdhe_psk_end{L}(uint8_t *b, integer n) =
      server_ecdh_params_end(b, psk_end(b, n), n);

    logic integer server_key_exchange_ecdhe_psk_rule{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                           ? R5246_4_3_06 :
      server_key_exchange_ecdhe_psk_end(b, n) == 0 ? server_ecdh_params_rule(b, psk_end(b, n), n) :
      server_key_exchange_ecdhe_psk_end(b, n) != n ? R5246_7_4_02 :
                                                     TLS12_NO_RULE;

    logic integer server_key_exchange_ecdhe_psk_offset{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                           ? 0 :
      server_key_exchange_ecdhe_psk_end(b, n) == 0 ? server_ecdh_params_offset(b, psk_end(b, n), n) :
                                                     server_key_exchange_ecdhe_psk_end(b, n);

    logic integer server_key_exchange_ecdhe_psk_extent{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                           ? n :
      server_key_exchange_ecdhe_psk_end(b, n) == 0 ? server_ecdh_params_extent(b, psk_end(b, n), n) :
                                                     n - server_key_exchange_ecdhe_psk_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_ecdhe_psk_accepted{L}: \forall uint8_t *b, integer n, i;
      i == psk_end(b, n) && server_key_exchange_ecdhe_psk_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_ecdhe_psk(b, n, b + 2, i - 2, be16(b, i + 1), b + (i + 4), b[i + 3]);

    lemma server_key_exchange_ecdhe_psk_only{L}: \forall uint8_t *b, *h, *y, integer n, h_n, curve, y_n;
      server_key_exchange_ecdhe_psk(b, n, h, h_n, curve, y, y_n) ==>
      server_key_exchange_ecdhe_psk_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_ecdhe_psk_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_ecdhe_psk(b, n) <==> server_key_exchange_ecdhe_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
