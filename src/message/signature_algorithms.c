#include "message/signature_algorithms.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault signature_algorithms_decode(const uint8_t *body, uint32_t length, struct signature_algorithms *value)
{
  uint32_t end = read_pairs16(body, 0, length, 2, 65534);
  if (end == 0) return vector16_fault(body, 0, length, R5246_7_4_1_4_1_01);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->pairs = (struct tls12_span){2, end - 2};
  return accepted(end);
}

uint32_t signature_algorithms_encode(struct tls12_bytes pairs, uint8_t *out, uint32_t room)
{
  if (pairs.length < 2 || pairs.length > 65534 || pairs.length % 2 != 0) return 0;
  if (2 + pairs.length > room) return 0;
  return write_vector16(out, 0, pairs);
}
