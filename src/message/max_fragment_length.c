#include "message/max_fragment_length.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault max_fragment_length_decode(const uint8_t *body, uint32_t length, struct max_fragment_length *value)
{
  if (length < 1) return decode_error(R6066_4_01, 0, length);
  uint32_t code = body[0];
  if (code < 1 || code > 4) return (struct tls12_fault){R6066_4_02, 0, 1, TLS12_ILLEGAL_PARAMETER};
  if (length != 1) return decode_error(R5246_7_4_1_4_01, 1, length - 1);

  value->code = code;
  return accepted(1);
}

uint32_t max_fragment_length_encode(uint32_t code, uint8_t *out, uint32_t room)
{
  if (code < 1 || code > 4 || room < 1) return 0;
  return write_uint8(out, 0, code);
}
