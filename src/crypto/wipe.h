/* Clears secrets so that the compiler cannot drop the stores as dead. */
#ifndef TLS12_CRYPTO_WIPE_H
#define TLS12_CRYPTO_WIPE_H

#include <stddef.h>
#include <stdint.h>

/* Sets bytes[0 .. n-1] to zero. */
/*@ requires writable: \valid(bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns bytes[0 .. n - 1];
    ensures cleared: \forall integer k; 0 <= k < n ==> bytes[k] == 0;
*/
void wipe(uint8_t *bytes, size_t n);

/* Sets memory[0 .. n-1], counted in bytes, to zero: for objects other than bytes, which the proofs cannot view as bytes. */
/*@ requires writable: \valid((char *)memory + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns ((char *)memory)[0 .. n - 1];
    ensures cleared: \forall integer k; 0 <= k < n ==> ((char *)memory)[k] == 0;
*/
void tls12_wipe(void *memory, size_t n);

/* The bytes count as read here: stores to them before this are not dead. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
*/
void wipe_seen(const uint8_t *bytes);

#endif
