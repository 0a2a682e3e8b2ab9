/* ServerKeyExchange of PSK and RSA_PSK: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_PSK_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_PSK_H

#include "message/server_key_exchange_psk.h"
#include "proofs/theorems/fields.h"

/*@ lemma server_key_exchange_psk_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *h, integer h_n, uint8_t *k, integer k_n;
      server_key_exchange_psk(b, n, h, h_n) &&
      server_key_exchange_psk(b, n, k, k_n) ==>
      h_n == k_n && copy{L,L}(h, 0, k, k_n);

    lemma server_key_exchange_psk_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *h, integer h_n;
      server_key_exchange_psk(b, n, h, h_n) &&
      server_key_exchange_psk(c, m, h, h_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_psk_stays{K,L}: \forall uint8_t *b, *x, integer n, x_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && server_key_exchange_psk{K}(b, n, x, x_n) ==>
      server_key_exchange_psk{L}(b, n, x, x_n);
*/

#endif
