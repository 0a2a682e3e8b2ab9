/* RFC 5246 section 7.4.3, the ServerKeyExchange of DH_anon:
 *
 *     struct {
 *         ServerDHParams params;
 *     } ServerKeyExchange;
 *
 * Nothing is signed.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_DH_ANON_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_DH_ANON_H

#include "spec/presentation.h"
#include "spec/server_dh_params.h"

/*@ predicate server_key_exchange_dh_anon_value(integer p_n, integer g_n, integer y_n) =
      server_dh_params_value(p_n, g_n, y_n);

    logic integer server_key_exchange_dh_anon_size(integer p_n, integer g_n, integer y_n) =
      server_dh_params_size(p_n, g_n, y_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_key_exchange_dh_anon{L}(uint8_t *b, integer n, uint8_t *p, integer p_n, uint8_t *g, integer g_n,
        uint8_t *y, integer y_n) =
      server_key_exchange_dh_anon_value(p_n, g_n, y_n) &&
      server_dh_params(b, 0, n, p, p_n, g, g_n, y, y_n);

    predicate is_server_key_exchange_dh_anon{L}(uint8_t *b, integer n) =
      \exists uint8_t *p, *g, *y, integer p_n, g_n, y_n;
        server_key_exchange_dh_anon(b, n, p, p_n, g, g_n, y, y_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer server_key_exchange_dh_anon_end{L}(uint8_t *b, integer n) = server_dh_params_end(b, 0, n);

    logic integer server_key_exchange_dh_anon_rule{L}(uint8_t *b, integer n) =
      server_key_exchange_dh_anon_end(b, n) == 0 ? server_dh_params_rule(b, 0, n) :
      server_key_exchange_dh_anon_end(b, n) != n ? R5246_7_4_02 :
                                                   TLS12_NO_RULE;

    logic integer server_key_exchange_dh_anon_offset{L}(uint8_t *b, integer n) =
      server_key_exchange_dh_anon_end(b, n) == 0 ? server_dh_params_offset(b, 0, n) :
                                                   server_key_exchange_dh_anon_end(b, n);

    logic integer server_key_exchange_dh_anon_extent{L}(uint8_t *b, integer n) =
      server_key_exchange_dh_anon_end(b, n) == 0 ? server_dh_params_extent(b, 0, n) :
                                                   n - server_key_exchange_dh_anon_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_dh_anon_accepted{L}: \forall uint8_t *b, integer n, g, y;
      g == server_dh_p_end(b, 0, n) && y == server_dh_g_end(b, 0, n) &&
      server_key_exchange_dh_anon_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_dh_anon(b, n, b + 2, g - 2, b + (g + 2), y - g - 2,
        b + (y + 2), n - y - 2);

    lemma server_key_exchange_dh_anon_only{L}: \forall uint8_t *b, *p, *g, *y, integer n, p_n, g_n, y_n;
      server_key_exchange_dh_anon(b, n, p, p_n, g, g_n, y, y_n) ==>
      server_key_exchange_dh_anon_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_dh_anon_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_dh_anon(b, n) <==> server_key_exchange_dh_anon_rule(b, n) == TLS12_NO_RULE;
*/

#endif
