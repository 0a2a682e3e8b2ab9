/* The pseudorandom function of RFC 5246 section 5: PRF(secret, label, seed) = P_<hash>(secret, label + seed). */
#ifndef TLS12_CRYPTO_PRF_H
#define TLS12_CRYPTO_PRF_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "wire/bytes.h"

/* Writes out[0 .. n-1]. The seed is seed1 followed by seed2; either may be empty. label is a string without its final
 * zero byte. out overlaps no input. */
void tls12_prf(enum tls12_hash hash, struct tls12_bytes secret, const char *label, struct tls12_bytes seed1,
               struct tls12_bytes seed2, uint8_t *out, uint32_t n);

#endif
