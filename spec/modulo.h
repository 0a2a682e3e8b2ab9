/* Residues of integers. */
#ifndef TLS12_SPEC_MODULO_H
#define TLS12_SPEC_MODULO_H

/*@ // The residue of a in 0 .. m-1. (The % of ACSL, like that of C, rounds towards zero.)
    logic integer quotient(integer a, integer m) = a % m < 0 ? a / m - 1 : a / m;
    logic integer modulo(integer a, integer m) = a - quotient(a, m) * m; */

/*@ predicate congruent(integer a, integer b, integer m) = \exists integer q; a == b + q * m;

    lemma modulo_rounded: \forall integer a, m; m > 0 ==> modulo(a, m) == (a % m < 0 ? a % m + m : a % m);
    lemma modulo_range: \forall integer a, m; m > 0 ==> 0 <= modulo(a, m) < m;
    lemma multiple_in_range: \forall integer q, m; m > 0 && -m < q * m < m ==> q == 0;
    lemma congruent_witness: \forall integer a, b, q, m; a == b + q * m ==> congruent(a, b, m);
    lemma residues_equal: \forall integer r, s, q, m; m > 0 && 0 <= r < m && 0 <= s < m && r - s == q * m ==> r == s;
    lemma residues_congruent: \forall integer r, s, m;
      m > 0 && 0 <= r < m && 0 <= s < m && congruent(r, s, m) ==> r == s;
    lemma modulo_difference_of: \forall integer a, b, q, m; a == b + q * m ==>
      modulo(a, m) - modulo(b, m) == (q - quotient(a, m) + quotient(b, m)) * m;
    lemma modulo_sum_quotient: \forall integer a, b, m;
      modulo(a, m) + modulo(b, m) == a + b + (-quotient(a, m) - quotient(b, m)) * m;
    lemma modulo_difference_quotient: \forall integer a, b, m;
      modulo(a, m) - modulo(b, m) == a - b + (quotient(b, m) - quotient(a, m)) * m;
    lemma modulo_product_quotient: \forall integer a, b, m;
      modulo(a, m) * modulo(b, m) ==
      a * b + (quotient(a, m) * quotient(b, m) * m - a * quotient(b, m) - b * quotient(a, m)) * m; */

#endif
