/* The curve y^2 = x^3 - 3x + b over the field of integers modulo p, its complete addition law, multiples of a point, and
 * the parameters of secp256r1, secp384r1 and secp521r1 (RFC 5903 section 3), as equations over that field (field.h).
 *
 * Points are projective: (X : Y : Z) stands for (X/Z, Y/Z), and Z = 0 for the point at infinity. `group` is a NamedCurve
 * code point: 23, 24 or 25 (RFC 8422 section 5.1.1). */
#ifndef TLS12_SPEC_CURVE_H
#define TLS12_SPEC_CURVE_H

/*@ logic integer curve_bytes(integer group) = group == 23 ? 32 : group == 24 ? 48 : group == 25 ? 66 : 0;

    // The prime p, the order n of the base point, b, and the base point G.
    logic integer curve_p(integer group) =
      group == 23 ? 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff :
      group == 24 ? 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff :
                    0x1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff;
    logic integer curve_n(integer group) =
      group == 23 ? 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551 :
      group == 24 ? 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973 :
                    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409;
    logic integer curve_b(integer group) =
      group == 23 ? 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b :
      group == 24 ? 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef :
                    0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00;
    logic integer curve_x(integer group) =
      group == 23 ? 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296 :
      group == 24 ? 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7 :
                    0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66;
    logic integer curve_y(integer group) =
      group == 23 ? 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5 :
      group == 24 ? 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f :
                    0x11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650;
*/

/*@ logic integer curve_right_side(integer x, integer b, integer p) =
      plus(minus(times(times(x, x, p), x, p), thrice(x, p), p), b, p);

    predicate on_curve(integer x, integer y, integer b, integer p) = times(y, y, p) == curve_right_side(x, b, p);

    // The coordinates are reduced. (That the point satisfies the equation is ecdh_check_point's to say.)
    predicate is_point(struct curve_point P, struct modulus m) =
      is_reduced(P.x, m) && is_reduced(P.y, m) && is_reduced(P.z, m);

    predicate is_curve(struct prime_curve c) =
      is_modulus(c.field) && is_modulus(c.order) && is_reduced(c.b, c.field) && is_point(c.base, c.field) &&
      (c.bytes == 32 || c.bytes == 48 || c.bytes == 66) && c.bytes <= 8 * c.order.limbs && element(c.field.value) < pow256(c.bytes) &&
      element(c.order.value) < pow256(c.bytes);

    predicate is_group(struct prime_curve c, integer group) =
      c.bytes == curve_bytes(group) && c.bits == (group == 25 ? 521 : 8 * c.bytes) &&
      element(c.field.value) == curve_p(group) && element(c.order.value) == curve_n(group) && element(c.b) == curve_b(group) &&
      element(c.base.x) == curve_x(group) && element(c.base.y) == curve_y(group) && element(c.base.z) == 1; */

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

    // coordinate 0 is X, 1 is Y, 2 is Z
    logic integer sum(integer coordinate, integer x1, integer y1, integer z1, integer x2, integer y2, integer z2, integer b,
                      integer p) =
      coordinate == 0 ? sum_x(x1, y1, z1, x2, y2, z2, b, p) :
      coordinate == 1 ? sum_y(x1, y1, z1, x2, y2, z2, b, p) :
                        sum_z(x1, y1, z1, x2, y2, z2, b, p);
*/

/* Multiples of a point by doubling and adding, from the highest bit of k: 0 P is infinity, (0 : 1 : 0), and
 * k P = 2 (k/2 P) + (k mod 2) P. */
/*@ // 2 R + bit P
    logic integer next_multiple(integer coordinate, integer bit, integer x, integer y, integer z, integer px, integer py,
                                integer pz, integer b, integer p) =
      bit == 0 ? sum(coordinate, x, y, z, x, y, z, b, p) :
                 sum(coordinate, sum(0, x, y, z, x, y, z, b, p), sum(1, x, y, z, x, y, z, b, p), sum(2, x, y, z, x, y, z, b, p),
                     px, py, pz, b, p);

    logic integer multiple(integer coordinate, integer k, integer px, integer py, integer pz, integer b, integer p) =
      k <= 0 ? (coordinate == 1 ? 1 : 0) :
               next_multiple(coordinate, k % 2, multiple(0, k / 2, px, py, pz, b, p), multiple(1, k / 2, px, py, pz, b, p),
                             multiple(2, k / 2, px, py, pz, b, p), px, py, pz, b, p);

    // X / Z and Y / Z; 0 at infinity
    logic integer affine(integer coordinate, integer z, integer p) = times(coordinate, inverse(z, p), p);

    predicate is_multiple(struct curve_point R, integer k, struct curve_point P, struct prime_curve c) =
      element(R.x) == multiple(0, k, element(P.x), element(P.y), element(P.z), element(c.b), element(c.field.value)) &&
      element(R.y) == multiple(1, k, element(P.x), element(P.y), element(P.z), element(c.b), element(c.field.value)) &&
      element(R.z) == multiple(2, k, element(P.x), element(P.y), element(P.z), element(c.b), element(c.field.value));
*/

#endif
