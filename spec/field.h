/* Numbers modulo a prime, as logic over the values of src/arithmetic/field.h. */
#ifndef TLS12_SPEC_FIELD_H
#define TLS12_SPEC_FIELD_H

/*@ // 2^(64 n)
    logic integer limb_weight(integer n) = n <= 0 ? 1 : 18446744073709551616 * limb_weight(n - 1);

    // The number that the limbs of a field element stand for, least significant first.
    logic integer limbs_number(struct field_element a, integer n) =
      n <= 0 ? 0 : limbs_number(a, n - 1) + a.limb[n - 1] * limb_weight(n - 1);

    logic integer element(struct field_element a) = limbs_number(a, 9);

    // The residue of a in 0 .. m-1. (The % of ACSL, like that of C, rounds towards zero.)
    logic integer quotient(integer a, integer m) = a % m < 0 ? a / m - 1 : a / m;
    logic integer modulo(integer a, integer m) = a - quotient(a, m) * m;

    predicate is_short(struct field_element a, integer n) = \forall integer i; n <= i < 9 ==> a.limb[i] == 0;

    predicate is_modulus(struct modulus m) =
      (m.limbs == 4 || m.limbs == 6 || m.limbs == 9) && is_short(m.value, m.limbs) && m.value.limb[m.limbs - 1] != 0 &&
      element(m.value) % 2 == 1 && element(m.value) > 3;

    predicate is_reduced(struct field_element a, struct modulus m) = 0 <= element(a) < element(m.value);

    // The big-endian number of b[0 .. n-1].
    logic integer big_endian{L}(uint8_t *b, integer n) = n <= 0 ? 0 : 256 * big_endian(b, n - 1) + b[n - 1];
*/

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
