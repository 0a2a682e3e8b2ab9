/* ECDSA (FIPS 186-4 section 6.4; SEC 1 section 4.1), as equations over the logic of curve.h. */
#ifndef TLS12_SPEC_ECDSA_H
#define TLS12_SPEC_ECDSA_H

#include "spec/ecdh.h"

/* bits2int of RFC 6979 section 2.3.2, modulo n: the leftmost bits of a digest of n bytes, as many as the order has. (A digest
 * has at most 64 bytes, fewer than the order of P-521, and the bits of the other orders are whole bytes.) */
/*@ logic integer digest_number{L}(uint8_t *digest, integer n, integer group) =
      modulo(value(digest, n < curve_bytes(group) ? n : curve_bytes(group)), curve_n(group)); */

/* u1 G + u2 Q */
/*@ logic integer combined(integer coordinate, integer u1, integer u2, integer x, integer y, integer group) =
      sum(coordinate, group_multiple(0, u1, curve_x(group), curve_y(group), group),
          group_multiple(1, u1, curve_x(group), curve_y(group), group),
          group_multiple(2, u1, curve_x(group), curve_y(group), group), group_multiple(0, u2, x, y, group),
          group_multiple(1, u2, x, y, group), group_multiple(2, u2, x, y, group), curve_b(group), curve_p(group));

    logic integer first_factor(integer e, integer s, integer n) = times(e, inverse(s, n), n);
    logic integer second_factor(integer r, integer s, integer n) = times(r, inverse(s, n), n);

    logic integer signature_point(integer coordinate, integer x, integer y, integer e, integer r, integer s, integer group) =
      combined(coordinate, first_factor(e, s, curve_n(group)), second_factor(r, s, curve_n(group)), x, y, group);

    // (r, s) signs e under the public point (x, y): u1 G + u2 Q is not at infinity, and its x is r modulo n.
    predicate ecdsa_verifies(integer x, integer y, integer e, integer r, integer s, integer group) =
      is_scalar(r, group) && is_scalar(s, group) &&
      affine(signature_point(2, x, y, e, r, s, group), signature_point(2, x, y, e, r, s, group), curve_p(group)) != 0 &&
      modulo(affine(signature_point(0, x, y, e, r, s, group), signature_point(2, x, y, e, r, s, group), curve_p(group)),
             curve_n(group)) == r; */

/* The signature of e with the private key d and the nonce k. */
/*@ logic integer signing_r(integer k, integer group) =
      modulo(affine_multiple(0, k, curve_x(group), curve_y(group), group), curve_n(group));

    logic integer signing_s(integer k, integer d, integer e, integer r, integer n) =
      times(inverse(k, n), plus(e, times(r, d, n), n), n);

    predicate ecdsa_signs(integer k, integer d, integer e, integer r, integer s, integer group) =
      is_scalar(k, group) && r == signing_r(k, group) && r != 0 && s == signing_s(k, d, e, r, curve_n(group)) && s != 0;

    predicate ecdsa_signed(integer d, integer e, integer r, integer s, integer group) =
      \exists integer k; ecdsa_signs(k, d, e, r, s, group); */

#endif
