#include "message/supported_groups.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault supported_groups_decode(const uint8_t *body, uint32_t length, struct supported_groups *value)
{
  uint32_t end = read_pairs16(body, 0, length, 2, 65534);
  if (end == 0) return vector16_fault(body, 0, length, R8422_5_1_1_01);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->groups = (struct tls12_span){2, end - 2};
  return accepted(end);
}

uint32_t supported_groups_encode(struct tls12_bytes groups, uint8_t *out, uint32_t room)
{
  if (groups.length < 2 || groups.length > 65534 || groups.length % 2 != 0) return 0;
  if (2 + groups.length > room) return 0;
  return write_vector16(out, 0, groups);
}
