/* ServerKeyExchange of ECDH_anon: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDH_ANON_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_ECDH_ANON_H

#include "message/server_key_exchange_ecdh_anon.h"
#include "proofs/theorems/server_params.h"

/*@ lemma server_key_exchange_ecdh_anon_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *y, integer curve, y_n, uint8_t *z, integer c, z_n;
      server_key_exchange_ecdh_anon(b, n, curve, y, y_n) &&
      server_key_exchange_ecdh_anon(b, n, c, z, z_n) ==>
      curve == c &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma server_key_exchange_ecdh_anon_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *y, integer curve, y_n;
      server_key_exchange_ecdh_anon(b, n, curve, y, y_n) &&
      server_key_exchange_ecdh_anon(c, m, curve, y, y_n) ==>
      n == m && same(b, c, 0, n);

    lemma server_key_exchange_ecdh_anon_stays{K,L}: \forall uint8_t *b, *y, integer n, x, y_n;
      kept{K,L}(b, 0, n) && kept{K,L}(y, 0, y_n) && server_key_exchange_ecdh_anon{K}(b, n, x, y, y_n) ==>
      server_key_exchange_ecdh_anon{L}(b, n, x, y, y_n);
*/

#endif
