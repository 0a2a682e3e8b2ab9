/* supported_groups: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SUPPORTED_GROUPS_H
#define TLS12_THEOREMS_SUPPORTED_GROUPS_H

#include "message/supported_groups.h"
#include "proofs/theorems/fields.h"

/*@ lemma supported_groups_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      supported_groups(b, n, d, d_n) && supported_groups(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma supported_groups_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      supported_groups(a, n, d, d_n) && supported_groups(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
