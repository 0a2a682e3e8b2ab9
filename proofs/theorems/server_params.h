/* ServerDHParams and ServerECDHParams: what follows from their specification alone. */
#ifndef TLS12_THEOREMS_SERVER_PARAMS_H
#define TLS12_THEOREMS_SERVER_PARAMS_H

#include "proofs/theorems/fields.h"
#include "spec/server_dh_params.h"
#include "spec/server_ecdh_params.h"

/*@ lemma dh_params_unambiguous{L}: \forall uint8_t *b, integer i, e, f,
        uint8_t *p, *g, *y, integer p_n, g_n, y_n, uint8_t *q, *r, *z, integer q_n, r_n, z_n;
      server_dh_params(b, i, e, p, p_n, g, g_n, y, y_n) && server_dh_params(b, i, f, q, q_n, r, r_n, z, z_n) ==>
      e == f && p_n == q_n && copy{L,L}(p, 0, q, q_n) && g_n == r_n && copy{L,L}(g, 0, r, r_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma dh_params_non_malleable{L}: \forall uint8_t *b, *c, integer i, e, f, uint8_t *p, *g, *y, integer p_n, g_n, y_n;
      server_dh_params(b, i, e, p, p_n, g, g_n, y, y_n) && server_dh_params(c, i, f, p, p_n, g, g_n, y, y_n) ==>
      e == f && same(b, c, i, e);

    lemma ecdh_params_unambiguous{L}: \forall uint8_t *b, integer i, e, f,
        uint8_t *y, integer v, y_n, uint8_t *z, integer w, z_n;
      server_ecdh_params(b, i, e, v, y, y_n) && server_ecdh_params(b, i, f, w, z, z_n) ==>
      e == f && v == w && y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma ecdh_params_non_malleable{L}: \forall uint8_t *b, *c, integer i, e, f, uint8_t *y, integer v, y_n;
      server_ecdh_params(b, i, e, v, y, y_n) && server_ecdh_params(c, i, f, v, y, y_n) ==> e == f && same(b, c, i, e);
*/

#endif
