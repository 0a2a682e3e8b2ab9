#include "message/ec_point_formats.h"

#include "message/zero_byte.h"
#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault ec_point_formats_decode(const uint8_t *body, uint32_t length, struct ec_point_formats *value)
{
  uint32_t end = read_vector8(body, 0, length, 1, 255);
  if (end == 0) return vector8_fault(body, 0, length, R8422_5_1_2_01);
  if (!has_zero(body, 1, end)) return (struct tls12_fault){R8422_5_1_02, 0, end, TLS12_ILLEGAL_PARAMETER};
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->formats = (struct tls12_span){1, end - 1};
  return accepted(end);
}

uint32_t ec_point_formats_encode(struct tls12_bytes formats, uint8_t *out, uint32_t room)
{
  if (formats.length < 1 || formats.length > 255) return 0;
  if (!has_zero(formats.data, 0, formats.length)) return 0;
  if (1 + formats.length > room) return 0;

  uint32_t end = write_vector8(out, 0, formats);
  //@ assert copied: copy{Here,Pre}(out, 1, formats.data, formats.length);
  return end;
}
