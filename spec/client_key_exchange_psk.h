/* RFC 4279 section 2, the ClientKeyExchange of PSK:
 *
 *     struct {
 *         opaque psk_identity<0..2^16-1>;
 *     } ClientKeyExchange;
 *
 * Not judged here: that the identity is UTF-8 (5.1), and known.
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_PSK_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_PSK_H

#include "spec/presentation.h"

/*@ predicate client_key_exchange_psk_value(integer d_n) =
      0 <= d_n <= 65535;

    logic integer client_key_exchange_psk_size(integer d_n) = 2 + d_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate client_key_exchange_psk{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      client_key_exchange_psk_value(d_n) &&
      vector16(b, 0, n, d, d_n);

    predicate is_client_key_exchange_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, integer d_n;
        client_key_exchange_psk(b, n, d, d_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer client_key_exchange_psk_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 0, 65535);

    logic integer client_key_exchange_psk_rule{L}(uint8_t *b, integer n) =
      client_key_exchange_psk_end(b, n) == 0 ? R5246_4_3_06 :
      client_key_exchange_psk_end(b, n) != n ? R5246_7_4_02 :
                                               TLS12_NO_RULE;

    logic integer client_key_exchange_psk_offset{L}(uint8_t *b, integer n) =
      client_key_exchange_psk_end(b, n) == 0 ? 0 :
                                               client_key_exchange_psk_end(b, n);

    logic integer client_key_exchange_psk_extent{L}(uint8_t *b, integer n) = n - client_key_exchange_psk_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma client_key_exchange_psk_accepted{L}: \forall uint8_t *b, integer n;
      client_key_exchange_psk_rule(b, n) == TLS12_NO_RULE ==>
      client_key_exchange_psk(b, n, b + 2, n - 2);

    lemma client_key_exchange_psk_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      client_key_exchange_psk(b, n, d, d_n) ==>
      client_key_exchange_psk_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_psk_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_psk(b, n) <==> client_key_exchange_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
