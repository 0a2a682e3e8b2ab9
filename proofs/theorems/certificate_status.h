/* CertificateStatus: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CERTIFICATE_STATUS_H
#define TLS12_THEOREMS_CERTIFICATE_STATUS_H

#include "message/certificate_status.h"
#include "proofs/theorems/fields.h"

/*@ lemma certificate_status_unambiguous{L}: \forall uint8_t *b, *c, *d, integer n, c_n, d_n;
      certificate_status(b, n, c, c_n) && certificate_status(b, n, d, d_n) ==> c_n == d_n && copy{L,L}(c, 0, d, d_n);

    lemma certificate_status_non_malleable{L}: \forall uint8_t *a, *b, *d, integer n, m, d_n;
      certificate_status(a, n, d, d_n) && certificate_status(b, m, d, d_n) ==> n == m && same(a, b, 0, n);

    lemma certificate_status_stays{K,L}: \forall uint8_t *b, *x, integer n, x_n;
      kept{K,L}(b, 0, n) && kept{K,L}(x, 0, x_n) && certificate_status{K}(b, n, x, x_n) ==>
      certificate_status{L}(b, n, x, x_n);
*/

#endif
