/* ClientKeyExchange of DHE_PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_DHE_PSK_H
#define TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_DHE_PSK_H

#include "message/client_key_exchange_dhe_psk.h"
#include "proofs/theorems/fields.h"

/*@ lemma client_key_exchange_dhe_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *d, *y, integer d_n, y_n, uint8_t *c, *z, integer c_n, z_n;
      client_key_exchange_dhe_psk(b, n, d, d_n, y, y_n) &&
      client_key_exchange_dhe_psk(b, n, c, c_n, z, z_n) ==>
      d_n == c_n && copy{L,L}(d, 0, c, c_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma client_key_exchange_dhe_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *d, *y, integer d_n, y_n;
      client_key_exchange_dhe_psk(b, n, d, d_n, y, y_n) &&
      client_key_exchange_dhe_psk(c, m, d, d_n, y, y_n) ==>
      n == m && same(b, c, 0, n);

    lemma client_key_exchange_dhe_psk_stays{K,L}: \forall uint8_t *b, *x, *y, integer n, x_n, y_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) &&
      client_key_exchange_dhe_psk{K}(b, n, x, x_n, y, y_n) ==>
      client_key_exchange_dhe_psk{L}(b, n, x, x_n, y, y_n);
*/

#endif
