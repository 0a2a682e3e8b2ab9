#include "arithmetic/clear.h"
#include "crypto/wipe.h"

void limbs_seen(const mp_limb_t *limbs)
{
  wipe_seen((const uint8_t *)limbs);
}
