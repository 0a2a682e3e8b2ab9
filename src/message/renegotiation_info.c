#include "message/renegotiation_info.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault renegotiation_info_decode(const uint8_t *body, uint32_t length, struct renegotiation_info *value)
{
  uint32_t end = read_vector8(body, 0, length, 0, 255);
  if (end == 0) return vector8_fault(body, 0, length, R5746_3_2_01);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->renegotiated_connection = (struct tls12_span){1, end - 1};
  return accepted(end);
}

uint32_t renegotiation_info_encode(struct tls12_bytes renegotiated_connection, uint8_t *out, uint32_t room)
{
  if (renegotiated_connection.length > 255) return 0;
  if (1 + renegotiated_connection.length > room) return 0;
  return write_vector8(out, 0, renegotiated_connection);
}
