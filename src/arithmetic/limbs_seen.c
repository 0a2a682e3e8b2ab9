#include "arithmetic/clear.h"
#include "crypto/wipe.h"

_Static_assert(sizeof(mp_limb_t) == 8, "numbers are kept in limbs of 64 bits, of which proofs/assumptions/gmp.h speaks");

void limbs_seen(const mp_limb_t *limbs)
{
  wipe_seen((const uint8_t *)limbs);
}
