/* RFC 4279 section 3, the ClientKeyExchange of DHE_PSK:
 *
 *     struct {
 *         opaque psk_identity<0..2^16-1>;
 *         ClientDiffieHellmanPublic public;     explicit: opaque dh_Yc<1..2^16-1>
 *     } ClientKeyExchange;
 *
 * Not judged here: the identity and the number.
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_DHE_PSK_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_DHE_PSK_H

#include "spec/presentation.h"
#include "spec/psk.h"

/*@ predicate client_key_exchange_dhe_psk_value(integer d_n, integer y_n) =
      0 <= d_n <= 65535 && 1 <= y_n <= 65535;

    logic integer client_key_exchange_dhe_psk_size(integer d_n, integer y_n) =
      (2 + d_n) + (2 + y_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate client_key_exchange_dhe_psk{L}(uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *y, integer y_n) =
      client_key_exchange_dhe_psk_value(d_n, y_n) &&
      vector16(b, 0, 2 + d_n, d, d_n) &&
      vector16(b, 2 + d_n, n, y, y_n);

    predicate is_client_key_exchange_dhe_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, *y, integer d_n, y_n;
        client_key_exchange_dhe_psk(b, n, d, d_n, y, y_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer client_key_exchange_dhe_psk_end{L}(uint8_t *b, integer n) =
      vector16_end(b, psk_end(b, n), n, 1, 65535);

    logic integer client_key_exchange_dhe_psk_rule{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? R5246_4_3_06 :
      client_key_exchange_dhe_psk_end(b, n) == 0 ? vector16_rule(b, psk_end(b, n), n, R4279_3_02) :
      client_key_exchange_dhe_psk_end(b, n) != n ? R5246_7_4_02 :
                                                   TLS12_NO_RULE;

    logic integer client_key_exchange_dhe_psk_offset{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? 0 :
      client_key_exchange_dhe_psk_end(b, n) == 0 ? psk_end(b, n) :
                                                   client_key_exchange_dhe_psk_end(b, n);

    logic integer client_key_exchange_dhe_psk_extent{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? n :
      client_key_exchange_dhe_psk_end(b, n) == 0 ? vector16_extent(b, psk_end(b, n), n) :
                                                   n - client_key_exchange_dhe_psk_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma client_key_exchange_dhe_psk_accepted{L}: \forall uint8_t *b, integer n, i;
      i == psk_end(b, n) && client_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE ==>
      client_key_exchange_dhe_psk(b, n, b + 2, i - 2, b + (i + 2), n - i - 2);

    lemma client_key_exchange_dhe_psk_joined{L}: \forall uint8_t *b, *d, *y, integer n, i, d_n, y_n;
      client_key_exchange_dhe_psk_value(d_n, y_n) &&
      vector16(b, 0, i, d, d_n) && vector16(b, i, n, y, y_n) ==>
      client_key_exchange_dhe_psk(b, n, d, d_n, y, y_n);

    lemma client_key_exchange_dhe_psk_only{L}: \forall uint8_t *b, *d, *y, integer n, d_n, y_n;
      client_key_exchange_dhe_psk(b, n, d, d_n, y, y_n) ==>
      client_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_dhe_psk_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_dhe_psk(b, n) <==> client_key_exchange_dhe_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
