/* The parameters of secp521r1 (RFC 5903 section 3), limbs least significant first. */
#include "arithmetic/curves.h"
#include "arithmetic/size_lemmas.h"

static const struct prime_curve curve = {
    .field = {9,
              {{0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff,
                0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0x00000000000001ff}}},
    .order = {9,
              {{0xbb6fb71e91386409, 0x3bb5c9b8899c47ae, 0x7fcc0148f709a5d0, 0x51868783bf2f966b, 0xfffffffffffffffa,
                0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0x00000000000001ff}}},
    .b = {{0xef451fd46b503f00, 0x3573df883d2c34f1, 0x1652c0bd3bb1bf07, 0x56193951ec7e937b, 0xb8b489918ef109e1,
           0xa2da725b99b315f3, 0x929a21a0b68540ee, 0x953eb9618e1c9a1f, 0x0000000000000051}},
    .base = {{{0xf97e7e31c2e5bd66, 0x3348b3c1856a429b, 0xfe1dc127a2ffa8de, 0xa14b5e77efe75928, 0xf828af606b4d3dba,
               0x9c648139053fb521, 0x9e3ecb662395b442, 0x858e06b70404e9cd, 0x00000000000000c6}},
             {{0x88be94769fd16650, 0x353c7086a272c240, 0xc550b9013fad0761, 0x97ee72995ef42640, 0x17afbd17273e662c,
               0x98f54449579b4468, 0x5c8a5fb42c7d1bd9, 0x39296a789a3bc004, 0x0000000000000118}},
             {{1}}},
    .bytes = 66,
    .bits = 521,
};

const struct prime_curve *curve_secp521r1(void)
{
  //@ assert p_digits: digits(&curve.field.value) == curve_p(25);
  //@ assert n_digits: digits(&curve.order.value) == curve_n(25);
  //@ assert b_digits: digits(&curve.b) == curve_b(25);
  //@ assert x_digits: digits(&curve.base.x) == curve_x(25);
  //@ assert y_digits: digits(&curve.base.y) == curve_y(25);
  //@ assert z_digits: digits(&curve.base.z) == 1;
  //@ assert p: element(curve.field.value) == curve_p(25);
  //@ assert n: element(curve.order.value) == curve_n(25);
  //@ assert b: element(curve.b) == curve_b(25);
  //@ assert x: element(curve.base.x) == curve_x(25);
  //@ assert y: element(curve.base.y) == curve_y(25);
  //@ assert z: element(curve.base.z) == 1;
  //@ assert field: is_modulus(curve.field);
  //@ assert order: is_modulus(curve.order);
  //@ assert reduced: is_reduced(curve.b, curve.field) && is_point(curve.base, curve.field);
  //@ assert sizes: curve_p(25) < pow256(66) && curve_n(25) < pow256(66);
  return &curve;
}
