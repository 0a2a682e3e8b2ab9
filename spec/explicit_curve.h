/* RFC 4492 section 5.4, the fields that ServerECDHParams with an explicit curve end with, for both kinds of curves:
 *
 *     struct {
 *         opaque a<1..2^8-1>;
 *         opaque b<1..2^8-1>;
 *     } ECCurve;
 *
 *     ECCurve curve;
 *     ECPoint base;                    opaque point<1..2^8-1>
 *     opaque order<1..2^8-1>;
 *     opaque cofactor<1..2^8-1>;       the end of ECParameters
 *     ECPoint public;
 *
 * rule is the clause of RFC 4492 that has the fields of ECParameters. Not judged here: the numbers and the points.
 */
#ifndef TLS12_SPEC_EXPLICIT_CURVE_H
#define TLS12_SPEC_EXPLICIT_CURVE_H

#include "spec/three_vectors8.h"

/*@ predicate explicit_curve_value(integer a_n, integer b_n, integer g_n, integer r_n, integer c_n, integer y_n) =
      three_vectors8_value(a_n, b_n, g_n) && three_vectors8_value(r_n, c_n, y_n);

    logic integer explicit_curve_size(integer a_n, integer b_n, integer g_n, integer r_n, integer c_n, integer y_n) =
      three_vectors8_size(a_n, b_n, g_n) + three_vectors8_size(r_n, c_n, y_n);
*/

/* m[i .. e-1] is the encoding of a, b, base g, order r, cofactor c and public y. */
/*@ predicate explicit_curve{L}(uint8_t *m, integer i, integer e, uint8_t *a, integer a_n, uint8_t *b, integer b_n,
        uint8_t *g, integer g_n, uint8_t *r, integer r_n, uint8_t *c, integer c_n, uint8_t *y, integer y_n) =
      three_vectors8(m, i, i + three_vectors8_size(a_n, b_n, g_n), a, a_n, b, b_n, g, g_n) &&
      three_vectors8(m, i + three_vectors8_size(a_n, b_n, g_n), e, r, r_n, c, c_n, y, y_n);
*/

/* Where they end, 0 when one is malformed; then the first broken rule, and the bytes that break it. */
/*@ logic integer explicit_curve_end{L}(uint8_t *m, integer i, integer e) =
      three_vectors8_end(m, i, e) == 0 ? 0 : three_vectors8_end(m, three_vectors8_end(m, i, e), e);

    logic integer explicit_curve_rule{L}(uint8_t *m, integer i, integer e, integer rule) =
      three_vectors8_end(m, i, e) == 0 ? three_vectors8_rule(m, i, e, rule, rule) :
                                         three_vectors8_rule(m, three_vectors8_end(m, i, e), e, rule, R8422_5_4_03);

    logic integer explicit_curve_offset{L}(uint8_t *m, integer i, integer e) =
      three_vectors8_end(m, i, e) == 0 ? three_vectors8_offset(m, i, e) :
                                         three_vectors8_offset(m, three_vectors8_end(m, i, e), e);

    logic integer explicit_curve_extent{L}(uint8_t *m, integer i, integer e) =
      vector8_extent(m, explicit_curve_offset(m, i, e), e);
*/

/* They end somewhere exactly when they encode a value. */
/*@ predicate is_explicit_curve{L}(uint8_t *m, integer i, integer e) =
      \exists uint8_t *a, *b, *g, *r, *c, *y, integer a_n, b_n, g_n, r_n, c_n, y_n;
        explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n);

    lemma explicit_curve_parts{L}: \forall uint8_t *m, *a, *b, *g, *r, *c, *y,
        integer i, k, e, a_n, b_n, g_n, r_n, c_n, y_n;
      three_vectors8(m, i, k, a, a_n, b, b_n, g, g_n) && three_vectors8(m, k, e, r, r_n, c, c_n, y, y_n) ==>
      explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n);

    lemma explicit_curve_read{L}: \forall uint8_t *m, integer i, n, b, g, r, c, y, e;
      0 <= i && r != 0 && e != 0 &&
      b == three_vectors8_first(m, i, n) && g == three_vectors8_second(m, i, n) && r == three_vectors8_end(m, i, n) &&
      c == three_vectors8_first(m, r, n) && y == three_vectors8_second(m, r, n) && e == three_vectors8_end(m, r, n) ==>
      explicit_curve(m, i, e, m + (i + 1), b - i - 1, m + (b + 1), g - b - 1, m + (g + 1), r - g - 1,
        m + (r + 1), c - r - 1, m + (c + 1), y - c - 1, m + (y + 1), e - y - 1);

    lemma explicit_curve_stays{K,L}: \forall uint8_t *m, *a, *b, *g, *r, *c, *y,
        integer i, e, a_n, b_n, g_n, r_n, c_n, y_n;
      kept{K,L}(m, 0, e) && 0 <= i && kept{K,L}(a, 0, a_n) && kept{K,L}(b, 0, b_n) && kept{K,L}(g, 0, g_n) &&
      kept{K,L}(r, 0, r_n) && kept{K,L}(c, 0, c_n) && kept{K,L}(y, 0, y_n) &&
      explicit_curve{K}(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) ==>
      explicit_curve{L}(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n);

    lemma explicit_curve_accepted{L}: \forall uint8_t *m, integer i, e;
      0 <= i && explicit_curve_end(m, i, e) != 0 ==> is_explicit_curve(m, i, explicit_curve_end(m, i, e));

    lemma explicit_curve_extends{L}: \forall uint8_t *m, *a, *b, *g, *r, *c, *y,
        integer i, e, a_n, b_n, g_n, r_n, c_n, y_n;
      explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) ==>
      e == i + explicit_curve_size(a_n, b_n, g_n, r_n, c_n, y_n) && i + three_vectors8_size(a_n, b_n, g_n) < e && i < e;

    lemma explicit_curve_only{L}: \forall uint8_t *m, *a, *b, *g, *r, *c, *y,
        integer i, e, n, a_n, b_n, g_n, r_n, c_n, y_n;
      0 <= i && e <= n && explicit_curve(m, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) ==>
      explicit_curve_end(m, i, n) == e;
*/

#endif
