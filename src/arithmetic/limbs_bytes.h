/* Bytes and limbs that hold the same number: what the proof of limbs.c needs. Inductions as in spec/limbs.h. */
#ifndef TLS12_ARITHMETIC_LIMBS_BYTES_H
#define TLS12_ARITHMETIC_LIMBS_BYTES_H

#include "spec/limbs.h"

/*@
  // the number of the limbs k .. n - 1
  logic integer high{L}(uint64_t *p, integer n, integer k) =
    k >= n ? 0 : 18446744073709551616 * high{L}(p, n, k + 1) + p[k];

  // x 2^(64 k)
  logic integer weighted(integer x, integer k) = k <= 0 ? x : 18446744073709551616 * weighted(x, k - 1);

  // the limb of the last eight of e bytes
  logic integer limb_of{L}(uint8_t *b, integer e) =
    digit(b, e, 0) + 256 * digit(b, e, 1) + 65536 * digit(b, e, 2) + 16777216 * digit(b, e, 3) +
    4294967296 * digit(b, e, 4) + 1099511627776 * digit(b, e, 5) + 281474976710656 * digit(b, e, 6) +
    72057594037927936 * digit(b, e, 7);

  // the limbs taken from the bytes, and the bytes taken from the limbs
  predicate limbs_from{L}(uint64_t *p, integer n, uint8_t *b, integer length) =
    \forall integer k; 0 <= k < n ==> p[k] == limb_of(b, length - 8 * k);

  logic integer shifted(integer x, integer j) = j <= 0 ? x : shifted(x, j - 1) / 256;
  predicate digits_of{L}(uint8_t *b, integer e, integer x) =
    \forall integer j; 0 <= j < 8 ==> digit(b, e, j) == shifted(x, j) % 256;
  logic integer rest{L}(uint64_t *p, integer t) = shifted(p[t / 8], t % 8);
  predicate bytes_from{L}(uint8_t *b, integer first, integer length, uint64_t *p) =
    \forall integer i; first <= i < length ==> b[i] == rest(p, length - 1 - i) % 256;
*/

/*@
  lemma high_none{L}: \forall uint64_t *p, integer n, k; k >= n ==> high(p, n, k) == 0;
  lemma high_step{L}: \forall uint64_t *p, integer n, k; k < n ==>
    high(p, n, k) == 18446744073709551616 * high(p, n, k + 1) + p[k];
  lemma high_last{L}: \forall uint64_t *p, integer n; high(p, n, n - 1) == p[n - 1];
  lemma weight_step: \forall integer x, k; 0 < k ==> x * pow64(k) == 18446744073709551616 * (x * pow64(k - 1));
  lemma weighted_none: \forall integer x, k; k <= 0 ==> weighted(x, k) == x;
  lemma weighted_step: \forall integer x, k; 0 < k ==> weighted(x, k) == 18446744073709551616 * weighted(x, k - 1);
  lemma weighted_product: \forall integer x, k; 0 <= k ==> weighted(x, k) == x * pow64(k);
  lemma high_more{L}: \forall uint64_t *p, integer n, k; 0 <= k <= n ==>
    high(p, n + 1, k) == high(p, n, k) + weighted(p[n], n - k);
  lemma high_top{L}: \forall uint64_t *p, integer n; 0 < n ==>
    high(p, n, 0) == high(p, n - 1, 0) + weighted(p[n - 1], n - 1);
  lemma val_top{L}: \forall uint64_t *p, integer n; 0 < n ==> val(p, n) == val(p, n - 1) + weighted(p[n - 1], n - 1);
  lemma val_is_high{L}: \forall uint64_t *p, integer n; 0 <= n ==> val(p, n) == high(p, n, 0);

  lemma value_limb{L}: \forall uint8_t *b, integer e;
    value(b, e) == 18446744073709551616 * value(b, e - 8) + limb_of(b, e);
  lemma high_value{L}: \forall uint64_t *p, uint8_t *b, integer n, length, k;
    0 <= k <= n && length <= 8 * n && limbs_from(p, n, b, length) ==> high(p, n, k) == value(b, length - 8 * k);
  lemma val_value{L}: \forall uint64_t *p, uint8_t *b, integer n, length;
    0 <= n && length <= 8 * n && limbs_from(p, n, b, length) ==> val(p, n) == value(b, length);

  lemma pow256_limb: \forall integer n; 8 <= n ==> pow256(n) == 18446744073709551616 * pow256(n - 8);
  lemma high_fits_step{L}: \forall uint64_t *p, integer n, m, k;
    0 < k < n && 0 <= m && high(p, n, k - 1) < pow256(m + 8) ==> high(p, n, k) < pow256(m);
  lemma high_fits{L}: \forall uint64_t *p, integer n, length, k;
    0 <= k < n && 8 * n < length + 8 && high(p, n, 0) < pow256(length) ==> high(p, n, k) < pow256(length - 8 * k);
  lemma top_fits{L}: \forall uint64_t *p, integer n, length;
    0 < n && 8 * n < length + 8 && val(p, n) < pow256(length) ==> p[n - 1] < pow256(length - 8 * (n - 1));

  lemma shifted_digits: \forall integer x; 0 <= x < 18446744073709551616 ==>
    x == shifted(x, 0) % 256 + 256 * (shifted(x, 1) % 256) + 65536 * (shifted(x, 2) % 256) +
         16777216 * (shifted(x, 3) % 256) + 4294967296 * (shifted(x, 4) % 256) + 1099511627776 * (shifted(x, 5) % 256) +
         281474976710656 * (shifted(x, 6) % 256) + 72057594037927936 * (shifted(x, 7) % 256);
  lemma shifted_out: \forall integer x, r, j; 0 <= x < pow256(r) && 1 <= r <= j <= 8 ==> shifted(x, j) == 0;
  lemma place: \forall integer t, k; 0 <= k && 8 * k <= t < 8 * k + 8 ==> t / 8 == k && t % 8 == t - 8 * k;
  lemma rest_first{L}: \forall uint64_t *p, integer t; 0 <= t && t % 8 == 0 ==> rest(p, t) == p[t / 8];
  lemma rest_next{L}: \forall uint64_t *p, integer t; 0 < t && t % 8 != 0 ==> rest(p, t) == rest(p, t - 1) / 256;
  lemma bytes_more{L}: \forall uint64_t *p, uint8_t *b, integer first, length;
    bytes_from(b, first + 1, length, p) && b[first] == rest(p, length - 1 - first) % 256 ==> bytes_from(b, first, length, p);
  lemma digit_shifted{L}: \forall uint64_t *p, uint8_t *b, integer length, k, j, e;
    0 <= k && 0 < e && e == length - 8 * k && 0 <= j < 8 && bytes_from(b, 0, length, p) && (e < 8 ==> p[k] < pow256(e)) ==>
    digit(b, e, j) == shifted(p[k], j) % 256;
  lemma limb_digits{L}: \forall uint8_t *b, integer e, x;
    0 <= x < 18446744073709551616 && digits_of(b, e, x) ==> x == limb_of(b, e);
  lemma limb_shifted{L}: \forall uint64_t *p, uint8_t *b, integer length, k;
    0 <= k && 8 * k < length && bytes_from(b, 0, length, p) && (length - 8 * k < 8 ==> p[k] < pow256(length - 8 * k)) ==>
    digits_of(b, length - 8 * k, p[k]);
  lemma limb_taken{L}: \forall uint64_t *p, uint8_t *b, integer length, k;
    0 <= k && 8 * k < length && bytes_from(b, 0, length, p) && (length - 8 * k < 8 ==> p[k] < pow256(length - 8 * k)) ==>
    p[k] == limb_of(b, length - 8 * k);
  lemma limb_fits{L}: \forall uint64_t *p, integer n, length, k;
    0 <= k < n && 8 * n < length + 8 && length - 8 * k < 8 && val(p, n) < pow256(length) ==> p[k] < pow256(length - 8 * k);
  lemma limbs_shifted{L}: \forall uint64_t *p, uint8_t *b, integer length, n;
    0 <= n && 8 * n < length + 8 && length <= 8 * n && bytes_from(b, 0, length, p) && val(p, n) < pow256(length) ==>
    limbs_from(p, n, b, length);
*/

#endif
