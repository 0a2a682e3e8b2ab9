/* alpn_answer: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_ALPN_ANSWER_H
#define TLS12_THEOREMS_ALPN_ANSWER_H

#include "message/alpn_answer.h"
#include "proofs/theorems/fields.h"

/*@ lemma alpn_answer_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      alpn_answer(b, n, d, d_n) && alpn_answer(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma alpn_answer_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      alpn_answer(a, n, d, d_n) && alpn_answer(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
