/* Facts about the order of a curve, for the proofs of ecdsa.c: what the first byte of a number below that of P-521 is, and
 * that a coordinate has no more limbs. */
#ifndef TLS12_ARITHMETIC_ECDSA_LEMMAS_H
#define TLS12_ARITHMETIC_ECDSA_LEMMAS_H

#include "arithmetic/field_lemmas.h"
#include "arithmetic/point.h"
#include "arithmetic/size_lemmas.h"

/*@ lemma bytes_high_step{L}: \forall uint8_t *b, integer n; 1 < n && 128 * pow256(n - 2) <= value(b, n - 1) ==>
      128 * pow256(n - 1) <= value(b, n);
    lemma bytes_high{L}: \forall uint8_t *b, integer n; 1 <= n && 128 <= b[0] ==> 128 * pow256(n - 1) <= value(b, n);
    lemma bytes_top{L}: \forall uint8_t *b; value(b, 66) < 128 * pow256(65) ==> b[0] <= 127;
    lemma order_high: curve_n(25) < 128 * pow256(65);
    lemma order_top{L}: \forall uint8_t *b, integer group;
      curve_bytes(group) == 66 && value(b, 66) < curve_n(group) ==> b[0] <= 127;

    lemma coordinate_weight: \forall struct prime_curve c; is_curve(c) ==> element(c.field.value) < pow64(c.order.limbs);
    lemma coordinate_short: \forall struct prime_curve c, struct field_element a; is_curve(c) && is_reduced(a, c.field) ==>
      is_short(a, c.order.limbs);
*/

#endif
