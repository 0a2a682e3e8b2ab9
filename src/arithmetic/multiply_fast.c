#include "arithmetic/multiply_fast.h"

#include "arithmetic/fast_curve.h"

static const struct fast_curve *fast_curve(unsigned group)
{
  return group == TLS12_SECP256R1 ? &fast_secp256r1 : group == TLS12_SECP384R1 ? &fast_secp384r1 : &fast_secp521r1;
}

struct curve_point fast_multiply_point(unsigned group, struct field_element k, struct curve_point P)
{
  return fast_curve(group)->multiply_point(prime_curve(group), k, P);
}

struct curve_point fast_multiply_base(unsigned group, struct field_element k)
{
  return fast_curve(group)->multiply_base(prime_curve(group), k);
}

struct curve_point fast_multiply_sum(unsigned group, struct field_element u1, struct field_element u2,
                                     struct curve_point Q)
{
  return fast_curve(group)->multiply_sum(prime_curve(group), u1, u2, Q);
}
