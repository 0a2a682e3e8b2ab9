/* server_name: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SERVER_NAME_H
#define TLS12_THEOREMS_SERVER_NAME_H

#include "message/server_name.h"
#include "proofs/theorems/fields.h"

/*@ lemma server_name_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      server_name(b, n, d, d_n) && server_name(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma server_name_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      server_name(a, n, d, d_n) && server_name(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
