/* ServerKeyExchange of DH_anon: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DH_ANON_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DH_ANON_H

#include "message/server_key_exchange_dh_anon.h"
#include "proofs/theorems/server_params.h"

/*@ lemma server_key_exchange_dh_anon_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, integer p_n, g_n, y_n, uint8_t *q, *r, *z, integer q_n, r_n, z_n;
      server_key_exchange_dh_anon(b, n, p, p_n, g, g_n, y, y_n) &&
      server_key_exchange_dh_anon(b, n, q, q_n, r, r_n, z, z_n) ==>
      p_n == q_n && copy{L,L}(p, 0, q, q_n) &&
      g_n == r_n && copy{L,L}(g, 0, r, r_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma server_key_exchange_dh_anon_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *p, *g, *y, integer p_n, g_n, y_n;
      server_key_exchange_dh_anon(b, n, p, p_n, g, g_n, y, y_n) &&
      server_key_exchange_dh_anon(c, m, p, p_n, g, g_n, y, y_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_dh_anon_stays{K,L}: \forall uint8_t *b, *x, *y, *z, integer n, x_n, y_n, z_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) && kept{K,L}(z, 0, z_n) &&
      server_key_exchange_dh_anon{K}(b, n, x, x_n, y, y_n, z, z_n) ==>
      server_key_exchange_dh_anon{L}(b, n, x, x_n, y, y_n, z, z_n);
*/

#endif
