/* ServerKeyExchange of DHE_PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DHE_PSK_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DHE_PSK_H

#include "message/server_key_exchange_dhe_psk.h"
#include "proofs/theorems/server_params.h"

/*@ lemma server_key_exchange_dhe_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *h, *p, *g, *y, integer h_n, p_n, g_n, y_n, uint8_t *k, *q, *r, *z, integer k_n, q_n, r_n, z_n;
      server_key_exchange_dhe_psk(b, n, h, h_n, p, p_n, g, g_n, y, y_n) &&
      server_key_exchange_dhe_psk(b, n, k, k_n, q, q_n, r, r_n, z, z_n) ==>
      h_n == k_n && copy{L,L}(h, 0, k, k_n) &&
      p_n == q_n && copy{L,L}(p, 0, q, q_n) &&
      g_n == r_n && copy{L,L}(g, 0, r, r_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma server_key_exchange_dhe_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *h, *p, *g, *y, integer h_n, p_n, g_n, y_n;
      server_key_exchange_dhe_psk(b, n, h, h_n, p, p_n, g, g_n, y, y_n) &&
      server_key_exchange_dhe_psk(c, m, h, h_n, p, p_n, g, g_n, y, y_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_dhe_psk_stays{K,L}: \forall uint8_t *b, *x, *y, *z, *w, integer n, x_n, y_n, z_n, w_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) && kept{K,L}(z, 0, z_n) &&
      kept{K,L}(w, 0, w_n) && server_key_exchange_dhe_psk{K}(b, n, x, x_n, y, y_n, z, z_n, w, w_n) ==>
      server_key_exchange_dhe_psk{L}(b, n, x, x_n, y, y_n, z, z_n, w, w_n);
*/

#endif
