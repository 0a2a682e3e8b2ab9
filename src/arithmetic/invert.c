#include "arithmetic/invert.h"

#include "arithmetic/invert_fast.h"

struct field_element invert(struct field_element a, const struct modulus *m)
{
#ifdef TLS12_PROVEN_CURVES
  return field_invert(a, m);
#else
  return fast_invert(a, m);
#endif
}
