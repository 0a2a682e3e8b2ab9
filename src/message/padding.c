#include "message/padding.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault padding_decode(const uint8_t *body, uint32_t length, struct padding *value)
{
  uint32_t end = length <= 65535 ? length : 65535, k;
  /*@ loop invariant range: 0 <= k <= end;
      loop invariant same_walk: zeros_stop(body, 0, end) == zeros_stop(body, k, end);
      loop assigns k;
      loop variant end - k; */
  for (k = 0; k < end && body[k] == 0; k++) {
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
