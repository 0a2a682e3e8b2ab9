#include "crypto/wipe.h"

void wipe(uint8_t *bytes, size_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant cleared: \forall integer k; 0 <= k < i ==> bytes[k] == 0;
      loop assigns i, bytes[0 .. n - 1];
      loop variant n - i;
  */
  for (size_t i = 0; i < n; i++) bytes[i] = 0;
  wipe_seen(bytes);
}
