/* Facts about the ladder, for the proofs of montgomery.c. */
#ifndef TLS12_ARITHMETIC_MONTGOMERY_LEMMAS_H
#define TLS12_ARITHMETIC_MONTGOMERY_LEMMAS_H

#include "arithmetic/field_lemmas.h"
#include "arithmetic/montgomery.h"

/*@ // T is the state after S and the bit
    predicate is_ladder_next(struct ladder S, struct ladder T, integer bit, integer x1, integer group) =
      element(T.x_2) == ladder_next(0, bit, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3), x1, x_a24(group),
                                    x_p(group)) &&
      element(T.z_2) == ladder_next(1, bit, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3), x1, x_a24(group),
                                    x_p(group)) &&
      element(T.x_3) == ladder_next(2, bit, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3), x1, x_a24(group),
                                    x_p(group)) &&
      element(T.z_3) == ladder_next(3, bit, element(S.x_2), element(S.z_2), element(S.x_3), element(S.z_3), x1, x_a24(group),
                                    x_p(group));

    lemma ladder_more{L}: \forall struct ladder S, T, uint8_t *k, integer t, x1, group;
      t < x_bits(group) && is_ladder(S, k, t + 1, x1, group) &&
      is_ladder_next(S, T, decode_scalar_bit(k, t, group), x1, group) ==> is_ladder(T, k, t, x1, group); */

#endif
