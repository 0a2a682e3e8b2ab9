/* The parameters of secp256r1 (RFC 5903 section 3), limbs least significant first. */
#include "arithmetic/curves.h"
#include "arithmetic/size_lemmas.h"

static const struct prime_curve curve = {
    .field = {4, {{0xffffffffffffffff, 0x00000000ffffffff, 0x0000000000000000, 0xffffffff00000001}}},
    .order = {4, {{0xf3b9cac2fc632551, 0xbce6faada7179e84, 0xffffffffffffffff, 0xffffffff00000000}}},
    .b = {{0x3bce3c3e27d2604b, 0x651d06b0cc53b0f6, 0xb3ebbd55769886bc, 0x5ac635d8aa3a93e7}},
    .base = {{{0xf4a13945d898c296, 0x77037d812deb33a0, 0xf8bce6e563a440f2, 0x6b17d1f2e12c4247}},
             {{0xcbb6406837bf51f5, 0x2bce33576b315ece, 0x8ee7eb4a7c0f9e16, 0x4fe342e2fe1a7f9b}},
             {{1}}},
    .bytes = 32,
    .bits = 256,
};

const struct prime_curve *curve_secp256r1(void)
{
  //@ assert p_digits: digits(&curve.field.value) == curve_p(23);
  //@ assert n_digits: digits(&curve.order.value) == curve_n(23);
  //@ assert b_digits: digits(&curve.b) == curve_b(23);
  //@ assert x_digits: digits(&curve.base.x) == curve_x(23);
  //@ assert y_digits: digits(&curve.base.y) == curve_y(23);
  //@ assert z_digits: digits(&curve.base.z) == 1;
  //@ assert p: element(curve.field.value) == curve_p(23);
  //@ assert n: element(curve.order.value) == curve_n(23);
  //@ assert b: element(curve.b) == curve_b(23);
  //@ assert x: element(curve.base.x) == curve_x(23);
  //@ assert y: element(curve.base.y) == curve_y(23);
  //@ assert z: element(curve.base.z) == 1;
  //@ assert field: is_modulus(curve.field);
  //@ assert order: is_modulus(curve.order);
  //@ assert reduced: is_reduced(curve.b, curve.field) && is_point(curve.base, curve.field);
  //@ assert sizes: curve_p(23) < pow256(32) && curve_n(23) < pow256(32);
  return &curve;
}
