/* Two inverses of a number modulo m differ by a multiple of m: so one at most is below m. */
#ifndef TLS12_SPEC_INVERSE_H
#define TLS12_SPEC_INVERSE_H

/*@ predicate inverse_of(integer a, integer r, integer q, integer m) = a * r == 1 + q * m;
    predicate apart(integer r, integer s, integer q, integer m) = r - s == q * m;

    lemma inverse_product: \forall integer a, r, q, m, s; a * r == 1 + q * m ==> (a * r) * s == s + (q * s) * m;
    lemma inverse_scaled: \forall integer a, r, s, q, m; inverse_of(a, r, q, m) ==> a * (r * s) == s + (q * s) * m;
    lemma inverse_apart: \forall integer a, r, s, q, t, m; inverse_of(a, r, q, m) && inverse_of(a, s, t, m) ==>
      apart(r, s, q * s - t * r, m);
    lemma multiple_in_range: \forall integer q, m; m > 0 && -m < q * m < m ==> q == 0;
    lemma apart_equal: \forall integer r, s, q, m; 0 <= r < m && 0 <= s < m && apart(r, s, q, m) ==> r == s;
    lemma inverse_equal: \forall integer a, r, s, q, t, m;
      0 <= r < m && 0 <= s < m && inverse_of(a, r, q, m) && inverse_of(a, s, t, m) ==> r == s; */

#endif
