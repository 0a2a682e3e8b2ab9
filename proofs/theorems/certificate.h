/* Certificate: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CERTIFICATE_H
#define TLS12_THEOREMS_CERTIFICATE_H

#include "message/certificate.h"
#include "proofs/theorems/fields.h"

/*@ lemma certificate_unambiguous{L}: \forall uint8_t *b, *c, *d, integer n, c_n, d_n;
      certificate(b, n, c, c_n) && certificate(b, n, d, d_n) ==> c_n == d_n && copy{L,L}(c, 0, d, d_n);

    lemma certificate_non_malleable{L}: \forall uint8_t *a, *b, *d, integer n, m, d_n;
      certificate(a, n, d, d_n) && certificate(b, m, d, d_n) ==> n == m && same(a, b, 0, n);

    lemma certificate_holds_value{L}: \forall uint8_t *b, *d, integer n, d_n;
      certificate(b, n, d, d_n) ==> certificate_value(d, d_n);

    lemma copy_moved{K,L}: \forall uint8_t *b, *d, integer i, n, m;
      copy{K,K}(b, i, d, n) && kept{K,L}(b, 0, m) && 0 <= i && i + n <= m ==> copy{L,K}(b, i, d, n);

    lemma certificate_stays{K,L}: \forall uint8_t *b, *d, integer n, d_n;
      kept{K,L}(b, 0, n) && kept{K,L}(d, 0, d_n) && certificate{K}(b, n, d, d_n) ==> certificate{L}(b, n, d, d_n);
*/

#endif
