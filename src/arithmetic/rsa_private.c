#include "arithmetic/rsa_private.h"

uint32_t rsa_private_size(const struct rsa_private_key *key)
{
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  if (key->private_exponent.length == 0 || key->private_exponent.length > RSA_MAX_BYTES) return 0;
  return rsa_size(&public);
}
