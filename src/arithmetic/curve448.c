/* The parameters of curve448 (RFC 7748 section 4.2), limbs least significant first. */
#include "arithmetic/digits_lemmas.h"
#include "arithmetic/montgomery.h"

static const struct montgomery_curve curve = {
    .group = 30,
    .field = {7,
              {{0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffeffffffff, 0xffffffffffffffff,
                0xffffffffffffffff, 0xffffffffffffffff}}},
    .a24 = {{39081}},
    .base = {{5}},
    .bits = 448,
    .bytes = 56,
    .cleared = 2,
};

const struct montgomery_curve *curve448(void)
{
  //@ assert p_digits: digits(&curve.field.value) == x_p(30);
  //@ assert a24_digits: digits(&curve.a24) == x_a24(30);
  //@ assert base_digits: digits(&curve.base) == x_base(30);
  //@ assert p: element(curve.field.value) == x_p(30);
  //@ assert a24: element(curve.a24) == x_a24(30);
  //@ assert base: element(curve.base) == x_base(30);
  //@ assert field: is_modulus(curve.field);
  //@ assert reduced: is_reduced(curve.a24, curve.field) && is_reduced(curve.base, curve.field);
  return &curve;
}
