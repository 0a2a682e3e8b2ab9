#include "message/zero_byte.h"

int has_zero(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  /*@ loop invariant range: at <= k <= end;
      loop invariant none: zero_found(bytes, at, end) == zero_found(bytes, k, end);
      loop assigns k;
      loop variant end - k; */
  for (uint32_t k = at; k < end; k++)
    if (bytes[k] == 0) return 1;
  return 0;
}
