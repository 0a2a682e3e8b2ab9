/* RFC 4279 section 3, the ServerKeyExchange of DHE_PSK:
 *
 *     struct {
 *         opaque psk_identity_hint<0..2^16-1>;
 *         ServerDHParams params;
 *     } ServerKeyExchange;
 *
 * Without a hint its length is 0. Nothing is signed.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_DHE_PSK_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_DHE_PSK_H

#include "spec/presentation.h"
#include "spec/psk.h"
#include "spec/server_dh_params.h"

/*@ predicate server_key_exchange_dhe_psk_value(integer h_n, integer p_n, integer g_n, integer y_n) =
      0 <= h_n <= 65535 && server_dh_params_value(p_n, g_n, y_n);

    logic integer server_key_exchange_dhe_psk_size(integer h_n, integer p_n, integer g_n, integer y_n) =
      (2 + h_n) + server_dh_params_size(p_n, g_n, y_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_key_exchange_dhe_psk{L}(uint8_t *b, integer n, uint8_t *h, integer h_n, uint8_t *p, integer p_n,
        uint8_t *g, integer g_n, uint8_t *y, integer y_n) =
      server_key_exchange_dhe_psk_value(h_n, p_n, g_n, y_n) &&
      vector16(b, 0, 2 + h_n, h, h_n) &&
      server_dh_params(b, 2 + h_n, n, p, p_n, g, g_n, y, y_n);

    predicate is_server_key_exchange_dhe_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *h, *p, *g, *y, integer h_n, p_n, g_n, y_n;
        server_key_exchange_dhe_psk(b, n, h, h_n, p, p_n, g, g_n, y, y_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer server_key_exchange_dhe_psk_end{L}(uint8_t *b, integer n) = server_dh_params_end(b, psk_end(b, n), n);

    logic integer server_key_exchange_dhe_psk_rule{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? R5246_4_3_06 :
      server_key_exchange_dhe_psk_end(b, n) == 0 ? server_dh_params_rule(b, psk_end(b, n), n) :
      server_key_exchange_dhe_psk_end(b, n) != n ? R5246_7_4_02 :
                                                   TLS12_NO_RULE;

    logic integer server_key_exchange_dhe_psk_offset{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? 0 :
      server_key_exchange_dhe_psk_end(b, n) == 0 ? server_dh_params_offset(b, psk_end(b, n), n) :
                                                   server_key_exchange_dhe_psk_end(b, n);

    logic integer server_key_exchange_dhe_psk_extent{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? n :
      server_key_exchange_dhe_psk_end(b, n) == 0 ? server_dh_params_extent(b, psk_end(b, n), n) :
                                                   n - server_key_exchange_dhe_psk_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_dhe_psk_accepted{L}: \forall uint8_t *b, integer n, i, g, y;
      i == psk_end(b, n) && g == server_dh_p_end(b, i, n) && y == server_dh_g_end(b, i, n) &&
      server_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_dhe_psk(b, n, b + 2, i - 2, b + (i + 2), g - i - 2, b + (g + 2), y - g - 2,
        b + (y + 2), n - y - 2);

    lemma server_key_exchange_dhe_psk_ends{L}: \forall uint8_t *b, *h, *p, *g, *y, integer n, h_n, p_n, g_n, y_n;
      server_key_exchange_dhe_psk(b, n, h, h_n, p, p_n, g, g_n, y, y_n) ==>
      psk_end(b, n) == 2 + h_n && server_dh_params_end(b, 2 + h_n, n) == n;

    lemma server_key_exchange_dhe_psk_only{L}: \forall uint8_t *b, *h, *p, *g, *y, integer n, h_n, p_n, g_n, y_n;
      server_key_exchange_dhe_psk(b, n, h, h_n, p, p_n, g, g_n, y, y_n) ==>
      server_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_dhe_psk_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_dhe_psk(b, n) <==> server_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
