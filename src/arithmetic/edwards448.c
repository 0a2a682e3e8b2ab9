/* The parameters of edwards448 (RFC 8032 section 5.2), limbs least significant first. */
#include "arithmetic/digits_lemmas.h"
#include "arithmetic/edwards.h"

static const struct edwards_curve curve = {
    .signature = 8,
    .bytes = 57,
    .field = {7,
              {{0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffeffffffff, 0xffffffffffffffff,
                0xffffffffffffffff, 0xffffffffffffffff}}},
    .order = {7,
              {{0x2378c292ab5844f3, 0x216cc2728dc58f55, 0xc44edb49aed63690, 0xffffffff7cca23e9, 0xffffffffffffffff,
                0xffffffffffffffff, 0x3fffffffffffffff}}},
    .a = {{1}},
    .d = {{0xffffffffffff6756, 0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffeffffffff, 0xffffffffffffffff,
           0xffffffffffffffff, 0xffffffffffffffff}},
    .base = {{{0x2626a82bc70cc05e, 0x433b80e18b00938e, 0x12ae1af72ab66511, 0xea6de324a3d3a464, 0x9e146570470f1767,
               0x221d15a622bf36da, 0x4f1970c66bed0ded}},
             {{0x9808795bf230fa14, 0xfdbd132c4ed7c8ad, 0x3ad3ff1ce67c39c4, 0x87789c1e05a0c2d7, 0x4bea73736ca39840,
               0x8876203756c9c762, 0x693f46716eb6bc24}},
             {{1}}},
    .root_exponent = {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0,
                      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x3f},
    .root_of_minus_one = {{1}},
};

const struct edwards_curve *edwards448(void)
{
  //@ assert p_digits: digits(&curve.field.value) == ed_p(8);
  //@ assert p: element(curve.field.value) == ed_p(8);
  //@ assert order_digits: digits(&curve.order.value) == ed_order(8);
  //@ assert order: element(curve.order.value) == ed_order(8);
  //@ assert a_digits: digits(&curve.a) == ed_a(8);
  //@ assert a: element(curve.a) == ed_a(8);
  //@ assert d_digits: digits(&curve.d) == ed_d(8);
  //@ assert d: element(curve.d) == ed_d(8);
  //@ assert x_digits: digits(&curve.base.x) == ed_x(8);
  //@ assert x: element(curve.base.x) == ed_x(8);
  //@ assert y_digits: digits(&curve.base.y) == ed_y(8);
  //@ assert y: element(curve.base.y) == ed_y(8);
  //@ assert z_digits: digits(&curve.base.z) == 1;
  //@ assert z: element(curve.base.z) == 1;
  //@ assert root: digits(&curve.root_of_minus_one) < digits(&curve.field.value);
  //@ assert field: is_modulus(curve.field);
  //@ assert group: is_modulus(curve.order);
  return &curve;
}
