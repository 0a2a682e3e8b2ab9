/* ec_point_formats: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_EC_POINT_FORMATS_H
#define TLS12_THEOREMS_EC_POINT_FORMATS_H

#include "message/ec_point_formats.h"
#include "proofs/theorems/fields.h"

/*@ lemma ec_point_formats_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      ec_point_formats(b, n, d, d_n) && ec_point_formats(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma ec_point_formats_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      ec_point_formats(a, n, d, d_n) && ec_point_formats(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
