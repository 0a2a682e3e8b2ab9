/* Clears secrets of the arithmetic: tls12_wipe with types, as the proofs follow them. */
#ifndef TLS12_ARITHMETIC_CLEAR_H
#define TLS12_ARITHMETIC_CLEAR_H

#include "arithmetic/gmp_calls.h"
#include <stdint.h>

/* n limbs become zero. */
/*@ requires memory: \valid(limbs + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns limbs[0 .. n - 1];
    ensures clear: \forall integer i; 0 <= i < n ==> limbs[i] == 0; */
void limbs_clear(mp_limb_t *limbs, uint32_t n);

/* n bytes become zero. */
/*@ requires memory: \valid(bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns bytes[0 .. n - 1];
    ensures clear: \forall integer i; 0 <= i < n ==> bytes[i] == 0; */
void bytes_clear(uint8_t *bytes, uint32_t n);

#endif
