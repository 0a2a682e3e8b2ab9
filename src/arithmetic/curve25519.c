/* The parameters of curve25519 (RFC 7748 section 4.1), limbs least significant first. */
#include "arithmetic/digits_lemmas.h"
#include "arithmetic/montgomery.h"

static const struct montgomery_curve curve = {
    .group = 29,
    .field = {4, {{0xffffffffffffffed, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff}}},
    .a24 = {{121665}},
    .base = {{9}},
    .bits = 255,
    .bytes = 32,
    .cleared = 3,
};

const struct montgomery_curve *curve25519(void)
{
  //@ assert p_digits: digits(&curve.field.value) == x_p(29);
  //@ assert a24_digits: digits(&curve.a24) == x_a24(29);
  //@ assert base_digits: digits(&curve.base) == x_base(29);
  //@ assert p: element(curve.field.value) == x_p(29);
  //@ assert a24: element(curve.a24) == x_a24(29);
  //@ assert base: element(curve.base) == x_base(29);
  //@ assert field: is_modulus(curve.field);
  //@ assert reduced: is_reduced(curve.a24, curve.field) && is_reduced(curve.base, curve.field);
  return &curve;
}
