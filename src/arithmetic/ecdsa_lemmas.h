/* What the first byte of a number below the order of P-521 is, for the proof of ecdsa.c. */
#ifndef TLS12_ARITHMETIC_ECDSA_LEMMAS_H
#define TLS12_ARITHMETIC_ECDSA_LEMMAS_H

#include "arithmetic/size_lemmas.h"
#include "arithmetic/value_lemmas.h"

/*@ lemma bytes_first_product: \forall integer x, v, w, b; x * w <= v && 0 <= b ==> x * (256 * w) <= 256 * v + b;
    lemma bytes_first_step{L}: \forall uint8_t *b, integer n; 1 < n && b[0] * pow256(n - 2) <= value(b, n - 1) ==>
      b[0] * pow256(n - 1) <= value(b, n);
    lemma bytes_first{L}: \forall uint8_t *b, integer n; 1 <= n ==> b[0] * pow256(n - 1) <= value(b, n);
    lemma bytes_top{L}: \forall uint8_t *b; value(b, 66) < 128 * pow256(65) ==> b[0] <= 127;
*/

#endif
