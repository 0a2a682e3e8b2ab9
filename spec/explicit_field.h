/* RFC 4492 section 5.4, the fields that ServerECDHParams with an explicit curve begin with:
 *
 *     ECCurveType curve_type;                explicit_prime(1) or explicit_char2(2)
 *     select (curve_type) {
 *         case explicit_prime:
 *             opaque prime_p<1..2^8-1>;
 *         case explicit_char2:
 *             uint16 m;
 *             ECBasisType basis;             ec_basis_trinomial(1) or ec_basis_pentanomial(2): erratum 2389
 *             select (basis) {
 *                 case ec_trinomial:   opaque k<1..2^8-1>;
 *                 case ec_pentanomial: opaque k1<1..2^8-1>; opaque k2<1..2^8-1>; opaque k3<1..2^8-1>;
 *             };
 *     };
 *
 * Not judged here: the numbers, and that k3 > k2 > k1 (R4492-5.4-05).
 */
#ifndef TLS12_SPEC_EXPLICIT_FIELD_H
#define TLS12_SPEC_EXPLICIT_FIELD_H

#include "spec/three_vectors8.h"

#define TLS12_EXPLICIT_PRIME 1
#define TLS12_EXPLICIT_CHAR2 2
#define TLS12_TRINOMIAL 1
#define TLS12_PENTANOMIAL 2

/* b[0 .. e-1] is the encoding of a prime field, or of a field of characteristic 2 and degree m. */
/*@ predicate prime_field{L}(uint8_t *b, integer e, uint8_t *p, integer p_n) =
      1 <= p_n <= 255 && b[0] == TLS12_EXPLICIT_PRIME && vector8(b, 1, e, p, p_n);

    predicate trinomial_field{L}(uint8_t *b, integer e, integer m, uint8_t *k, integer k_n) =
      1 <= k_n <= 255 && b[0] == TLS12_EXPLICIT_CHAR2 && be16(b, 1) == m && b[3] == TLS12_TRINOMIAL &&
      vector8(b, 4, e, k, k_n);

    predicate pentanomial_field{L}(uint8_t *b, integer e, integer m, uint8_t *k1, integer k1_n, uint8_t *k2, integer k2_n,
        uint8_t *k3, integer k3_n) =
      b[0] == TLS12_EXPLICIT_CHAR2 && be16(b, 1) == m && b[3] == TLS12_PENTANOMIAL &&
      three_vectors8(b, 4, e, k1, k1_n, k2, k2_n, k3, k3_n);

    predicate is_explicit_field{L}(uint8_t *b, integer e) =
      (\exists uint8_t *p, integer p_n; prime_field(b, e, p, p_n)) ||
      (\exists uint8_t *k, integer m, k_n; trinomial_field(b, e, m, k, k_n)) ||
      (\exists uint8_t *k1, *k2, *k3, integer m, k1_n, k2_n, k3_n;
         pentanomial_field(b, e, m, k1, k1_n, k2, k2_n, k3, k3_n));
*/

/* The same for every field: x is prime_p, k or k1, y and z are k2 and k3. What a field lacks is 0 and empty. */
/*@ predicate explicit_field_value(integer type, integer m, integer basis, integer x_n, integer y_n, integer z_n) =
      type == TLS12_EXPLICIT_PRIME ? m == 0 && basis == 0 && 1 <= x_n <= 255 && y_n == 0 && z_n == 0 :
      basis == TLS12_TRINOMIAL ?
        type == TLS12_EXPLICIT_CHAR2 && 0 <= m <= 65535 && 1 <= x_n <= 255 && y_n == 0 && z_n == 0 :
        type == TLS12_EXPLICIT_CHAR2 && 0 <= m <= 65535 && basis == TLS12_PENTANOMIAL && three_vectors8_value(x_n, y_n, z_n);

    logic integer explicit_field_size(integer type, integer basis, integer x_n, integer y_n, integer z_n) =
      type == TLS12_EXPLICIT_PRIME ? 2 + x_n :
      basis == TLS12_TRINOMIAL     ? 5 + x_n :
                                     4 + three_vectors8_size(x_n, y_n, z_n);

    predicate explicit_field{L}(uint8_t *b, integer e, integer type, integer m, integer basis, uint8_t *x, integer x_n,
        uint8_t *y, integer y_n, uint8_t *z, integer z_n) =
      type == TLS12_EXPLICIT_PRIME ? prime_field(b, e, x, x_n) && m == 0 && basis == 0 && y_n == 0 && z_n == 0 :
      basis == TLS12_TRINOMIAL ?
        type == TLS12_EXPLICIT_CHAR2 && trinomial_field(b, e, m, x, x_n) && y_n == 0 && z_n == 0 :
        type == TLS12_EXPLICIT_CHAR2 && basis == TLS12_PENTANOMIAL &&
        pentanomial_field(b, e, m, x, x_n, y, y_n, z, z_n);

    lemma explicit_field_is{L}: \forall uint8_t *b, *x, *y, *z, integer e, type, m, basis, x_n, y_n, z_n;
      explicit_field(b, e, type, m, basis, x, x_n, y, y_n, z, z_n) ==> is_explicit_field(b, e);

    lemma explicit_field_stays{K,L}: \forall uint8_t *b, *x, *y, *z, integer e, type, m, basis, x_n, y_n, z_n;
      kept{K,L}(b, 0, e) && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) && kept{K,L}(z, 0, z_n) &&
      explicit_field{K}(b, e, type, m, basis, x, x_n, y, y_n, z, z_n) ==>
      explicit_field{L}(b, e, type, m, basis, x, x_n, y, y_n, z, z_n);

    lemma explicit_field_extends{L}: \forall uint8_t *b, *x, *y, *z, integer e, type, m, basis, x_n, y_n, z_n;
      explicit_field(b, e, type, m, basis, x, x_n, y, y_n, z, z_n) ==>
      e == explicit_field_size(type, basis, x_n, y_n, z_n) && explicit_field_value(type, m, basis, x_n, y_n, z_n) && 3 <= e;
*/

/* Where it ends, 0 when it is malformed; then the first broken rule, and the bytes that break it. */
/*@ logic integer char2_field_end{L}(uint8_t *b, integer n) =
      n < 4                     ? 0 :
      b[3] == TLS12_TRINOMIAL   ? vector8_end(b, 4, n, 1, 255) :
      b[3] == TLS12_PENTANOMIAL ? three_vectors8_end(b, 4, n) :
                                  0;

    logic integer explicit_field_end{L}(uint8_t *b, integer n) =
      n < 1                        ? 0 :
      b[0] == TLS12_EXPLICIT_PRIME ? vector8_end(b, 1, n, 1, 255) :
      b[0] == TLS12_EXPLICIT_CHAR2 ? char2_field_end(b, n) :
                                     0;

    logic integer char2_field_rule{L}(uint8_t *b, integer n) =
      n < 4                     ? R4492_5_4_02 :
      b[3] == TLS12_TRINOMIAL   ? vector8_rule(b, 4, n, R4492_5_4_02) :
      b[3] == TLS12_PENTANOMIAL ? three_vectors8_rule(b, 4, n, R4492_5_4_02, R4492_5_4_02) :
                                  R4492_5_4_02;

    logic integer explicit_field_rule{L}(uint8_t *b, integer n) =
      n < 1                        ? R4492_5_4_01 :
      b[0] == TLS12_EXPLICIT_PRIME ? vector8_rule(b, 1, n, R4492_5_4_01) :
      b[0] == TLS12_EXPLICIT_CHAR2 ? char2_field_rule(b, n) :
                                     R4492_5_4_01;

    logic integer char2_field_offset{L}(uint8_t *b, integer n) =
      n < 3                     ? 1 :
      n < 4                     ? 3 :
      b[3] == TLS12_TRINOMIAL   ? 4 :
      b[3] == TLS12_PENTANOMIAL ? three_vectors8_offset(b, 4, n) :
                                  3;

    logic integer explicit_field_offset{L}(uint8_t *b, integer n) =
      n < 1                        ? 0 :
      b[0] == TLS12_EXPLICIT_PRIME ? 1 :
      b[0] == TLS12_EXPLICIT_CHAR2 ? char2_field_offset(b, n) :
                                     0;

    logic integer char2_field_extent{L}(uint8_t *b, integer n) =
      n < 4                     ? n - char2_field_offset(b, n) :
      b[3] == TLS12_TRINOMIAL   ? vector8_extent(b, 4, n) :
      b[3] == TLS12_PENTANOMIAL ? three_vectors8_extent(b, 4, n) :
                                  1;

    logic integer explicit_field_extent{L}(uint8_t *b, integer n) =
      n < 1                        ? 0 :
      b[0] == TLS12_EXPLICIT_PRIME ? vector8_extent(b, 1, n) :
      b[0] == TLS12_EXPLICIT_CHAR2 ? char2_field_extent(b, n) :
                                     1;
*/

/* It ends somewhere exactly when it encodes a field. */
/*@ lemma prime_field_accepted{L}: \forall uint8_t *b, integer n, e;
      1 <= n && b[0] == TLS12_EXPLICIT_PRIME && e == vector8_end(b, 1, n, 1, 255) && e != 0 ==>
      prime_field(b, e, b + 2, e - 2);

    lemma trinomial_field_accepted{L}: \forall uint8_t *b, integer n, e;
      4 <= n && b[0] == TLS12_EXPLICIT_CHAR2 && b[3] == TLS12_TRINOMIAL &&
      e == vector8_end(b, 4, n, 1, 255) && e != 0 ==>
      trinomial_field(b, e, be16(b, 1), b + 5, e - 5);

    lemma pentanomial_field_accepted{L}: \forall uint8_t *b, integer n, y, z, e;
      4 <= n && b[0] == TLS12_EXPLICIT_CHAR2 && b[3] == TLS12_PENTANOMIAL &&
      y == three_vectors8_first(b, 4, n) && z == three_vectors8_second(b, 4, n) && e == three_vectors8_end(b, 4, n) &&
      e != 0 ==>
      pentanomial_field(b, e, be16(b, 1), b + 5, y - 5, b + (y + 1), z - y - 1, b + (z + 1), e - z - 1);

    lemma explicit_field_inside{L}: \forall uint8_t *b, integer n; explicit_field_end(b, n) != 0 ==>
      3 <= explicit_field_end(b, n) <= n;

    lemma explicit_field_accepted{L}: \forall uint8_t *b, integer n; explicit_field_end(b, n) != 0 ==>
      is_explicit_field(b, explicit_field_end(b, n));

    lemma prime_field_only{L}: \forall uint8_t *b, *p, integer e, n, p_n;
      e <= n && prime_field(b, e, p, p_n) ==> explicit_field_end(b, n) == e;

    lemma trinomial_field_only{L}: \forall uint8_t *b, *k, integer e, n, m, k_n;
      e <= n && trinomial_field(b, e, m, k, k_n) ==> explicit_field_end(b, n) == e;

    lemma pentanomial_field_only{L}: \forall uint8_t *b, *k1, *k2, *k3, integer e, n, m, k1_n, k2_n, k3_n;
      e <= n && pentanomial_field(b, e, m, k1, k1_n, k2, k2_n, k3, k3_n) ==> explicit_field_end(b, n) == e;

    lemma explicit_field_only{L}: \forall uint8_t *b, integer e, n;
      e <= n && is_explicit_field(b, e) ==> explicit_field_end(b, n) == e && 0 < e;
*/

#endif
