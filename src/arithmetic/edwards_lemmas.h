/* Facts about multiples of points, for the proofs of edwards.c. */
#ifndef TLS12_ARITHMETIC_EDWARDS_LEMMAS_H
#define TLS12_ARITHMETIC_EDWARDS_LEMMAS_H

#include "arithmetic/edwards.h"

/*@ // S is 2 R + bit P
    predicate is_ed_next(struct edwards_point R, struct edwards_point S, integer bit, struct edwards_point P, integer signature) =
      element(S.x) == ed_next(0, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y), element(P.z),
                              ed_a(signature), ed_d(signature), ed_p(signature)) &&
      element(S.y) == ed_next(1, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y), element(P.z),
                              ed_a(signature), ed_d(signature), ed_p(signature)) &&
      element(S.z) == ed_next(2, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y), element(P.z),
                              ed_a(signature), ed_d(signature), ed_p(signature));

    lemma ed_multiple_more{L}: \forall struct edwards_point R, S, P, uint8_t *k, integer t, signature;
      t < 8 * ed_field_bytes(signature) && is_ed_multiple(R, k, t + 1, P, signature) &&
      is_ed_next(R, S, bit(k, t), P, signature) ==> is_ed_multiple(S, k, t, P, signature); */

#endif
