#include "x509/rsa_key.h"

struct rsa_private_key rsa_key_of(const struct tls12_private_key *key)
{
  return (struct rsa_private_key){key->modulus, key->public_exponent, key->private_exponent, key->prime1,
                                  key->prime2,  key->exponent1,       key->exponent2,        key->coefficient};
}
