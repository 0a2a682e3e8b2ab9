/* ServerHello: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_HELLO_H
#define TLS12_THEOREMS_SERVER_HELLO_H

#include "message/server_hello.h"
#include "proofs/theorems/hello.h"

/* The fields as bytes, without what the extensions must hold. */
/*@ predicate server_hello_fields{L}(uint8_t *b, integer n, integer version, uint8_t *random,
        uint8_t *session, integer session_n, integer suite, integer method, integer present, uint8_t *list, integer list_n) =
      0 <= session_n && 38 + session_n <= n && hello_head(b, version, random, session, session_n) &&
      be16(b, 35 + session_n) == suite && b[37 + session_n] == method &&
      hello_block(b, 38 + session_n, n, present, list, list_n);

    lemma server_hello_fields_of{L}: \forall uint8_t *b, integer n, v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n;
      server_hello(b, n, v, r, s, s_n, u, m, p, l, l_n) ==> server_hello_fields(b, n, v, r, s, s_n, u, m, p, l, l_n);

    lemma server_hello_fields_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n,
        integer w, uint8_t *q, *t, *k, integer t_n, x, o, z, k_n;
      server_hello_fields(b, n, v, r, s, s_n, u, m, p, l, l_n) && server_hello_fields(b, n, w, q, t, t_n, x, o, z, k, k_n) ==>
      v == w && copy{L,L}(r, 0, q, 32) && s_n == t_n && copy{L,L}(s, 0, t, t_n) && u == x && m == o &&
      (p == 0 <==> z == 0) && l_n == k_n && copy{L,L}(l, 0, k, k_n);

    lemma server_hello_fields_non_malleable{L}: \forall uint8_t *b, *c, integer n, o,
        integer v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n;
      server_hello_fields(b, n, v, r, s, s_n, u, m, p, l, l_n) && server_hello_fields(c, o, v, r, s, s_n, u, m, p, l, l_n) ==>
      n == o && same(b, c, 0, n);
*/

/*@ lemma server_hello_unambiguous{L}: \forall uint8_t *b, integer n,
        integer v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n,
        integer w, uint8_t *q, *t, *k, integer t_n, x, o, z, k_n;
      server_hello(b, n, v, r, s, s_n, u, m, p, l, l_n) && server_hello(b, n, w, q, t, t_n, x, o, z, k, k_n) ==>
      v == w && copy{L,L}(r, 0, q, 32) && s_n == t_n && copy{L,L}(s, 0, t, t_n) && u == x && m == o &&
      (p == 0 <==> z == 0) && l_n == k_n && copy{L,L}(l, 0, k, k_n);

    lemma server_hello_non_malleable{L}: \forall uint8_t *b, *c, integer n, o,
        integer v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n;
      server_hello(b, n, v, r, s, s_n, u, m, p, l, l_n) && server_hello(c, o, v, r, s, s_n, u, m, p, l, l_n) ==>
      n == o && same(b, c, 0, n);

    lemma server_hello_fields_stays{K,L}: \forall uint8_t *b, integer n, v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n;
      kept{K,L}(b, 0, n) && kept{K,L}(r, 0, 32) && kept{K,L}(s, 0, s_n) && kept{K,L}(l, 0, l_n) &&
      server_hello_fields{K}(b, n, v, r, s, s_n, u, m, p, l, l_n) ==>
      server_hello_fields{L}(b, n, v, r, s, s_n, u, m, p, l, l_n);

    lemma server_hello_holds_value{L}: \forall uint8_t *b, integer n, v, uint8_t *r, *s, *l, integer s_n, u, m, p, l_n;
      server_hello(b, n, v, r, s, s_n, u, m, p, l, l_n) ==> server_hello_value(v, s_n, u, m, p, l, l_n);
*/

#endif
