/* Three vectors opaque<1..2^8-1> in a row, RFC 5246 section 4.3: what the explicit curves of RFC 4492 consist of. The third
 * may have a rule of its own. */
#ifndef TLS12_SPEC_THREE_VECTORS8_H
#define TLS12_SPEC_THREE_VECTORS8_H

#include "spec/presentation.h"

/*@ predicate three_vectors8_value(integer x_n, integer y_n, integer z_n) =
      1 <= x_n <= 255 && 1 <= y_n <= 255 && 1 <= z_n <= 255;

    logic integer three_vectors8_size(integer x_n, integer y_n, integer z_n) = (1 + x_n) + (1 + y_n) + (1 + z_n);
*/

/* b[i .. e-1] is the encoding of that value. */
/*@ predicate three_vectors8{L}(uint8_t *b, integer i, integer e, uint8_t *x, integer x_n, uint8_t *y, integer y_n,
        uint8_t *z, integer z_n) =
      three_vectors8_value(x_n, y_n, z_n) &&
      vector8(b, i, i + 1 + x_n, x, x_n) &&
      vector8(b, i + 1 + x_n, i + 2 + x_n + y_n, y, y_n) &&
      vector8(b, i + 2 + x_n + y_n, e, z, z_n);
*/

/* Reading from the left: where each ends, 0 when it or one before it is malformed ... */
/*@ logic integer three_vectors8_first{L}(uint8_t *b, integer i, integer e) = vector8_end(b, i, e, 1, 255);

    logic integer three_vectors8_second{L}(uint8_t *b, integer i, integer e) =
      three_vectors8_first(b, i, e) == 0 ? 0 : vector8_end(b, three_vectors8_first(b, i, e), e, 1, 255);

    logic integer three_vectors8_end{L}(uint8_t *b, integer i, integer e) =
      three_vectors8_second(b, i, e) == 0 ? 0 : vector8_end(b, three_vectors8_second(b, i, e), e, 1, 255);
*/

/* ... and so, of malformed ones, the field that breaks a rule, the rule, and the bytes that break it. */
/*@ logic integer three_vectors8_offset{L}(uint8_t *b, integer i, integer e) =
      three_vectors8_first(b, i, e) == 0  ? i :
      three_vectors8_second(b, i, e) == 0 ? three_vectors8_first(b, i, e) :
                                            three_vectors8_second(b, i, e);

    logic integer three_vectors8_rule{L}(uint8_t *b, integer i, integer e, integer rule, integer third) =
      vector8_rule(b, three_vectors8_offset(b, i, e), e, three_vectors8_second(b, i, e) == 0 ? rule : third);

    logic integer three_vectors8_extent{L}(uint8_t *b, integer i, integer e) =
      vector8_extent(b, three_vectors8_offset(b, i, e), e);
*/

/* They end somewhere exactly when they encode a value, and then the fields that lie in them. */
/*@ lemma three_vectors8_read{L}: \forall uint8_t *b, integer i, n, y, z, e;
      0 <= i && 0 < y && 0 < z && 0 < e && vector8_end(b, i, n, 1, 255) == y &&
      vector8_end(b, y, n, 1, 255) == z && vector8_end(b, z, n, 1, 255) == e ==>
      three_vectors8(b, i, e, b + (i + 1), y - i - 1, b + (y + 1), z - y - 1, b + (z + 1), e - z - 1);

    lemma three_vectors8_accepted{L}: \forall uint8_t *b, integer i, e, y, z;
      0 <= i && y == three_vectors8_first(b, i, e) && z == three_vectors8_second(b, i, e) &&
      three_vectors8_end(b, i, e) != 0 ==>
      three_vectors8(b, i, three_vectors8_end(b, i, e), b + (i + 1), y - i - 1, b + (y + 1), z - y - 1,
        b + (z + 1), three_vectors8_end(b, i, e) - z - 1);

    lemma three_vectors8_inside{L}: \forall uint8_t *b, integer i, e; three_vectors8_end(b, i, e) != 0 ==>
      i + 6 <= three_vectors8_end(b, i, e) <= e;

    lemma three_vectors8_extends{L}: \forall uint8_t *b, *x, *y, *z, integer i, e, x_n, y_n, z_n;
      three_vectors8(b, i, e, x, x_n, y, y_n, z, z_n) ==> e == i + three_vectors8_size(x_n, y_n, z_n) && i < e;

    lemma three_vectors8_ends{L}: \forall uint8_t *b, *x, *y, *z, integer i, e, n, x_n, y_n, z_n;
      0 <= i && e <= n && three_vectors8(b, i, e, x, x_n, y, y_n, z, z_n) ==>
      three_vectors8_first(b, i, n) == i + 1 + x_n && vector8_end(b, i + 1 + x_n, n, 1, 255) == i + 2 + x_n + y_n &&
      vector8_end(b, i + 2 + x_n + y_n, n, 1, 255) == e;

    lemma three_vectors8_stays{K,L}: \forall uint8_t *b, *x, *y, *z, integer i, e, m, x_n, y_n, z_n;
      kept{K,L}(b, 0, m) && 0 <= i && e <= m && kept{K,L}(x, 0, x_n) && kept{K,L}(y, 0, y_n) && kept{K,L}(z, 0, z_n) &&
      three_vectors8{K}(b, i, e, x, x_n, y, y_n, z, z_n) ==> three_vectors8{L}(b, i, e, x, x_n, y, y_n, z, z_n);

    lemma three_vectors8_only{L}: \forall uint8_t *b, *x, *y, *z, integer i, e, n, x_n, y_n, z_n;
      0 <= i && e <= n && three_vectors8(b, i, e, x, x_n, y, y_n, z, z_n) ==> three_vectors8_end(b, i, n) == e;
*/

#endif
