/* ClientKeyExchange, ECDH: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_ECDH_H
#define TLS12_THEOREMS_CLIENT_KEY_EXCHANGE_ECDH_H

#include "message/client_key_exchange_ecdh.h"
#include "proofs/theorems/fields.h"

/*@ lemma client_key_exchange_ecdh_unambiguous{L}: \forall uint8_t *b, *c, *d, integer n, c_n, d_n;
      client_key_exchange_ecdh(b, n, c, c_n) && client_key_exchange_ecdh(b, n, d, d_n) ==> c_n == d_n && copy{L,L}(c, 0, d, d_n);

    lemma client_key_exchange_ecdh_non_malleable{L}: \forall uint8_t *a, *b, *d, integer n, m, d_n;
      client_key_exchange_ecdh(a, n, d, d_n) && client_key_exchange_ecdh(b, m, d, d_n) ==> n == m && same(a, b, 0, n);

    lemma client_key_exchange_ecdh_stays{K,L}: \forall uint8_t *b, *d, integer n, d_n;
      kept{K,L}(b, 0, n) && kept{K,L}(d, 0, d_n) && client_key_exchange_ecdh{K}(b, n, d, d_n) ==> client_key_exchange_ecdh{L}(b, n, d, d_n);
*/

#endif
