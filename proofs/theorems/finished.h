/* Finished: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_FINISHED_H
#define TLS12_THEOREMS_FINISHED_H

#include "message/finished.h"
#include "proofs/theorems/fields.h"

/*@ lemma finished_unambiguous{L}: \forall uint8_t *b, *c, *d, integer n, c_n, d_n;
      finished(b, n, c, c_n) && finished(b, n, d, d_n) ==> c_n == d_n && copy{L,L}(c, 0, d, d_n);

    lemma finished_non_malleable{L}: \forall uint8_t *a, *b, *d, integer n, m, d_n;
      finished(a, n, d, d_n) && finished(b, m, d, d_n) ==> n == m && same(a, b, 0, n);

    lemma finished_stays{K,L}: \forall uint8_t *b, *d, integer n, d_n;
      kept{K,L}(b, 0, n) && kept{K,L}(d, 0, d_n) && finished{K}(b, n, d, d_n) ==> finished{L}(b, n, d, d_n);
*/

#endif
