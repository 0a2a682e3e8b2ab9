/* Residues of integers. */
#ifndef TLS12_SPEC_MODULO_H
#define TLS12_SPEC_MODULO_H

/*@ // The residue of a in 0 .. m-1. (The % of ACSL, like that of C, rounds towards zero.)
    logic integer quotient(integer a, integer m) = a % m < 0 ? a / m - 1 : a / m;
    logic integer modulo(integer a, integer m) = a - quotient(a, m) * m; */

/*@ lemma modulo_rounded: \forall integer a, m; m > 0 ==> modulo(a, m) == (a % m < 0 ? a % m + m : a % m);
    lemma modulo_range: \forall integer a, m; m > 0 ==> 0 <= modulo(a, m) < m;
    lemma modulo_below: \forall integer a, m; 0 <= a < m ==> modulo(a, m) == a;
    lemma modulo_above: \forall integer a, m; m <= a < 2 * m ==> modulo(a, m) == a - m;
    lemma modulo_negative: \forall integer a, m; -m <= a < 0 ==> modulo(a, m) == a + m;
    lemma modulo_natural: \forall integer a, m; 0 <= a && 0 < m ==> modulo(a, m) == a % m; */

#endif
