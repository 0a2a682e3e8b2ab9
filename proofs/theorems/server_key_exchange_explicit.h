/* The parts of a ServerKeyExchange with an explicit curve: what follows from their specification alone. */
#ifndef TLS12_THEOREMS_SERVER_KEY_EXCHANGE_EXPLICIT_H
#define TLS12_THEOREMS_SERVER_KEY_EXCHANGE_EXPLICIT_H

#include "message/server_key_exchange_explicit.h"
#include "proofs/theorems/fields.h"

/*@ lemma three_vectors8_unambiguous{L}: \forall uint8_t *b, integer i, e, f,
        uint8_t *p, *g, *y, integer p_n, g_n, y_n, uint8_t *q, *r, *z, integer q_n, r_n, z_n;
      three_vectors8(b, i, e, p, p_n, g, g_n, y, y_n) && three_vectors8(b, i, f, q, q_n, r, r_n, z, z_n) ==>
      e == f && p_n == q_n && copy{L,L}(p, 0, q, q_n) && g_n == r_n && copy{L,L}(g, 0, r, r_n) &&
      y_n == z_n && copy{L,L}(y, 0, z, z_n);

    lemma three_vectors8_non_malleable{L}: \forall uint8_t *b, *c, integer i, e, f, uint8_t *p, *g, *y, integer p_n, g_n, y_n;
      three_vectors8(b, i, e, p, p_n, g, g_n, y, y_n) && three_vectors8(c, i, f, p, p_n, g, g_n, y, y_n) ==>
      e == f && same(b, c, i, e);

    lemma prime_field_unambiguous{L}: \forall uint8_t *b, *p, *q, integer e, f, p_n, q_n;
      prime_field(b, e, p, p_n) && prime_field(b, f, q, q_n) ==> e == f && p_n == q_n && copy{L,L}(p, 0, q, q_n);

    lemma prime_field_non_malleable{L}: \forall uint8_t *b, *c, *p, integer e, f, p_n;
      prime_field(b, e, p, p_n) && prime_field(c, f, p, p_n) ==> e == f && same(b, c, 0, e);

    lemma trinomial_field_unambiguous{L}: \forall uint8_t *b, *k, *l, integer e, f, m, n, k_n, l_n;
      trinomial_field(b, e, m, k, k_n) && trinomial_field(b, f, n, l, l_n) ==>
      e == f && m == n && k_n == l_n && copy{L,L}(k, 0, l, l_n);

    lemma trinomial_field_non_malleable{L}: \forall uint8_t *b, *c, *k, integer e, f, m, k_n;
      trinomial_field(b, e, m, k, k_n) && trinomial_field(c, f, m, k, k_n) ==> e == f && same(b, c, 0, e);

    lemma explicit_curve_unambiguous{L}: \forall uint8_t *m, integer i, e, f,
        uint8_t *a, *b, *g, *r, *c, *y, integer a_n, b_n, g_n, r_n, c_n, y_n,
        uint8_t *A, *B, *G, *R, *C, *Y, integer A_n, B_n, G_n, R_n, C_n, Y_n;
      explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) &&
      explicit_curve(m, i, f, A, A_n, B, B_n, G, G_n, R, R_n, C, C_n, Y, Y_n) ==>
      e == f && a_n == A_n && copy{L,L}(a, 0, A, A_n) && b_n == B_n && copy{L,L}(b, 0, B, B_n) &&
      g_n == G_n && copy{L,L}(g, 0, G, G_n) && r_n == R_n && copy{L,L}(r, 0, R, R_n) &&
      c_n == C_n && copy{L,L}(c, 0, C, C_n) && y_n == Y_n && copy{L,L}(y, 0, Y, Y_n);

    lemma explicit_curve_non_malleable{L}: \forall uint8_t *m, *o, integer i, e, f,
        uint8_t *a, *b, *g, *r, *c, *y, integer a_n, b_n, g_n, r_n, c_n, y_n;
      explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) &&
      explicit_curve(o, i, f, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) ==> e == f && same(m, o, i, e);
*/

#endif
