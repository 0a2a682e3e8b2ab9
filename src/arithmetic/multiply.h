/* Multiples of points of secp256r1, secp384r1 and secp521r1, affine: z is 1, or x, y and z are 0 for the point at infinity. The
 * code below is chosen when the library is compiled: for speed (multiply_fast.h), which is the default because the other
 * takes ten to forty times as long; or, with -DTLS12_PROVEN_CURVES, the one that is proved (multiply_proven.h). The contracts are the same, and
 * tests/arithmetic/multiply_contracts.c compares them.
 *
 * Time and memory access depend on the group only. The stack that they use is the caller's to clear (field_clear_stack). */
#ifndef TLS12_ARITHMETIC_MULTIPLY_H
#define TLS12_ARITHMETIC_MULTIPLY_H

#include "arithmetic/point.h"
#include "spec/ecdsa.h"

/*@ predicate is_affine_point(struct curve_point P, integer group) =
      0 <= element(P.x) && 0 <= element(P.y) && element(P.z) == 1 && is_group_point(element(P.x), element(P.y), group);

    predicate is_affine_multiple(struct curve_point R, integer k, integer x, integer y, integer group) =
      element(R.x) == affine_multiple(0, k, x, y, group) && element(R.y) == affine_multiple(1, k, x, y, group) &&
      0 <= element(R.x) < curve_p(group) && 0 <= element(R.y) < curve_p(group);

    predicate is_affine_sum(struct curve_point R, integer u1, integer u2, integer x, integer y, integer group) =
      element(R.x) == affine(combined(0, u1, u2, x, y, group), combined(2, u1, u2, x, y, group), curve_p(group)) &&
      element(R.z) == affine(combined(2, u1, u2, x, y, group), combined(2, u1, u2, x, y, group), curve_p(group)) &&
      0 <= element(R.x) < curve_p(group); */

/* k P */
/*@ requires group: curve_bytes(group) > 0;
    requires factor: 0 <= element(k) < curve_n(group);
    requires point: is_affine_point(P, group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures multiple: is_affine_multiple(\result, element(k), element(P.x), element(P.y), group); */
struct curve_point multiply_point(unsigned group, struct field_element k, struct curve_point P);

/* k G */
/*@ requires group: curve_bytes(group) > 0;
    requires factor: 0 <= element(k) < curve_n(group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures multiple: is_affine_multiple(\result, element(k), curve_x(group), curve_y(group), group); */
struct curve_point multiply_base(unsigned group, struct field_element k);

/* u1 G + u2 Q, whether or not the two are equal, opposite or infinite */
/*@ requires group: curve_bytes(group) > 0;
    requires factors: 0 <= element(u1) < curve_n(group) && 0 <= element(u2) < curve_n(group);
    requires point: is_affine_point(Q, group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: is_affine_sum(\result, element(u1), element(u2), element(Q.x), element(Q.y), group); */
struct curve_point multiply_sum(unsigned group, struct field_element u1, struct field_element u2, struct curve_point Q);

#endif
