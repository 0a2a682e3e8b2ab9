/* The named finite-field groups of RFC 7919 appendix A: ffdhe2048, ffdhe3072 and ffdhe4096. */
#ifndef TLS12_ARITHMETIC_FFDHE_H
#define TLS12_ARITHMETIC_FFDHE_H

#include "spec/algorithms.h"
#include "wire/bytes.h"

/* dh_p of the group, 256, 384 or 512 bytes in static memory; length 0 for every other group. */
struct tls12_bytes ffdhe_prime(enum tls12_group group);

/* dh_g, which is 2 for every named group. */
struct tls12_bytes ffdhe_generator(void);

#endif
