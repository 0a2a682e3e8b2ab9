/* GMP's mpn layer; for proofs, the contracts that are assumed of it. */
#ifndef TLS12_ARITHMETIC_GMP_CALLS_H
#define TLS12_ARITHMETIC_GMP_CALLS_H

#ifdef __FRAMAC__
#include "proofs/assumptions/gmp.h"
#else
#include <gmp.h>
#endif

/* The sizes used here: numbers up to 8192 bits, and the scratch that mpn_sec_powm asks for at that size. */
#define LIMBS_MAX 128
#define NUMBER_BYTES 1024
#define POWM_SCRATCH 8704

#endif
