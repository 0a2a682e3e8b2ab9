/* signature_algorithms: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SIGNATURE_ALGORITHMS_H
#define TLS12_THEOREMS_SIGNATURE_ALGORITHMS_H

#include "message/signature_algorithms.h"
#include "proofs/theorems/fields.h"

/*@ lemma signature_algorithms_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      signature_algorithms(b, n, d, d_n) && signature_algorithms(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma signature_algorithms_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      signature_algorithms(a, n, d, d_n) && signature_algorithms(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
