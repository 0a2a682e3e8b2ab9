/* There is one inverse at most, so inverse() finds it; for the proofs of field.c. Some are proven by induction
 * (proofs/session/script). */
#ifndef TLS12_ARITHMETIC_INVERSE_LEMMAS_H
#define TLS12_ARITHMETIC_INVERSE_LEMMAS_H

#include "arithmetic/field.h"
#include "spec/inverse.h"

/*@ lemma times_inverse_of: \forall integer a, r, m; times(a, r, m) == 1 ==> inverse_of(a, r, quotient(a * r, m), m);
    lemma inverse_unique: \forall integer a, r, s, m;
      0 <= r < m && 0 <= s < m && times(a, r, m) == 1 && times(a, s, m) == 1 ==> r == s;
    lemma inverse_found_step: \forall integer a, m, r, n; 0 <= r < n <= m && times(a, r, m) == 1 &&
      (r < n - 1 ==> inverse_below(a, m, n - 1) == r) ==> inverse_below(a, m, n) == r;
    lemma inverse_found_below: \forall integer a, m, r, n; 0 <= r < n <= m && times(a, r, m) == 1 ==>
      inverse_below(a, m, n) == r;
    lemma inverse_found: \forall integer a, m, r; 0 <= r < m && times(a, r, m) == 1 ==> inverse(a, m) == r;
    lemma inverse_none_below: \forall integer a, m, n; (\forall integer x; 0 <= x ==> times(a, x, m) != 1) ==>
      inverse_below(a, m, n) == 0;
    lemma inverse_none: \forall integer a, m; (\forall integer x; 0 <= x ==> times(a, x, m) != 1) ==> inverse(a, m) == 0;
    lemma inverse_invertible: \forall integer a, m, r; 0 <= r < m && (a * r) % m == 1 ==> inverse(a, m) == r;
    lemma times_natural: \forall integer a, b, m; 0 <= a && 0 <= b && 0 < m ==> times(a, b, m) == (a * b) % m;
    lemma invertible_witness: \forall integer a, x, m; 0 <= a && 0 <= x && 0 < m && times(a, x, m) == 1 ==> invertible(a, m);
    lemma inverse_not_invertible: \forall integer a, m; 0 <= a && 0 < m && !invertible(a, m) ==> inverse(a, m) == 0;
    lemma inverse_range_below: \forall integer a, m, n; 0 <= n ==>
      0 <= inverse_below(a, m, n) && (0 < n ==> inverse_below(a, m, n) < n);
    lemma inverse_range: \forall integer a, m; 0 < m ==> 0 <= inverse(a, m) < m;
*/

#endif
