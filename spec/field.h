/* Numbers modulo a prime, as logic over the values of src/arithmetic/field.h. */
#ifndef TLS12_SPEC_FIELD_H
#define TLS12_SPEC_FIELD_H

#include "spec/limbs.h"
#include "spec/modulo.h"

/*@ // The number that the limbs of a field element stand for, least significant first.
    logic integer limbs_number(struct field_element a, integer n) =
      n <= 0 ? 0 : limbs_number(a, n - 1) + a.limb[n - 1] * pow64(n - 1);

    logic integer element(struct field_element a) = limbs_number(a, 9);

    predicate is_short(struct field_element a, integer n) = \forall integer i; n <= i < 9 ==> a.limb[i] == 0;

    predicate is_modulus(struct modulus m) =
      (m.limbs == 4 || m.limbs == 6 || m.limbs == 7 || m.limbs == 9) && is_short(m.value, m.limbs) && m.value.limb[m.limbs - 1] > 0 &&
      m.value.limb[0] % 2 == 1 && element(m.value) > 3;

    predicate is_reduced(struct field_element a, struct modulus m) = 0 <= element(a) < element(m.value);

    // The operations of the field.
    logic integer plus(integer a, integer b, integer p) = modulo(a + b, p);
    logic integer minus(integer a, integer b, integer p) = modulo(a - b, p);
    logic integer times(integer a, integer b, integer p) = modulo(a * b, p);
    logic integer thrice(integer a, integer p) = plus(plus(a, a, p), a, p);

    // The inverse of a modulo m: the number below m whose product with a is 1 modulo m; 0 when there is none.
    logic integer inverse_below(integer a, integer m, integer n) =
      n <= 0 ? 0 : times(a, n - 1, m) == 1 ? n - 1 : inverse_below(a, m, n - 1);
    logic integer inverse(integer a, integer m) = inverse_below(a, m, m); */

#endif
