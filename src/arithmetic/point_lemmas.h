/* Facts about multiples of points, for the proofs of point.c. */
#ifndef TLS12_ARITHMETIC_POINT_LEMMAS_H
#define TLS12_ARITHMETIC_POINT_LEMMAS_H

#include "arithmetic/point.h"
#include "arithmetic/small_lemmas.h"
#include "arithmetic/value_lemmas.h"

/* Twice the point at infinity is the point at infinity, so the leading zero bits of a scalar do nothing. */
/*@ lemma nothing_plus: \forall integer p; 1 < p ==> plus(0, 0, p) == 0 && plus(1, 0, p) == 1;
    lemma nothing_minus: \forall integer p; 1 < p ==> minus(0, 0, p) == 0 && minus(1, 0, p) == 1;
    lemma nothing_times: \forall integer a, p; 1 < p ==>
      times(0, a, p) == 0 && times(a, 0, p) == 0 && times(1, 1, p) == 1;
    lemma nothing_thrice: \forall integer p; 1 < p ==> thrice(0, p) == 0;
    lemma nothing_cross: \forall integer p; 1 < p ==>
      sum_cross(0, 1, 0, 1, p) == 0 && sum_cross(1, 0, 1, 0, p) == 0 && sum_cross(0, 0, 0, 0, p) == 0;
    lemma nothing_u: \forall integer b, p; 1 < p ==> sum_u(0, 0, b, p) == 0;
    lemma nothing_v: \forall integer b, p; 1 < p ==> sum_v(0, 0, 0, b, p) == 0;
    lemma nothing_w: \forall integer p; 1 < p ==> sum_w(0, 0, p) == 0;
    lemma nothing_x3: \forall integer p; 1 < p ==> sum_x3(1, 0, 0, 0, 0, p) == 0;
    lemma nothing_y3: \forall integer p; 1 < p ==> sum_y3(1, 0, 0, 0, p) == 1;
    lemma nothing_z3: \forall integer p; 1 < p ==> sum_z3(1, 0, 0, 0, 0, p) == 0;
    lemma nothing_doubled: \forall integer b, p; 1 < p ==>
      sum_x(0, 1, 0, 0, 1, 0, b, p) == 0 && sum_y(0, 1, 0, 0, 1, 0, b, p) == 1 && sum_z(0, 1, 0, 0, 1, 0, b, p) == 0;
*/

/*@ lemma multiple_none: \forall integer i, x, y, z, b, p; multiple(i, 0, x, y, z, b, p) == (i == 1 ? 1 : 0);
    lemma multiple_more: \forall integer i, k, bit, x, y, z, b, p; 0 <= k && (bit == 0 || bit == 1) && 0 < 2 * k + bit ==>
      multiple(i, 2 * k + bit, x, y, z, b, p) ==
      next_multiple(i, bit, multiple(0, k, x, y, z, b, p), multiple(1, k, x, y, z, b, p), multiple(2, k, x, y, z, b, p),
                    x, y, z, b, p);
    lemma multiple_next: \forall integer i, k, bit, x, y, z, b, p;
      0 <= i <= 2 && 1 < p && 0 <= k && (bit == 0 || bit == 1) ==>
      multiple(i, 2 * k + bit, x, y, z, b, p) ==
      next_multiple(i, bit, multiple(0, k, x, y, z, b, p), multiple(1, k, x, y, z, b, p), multiple(2, k, x, y, z, b, p),
                    x, y, z, b, p);
    lemma multiple_step: \forall struct curve_point R, S, P, struct prime_curve c, integer k, n;
      element(c.field.value) > 3 && 0 <= k && (n - 2 * k == 0 || n - 2 * k == 1) && is_multiple(R, k, P, c) &&
      element(S.x) == next_multiple(0, n - 2 * k, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                    element(P.z), element(c.b), element(c.field.value)) &&
      element(S.y) == next_multiple(1, n - 2 * k, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                    element(P.z), element(c.b), element(c.field.value)) &&
      element(S.z) == next_multiple(2, n - 2 * k, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                    element(P.z), element(c.b), element(c.field.value)) ==>
      is_multiple(S, n, P, c);
*/

#endif
