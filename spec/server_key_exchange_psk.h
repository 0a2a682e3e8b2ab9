/* RFC 4279 sections 2 and 4, the ServerKeyExchange of PSK and RSA_PSK:
 *
 *     struct {
 *         opaque psk_identity_hint<0..2^16-1>;
 *     } ServerKeyExchange;
 *
 * Without a hint the message is left out; an empty hint is legal all the same.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_PSK_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_PSK_H

#include "spec/presentation.h"

/*@ predicate server_key_exchange_psk_value(integer h_n) =
      0 <= h_n <= 65535;

    logic integer server_key_exchange_psk_size(integer h_n) = 2 + h_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_key_exchange_psk{L}(uint8_t *b, integer n, uint8_t *h, integer h_n) =
      server_key_exchange_psk_value(h_n) &&
      vector16(b, 0, n, h, h_n);

    predicate is_server_key_exchange_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *h, integer h_n;
        server_key_exchange_psk(b, n, h, h_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer server_key_exchange_psk_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 0, 65535);

    logic integer server_key_exchange_psk_rule{L}(uint8_t *b, integer n) =
      server_key_exchange_psk_end(b, n) == 0 ? R5246_4_3_06 :
      server_key_exchange_psk_end(b, n) != n ? R5246_7_4_02 :
                                               TLS12_NO_RULE;

    logic integer server_key_exchange_psk_offset{L}(uint8_t *b, integer n) =
      server_key_exchange_psk_end(b, n) == 0 ? 0 :
                                               server_key_exchange_psk_end(b, n);

    logic integer server_key_exchange_psk_extent{L}(uint8_t *b, integer n) = n - server_key_exchange_psk_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_psk_accepted{L}: \forall uint8_t *b, integer n;
      server_key_exchange_psk_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_psk(b, n, b + 2, n - 2);

    lemma server_key_exchange_psk_only{L}: \forall uint8_t *b, *h, integer n, h_n;
      server_key_exchange_psk(b, n, h, h_n) ==>
      server_key_exchange_psk_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_psk_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_psk(b, n) <==> server_key_exchange_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
