/* trusted_ca_keys: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_TRUSTED_CA_KEYS_H
#define TLS12_THEOREMS_TRUSTED_CA_KEYS_H

#include "message/trusted_ca_keys.h"
#include "proofs/theorems/fields.h"

/*@ lemma trusted_ca_keys_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      trusted_ca_keys(b, n, d, d_n) && trusted_ca_keys(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma trusted_ca_keys_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      trusted_ca_keys(a, n, d, d_n) && trusted_ca_keys(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
