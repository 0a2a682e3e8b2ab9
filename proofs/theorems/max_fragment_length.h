/* max_fragment_length: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_MAX_FRAGMENT_LENGTH_H
#define TLS12_THEOREMS_MAX_FRAGMENT_LENGTH_H

#include "message/max_fragment_length.h"
#include "proofs/theorems/fields.h"

/*@ lemma max_fragment_length_unambiguous{L}: \forall uint8_t *b, integer n, integer c, integer d;
      max_fragment_length(b, n, c) && max_fragment_length(b, n, d) ==> c == d;

    lemma max_fragment_length_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, integer c;
      max_fragment_length(a, n, c) && max_fragment_length(b, m, c) ==> n == m && same(a, b, 0, n);
*/

#endif
