/* The RSA key that a private key holds. */
#ifndef TLS12_X509_RSA_KEY_H
#define TLS12_X509_RSA_KEY_H

#include "arithmetic/rsa.h"
#include "x509/private_key.h"

/* The numbers of a key of kind TLS12_KEY_RSA, which stay where they are. */
/*@ requires key: \valid_read(key);
    terminates \true;
    exits \false;
    assigns \result \from *key;
    ensures modulus: \result.modulus == key->modulus;
    ensures public_exponent: \result.public_exponent == key->public_exponent;
    ensures private_exponent: \result.private_exponent == key->private_exponent;
    ensures primes: \result.prime1 == key->prime1 && \result.prime2 == key->prime2;
    ensures exponents: \result.exponent1 == key->exponent1 && \result.exponent2 == key->exponent2;
    ensures coefficient: \result.coefficient == key->coefficient;
*/
struct rsa_private_key rsa_key_of(const struct tls12_private_key *key);

#endif
