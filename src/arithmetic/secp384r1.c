/* The parameters of secp384r1 (RFC 5903 section 3), limbs least significant first. */
#include "arithmetic/curves.h"
#include "arithmetic/size_lemmas.h"

static const struct prime_curve curve = {
    .field = {6,
              {{0x00000000ffffffff, 0xffffffff00000000, 0xfffffffffffffffe, 0xffffffffffffffff, 0xffffffffffffffff,
                0xffffffffffffffff}}},
    .order = {6,
              {{0xecec196accc52973, 0x581a0db248b0a77a, 0xc7634d81f4372ddf, 0xffffffffffffffff, 0xffffffffffffffff,
                0xffffffffffffffff}}},
    .b = {{0x2a85c8edd3ec2aef, 0xc656398d8a2ed19d, 0x0314088f5013875a, 0x181d9c6efe814112, 0x988e056be3f82d19,
           0xb3312fa7e23ee7e4}},
    .base = {{{0x3a545e3872760ab7, 0x5502f25dbf55296c, 0x59f741e082542a38, 0x6e1d3b628ba79b98, 0x8eb1c71ef320ad74,
               0xaa87ca22be8b0537}},
             {{0x7a431d7c90ea0e5f, 0x0a60b1ce1d7e819d, 0xe9da3113b5f0b8c0, 0xf8f41dbd289a147c, 0x5d9e98bf9292dc29,
               0x3617de4a96262c6f}},
             {{1}}},
    .bytes = 48,
    .bits = 384,
};

const struct prime_curve *curve_secp384r1(void)
{
  //@ assert p_digits: digits(&curve.field.value) == curve_p(24);
  //@ assert n_digits: digits(&curve.order.value) == curve_n(24);
  //@ assert b_digits: digits(&curve.b) == curve_b(24);
  //@ assert x_digits: digits(&curve.base.x) == curve_x(24);
  //@ assert y_digits: digits(&curve.base.y) == curve_y(24);
  //@ assert z_digits: digits(&curve.base.z) == 1;
  //@ assert p: element(curve.field.value) == curve_p(24);
  //@ assert n: element(curve.order.value) == curve_n(24);
  //@ assert b: element(curve.b) == curve_b(24);
  //@ assert x: element(curve.base.x) == curve_x(24);
  //@ assert y: element(curve.base.y) == curve_y(24);
  //@ assert z: element(curve.base.z) == 1;
  //@ assert field: is_modulus(curve.field);
  //@ assert order: is_modulus(curve.order);
  //@ assert reduced: is_reduced(curve.b, curve.field) && is_point(curve.base, curve.field);
  //@ assert sizes: curve_p(24) < pow256(48) && curve_n(24) < pow256(48);
  return &curve;
}
