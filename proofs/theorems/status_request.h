/* status_request: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_STATUS_REQUEST_H
#define TLS12_THEOREMS_STATUS_REQUEST_H

#include "message/status_request.h"
#include "proofs/theorems/fields.h"

/*@ lemma status_request_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *r, *x, integer r_n, x_n,
        uint8_t *s, *y, integer s_n, y_n;
      status_request(b, n, r, r_n, x, x_n) && status_request(b, n, s, s_n, y, y_n) ==>
      r_n == s_n && copy{L,L}(r, 0, s, s_n) && x_n == y_n && copy{L,L}(x, 0, y, y_n);

    lemma status_request_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *r, *x, integer r_n, x_n;
      status_request(a, n, r, r_n, x, x_n) && status_request(b, m, r, r_n, x, x_n) ==> n == m && same(a, b, 0, n);
*/

#endif
