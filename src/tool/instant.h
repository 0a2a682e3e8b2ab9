/* Moments as RFC 3339 writes them. */
#ifndef TLS12_TOOL_INSTANT_H
#define TLS12_TOOL_INSTANT_H

#include <stdint.h>

/* "2026-11-30T12:00:00Z", also with a fraction, which is dropped, or an offset such as +01:00: UTC as the decimal digits
 * yyyymmddhhmmss; 0 for another text. */
uint64_t instant_read(const char *text);

/* The other way. */
#define INSTANT_LENGTH 20
void instant_write(uint64_t instant, char out[INSTANT_LENGTH + 1]);

/* Seconds since 1970 as digits. */
uint64_t instant_of(int64_t seconds);

#endif
