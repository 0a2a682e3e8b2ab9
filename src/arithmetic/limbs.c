#include "arithmetic/limbs.h"

#include "arithmetic/limbs_bytes.h"

/* The byte at `place`, counted from the last one. */
/*@ requires size: length <= 1024 && place <= 2048;
    requires memory: \valid_read(bytes + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == digit(bytes, length, place) && \result <= 255; */
static uint64_t byte_at(const uint8_t *bytes, uint32_t length, uint32_t place)
{
  return place < length ? bytes[length - 1 - place] : 0;
}

/*@ requires size: length <= 1024 && k <= 127;
    requires memory: \valid_read(bytes + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures limb: \result == limb_of(bytes, length - 8 * k); */
static uint64_t limb_at(const uint8_t *bytes, uint32_t length, uint32_t k)
{
  const uint64_t b0 = byte_at(bytes, length, 8 * k), b1 = byte_at(bytes, length, 8 * k + 1),
                 b2 = byte_at(bytes, length, 8 * k + 2), b3 = byte_at(bytes, length, 8 * k + 3),
                 b4 = byte_at(bytes, length, 8 * k + 4), b5 = byte_at(bytes, length, 8 * k + 5),
                 b6 = byte_at(bytes, length, 8 * k + 6), b7 = byte_at(bytes, length, 8 * k + 7);
  return b0 + 256 * b1 + 65536 * b2 + 16777216 * b3 + 4294967296 * b4 + 1099511627776 * b5 + 281474976710656 * b6 +
         72057594037927936 * b7;
}

void limbs_from_bytes(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes, uint32_t length)
{
  /*@ loop invariant range: k <= n;
      loop invariant limbs: limbs_from(limbs, k, bytes, length);
      loop assigns k, limbs[0 .. n - 1];
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) limbs[k] = limb_at(bytes, length, k);
}

void limbs_to_bytes(uint8_t *bytes, uint32_t length, const mp_limb_t *limbs)
{
  uint64_t r = 0;
  /*@ loop invariant range: i <= length;
      loop invariant rest: 0 < i ==> r == rest(limbs, i - 1);
      loop invariant bytes: bytes_from(bytes, length - i, length, limbs);
      loop assigns i, r, bytes[0 .. length - 1];
      loop variant length - i; */
  for (uint32_t i = 0; i < length; i++) {
    r = i % 8 == 0 ? limbs[i / 8] : r / 256;
    bytes[length - 1 - i] = (uint8_t)(r % 256);
    //@ assert byte: bytes[length - 1 - i] == rest(limbs, i) % 256;
    //@ assert kept: bytes_from(bytes, length - i, length, limbs);
  }
  //@ assert all: bytes_from(bytes, 0, length, limbs);
  //@ assert taken: limbs_from(limbs, (length + 7) / 8, bytes, length);
}
