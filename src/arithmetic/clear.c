#include "arithmetic/clear.h"

void limbs_clear(mp_limb_t *limbs, uint32_t n)
{
  /*@ loop invariant range: i <= n;
      loop invariant clear: \forall integer j; 0 <= j < i ==> limbs[j] == 0;
      loop assigns i, limbs[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) limbs[i] = 0;
  limbs_seen(limbs);
}
