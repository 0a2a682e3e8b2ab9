/* GMP's mpn layer. The proofs read the contracts assumed of it, proofs/assumptions/gmp.h, in the place of <gmp.h>. */
#ifndef TLS12_ARITHMETIC_GMP_CALLS_H
#define TLS12_ARITHMETIC_GMP_CALLS_H

#include <gmp.h>

/* The sizes used here: numbers up to 8192 bits, and the most scratch that mpn_sec_powm asks for at that size, and
 * mpn_sec_mul, mpn_sec_div_r and mpn_sec_invert. The tests compare both with what GMP asks for. */
#define LIMBS_MAX 128
#define NUMBER_BYTES 1024
#define POWM_SCRATCH 8704
#define PRODUCT_SCRATCH 514

#endif
