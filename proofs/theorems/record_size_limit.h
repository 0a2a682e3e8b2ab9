/* record_size_limit: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_RECORD_SIZE_LIMIT_H
#define TLS12_THEOREMS_RECORD_SIZE_LIMIT_H

#include "message/record_size_limit.h"
#include "proofs/theorems/fields.h"

/*@ lemma record_size_limit_unambiguous{L}: \forall uint8_t *b, integer n, integer c, integer d;
      record_size_limit(b, n, c) && record_size_limit(b, n, d) ==> c == d;

    lemma record_size_limit_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, integer c;
      record_size_limit(a, n, c) && record_size_limit(b, m, c) ==> n == m && same(a, b, 0, n);
*/

#endif
