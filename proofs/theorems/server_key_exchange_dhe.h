/* ServerKeyExchange of DHE_RSA and DHE_DSS: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DHE_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_DHE_H

#include "message/server_key_exchange_dhe.h"
#include "proofs/theorems/server_params.h"

/*@ lemma server_key_exchange_dhe_parts{L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) ==>
      server_dh_params(b, 0, 6 + p_n + g_n + y_n, p, p_n, g, g_n, y, y_n) &&
      digitally_signed(b, 6 + p_n + g_n + y_n, n, h, a, s, s_n);
*/

/*@ lemma server_key_exchange_dhe_params_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) &&
      server_key_exchange_dhe(c, m, p, p_n, g, g_n, y, y_n, h, a, s, s_n) ==> same(b, c, 0, 6 + p_n + g_n + y_n);

    lemma server_key_exchange_dhe_non_malleable{L}: \forall uint8_t *b, *c, integer n, m,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) &&
      server_key_exchange_dhe(c, m, p, p_n, g, g_n, y, y_n, h, a, s, s_n) ==> n == m && same(b, c, 0, n);

    lemma server_key_exchange_dhe_params_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n, uint8_t *q, *r, *z, *t, integer q_n, r_n, z_n, k, c, t_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) &&
      server_key_exchange_dhe(b, n, q, q_n, r, r_n, z, z_n, k, c, t, t_n) ==>
      p_n == q_n && copy{L,L}(p, 0, q, q_n) && g_n == r_n && copy{L,L}(g, 0, r, r_n) && y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma server_key_exchange_dhe_signature_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n, uint8_t *q, *r, *z, *t, integer q_n, r_n, z_n, k, c, t_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) &&
      server_key_exchange_dhe(b, n, q, q_n, r, r_n, z, z_n, k, c, t, t_n) ==>
      h == k && a == c && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma server_key_exchange_dhe_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n, uint8_t *q, *r, *z, *t, integer q_n, r_n, z_n, k, c, t_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) &&
      server_key_exchange_dhe(b, n, q, q_n, r, r_n, z, z_n, k, c, t, t_n) ==>
      p_n == q_n && copy{L,L}(p, 0, q, q_n) && g_n == r_n && copy{L,L}(g, 0, r, r_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n) && h == k && a == c && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma server_key_exchange_dhe_stays{K,L}: \forall uint8_t *b, integer n,
        uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, h, a, s_n;
      kept{K,L}(b, 0, n) && kept{K,L}(p, 0, p_n) && kept{K,L}(g, 0, g_n) && kept{K,L}(y, 0, y_n) && kept{K,L}(s, 0, s_n) &&
      server_key_exchange_dhe{K}(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n) ==>
      server_key_exchange_dhe{L}(b, n, p, p_n, g, g_n, y, y_n, h, a, s, s_n);
*/

#endif
