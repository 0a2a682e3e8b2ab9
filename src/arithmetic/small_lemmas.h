/* The number of an element with one limb, for proofs. */
#ifndef TLS12_ARITHMETIC_SMALL_LEMMAS_H
#define TLS12_ARITHMETIC_SMALL_LEMMAS_H

#include "arithmetic/field.h"

/*@ lemma small_step: \forall struct field_element a, integer n; 2 <= n <= 9 && is_short(a, 1) ==>
      limbs_number(a, n) == limbs_number(a, n - 1);
    lemma small_one: \forall struct field_element a; limbs_number(a, 1) == a.limb[0];
    lemma small_number: \forall struct field_element a; is_short(a, 1) ==> element(a) == a.limb[0];
*/

#endif
