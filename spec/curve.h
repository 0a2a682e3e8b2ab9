/* The curve y^2 = x^3 - 3x + b over the integers modulo p, and its complete addition law, as logic over integers.
 *
 * Points are projective: (X : Y : Z). A function with a first argument `coordinate` gives X for 0, Y for 1, Z for 2. */
#ifndef TLS12_SPEC_CURVE_H
#define TLS12_SPEC_CURVE_H

/*@ predicate on_curve(integer x, integer y, integer b, integer p) =
      modulo(y * y, p) == modulo(x * x * x - 3 * x + b, p);

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
/*@ logic integer sum_u(integer xx, integer zz, integer xz, integer b) = 3 * (xz - b * zz);
    logic integer sum_v(integer xx, integer zz, integer xz, integer b) = 3 * (b * xz - 3 * zz - xx);
    logic integer sum_w(integer xx, integer zz) = 3 * xx - 3 * zz;

    // from the products X1 X2, Y1 Y2, Z1 Z2 and the sums A, B, C
    logic integer sum_of_products(integer coordinate, integer xx, integer yy, integer zz, integer xy, integer yz, integer xz,
                                  integer b, integer p) =
      coordinate == 0 ? modulo(xy * (yy + sum_u(xx, zz, xz, b)) - yz * sum_v(xx, zz, xz, b), p) :
      coordinate == 1 ? modulo((yy + sum_u(xx, zz, xz, b)) * (yy - sum_u(xx, zz, xz, b)) +
                               sum_w(xx, zz) * sum_v(xx, zz, xz, b), p) :
      modulo((yy - sum_u(xx, zz, xz, b)) * yz + xy * sum_w(xx, zz), p);

    logic integer sum(integer coordinate, integer x1, integer y1, integer z1, integer x2, integer y2, integer z2,
                      integer b, integer p) =
      sum_of_products(coordinate, x1 * x2, y1 * y2, z1 * z2, x1 * y2 + x2 * y1, y1 * z2 + y2 * z1, x1 * z2 + x2 * z1, b, p);
*/

#endif
