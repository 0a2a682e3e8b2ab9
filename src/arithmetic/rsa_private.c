#include "arithmetic/rsa_private.h"

uint32_t rsa_private_size(const struct rsa_private_key *key)
{
  struct rsa_public_key public;
  public.modulus.data = key->modulus.data;
  public.modulus.length = key->modulus.length;
  public.exponent.data = key->public_exponent.data;
  public.exponent.length = key->public_exponent.length;
  /*@ assert same: public.modulus.data == key->modulus.data && public.modulus.length == key->modulus.length &&
        public.exponent.data == key->public_exponent.data && public.exponent.length == key->public_exponent.length; */
  if (key->private_exponent.length == 0 || key->private_exponent.length > RSA_MAX_BYTES) return 0;
  return rsa_size(&public);
}
