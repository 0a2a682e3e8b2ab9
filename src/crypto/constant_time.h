/* Selections and comparisons without a branch, for values that must not show in the time. A mask is 0 or all ones. Numbers
 * are below 2^31. */
#ifndef TLS12_CRYPTO_CONSTANT_TIME_H
#define TLS12_CRYPTO_CONSTANT_TIME_H

#include <stdint.h>

/* a < b: the difference borrows into the top bit. */
static inline uint32_t mask_less(uint32_t a, uint32_t b)
{
  return 0u - ((a - b) >> 31);
}

static inline uint32_t mask_zero(uint32_t a)
{
  return mask_less(a, 1);
}

static inline uint32_t mask_equal(uint32_t a, uint32_t b)
{
  return mask_zero(a ^ b);
}

static inline uint32_t mask_select(uint32_t mask, uint32_t yes, uint32_t no)
{
  return (mask & yes) | (~mask & no);
}

/* 0 if a[0 .. n-1] equals b[0 .. n-1], something else below 256 if not. */
static inline uint32_t bytes_differ(const uint8_t *a, const uint8_t *b, uint32_t n)
{
  uint32_t difference = 0;
  for (uint32_t i = 0; i < n; i++) difference |= (uint32_t)(a[i] ^ b[i]);
  return difference;
}

#endif
