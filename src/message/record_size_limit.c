#include "message/record_size_limit.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault record_size_limit_decode(const uint8_t *body, uint32_t length, struct record_size_limit *value)
{
  if (length < 2) return decode_error(R8449_4_01, 0, length);
  uint32_t limit = read_uint16(body, 0);
  if (limit < 64) return (struct tls12_fault){R8449_4_02, 0, 2, TLS12_ILLEGAL_PARAMETER};
  if (length != 2) return decode_error(R5246_7_4_1_4_01, 2, length - 2);

  value->limit = limit;
  return accepted(2);
}

uint32_t record_size_limit_encode(uint32_t limit, uint8_t *out, uint32_t room)
{
  if (limit < 64 || limit > 65535 || room < 2) return 0;
  return write_uint16(out, 0, limit);
}
