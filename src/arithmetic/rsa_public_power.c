#include "arithmetic/number.h"
#include "arithmetic/rsa_private.h"
#include <stddef.h>

int rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in)
{
  const struct tls12_bytes n = key->modulus, e = number_trim(key->exponent), base = {in, n.length}, zero = {NULL, 0};
  if (!number_less(zero, base) || !number_less(base, n)) return 0;
  number_public_power(out, base, e, n);
  return 1;
}
