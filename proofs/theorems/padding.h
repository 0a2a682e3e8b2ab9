/* padding: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_PADDING_H
#define TLS12_THEOREMS_PADDING_H

#include "message/padding.h"
#include "proofs/theorems/fields.h"

/*@ lemma padding_unambiguous{L}: \forall uint8_t *b, integer n, integer z, integer y;
      padding(b, n, z) && padding(b, n, y) ==> z == y;

    lemma padding_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, integer z;
      padding(a, n, z) && padding(b, m, z) ==> n == m && same(a, b, 0, n);
*/

#endif
