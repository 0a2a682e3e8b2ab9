#include "arithmetic/multiply.h"

#include "arithmetic/multiply_fast.h"
#include "arithmetic/multiply_proven.h"

#ifdef TLS12_PROVEN_CURVES
#define CHOSEN(name) proven_##name
#else
#define CHOSEN(name) fast_##name
#endif

struct curve_point multiply_point(unsigned group, struct field_element k, struct curve_point P)
{
  return CHOSEN(multiply_point)(group, k, P);
}

struct curve_point multiply_base(unsigned group, struct field_element k)
{
  return CHOSEN(multiply_base)(group, k);
}

struct curve_point multiply_sum(unsigned group, struct field_element u1, struct field_element u2, struct curve_point Q)
{
  return CHOSEN(multiply_sum)(group, u1, u2, Q);
}
