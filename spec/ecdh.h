/* Points on the wire and their multiples (RFC 8422 sections 5.4.1, 5.10 and 5.11), as
 * equations over the logic of curve.h. */
#ifndef TLS12_SPEC_ECDH_H
#define TLS12_SPEC_ECDH_H

#include "spec/curve.h"

/* 04 || x || y */
/*@ //= build/requirements.md#R8422-5.1.2-02
    //= type=implication
    //# The uncompressed format is supported for every supported curve.
    predicate is_uncompressed{L}(uint8_t *b, integer n, integer group) =
      curve_bytes(group) > 0 && n == 1 + 2 * curve_bytes(group) && b[0] == 4;

    logic integer point_x{L}(uint8_t *b, integer group) = value(b + 1, curve_bytes(group));
    logic integer point_y{L}(uint8_t *b, integer group) = value(b + 1 + curve_bytes(group), curve_bytes(group));

    predicate is_group_point(integer x, integer y, integer group) =
      x < curve_p(group) && y < curve_p(group) && on_curve(x, y, curve_b(group), curve_p(group));

    predicate is_scalar(integer k, integer group) = curve_bytes(group) > 0 && 0 < k < curve_n(group); */

/* k (x : y : 1), and its affine coordinates. */
/*@ logic integer group_multiple(integer coordinate, integer k, integer x, integer y, integer group) =
      multiple(coordinate, k, x, y, 1, curve_b(group), curve_p(group));

    logic integer affine_multiple(integer coordinate, integer k, integer x, integer y, integer group) =
      affine(group_multiple(coordinate, k, x, y, group), group_multiple(2, k, x, y, group), curve_p(group));

    // k G, as 04 || x || y
    predicate is_public_point{L}(uint8_t *b, integer k, integer group) =
      b[0] == 4 && point_x(b, group) == affine_multiple(0, k, curve_x(group), curve_y(group), group) &&
      point_y(b, group) == affine_multiple(1, k, curve_x(group), curve_y(group), group); */

#endif
