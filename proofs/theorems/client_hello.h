/* ClientHello: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CLIENT_HELLO_H
#define TLS12_THEOREMS_CLIENT_HELLO_H

#include "message/client_hello.h"
#include "proofs/theorems/hello.h"

/* The fields as bytes, without what the lists must hold: cipher_suites with compression_methods, then all. */
/*@ predicate client_lists{L}(uint8_t *b, integer i, integer e, uint8_t *suites, integer suites_n,
        uint8_t *methods, integer methods_n) =
      0 <= suites_n && 0 <= methods_n && vector16(b, i, i + 2 + suites_n, suites, suites_n) &&
      vector8(b, i + 2 + suites_n, e, methods, methods_n);

    lemma client_lists_unambiguous{L}: \forall uint8_t *b, *u, *m, *x, *o, integer i, e, f, u_n, m_n, x_n, o_n;
      client_lists(b, i, e, u, u_n, m, m_n) && client_lists(b, i, f, x, x_n, o, o_n) ==>
      e == f && u_n == x_n && copy{L,L}(u, 0, x, x_n) && m_n == o_n && copy{L,L}(m, 0, o, o_n);

    lemma client_lists_non_malleable{L}: \forall uint8_t *a, *b, *u, *m, integer i, e, f, u_n, m_n;
      client_lists(a, i, e, u, u_n, m, m_n) && client_lists(b, i, f, u, u_n, m, m_n) ==> e == f && same(a, b, i, e);
*/

/*@ predicate client_hello_fields{L}(uint8_t *b, integer n, integer version, uint8_t *random,
        uint8_t *session, integer session_n, uint8_t *suites, integer suites_n, uint8_t *methods, integer methods_n,
        integer present, uint8_t *list, integer list_n) =
      0 <= session_n && hello_head(b, version, random, session, session_n) &&
      client_lists(b, 35 + session_n, 38 + session_n + suites_n + methods_n, suites, suites_n, methods, methods_n) &&
      hello_block(b, 38 + session_n + suites_n + methods_n, n, present, list, list_n);

    lemma client_hello_fields_of{L}: \forall uint8_t *b, integer n, v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n;
      client_hello(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) ==>
      client_hello_fields(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n);

    lemma client_hello_head_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n,
        integer w, uint8_t *q, *t, *x, *o, *k, integer t_n, x_n, o_n, z, k_n;
      client_hello_fields(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello_fields(b, n, w, q, t, t_n, x, x_n, o, o_n, z, k, k_n) ==>
      v == w && copy{L,L}(r, 0, q, 32) && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma client_hello_lists_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n,
        integer w, uint8_t *q, *t, *x, *o, *k, integer t_n, x_n, o_n, z, k_n;
      client_hello_fields(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello_fields(b, n, w, q, t, t_n, x, x_n, o, o_n, z, k, k_n) ==>
      u_n == x_n && copy{L,L}(u, 0, x, x_n) && m_n == o_n && copy{L,L}(m, 0, o, o_n);

    lemma client_hello_block_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n,
        integer w, uint8_t *q, *t, *x, *o, *k, integer t_n, x_n, o_n, z, k_n;
      client_hello_fields(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello_fields(b, n, w, q, t, t_n, x, x_n, o, o_n, z, k, k_n) ==>
      (p == 0 <==> z == 0) && l_n == k_n && copy{L,L}(l, 0, k, k_n);

    lemma client_hello_fields_non_malleable{L}: \forall uint8_t *b, *c, integer n, o,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n;
      client_hello_fields(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello_fields(c, o, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) ==> n == o && same(b, c, 0, n);
*/

/*@ lemma client_hello_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n,
        integer w, uint8_t *q, *t, *x, *o, *k, integer t_n, x_n, o_n, z, k_n;
      client_hello(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello(b, n, w, q, t, t_n, x, x_n, o, o_n, z, k, k_n) ==>
      v == w && copy{L,L}(r, 0, q, 32) && s_n == t_n && copy{L,L}(s, 0, t, t_n) && u_n == x_n && copy{L,L}(u, 0, x, x_n) &&
      m_n == o_n && copy{L,L}(m, 0, o, o_n) && (p == 0 <==> z == 0) && l_n == k_n && copy{L,L}(l, 0, k, k_n);

    lemma client_hello_non_malleable{L}: \forall uint8_t *b, *c, integer n, o,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n;
      client_hello(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) &&
      client_hello(c, o, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) ==> n == o && same(b, c, 0, n);

    lemma client_lists_stays{K,L}: \forall uint8_t *b, *u, *m, integer i, e, u_n, m_n;
      0 <= i && kept{K,L}(b, 0, e) && kept{K,L}(u, 0, u_n) && kept{K,L}(m, 0, m_n) && client_lists{K}(b, i, e, u, u_n, m, m_n) ==>
      client_lists{L}(b, i, e, u, u_n, m, m_n);

    lemma client_hello_fields_stays{K,L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n;
      kept{K,L}(b, 0, n) && kept{K,L}(r, 0, 32) && kept{K,L}(s, 0, s_n) && kept{K,L}(u, 0, u_n) && kept{K,L}(m, 0, m_n) &&
      kept{K,L}(l, 0, l_n) && client_hello_fields{K}(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) ==>
      client_hello_fields{L}(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n);

    lemma client_hello_holds_value{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *u, *m, *l, integer s_n, u_n, m_n, p, l_n;
      client_hello(b, n, v, r, s, s_n, u, u_n, m, m_n, p, l, l_n) ==> client_hello_value(v, s_n, u_n, m, m_n, p, l, l_n);
*/

#endif
