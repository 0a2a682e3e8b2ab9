/* Where random bytes come from: a function that the caller supplies. */
#ifndef TLS12_WIRE_RANDOM_H
#define TLS12_WIRE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Writes n bytes, fit for keys, to out. Answers 0 for success; with anything else, out is not used. */
typedef int (*tls12_random)(void *context, uint8_t *out, size_t n);

/* n bytes of the source to out: 1, or 0 when the source fails. All random bytes come from here, so this is the one call of a
 * function that the proofs do not know. What they assume of it is this contract: it ends, and of the memory that the library
 * sees it writes only the n bytes. */
/*@ requires memory: \valid(out + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures answer: \result == 0 || \result == 1; */
int random_draw(tls12_random random, void *context, uint8_t *out, size_t n);

#endif
