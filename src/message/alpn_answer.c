#include "message/alpn_answer.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault alpn_answer_decode(const uint8_t *body, uint32_t length, struct alpn_answer *value)
{
  uint32_t end = read_vector16(body, 0, length, 2, 65535);
  if (end == 0) return vector16_fault(body, 0, length, R7301_3_1_01);
  uint32_t after = read_vector8(body, 2, end, 1, 255);
  if (after == 0) return vector8_fault(body, 2, end, R7301_3_1_02);
  if (after != end) return decode_error(R7301_3_1_03, after, end - after);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->name = (struct tls12_span){3, end - 3};
  return accepted(end);
}

uint32_t alpn_answer_encode(struct tls12_bytes name, uint8_t *out, uint32_t room)
{
  if (name.length < 1 || name.length > 255 || 3 + name.length > room) return 0;
  return write_vector8(out, write_uint16(out, 0, 1 + name.length), name);
}
