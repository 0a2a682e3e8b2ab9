/* What round trips, unambiguity and non-malleability of every message rest on: the same for each kind of field.
 * Unambiguity: bytes encode at most one value. Non-malleability: a value has at most one encoding. */
#ifndef TLS12_THEOREMS_FIELDS_H
#define TLS12_THEOREMS_FIELDS_H

#include "spec/digitally_signed.h"
#include "spec/presentation.h"

/*@ predicate same{L}(uint8_t *a, uint8_t *b, integer i, integer e) = \forall integer k; i <= k < e ==> a[k] == b[k];

    // A field that was read is what was written: same length, same bytes.
    predicate same_field{L}(uint8_t *c, integer n, uint8_t *d, integer m) = n == m && copy{L,L}(c, 0, d, m);

    lemma same_joined{L}: \forall uint8_t *a, *b, integer i, m, e;
      same(a, b, i, m) && same(a, b, m, e) ==> same(a, b, i, e);

    lemma be16_injective{L}: \forall uint8_t *a, *b, integer i; be16(a, i) == be16(b, i) ==> same(a, b, i, i + 2);

    lemma be24_injective{L}: \forall uint8_t *a, *b, integer i; be24(a, i) == be24(b, i) ==> same(a, b, i, i + 3);

    lemma bytes4_injective: \forall integer a, b, c, d, p, q, r, s;
      0 <= a <= 255 && 0 <= b <= 255 && 0 <= c <= 255 && 0 <= d <= 255 && 0 <= p <= 255 && 0 <= q <= 255 && 0 <= r <= 255 &&
      0 <= s <= 255 && 16777216 * a + 65536 * b + 256 * c + d == 16777216 * p + 65536 * q + 256 * r + s ==>
      a == p && b == q && c == r && d == s;

    lemma be32_injective{L}: \forall uint8_t *a, *b, integer i; be32(a, i) == be32(b, i) ==> same(a, b, i, i + 4);

    lemma copy_at{L}: \forall uint8_t *b, *d, integer i, n, k;
      copy{L,L}(b, i, d, n) && i <= k < i + n ==> b[k] == d[k-i];

    lemma copies_of_one{L}: \forall uint8_t *a, *b, *d, integer i, n;
      copy{L,L}(a, i, d, n) && copy{L,L}(b, i, d, n) ==> same(a, b, i, i + n);

    lemma sources_of_one{L}: \forall uint8_t *b, *c, *d, integer i, n;
      copy{L,L}(b, i, c, n) && copy{L,L}(b, i, d, n) ==> copy{L,L}(c, 0, d, n);
*/

/*@ lemma fixed_unambiguous{L}: \forall uint8_t *b, *c, *d, integer i, e, n;
      fixed(b, i, e, c, n) && fixed(b, i, e, d, n) ==> copy{L,L}(c, 0, d, n);

    lemma vector8_unambiguous{L}: \forall uint8_t *b, *c, *d, integer i, e, f, n, m;
      vector8(b, i, e, c, n) && vector8(b, i, f, d, m) ==> n == m && e == f && copy{L,L}(c, 0, d, n);

    lemma vector16_unambiguous{L}: \forall uint8_t *b, *c, *d, integer i, e, f, n, m;
      vector16(b, i, e, c, n) && vector16(b, i, f, d, m) ==> n == m && e == f && copy{L,L}(c, 0, d, n);

    lemma vector24_unambiguous{L}: \forall uint8_t *b, *c, *d, integer i, e, f, n, m;
      vector24(b, i, e, c, n) && vector24(b, i, f, d, m) ==> n == m && e == f && copy{L,L}(c, 0, d, n);

    lemma digitally_signed_unambiguous{L}: \forall uint8_t *b, *c, *d, integer i, e, f, h, k, p, q, n, m;
      digitally_signed(b, i, e, h, p, c, n) && digitally_signed(b, i, f, k, q, d, m) ==>
      h == k && p == q && n == m && e == f && copy{L,L}(c, 0, d, n);
*/

/*@ lemma fixed_non_malleable{L}: \forall uint8_t *a, *b, *d, integer i, e, n;
      fixed(a, i, e, d, n) && fixed(b, i, e, d, n) ==> same(a, b, i, e);

    lemma vector8_non_malleable{L}: \forall uint8_t *a, *b, *d, integer i, e, n;
      vector8(a, i, e, d, n) && vector8(b, i, e, d, n) ==> same(a, b, i, e);

    lemma vector16_non_malleable{L}: \forall uint8_t *a, *b, *d, integer i, e, n;
      vector16(a, i, e, d, n) && vector16(b, i, e, d, n) ==> same(a, b, i, e);

    lemma vector24_non_malleable{L}: \forall uint8_t *a, *b, *d, integer i, e, n;
      vector24(a, i, e, d, n) && vector24(b, i, e, d, n) ==> same(a, b, i, e);

    lemma digitally_signed_non_malleable{L}: \forall uint8_t *a, *b, *d, integer i, e, h, p, n;
      digitally_signed(a, i, e, h, p, d, n) && digitally_signed(b, i, e, h, p, d, n) ==> same(a, b, i, e);
*/

/* What bytes encode at one moment they encode at another, if neither they nor the content have changed in between. */
/*@ lemma fixed_stays{K,L}: \forall uint8_t *b, *d, integer i, e, n, m;
      kept{K,L}(b, 0, m) && 0 <= i && e <= m && kept{K,L}(d, 0, n) && fixed{K}(b, i, e, d, n) ==> fixed{L}(b, i, e, d, n);

    lemma vector8_stays{K,L}: \forall uint8_t *b, *d, integer i, e, n, m;
      kept{K,L}(b, 0, m) && 0 <= i && 0 <= n && e <= m && kept{K,L}(d, 0, n) && vector8{K}(b, i, e, d, n) ==>
      vector8{L}(b, i, e, d, n);

    lemma vector16_stays{K,L}: \forall uint8_t *b, *d, integer i, e, n, m;
      kept{K,L}(b, 0, m) && 0 <= i && 0 <= n && e <= m && kept{K,L}(d, 0, n) && vector16{K}(b, i, e, d, n) ==>
      vector16{L}(b, i, e, d, n);

    lemma vector24_stays{K,L}: \forall uint8_t *b, *d, integer i, e, n, m;
      kept{K,L}(b, 0, m) && 0 <= i && 0 <= n && e <= m && kept{K,L}(d, 0, n) && vector24{K}(b, i, e, d, n) ==>
      vector24{L}(b, i, e, d, n);

    lemma digitally_signed_stays{K,L}: \forall uint8_t *b, *d, integer i, e, h, p, n, m;
      kept{K,L}(b, 0, m) && 0 <= i && 0 <= n && e <= m && kept{K,L}(d, 0, n) && digitally_signed{K}(b, i, e, h, p, d, n) ==>
      digitally_signed{L}(b, i, e, h, p, d, n);
*/

#endif
