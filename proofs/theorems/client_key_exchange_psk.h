/* ClientKeyExchange of PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_PSK_H
#define TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_PSK_H

#include "message/client_key_exchange_psk.h"
#include "proofs/theorems/fields.h"

/*@ lemma client_key_exchange_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      client_key_exchange_psk(b, n, d, d_n) &&
      client_key_exchange_psk(b, n, c, c_n) ==>
      d_n == c_n && copy{L,L}(d, 0, c, c_n);

    lemma client_key_exchange_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *d, integer d_n;
      client_key_exchange_psk(b, n, d, d_n) &&
      client_key_exchange_psk(c, m, d, d_n) ==>
      n == m && same(b, c, 0, n);

    lemma client_key_exchange_psk_stays{K,L}: \forall uint8_t *b, *x, integer n, x_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && client_key_exchange_psk{K}(b, n, x, x_n) ==>
      client_key_exchange_psk{L}(b, n, x, x_n);
*/

#endif
