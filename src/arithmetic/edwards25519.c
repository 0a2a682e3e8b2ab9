/* The parameters of edwards25519 (RFC 8032 section 5.1), limbs least significant first. */
#include "arithmetic/digits_lemmas.h"
#include "arithmetic/edwards.h"

static const struct edwards_curve curve = {
    .signature = 7,
    .bytes = 32,
    .field = {4, {{0xffffffffffffffed, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff}}},
    .order = {4, {{0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0x0000000000000000, 0x1000000000000000}}},
    .a = {{0xffffffffffffffec, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff}},
    .d = {{0x75eb4dca135978a3, 0x00700a4d4141d8ab, 0x8cc740797779e898, 0x52036cee2b6ffe73}},
    .base = {{{0xc9562d608f25d51a, 0x692cc7609525a7b2, 0xc0a4e231fdd6dc5c, 0x216936d3cd6e53fe}},
             {{0x6666666666666658, 0x6666666666666666, 0x6666666666666666, 0x6666666666666666}},
             {{1}}},
    .root_exponent = {0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f},
    .root_of_minus_one = {{0xc4ee1b274a0ea0b0, 0x2f431806ad2fe478, 0x2b4d00993dfbd7a7, 0x2b8324804fc1df0b}},
};

const struct edwards_curve *edwards25519(void)
{
  //@ assert p_digits: digits(&curve.field.value) == ed_p(7);
  //@ assert p: element(curve.field.value) == ed_p(7);
  //@ assert order_digits: digits(&curve.order.value) == ed_order(7);
  //@ assert order: element(curve.order.value) == ed_order(7);
  //@ assert a_digits: digits(&curve.a) == ed_a(7);
  //@ assert a: element(curve.a) == ed_a(7);
  //@ assert d_digits: digits(&curve.d) == ed_d(7);
  //@ assert d: element(curve.d) == ed_d(7);
  //@ assert x_digits: digits(&curve.base.x) == ed_x(7);
  //@ assert x: element(curve.base.x) == ed_x(7);
  //@ assert y_digits: digits(&curve.base.y) == ed_y(7);
  //@ assert y: element(curve.base.y) == ed_y(7);
  //@ assert z_digits: digits(&curve.base.z) == 1;
  //@ assert z: element(curve.base.z) == 1;
  //@ assert root: digits(&curve.root_of_minus_one) < digits(&curve.field.value);
  //@ assert field: is_modulus(curve.field);
  //@ assert group: is_modulus(curve.order);
  return &curve;
}
