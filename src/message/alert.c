#include "message/alert.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault alert_decode(const uint8_t *body, uint32_t length, struct alert *value)
{
  if (length < 1) return decode_error(R5246_7_2_01, 0, 0);
  if (body[0] != TLS12_WARNING && body[0] != TLS12_FATAL) return decode_error(R5246_7_2_01, 0, 1);
  if (length < 2) return decode_error(R5246_7_2_01, 1, 0);
  if (length > 2) return decode_error(R5246_7_2_01, 2, length - 2);

  value->level = body[0];
  value->description = body[1];
  return accepted(2);
}

uint32_t alert_encode(uint32_t level, uint32_t description, uint8_t *out, uint32_t room)
{
  if ((level != TLS12_WARNING && level != TLS12_FATAL) || description > 255 || room < 2) return 0;
  write_uint8(out, 0, level);
  //@ assert level: out[0] == level;
  return write_uint8(out, 1, description);
}

enum tls12_alert_level alert_level(enum tls12_alert description)
{
  switch (description) {
  case TLS12_CLOSE_NOTIFY:
  case TLS12_USER_CANCELED:
  case TLS12_NO_RENEGOTIATION: return TLS12_WARNING;
  default: return TLS12_FATAL;
  }
}
