/* The twisted Edwards curves a x^2 + y^2 = 1 + d x^2 y^2 of RFC 8032: edwards25519 (section 5.1) and edwards448 (section 5.2), as
 * equations over the field (field.h). `signature` is a SignatureAlgorithm, 7 or 8 (RFC 8422 section 5.1.3).
 *
 * Points are projective: (X : Y : Z) stands for (X/Z, Y/Z). */
#ifndef TLS12_SPEC_EDWARDS_H
#define TLS12_SPEC_EDWARDS_H

#include "spec/field.h"
#include "spec/little_endian.h"

/*@ // Bytes of an encoded point and of a private key; whole bytes of a coordinate.
    logic integer ed_bytes(integer signature) = signature == 7 ? 32 : signature == 8 ? 57 : 0;
    logic integer ed_field_bytes(integer signature) = signature == 7 ? 32 : 56;

    // The prime p, the order L of the base point, a, d, and the base point B.
    logic integer ed_p(integer signature) =
      signature == 7 ? 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed :
                       0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffff;
    logic integer ed_order(integer signature) =
      signature == 7 ? 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed :
                       0x3fffffffffffffffffffffffffffffffffffffffffffffffffffffff7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3;
    logic integer ed_a(integer signature) = signature == 7 ? ed_p(7) - 1 : 1;
    logic integer ed_d(integer signature) =
      signature == 7 ? 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3 : ed_p(8) - 39081;
    logic integer ed_x(integer signature) =
      signature == 7 ? 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a :
                       0x4f1970c66bed0ded221d15a622bf36da9e146570470f1767ea6de324a3d3a46412ae1af72ab66511433b80e18b00938e2626a82bc70cc05e;
    logic integer ed_y(integer signature) =
      signature == 7 ? 0x6666666666666666666666666666666666666666666666666666666666666658 :
                       0x693f46716eb6bc248876203756c9c7624bea73736ca3984087789c1e05a0c2d73ad3ff1ce67c39c4fdbd132c4ed7c8ad9808795bf230fa14; */

/* The complete addition law (Bernstein, Birkner, Joye, Lange, Peters, "Twisted Edwards Curves", 2008, section 6; RFC 8032 section
 * 5.2.4 for a = 1), with
 *   A = Z1 Z2, B = A^2, C = X1 X2, D = Y1 Y2, E = d C D, F = B - E, G = B + E:
 *   X3 = A F ((X1 + Y1)(X2 + Y2) - C - D)
 *   Y3 = A G (D - a C)
 *   Z3 = F G
 * As a is a square modulo p and d is none, it holds for every pair of points. */
/*@ // from C and D, and F and G from B and E
    logic integer ed_e(integer c, integer d, integer curve_d, integer p) = times(curve_d, times(c, d, p), p);
    logic integer ed_h(integer x1, integer y1, integer x2, integer y2, integer p) =
      minus(minus(times(plus(x1, y1, p), plus(x2, y2, p), p), times(x1, x2, p), p), times(y1, y2, p), p);
    logic integer ed_sum_abc(integer coordinate, integer a, integer b, integer e, integer h, integer v, integer p) =
      coordinate == 0 ? times(times(a, minus(b, e, p), p), h, p) :
      coordinate == 1 ? times(times(a, plus(b, e, p), p), v, p) :
                        times(minus(b, e, p), plus(b, e, p), p);

    // coordinate 0 is X, 1 is Y, 2 is Z
    logic integer ed_sum(integer coordinate, integer x1, integer y1, integer z1, integer x2, integer y2, integer z2,
                         integer curve_a, integer curve_d, integer p) =
      ed_sum_abc(coordinate, times(z1, z2, p), times(times(z1, z2, p), times(z1, z2, p), p),
                 ed_e(times(x1, x2, p), times(y1, y2, p), curve_d, p), ed_h(x1, y1, x2, y2, p),
                 minus(times(y1, y2, p), times(curve_a, times(x1, x2, p), p), p), p); */

/* Multiples by doubling and adding, from the highest bit of the scalar k, a number of 8 ed_field_bytes bits, least significant
 * byte first: the bits from t upwards. Before them, (0 : 1 : 1). */
/*@ // 2 R + bit P
    logic integer ed_next(integer coordinate, integer bit, integer x, integer y, integer z, integer px, integer py, integer pz,
                          integer a, integer d, integer p) =
      bit == 0 ? ed_sum(coordinate, x, y, z, x, y, z, a, d, p) :
                 ed_sum(coordinate, ed_sum(0, x, y, z, x, y, z, a, d, p), ed_sum(1, x, y, z, x, y, z, a, d, p),
                        ed_sum(2, x, y, z, x, y, z, a, d, p), px, py, pz, a, d, p);

    logic integer ed_multiple{L}(integer coordinate, uint8_t *k, integer t, integer px, integer py, integer pz,
                                 integer signature) =
      t >= 8 * ed_field_bytes(signature) ?
        (coordinate == 0 ? 0 : 1) :
        ed_next(coordinate, bit{L}(k, t), ed_multiple{L}(0, k, t + 1, px, py, pz, signature),
                ed_multiple{L}(1, k, t + 1, px, py, pz, signature), ed_multiple{L}(2, k, t + 1, px, py, pz, signature), px, py, pz,
                ed_a(signature), ed_d(signature), ed_p(signature));

    // X / Z, Y / Z
    logic integer ed_affine(integer coordinate, integer z, integer p) = times(coordinate, inverse(z, p), p); */

/* Points as bytes (RFC 8032 sections 5.1.2 and 5.2.2): y, and the lowest bit of x as the highest bit of the last byte. */
/*@ predicate is_encoded_point{L}(uint8_t *b, integer x, integer y, integer signature) =
      signature == 7 ?
        little_endian(b, 0, 32) == y + 0x8000000000000000000000000000000000000000000000000000000000000000 * (x % 2) :
        little_endian(b, 0, 56) == y && b[56] == 128 * (x % 2);

    logic integer encoded_y{L}(uint8_t *b, integer signature) =
      signature == 7 ? little_endian(b, 0, 32) % 0x8000000000000000000000000000000000000000000000000000000000000000 :
                       little_endian(b, 0, 56);

    // Decoding (sections 5.1.3 and 5.2.3): x^2 = (y^2 - 1) / (d y^2 - a)
    logic integer ed_x_squared(integer y, integer a, integer d, integer p) =
      times(minus(times(y, y, p), 1, p), inverse(minus(times(d, times(y, y, p), p), a, p), p), p);

    predicate is_on_edwards(integer x, integer y, integer signature) =
      times(x, x, ed_p(signature)) == ed_x_squared(y, ed_a(signature), ed_d(signature), ed_p(signature)); */

/*@ predicate is_edwards_point(struct edwards_point P, struct modulus m) =
      is_reduced(P.x, m) && is_reduced(P.y, m) && is_reduced(P.z, m);

    predicate is_ed_multiple{L}(struct edwards_point R, uint8_t *k, integer t, struct edwards_point P, integer signature) =
      element(R.x) == ed_multiple(0, k, t, element(P.x), element(P.y), element(P.z), signature) &&
      element(R.y) == ed_multiple(1, k, t, element(P.x), element(P.y), element(P.z), signature) &&
      element(R.z) == ed_multiple(2, k, t, element(P.x), element(P.y), element(P.z), signature);

    predicate is_edwards(struct edwards_curve c) =
      ed_bytes(c.signature) > 0 && c.bytes == ed_bytes(c.signature) && c.field.limbs == c.order.limbs &&
      8 * c.field.limbs == ed_field_bytes(c.signature) && is_modulus(c.field) && is_modulus(c.order) &&
      element(c.field.value) == ed_p(c.signature) && element(c.order.value) == ed_order(c.signature) &&
      is_reduced(c.a, c.field) && element(c.a) == ed_a(c.signature) && is_reduced(c.d, c.field) &&
      element(c.d) == ed_d(c.signature) && is_edwards_point(c.base, c.field) && element(c.base.x) == ed_x(c.signature) &&
      element(c.base.y) == ed_y(c.signature) && element(c.base.z) == 1 && is_reduced(c.root_of_minus_one, c.field); */

#endif
