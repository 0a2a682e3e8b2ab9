/* Bytes, least significant first, and limbs that hold the same number, for the proofs of little_endian.c; one is proven by
 * induction (proofs/session/script). */
#ifndef TLS12_ARITHMETIC_LITTLE_ENDIAN_LEMMAS_H
#define TLS12_ARITHMETIC_LITTLE_ENDIAN_LEMMAS_H

#include "arithmetic/limbs_bytes.h"
#include "spec/little_endian.h"

/*@ // the limb of the eight bytes from i
    logic integer word_at{L}(uint8_t *b, integer i) =
      b[i] + 256 * b[i + 1] + 65536 * b[i + 2] + 16777216 * b[i + 3] + 4294967296 * b[i + 4] + 1099511627776 * b[i + 5] +
      281474976710656 * b[i + 6] + 72057594037927936 * b[i + 7];
    predicate words_of{L}(uint8_t *b, uint64_t *p, integer n) = \forall integer k; 0 <= k < n ==> p[k] == word_at(b, 8 * k);

    lemma four_more{L}: \forall uint8_t *b, integer i, n; 4 <= n ==>
      little_endian(b, i, n) ==
      b[i] + 256 * b[i + 1] + 65536 * b[i + 2] + 16777216 * b[i + 3] + 4294967296 * little_endian(b, i + 4, n - 4);
    lemma word_more{L}: \forall uint8_t *b, integer i, n; 8 <= n ==>
      little_endian(b, i, n) == word_at(b, i) + 18446744073709551616 * little_endian(b, i + 8, n - 8);
    lemma words_more{L}: \forall uint8_t *b, uint64_t *p, integer n, k;
      0 <= k < n && words_of(b, p, n) && little_endian(b, 8 * (k + 1), 8 * (n - (k + 1))) == high(p, n, k + 1) ==>
      little_endian(b, 8 * k, 8 * (n - k)) == high(p, n, k);
    lemma words_high{L}: \forall uint8_t *b, uint64_t *p, integer n, k; 0 <= k <= n && words_of(b, p, n) ==>
      little_endian(b, 8 * k, 8 * (n - k)) == high(p, n, k);
    lemma words_number{L}: \forall uint8_t *b, uint64_t *p, integer n; 0 <= n && words_of(b, p, n) ==>
      little_endian(b, 0, 8 * n) == val(p, n); */

#endif
