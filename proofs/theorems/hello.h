/* How both hellos begin and end: what follows from the specification alone. */
#ifndef TLS12_THEOREMS_HELLO_H
#define TLS12_THEOREMS_HELLO_H

#include "proofs/theorems/fields.h"
#include "spec/extension.h"
#include "spec/hello.h"

/*@ lemma hello_head_unambiguous{L}: \forall uint8_t *b, *r, *q, *s, *t, integer v, w, s_n, t_n;
      hello_head(b, v, r, s, s_n) && hello_head(b, w, q, t, t_n) ==>
      v == w && copy{L,L}(r, 0, q, 32) && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma hello_head_non_malleable{L}: \forall uint8_t *a, *b, *r, *s, integer v, s_n;
      hello_head(a, v, r, s, s_n) && hello_head(b, v, r, s, s_n) ==> same(a, b, 0, 35 + s_n);
*/

/* The bytes of extensions, whether they are a list or not. An absent block and an empty one are different values, so that
 * no message has two encodings. */
/*@ predicate hello_block{L}(uint8_t *b, integer i, integer n, integer present, uint8_t *list, integer list_n) =
      present == 0 ? i == n && list_n == 0 : 0 <= list_n && vector16(b, i, n, list, list_n);

    lemma hello_block_of{L}: \forall uint8_t *b, *l, integer i, n, p, l_n;
      hello_extensions(b, i, n, p, l, l_n) ==> hello_block(b, i, n, p, l, l_n);

    lemma hello_block_range{L}: \forall uint8_t *b, *l, integer i, n, p, l_n; hello_block(b, i, n, p, l, l_n) ==> i <= n;

    lemma hello_block_unambiguous{L}: \forall uint8_t *b, *l, *k, integer i, n, p, l_n, q, k_n;
      hello_block(b, i, n, p, l, l_n) && hello_block(b, i, n, q, k, k_n) ==>
      (p == 0 <==> q == 0) && l_n == k_n && copy{L,L}(l, 0, k, k_n);

    lemma hello_block_non_malleable{L}: \forall uint8_t *a, *b, *l, integer i, n, m, p, l_n;
      hello_block(a, i, n, p, l, l_n) && hello_block(b, i, m, p, l, l_n) ==> n == m && same(a, b, i, n);

    lemma hello_head_stays{K,L}: \forall uint8_t *b, *r, *s, integer v, s_n;
      kept{K,L}(b, 0, 35 + s_n) && kept{K,L}(r, 0, 32) && kept{K,L}(s, 0, s_n) && hello_head{K}(b, v, r, s, s_n) ==>
      hello_head{L}(b, v, r, s, s_n);

    lemma hello_block_stays{K,L}: \forall uint8_t *b, *l, integer i, n, p, l_n;
      0 <= i && kept{K,L}(b, 0, n) && kept{K,L}(l, 0, l_n) && hello_block{K}(b, i, n, p, l, l_n) ==>
      hello_block{L}(b, i, n, p, l, l_n);

    lemma hello_extensions_hold_list{L}: \forall uint8_t *b, *l, integer i, n, p, l_n;
      0 <= i && hello_extensions(b, i, n, p, l, l_n) ==>
      0 <= l_n <= 65535 && (p == 0 ? l_n == 0 : extensions(l, 0, l_n));

    lemma hello_head_range_of_value{L}: \forall uint8_t *b, *r, *s, integer v, s_n;
      hello_head(b, v, r, s, s_n) ==> 0 <= v <= 65535 && 0 <= s_n <= 32;
*/

#endif
