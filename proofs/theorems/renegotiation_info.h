/* renegotiation_info: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_RENEGOTIATION_INFO_H
#define TLS12_THEOREMS_RENEGOTIATION_INFO_H

#include "message/renegotiation_info.h"
#include "proofs/theorems/fields.h"

/*@ lemma renegotiation_info_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      renegotiation_info(b, n, d, d_n) && renegotiation_info(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma renegotiation_info_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      renegotiation_info(a, n, d, d_n) && renegotiation_info(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
