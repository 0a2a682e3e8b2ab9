#include "arithmetic/clear.h"

#include "crypto/wipe.h"

void limbs_clear(mp_limb_t *limbs, uint32_t n)
{
  tls12_wipe(limbs, n * sizeof *limbs);
}

void bytes_clear(uint8_t *bytes, uint32_t n)
{
  tls12_wipe(bytes, n);
}
