/* The curve y^2 = x^3 - 3x + b over the field of integers modulo p, and its complete addition law, as equations over that
 * field (field.h).
 *
 * Points are projective: (X : Y : Z). */
#ifndef TLS12_SPEC_CURVE_H
#define TLS12_SPEC_CURVE_H

/*@ logic integer curve_right_side(integer x, integer b, integer p) =
      plus(minus(times(times(x, x, p), x, p), thrice(x, p), p), b, p);

    predicate on_curve(integer x, integer y, integer b, integer p) = times(y, y, p) == curve_right_side(x, b, p);

    // The coordinates are reduced. (That the point satisfies the equation is ecdh_check_point's to say.)
    predicate is_point(struct curve_point P, struct modulus m) =
      is_reduced(P.x, m) && is_reduced(P.y, m) && is_reduced(P.z, m);

    predicate is_curve(struct prime_curve c) =
      is_modulus(c.field) && is_modulus(c.order) && is_reduced(c.b, c.field) && is_point(c.base, c.field) &&
      (c.bytes == 32 || c.bytes == 48 || c.bytes == 66); */

/* Renes, Costello, Batina 2016, the complete addition law for a = -3, with
 *   A = X1 Y2 + X2 Y1, B = Y1 Z2 + Y2 Z1, C = X1 Z2 + X2 Z1,
 *   U = 3 (C - b Z1 Z2), V = 3 (b C - 3 Z1 Z2 - X1 X2), W = 3 X1 X2 - 3 Z1 Z2:
 *   X3 = A (Y1 Y2 + U) - B V
 *   Y3 = (Y1 Y2 + U)(Y1 Y2 - U) + W V
 *   Z3 = (Y1 Y2 - U) B + A W */
/*@ logic integer sum_cross(integer a1, integer b1, integer a2, integer b2, integer p) =
      plus(times(a1, b2, p), times(a2, b1, p), p);
    logic integer sum_u(integer zz, integer c, integer b, integer p) = thrice(minus(c, times(b, zz, p), p), p);
    logic integer sum_v(integer xx, integer zz, integer c, integer b, integer p) =
      thrice(minus(minus(times(b, c, p), thrice(zz, p), p), xx, p), p);
    logic integer sum_w(integer xx, integer zz, integer p) = minus(thrice(xx, p), thrice(zz, p), p);

    // from Y1 Y2, A, B, U, V and W
    logic integer sum_x3(integer yy, integer a, integer b, integer u, integer v, integer p) =
      minus(times(a, plus(yy, u, p), p), times(b, v, p), p);
    logic integer sum_y3(integer yy, integer u, integer v, integer w, integer p) =
      plus(times(plus(yy, u, p), minus(yy, u, p), p), times(w, v, p), p);
    logic integer sum_z3(integer yy, integer a, integer b, integer u, integer w, integer p) =
      plus(times(minus(yy, u, p), b, p), times(a, w, p), p);

    logic integer sum_x(integer x1, integer y1, integer z1, integer x2, integer y2, integer z2, integer b, integer p) =
      sum_x3(times(y1, y2, p), sum_cross(x1, y1, x2, y2, p), sum_cross(y1, z1, y2, z2, p),
             sum_u(times(z1, z2, p), sum_cross(x1, z1, x2, z2, p), b, p),
             sum_v(times(x1, x2, p), times(z1, z2, p), sum_cross(x1, z1, x2, z2, p), b, p), p);
    logic integer sum_y(integer x1, integer y1, integer z1, integer x2, integer y2, integer z2, integer b, integer p) =
      sum_y3(times(y1, y2, p), sum_u(times(z1, z2, p), sum_cross(x1, z1, x2, z2, p), b, p),
             sum_v(times(x1, x2, p), times(z1, z2, p), sum_cross(x1, z1, x2, z2, p), b, p),
             sum_w(times(x1, x2, p), times(z1, z2, p), p), p);
    logic integer sum_z(integer x1, integer y1, integer z1, integer x2, integer y2, integer z2, integer b, integer p) =
      sum_z3(times(y1, y2, p), sum_cross(x1, y1, x2, y2, p), sum_cross(y1, z1, y2, z2, p),
             sum_u(times(z1, z2, p), sum_cross(x1, z1, x2, z2, p), b, p),
             sum_w(times(x1, x2, p), times(z1, z2, p), p), p);
*/

#endif
