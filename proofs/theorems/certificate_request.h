/* CertificateRequest: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_CERTIFICATE_REQUEST_H
#define TLS12_THEOREMS_CERTIFICATE_REQUEST_H

#include "message/certificate_request.h"
#include "proofs/theorems/fields.h"

/* The fields as bytes, without what the lists must hold. */
/*@ predicate certificate_request_fields{L}(uint8_t *b, integer n, uint8_t *t, integer t_n, uint8_t *s, integer s_n,
        uint8_t *a, integer a_n) =
      0 <= t_n && 0 <= s_n && 0 <= a_n && vector8(b, 0, 1 + t_n, t, t_n) && vector16(b, 1 + t_n, 3 + t_n + s_n, s, s_n) &&
      vector16(b, 3 + t_n + s_n, n, a, a_n);

    lemma certificate_request_fields_of{L}: \forall uint8_t *b, *t, *s, *a, integer n, t_n, s_n, a_n;
      certificate_request(b, n, t, t_n, s, s_n, a, a_n) ==> certificate_request_fields(b, n, t, t_n, s, s_n, a, a_n);

    lemma certificate_request_fields_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *t, *s, *a, integer t_n, s_n, a_n, uint8_t *u, *r, *c, integer u_n, r_n, c_n;
      certificate_request_fields(b, n, t, t_n, s, s_n, a, a_n) && certificate_request_fields(b, n, u, u_n, r, r_n, c, c_n) ==>
      t_n == u_n && copy{L,L}(t, 0, u, u_n) && s_n == r_n && copy{L,L}(s, 0, r, r_n) && a_n == c_n && copy{L,L}(a, 0, c, c_n);

    lemma certificate_request_fields_non_malleable{L}: \forall uint8_t *b, *d, integer n, m,
        uint8_t *t, *s, *a, integer t_n, s_n, a_n;
      certificate_request_fields(b, n, t, t_n, s, s_n, a, a_n) && certificate_request_fields(d, m, t, t_n, s, s_n, a, a_n) ==>
      n == m && same(b, d, 0, n);

    lemma certificate_request_fields_stays{K,L}: \forall uint8_t *b, *t, *s, *a, integer n, t_n, s_n, a_n;
      kept{K,L}(b, 0, n) && kept{K,L}(t, 0, t_n) && kept{K,L}(s, 0, s_n) && kept{K,L}(a, 0, a_n) &&
      certificate_request_fields{K}(b, n, t, t_n, s, s_n, a, a_n) ==>
      certificate_request_fields{L}(b, n, t, t_n, s, s_n, a, a_n);
*/

/*@ lemma certificate_request_unambiguous{L}: \forall uint8_t *b, integer n,
        uint8_t *t, *s, *a, integer t_n, s_n, a_n, uint8_t *u, *r, *c, integer u_n, r_n, c_n;
      certificate_request(b, n, t, t_n, s, s_n, a, a_n) && certificate_request(b, n, u, u_n, r, r_n, c, c_n) ==>
      t_n == u_n && copy{L,L}(t, 0, u, u_n) && s_n == r_n && copy{L,L}(s, 0, r, r_n) && a_n == c_n && copy{L,L}(a, 0, c, c_n);

    lemma certificate_request_non_malleable{L}: \forall uint8_t *b, *d, integer n, m, uint8_t *t, *s, *a, integer t_n, s_n, a_n;
      certificate_request(b, n, t, t_n, s, s_n, a, a_n) && certificate_request(d, m, t, t_n, s, s_n, a, a_n) ==>
      n == m && same(b, d, 0, n);

    lemma certificate_request_holds_value{L}: \forall uint8_t *b, *t, *s, *a, integer n, t_n, s_n, a_n;
      certificate_request(b, n, t, t_n, s, s_n, a, a_n) ==> certificate_request_value(t_n, s_n, a, a_n);
*/

#endif
