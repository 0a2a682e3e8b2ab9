/* CertificateVerify: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CERTIFICATE_VERIFY_H
#define TLS12_THEOREMS_CERTIFICATE_VERIFY_H

#include "message/certificate_verify.h"
#include "proofs/theorems/fields.h"

/*@ lemma certificate_verify_unambiguous{L}: \forall uint8_t *b, integer n, integer h, a, uint8_t *s, integer s_n,
        integer k, c, uint8_t *t, integer t_n;
      certificate_verify(b, n, h, a, s, s_n) && certificate_verify(b, n, k, c, t, t_n) ==>
      h == k && a == c && s_n == t_n && copy{L,L}(s, 0, t, t_n);

    lemma certificate_verify_non_malleable{L}: \forall uint8_t *b, *c, integer n, m, h, a, uint8_t *s, integer s_n;
      certificate_verify(b, n, h, a, s, s_n) && certificate_verify(c, m, h, a, s, s_n) ==> n == m && same(b, c, 0, n);

    lemma certificate_verify_stays{K,L}: \forall uint8_t *b, integer n, h, a, uint8_t *s, integer s_n;
      kept{K,L}(b, 0, n) && kept{K,L}(s, 0, s_n) && certificate_verify{K}(b, n, h, a, s, s_n) ==>
      certificate_verify{L}(b, n, h, a, s, s_n);
*/

#endif
