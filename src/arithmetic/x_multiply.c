#include "arithmetic/x_multiply.h"

#include "arithmetic/fast_x25519.h"
#include "spec/algorithms.h"

struct field_element x_multiply(const struct montgomery_curve *c, const uint8_t *k, struct field_element u)
{
#ifndef TLS12_PROVEN_CURVES
  if (c->group == TLS12_X25519) return fast_x25519(k, u);
#endif
  return montgomery_multiply(c, k, u);
}
