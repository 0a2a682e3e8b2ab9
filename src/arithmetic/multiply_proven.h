/* arithmetic/multiply.h with arithmetic/point.h: double and always add. */
#ifndef TLS12_ARITHMETIC_MULTIPLY_PROVEN_H
#define TLS12_ARITHMETIC_MULTIPLY_PROVEN_H

#include "arithmetic/multiply.h"

/*@ requires group: curve_bytes(group) > 0;
    requires factor: 0 <= element(k) < curve_n(group);
    requires point: is_affine_point(P, group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures multiple: is_affine_multiple(\result, element(k), element(P.x), element(P.y), group); */
struct curve_point proven_multiply_point(unsigned group, struct field_element k, struct curve_point P);

/*@ requires group: curve_bytes(group) > 0;
    requires factor: 0 <= element(k) < curve_n(group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures multiple: is_affine_multiple(\result, element(k), curve_x(group), curve_y(group), group); */
struct curve_point proven_multiply_base(unsigned group, struct field_element k);

/*@ requires group: curve_bytes(group) > 0;
    requires factors: 0 <= element(u1) < curve_n(group) && 0 <= element(u2) < curve_n(group);
    requires point: is_affine_point(Q, group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: is_affine_sum(\result, element(u1), element(u2), element(Q.x), element(Q.y), group); */
struct curve_point proven_multiply_sum(unsigned group, struct field_element u1, struct field_element u2,
                                       struct curve_point Q);

#endif
