/* ServerKeyExchange of ECDHE_RSA and ECDHE_ECDSA: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDHE_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDHE_H

#include "message/server_key_exchange_ecdhe.h"
#include "proofs/theorems/fields.h"

/*@ lemma server_key_exchange_ecdhe_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *y, *s, integer y_n, h, a, s_n, integer w, uint8_t *z, *t, integer z_n, k, c, t_n;
      server_key_exchange_ecdhe(b, n, v, y, y_n, h, a, s, s_n) && server_key_exchange_ecdhe(b, n, w, z, z_n, k, c, t, t_n) ==>
      v == w && y_n == z_n && copy{L,L}(y, 0, z, z_n) && h == k && a == c && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma server_key_exchange_ecdhe_non_malleable{L}: \forall uint8_t *b, *c, integer n, m, v,
        uint8_t *y, *s, integer y_n, h, a, s_n;
      server_key_exchange_ecdhe(b, n, v, y, y_n, h, a, s, s_n) && server_key_exchange_ecdhe(c, m, v, y, y_n, h, a, s, s_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_ecdhe_stays{K,L}: \forall uint8_t *b, integer n, v, uint8_t *y, *s, integer y_n, h, a, s_n;
      kept{K,L}(b, 0, n) && kept{K,L}(y, 0, y_n) && kept{K,L}(s, 0, s_n) &&
      server_key_exchange_ecdhe{K}(b, n, v, y, y_n, h, a, s, s_n) ==>
      server_key_exchange_ecdhe{L}(b, n, v, y, y_n, h, a, s, s_n);
*/

#endif
