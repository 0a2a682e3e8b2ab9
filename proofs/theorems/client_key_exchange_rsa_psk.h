/* ClientKeyExchange of RSA_PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_RSA_PSK_H
#define TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_RSA_PSK_H

#include "message/client_key_exchange_rsa_psk.h"
#include "proofs/theorems/fields.h"

/*@ lemma client_key_exchange_rsa_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *d, *s, integer d_n, s_n, uint8_t *c, *t, integer c_n, t_n;
      client_key_exchange_rsa_psk(b, n, d, d_n, s, s_n) &&
      client_key_exchange_rsa_psk(b, n, c, c_n, t, t_n) ==>
      d_n == c_n && copy{L,L}(d, 0, c, c_n) &&
      s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma client_key_exchange_rsa_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *d, *s, integer d_n, s_n;
      client_key_exchange_rsa_psk(b, n, d, d_n, s, s_n) &&
      client_key_exchange_rsa_psk(c, m, d, d_n, s, s_n) ==>
      n == m && same(b, c, 0, n);

    lemma client_key_exchange_rsa_psk_stays{K,L}: \forall uint8_t *b, *x, *y, integer n, x_n, y_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) &&
      client_key_exchange_rsa_psk{K}(b, n, x, x_n, y, y_n) ==>
      client_key_exchange_rsa_psk{L}(b, n, x, x_n, y, y_n);
*/

#endif
