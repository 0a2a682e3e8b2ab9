#include "arithmetic/limbs.h"

/* The byte of weight 256^place, zero beyond the first byte: `place` and `length` are public. */
static uint64_t byte_at(const uint8_t *bytes, uint32_t length, uint32_t place)
{
  return place < length ? bytes[length - 1 - place] : 0;
}

void limbs_from_bytes(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes, uint32_t length)
{
  for (uint32_t k = 0; k < n; k++) {
    uint64_t limb = byte_at(bytes, length, 8 * k + 7);
    for (uint32_t i = 7; i > 0; i--) limb = 256 * limb + byte_at(bytes, length, 8 * k + i - 1);
    limbs[k] = limb;
  }
}

void limbs_to_bytes(uint8_t *bytes, uint32_t length, const mp_limb_t *limbs, uint32_t n)
{
  for (uint32_t i = 0; i < length; i++)
    bytes[length - 1 - i] = i / 8 < n ? (uint8_t)((limbs[i / 8] >> (8 * (i % 8))) % 256) : 0;
}
