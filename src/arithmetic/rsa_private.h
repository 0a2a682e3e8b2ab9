/* What signing and decryption ask of a private key. */
#ifndef TLS12_ARITHMETIC_RSA_PRIVATE_H
#define TLS12_ARITHMETIC_RSA_PRIVATE_H

#include "arithmetic/rsa.h"

/* k; 0 when the key cannot be used: its public part is unfit or the private exponent has no or more than RSA_MAX_BYTES bytes.
 * The private exponent may have leading zeros: how many is secret. */
uint32_t rsa_private_size(const struct rsa_private_key *key);

#endif
