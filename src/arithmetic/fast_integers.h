/* 128-bit integers, and masks: all ones or all zeros. */
#ifndef TLS12_ARITHMETIC_FAST_INTEGERS_H
#define TLS12_ARITHMETIC_FAST_INTEGERS_H

#include <stdint.h>

__extension__ typedef __int128 wide;

/* The same mask. The compiler does not know here that it has two values only, so it does not branch on it. */
static inline int64_t hidden(int64_t mask)
{
  __asm__("" : "+r"(mask));
  return mask;
}

#endif
