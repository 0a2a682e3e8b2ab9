#include "message/padding.h"

#include "wire/reader.h"
#include "wire/writer.h"

/* Whether the eight bytes at offset `at` are zero: their sum has one branch for all. */
/*@ requires range: at <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. at + 7));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result == 1 <==>
      bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 0 && bytes[at + 3] == 0 && bytes[at + 4] == 0 &&
      bytes[at + 5] == 0 && bytes[at + 6] == 0 && bytes[at + 7] == 0;
*/
static int eight_zeros(const uint8_t *bytes, uint32_t at)
{
  return bytes[at] + bytes[at + 1] + bytes[at + 2] + bytes[at + 3] + bytes[at + 4] + bytes[at + 5] + bytes[at + 6] +
           bytes[at + 7] ==
         0;
}

struct tls12_fault padding_decode(const uint8_t *body, uint32_t length, struct padding *value)
{
  uint32_t end = length <= 65535 ? length : 65535, k = 0;
  /*@ loop invariant range: 0 <= k <= end;
      loop invariant same_walk: zeros_stop(body, 0, end) == zeros_stop(body, k, end);
      loop assigns k;
      loop variant end - k; */
  while (end - k >= 8 && eight_zeros(body, k) == 1) {
    //@ assert four: zeros_stop(body, k, end) == zeros_stop(body, k + 4, end);
    //@ assert eight: zeros_stop(body, k, end) == zeros_stop(body, k + 8, end);
    k += 8;
  }
  /*@ loop invariant range: 0 <= k <= end;
      loop invariant same_walk: zeros_stop(body, 0, end) == zeros_stop(body, k, end);
      loop assigns k;
      loop variant end - k; */
  for (; k < end && body[k] == 0; k++) {
  }
  if (k != end) return (struct tls12_fault){R7685_3_01, k, 1, TLS12_ILLEGAL_PARAMETER};
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->zeros = end;
  return accepted(end);
}

uint32_t padding_encode(uint32_t zeros, uint8_t *out, uint32_t room)
{
  if (zeros > 65535 || zeros > room) return 0;
  /*@ loop invariant range: 0 <= k <= zeros;
      loop invariant written: all_zero(out, 0, k);
      loop assigns k, out[0 .. zeros - 1];
      loop variant zeros - k; */
  for (uint32_t k = 0; k < zeros; k++) out[k] = 0;
  return zeros;
}
