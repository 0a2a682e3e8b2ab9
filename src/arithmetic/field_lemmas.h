/* Facts about field elements and numbers in limbs, for the proofs of field.c; some are proven by induction
 * (proofs/session/script). */
#ifndef TLS12_ARITHMETIC_FIELD_LEMMAS_H
#define TLS12_ARITHMETIC_FIELD_LEMMAS_H

#include "arithmetic/field.h"
#include "arithmetic/weight_lemmas.h"

/*@ // v and the limb x of weight w
    logic integer placed(integer v, integer x, integer w) = v + x * w;

    lemma weight_natural: \forall integer n; 0 <= n ==> 1 <= pow64(n);
    lemma weight_next: \forall integer n; 1 <= n ==> pow64(n) == 18446744073709551616 * pow64(n - 1);
    lemma limb_range: \forall integer v, x, w; 0 <= v < w && 0 <= x <= 18446744073709551615 ==>
      0 <= placed(v, x, w) < 18446744073709551616 * w;

    lemma number_step: \forall struct field_element a, integer n; 1 <= n <= 9 ==>
      limbs_number(a, n) == limbs_number(a, n - 1) + a.limb[n - 1] * pow64(n - 1);
    lemma number_placed: \forall struct field_element a, integer n; 1 <= n <= 9 ==>
      limbs_number(a, n) == placed(limbs_number(a, n - 1), a.limb[n - 1], pow64(n - 1));
    lemma number_range_step: \forall struct field_element a, integer n;
      1 <= n <= 9 && 0 <= limbs_number(a, n - 1) < pow64(n - 1) ==> 0 <= limbs_number(a, n) < pow64(n);
    lemma number_range: \forall struct field_element a, integer n; 0 <= n <= 9 ==> 0 <= limbs_number(a, n) < pow64(n);

    lemma limbs_step{L}: \forall uint64_t *p, integer n; 1 <= n ==> val(p, n) == val(p, n - 1) + p[n - 1] * pow64(n - 1);
    lemma limbs_placed{L}: \forall uint64_t *p, integer n; 1 <= n ==> val(p, n) == placed(val(p, n - 1), p[n - 1], pow64(n - 1));
    lemma limbs_range_step{L}: \forall uint64_t *p, integer n; 1 <= n && 0 <= val(p, n - 1) < pow64(n - 1) ==>
      0 <= val(p, n) < pow64(n);
    lemma limbs_range{L}: \forall uint64_t *p, integer n; 0 <= n ==> 0 <= val(p, n) < pow64(n);

    lemma limbs_same_step{K,L}: \forall uint64_t *p, integer n;
      1 <= n && val{K}(p, n - 1) == val{L}(p, n - 1) && \at(p[n - 1],K) == \at(p[n - 1],L) ==> val{K}(p, n) == val{L}(p, n);
    lemma limbs_same{K,L}: \forall uint64_t *p, integer n; 0 <= n && same_limbs{K,L}(p, n) ==> val{K}(p, n) == val{L}(p, n);

    lemma number_same_step{L}: \forall struct field_element a, uint64_t *p, integer n;
      1 <= n <= 9 && limbs_number(a, n - 1) == val(p, n - 1) && a.limb[n - 1] == p[n - 1] ==>
      limbs_number(a, n) == val(p, n);
    lemma number_same{L}: \forall struct field_element a, uint64_t *p, integer n;
      (\forall integer i; 0 <= i < 9 ==> a.limb[i] == p[i]) && 0 <= n <= 9 ==> limbs_number(a, n) == val(p, n);
    lemma number_limbs{L}: \forall struct field_element *e, integer n; 0 <= n <= 9 ==>
      limbs_number(*e, n) == val(&e->limb[0], n);

    // Short elements.
    lemma short_step: \forall struct field_element a, integer n; 1 <= n <= 9 && is_short(a, n - 1) ==>
      limbs_number(a, n) == limbs_number(a, n - 1);
    lemma short_rest: \forall struct field_element a, integer i, n; 0 <= i <= n <= 9 && is_short(a, i) ==>
      limbs_number(a, n) == limbs_number(a, i);
    lemma short_number: \forall struct field_element a, integer n; 0 <= n <= 9 && is_short(a, n) ==>
      element(a) == limbs_number(a, n);
    lemma short_limbs{L}: \forall struct field_element *e, integer n; 0 <= n <= 9 && is_short(*e, n) ==>
      val(&e->limb[0], n) == element(*e);

    lemma short_each: \forall struct field_element a, integer n; is_short(a, n) ==>
      (n <= 0 ==> a.limb[0] == 0) && (n <= 1 ==> a.limb[1] == 0) && (n <= 2 ==> a.limb[2] == 0) &&
      (n <= 3 ==> a.limb[3] == 0) && (n <= 4 ==> a.limb[4] == 0) && (n <= 5 ==> a.limb[5] == 0) &&
      (n <= 6 ==> a.limb[6] == 0) && (n <= 7 ==> a.limb[7] == 0) && (n <= 8 ==> a.limb[8] == 0);
    lemma short_limb{L}: \forall struct field_element *e, integer n, i; 0 <= n <= i < 9 && is_short(*e, n) ==> e->limb[i] == 0;
    lemma modulus_each: \forall struct modulus m; is_modulus(m) ==>
      (m.limbs == 4 && m.value.limb[3] > 0) || (m.limbs == 6 && m.value.limb[5] > 0) || (m.limbs == 7 && m.value.limb[6] > 0) ||
      (m.limbs == 9 && m.value.limb[8] > 0);
    lemma modulus_top{L}: \forall struct modulus *m; is_modulus(*m) ==> m->value.limb[m->limbs - 1] > 0;

    lemma weight_grows: \forall integer i, n; 0 <= i <= n ==> pow64(i) <= pow64(n);
    lemma limb_product: \forall integer x, w; 0 <= x && 1 <= w ==> 0 <= x * w && (x != 0 ==> w <= x * w);
    lemma number_grows_limb: \forall struct field_element a, integer i; 0 <= i < 9 ==>
      0 <= a.limb[i] * pow64(i) && (a.limb[i] != 0 ==> pow64(i) <= a.limb[i] * pow64(i));
    lemma number_grows_step: \forall struct field_element a, integer n; 1 <= n <= 9 ==>
      limbs_number(a, n - 1) <= limbs_number(a, n) && (a.limb[n - 1] != 0 ==> pow64(n - 1) <= limbs_number(a, n));
    lemma number_grows: \forall struct field_element a, integer i, n; 0 <= i <= n <= 9 ==>
      limbs_number(a, i) <= limbs_number(a, n);
    lemma number_high: \forall struct field_element a, integer n, i; 0 <= n <= i < 9 && a.limb[i] != 0 ==> pow64(n) <= element(a);
    lemma number_short: \forall struct field_element a, integer n; 0 <= n <= 9 && element(a) < pow64(n) ==> is_short(a, n);
    lemma modulus_range: \forall struct modulus m; is_modulus(m) ==> element(m.value) < pow64(m.limbs);
    lemma reduced_short: \forall struct field_element a, struct modulus m; is_modulus(m) && is_reduced(a, m) ==>
      is_short(a, m.limbs);
*/

#endif
