/* Clears secrets of the arithmetic: crypto/wipe.h for limbs. */
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

/* The limbs count as read here: stores to them before this are not dead. */
/*@ terminates \true;
    exits \false;
    assigns \nothing; */
void limbs_seen(const mp_limb_t *limbs);

#endif
