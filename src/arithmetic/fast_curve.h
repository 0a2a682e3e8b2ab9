/* The curves of arithmetic/multiply_fast.h. */
#ifndef TLS12_ARITHMETIC_FAST_CURVE_H
#define TLS12_ARITHMETIC_FAST_CURVE_H

#include "arithmetic/point.h"
#include "spec/algorithms.h"

struct fast_curve {
  struct curve_point (*multiply_point)(const struct prime_curve *c, struct field_element k, struct curve_point P);
  struct curve_point (*multiply_base)(const struct prime_curve *c, struct field_element k);
  struct curve_point (*multiply_sum)(const struct prime_curve *c, struct field_element u1, struct field_element u2,
                                     struct curve_point Q);
};

extern const struct fast_curve fast_secp256r1, fast_secp384r1, fast_secp521r1;

#endif
