/* ServerKeyExchange with an explicit curve: what follows from its specification alone. */
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

/*@ lemma pentanomial_field_unambiguous{L}: \forall uint8_t *b, *x, *y, *z, *x2, *y2, *z2,
        integer e, f, m, m2, x_n, y_n, z_n, x2_n, y2_n, z2_n;
      pentanomial_field(b, e, m, x, x_n, y, y_n, z, z_n) && pentanomial_field(b, f, m2, x2, x2_n, y2, y2_n, z2, z2_n) ==>
      e == f && m == m2 && x_n == x2_n && copy{L,L}(x, 0, x2, x2_n) && y_n == y2_n && copy{L,L}(y, 0, y2, y2_n) &&
      z_n == z2_n && copy{L,L}(z, 0, z2, z2_n);

    lemma pentanomial_field_non_malleable{L}: \forall uint8_t *b, *c, *x, *y, *z, integer e, f, m, x_n, y_n, z_n;
      pentanomial_field(b, e, m, x, x_n, y, y_n, z, z_n) && pentanomial_field(c, f, m, x, x_n, y, y_n, z, z_n) ==>
      e == f && same(b, c, 0, e);

    lemma explicit_field_unambiguous{L}: \forall uint8_t *b, *x, *y, *z, *x2, *y2, *z2,
        integer e, f, type, m, basis, type2, m2, basis2, x_n, y_n, z_n, x2_n, y2_n, z2_n;
      explicit_field(b, e, type, m, basis, x, x_n, y, y_n, z, z_n) &&
      explicit_field(b, f, type2, m2, basis2, x2, x2_n, y2, y2_n, z2, z2_n) ==>
      e == f && type == type2 && m == m2 && basis == basis2 && x_n == x2_n && copy{L,L}(x, 0, x2, x2_n) &&
      y_n == y2_n && copy{L,L}(y, 0, y2, y2_n) && z_n == z2_n && copy{L,L}(z, 0, z2, z2_n);

    lemma explicit_field_non_malleable{L}: \forall uint8_t *b, *c, *x, *y, *z, integer e, f, type, m, basis, x_n, y_n, z_n;
      explicit_field(b, e, type, m, basis, x, x_n, y, y_n, z, z_n) &&
      explicit_field(c, f, type, m, basis, x, x_n, y, y_n, z, z_n) ==> e == f && same(b, c, 0, e);

    lemma explicit_signature_unambiguous{L}: \forall uint8_t *d, *s, *s2, integer i, n, is_signed, h, w, s_n, h2, w2, s2_n;
      explicit_signature(d, i, n, is_signed, h, w, s, s_n) && explicit_signature(d, i, n, is_signed, h2, w2, s2, s2_n) ==>
      h == h2 && w == w2 && s_n == s2_n && copy{L,L}(s, 0, s2, s2_n);

    lemma explicit_signature_non_malleable{L}: \forall uint8_t *d, *o, *s, integer i, n, f, is_signed, h, w, s_n;
      explicit_signature(d, i, n, is_signed, h, w, s, s_n) && explicit_signature(o, i, f, is_signed, h, w, s, s_n) ==>
      n == f && same(d, o, i, n);

    lemma explicit_signature_stays{K,L}: \forall uint8_t *d, *s, integer i, n, is_signed, h, w, s_n;
      kept{K,L}(d, 0, n) && 0 <= i && kept{K,L}(s, 0, s_n) && explicit_signature{K}(d, i, n, is_signed, h, w, s, s_n) ==>
      explicit_signature{L}(d, i, n, is_signed, h, w, s, s_n);
*/

/* The whole: its field, its curve and its signature. */
/*@ lemma server_key_exchange_explicit_field_unambiguous{L}: \forall uint8_t *d, integer n, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n,
        integer type2, m2, basis2, h2, w2,
        uint8_t *p2, *k2, *l2, *a2, *b2, *g2, *r2, *c2, *y2, *s2,
        integer p2_n, k2_n, l2_n, a2_n, b2_n, g2_n, r2_n, c2_n, y2_n, s2_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(d, n, is_signed, type2, m2, basis2, p2, p2_n, k2, k2_n, l2, l2_n, a2, a2_n, b2,
        b2_n, g2, g2_n, r2, r2_n, c2, c2_n, y2, y2_n, h2, w2, s2, s2_n) ==>
      type == type2 && m == m2 && basis == basis2 && explicit_field_size(type, basis, p_n, k_n, l_n) ==
        explicit_field_size(type2, basis2, p2_n, k2_n, l2_n) && p_n == p2_n && copy{L,L}(p, 0, p2, p2_n) && k_n ==
        k2_n && copy{L,L}(k, 0, k2, k2_n) && l_n == l2_n && copy{L,L}(l, 0, l2, l2_n);

    lemma server_key_exchange_explicit_curve_unambiguous{L}: \forall uint8_t *d, integer n, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n,
        integer type2, m2, basis2, h2, w2,
        uint8_t *p2, *k2, *l2, *a2, *b2, *g2, *r2, *c2, *y2, *s2,
        integer p2_n, k2_n, l2_n, a2_n, b2_n, g2_n, r2_n, c2_n, y2_n, s2_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(d, n, is_signed, type2, m2, basis2, p2, p2_n, k2, k2_n, l2, l2_n, a2, a2_n, b2,
        b2_n, g2, g2_n, r2, r2_n, c2, c2_n, y2, y2_n, h2, w2, s2, s2_n) ==>
      explicit_curve_size(a_n, b_n, g_n, r_n, c_n, y_n) == explicit_curve_size(a2_n, b2_n, g2_n, r2_n, c2_n, y2_n) &&
        a_n == a2_n && copy{L,L}(a, 0, a2, a2_n) && b_n == b2_n && copy{L,L}(b, 0, b2, b2_n) && g_n == g2_n &&
        copy{L,L}(g, 0, g2, g2_n) && r_n == r2_n && copy{L,L}(r, 0, r2, r2_n) && c_n == c2_n && copy{L,L}(c, 0, c2,
        c2_n) && y_n == y2_n && copy{L,L}(y, 0, y2, y2_n);

    lemma server_key_exchange_explicit_signature_unambiguous{L}: \forall uint8_t *d, integer n, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n,
        integer type2, m2, basis2, h2, w2,
        uint8_t *p2, *k2, *l2, *a2, *b2, *g2, *r2, *c2, *y2, *s2,
        integer p2_n, k2_n, l2_n, a2_n, b2_n, g2_n, r2_n, c2_n, y2_n, s2_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(d, n, is_signed, type2, m2, basis2, p2, p2_n, k2, k2_n, l2, l2_n, a2, a2_n, b2,
        b2_n, g2, g2_n, r2, r2_n, c2, c2_n, y2, y2_n, h2, w2, s2, s2_n) ==>
      h == h2 && w == w2 && s_n == s2_n && copy{L,L}(s, 0, s2, s2_n);

    lemma server_key_exchange_explicit_unambiguous{L}: \forall uint8_t *d, integer n, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n,
        integer type2, m2, basis2, h2, w2,
        uint8_t *p2, *k2, *l2, *a2, *b2, *g2, *r2, *c2, *y2, *s2,
        integer p2_n, k2_n, l2_n, a2_n, b2_n, g2_n, r2_n, c2_n, y2_n, s2_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(d, n, is_signed, type2, m2, basis2, p2, p2_n, k2, k2_n, l2, l2_n, a2, a2_n, b2,
        b2_n, g2, g2_n, r2, r2_n, c2, c2_n, y2, y2_n, h2, w2, s2, s2_n) ==>
      type == type2 && m == m2 && basis == basis2 && p_n == p2_n && copy{L,L}(p, 0, p2, p2_n) && k_n == k2_n &&
        copy{L,L}(k, 0, k2, k2_n) && l_n == l2_n && copy{L,L}(l, 0, l2, l2_n) && a_n == a2_n && copy{L,L}(a, 0, a2,
        a2_n) && b_n == b2_n && copy{L,L}(b, 0, b2, b2_n) && g_n == g2_n && copy{L,L}(g, 0, g2, g2_n) && r_n == r2_n
        && copy{L,L}(r, 0, r2, r2_n) && c_n == c2_n && copy{L,L}(c, 0, c2, c2_n) && y_n == y2_n && copy{L,L}(y, 0, y2,
        y2_n) && h == h2 && w == w2 && s_n == s2_n && copy{L,L}(s, 0, s2, s2_n);

    lemma server_key_exchange_explicit_params_non_malleable{L}: \forall uint8_t *d, *o, integer n, f, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(o, f, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) ==>
      same(d, o, 0, explicit_field_size(type, basis, p_n, k_n, l_n) + explicit_curve_size(a_n, b_n, g_n, r_n, c_n,
        y_n));

    lemma server_key_exchange_explicit_non_malleable{L}: \forall uint8_t *d, *o, integer n, f, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) &&
      server_key_exchange_explicit(o, f, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n, r,
        r_n, c, c_n, y, y_n, h, w, s, s_n) ==>
      n == f && same(d, o, 0, n);

    lemma server_key_exchange_explicit_stays{K,L}: \forall uint8_t *d, integer n, is_signed,
        integer type, m, basis, h, w,
        uint8_t *p, *k, *l, *a, *b, *g, *r, *c, *y, *s,
        integer p_n, k_n, l_n, a_n, b_n, g_n, r_n, c_n, y_n, s_n;
      kept{K,L}(d, 0, n) && kept{K,L}(p, 0, p_n) && kept{K,L}(k, 0, k_n) && kept{K,L}(l, 0, l_n) && kept{K,L}(a, 0,
        a_n) && kept{K,L}(b, 0, b_n) && kept{K,L}(g, 0, g_n) && kept{K,L}(r, 0, r_n) && kept{K,L}(c, 0, c_n) &&
        kept{K,L}(y, 0, y_n) && kept{K,L}(s, 0, s_n) &&
      server_key_exchange_explicit{K}(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n,
        r, r_n, c, c_n, y, y_n, h, w, s, s_n) ==>
      server_key_exchange_explicit{L}(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n, a, a_n, b, b_n, g, g_n,
        r, r_n, c, c_n, y, y_n, h, w, s, s_n);
*/

#endif
