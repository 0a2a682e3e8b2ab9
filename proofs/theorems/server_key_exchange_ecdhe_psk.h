/* ServerKeyExchange of ECDHE_PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDHE_PSK_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDHE_PSK_H

#include "message/server_key_exchange_ecdhe_psk.h"
#include "proofs/theorems/server_params.h"

/*@ lemma server_key_exchange_ecdhe_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *h, *y, integer h_n, curve, y_n, uint8_t *k, *z, integer k_n, c, z_n;
      server_key_exchange_ecdhe_psk(b, n, h, h_n, curve, y, y_n) &&
      server_key_exchange_ecdhe_psk(b, n, k, k_n, c, z, z_n) ==>
      h_n == k_n && copy{L,L}(h, 0, k, k_n) &&
      curve == c &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma server_key_exchange_ecdhe_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *h, *y, integer h_n, curve, y_n;
      server_key_exchange_ecdhe_psk(b, n, h, h_n, curve, y, y_n) &&
      server_key_exchange_ecdhe_psk(c, m, h, h_n, curve, y, y_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_ecdhe_psk_stays{K,L}: \forall uint8_t *b, *x, *z, integer n, x_n, y, z_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && kept{K,L}(z, 0, z_n) &&
      server_key_exchange_ecdhe_psk{K}(b, n, x, x_n, y, z, z_n) ==>
      server_key_exchange_ecdhe_psk{L}(b, n, x, x_n, y, z, z_n);
*/

#endif
