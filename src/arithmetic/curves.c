#include "arithmetic/curves.h"

#include <stddef.h>

#include "spec/algorithms.h"

const struct prime_curve *prime_curve(unsigned group)
{
  return group == TLS12_SECP256R1   ? curve_secp256r1()
         : group == TLS12_SECP384R1 ? curve_secp384r1()
         : group == TLS12_SECP521R1 ? curve_secp521r1()
                                    : NULL;
}
