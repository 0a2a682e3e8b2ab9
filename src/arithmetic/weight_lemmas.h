/* The weights of bytes and limbs, for proofs; some are proven by induction (proofs/session/script). */
#ifndef TLS12_ARITHMETIC_WEIGHT_LEMMAS_H
#define TLS12_ARITHMETIC_WEIGHT_LEMMAS_H

#include "spec/limbs.h"

/*@ lemma bytes_weight_step: \forall integer n; 1 <= n ==> pow256(8 * n) == 18446744073709551616 * pow256(8 * (n - 1));
    lemma bytes_weight: \forall integer n; 0 <= n ==> pow256(8 * n) == pow64(n);
    lemma bytes_weight_natural: \forall integer n; 0 <= n ==> 1 <= pow256(n);
    lemma bytes_weight_grows: \forall integer i, n; 0 <= i <= n ==> pow256(i) <= pow256(n);
*/

#endif
