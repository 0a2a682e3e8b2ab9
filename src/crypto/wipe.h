/* Clears secrets so that the compiler cannot drop the stores as dead. */
#ifndef TLS12_CRYPTO_WIPE_H
#define TLS12_CRYPTO_WIPE_H

#include <stddef.h>

/* Sets memory[0 .. n-1], counted in bytes, to zero. */
/*@ requires writable: \valid((char *)memory + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns ((char *)memory)[0 .. n - 1];
    ensures cleared: \forall integer k; 0 <= k < n ==> ((char *)memory)[k] == 0;
*/
void tls12_wipe(void *memory, size_t n);

#endif
