/* Where random bytes come from: a function that the caller supplies. */
#ifndef TLS12_WIRE_RANDOM_H
#define TLS12_WIRE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Writes n bytes, fit for keys, to out. Answers 0 for success; with anything else, out is not used. */
typedef int (*tls12_random)(void *context, uint8_t *out, size_t n);

#endif
