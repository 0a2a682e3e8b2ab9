#include "message/new_session_ticket.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault new_session_ticket_decode(const uint8_t *body, uint32_t length, struct new_session_ticket *value)
{
  if (length < 4) return decode_error(R5077_3_3_07, 0, length);
  uint32_t end = read_vector16(body, 4, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, 4, length - 4);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->ticket_lifetime_hint = read_uint32(body, 0);
  value->ticket.offset = 6;
  value->ticket.length = end - 6;
  return accepted(end);
}

uint32_t new_session_ticket_encode(uint32_t ticket_lifetime_hint, struct tls12_bytes ticket, uint8_t *out,
                                   uint32_t room)
{
  if (ticket.length > 65535 || 6 + ticket.length > room) return 0;
  uint32_t at = write_uint32(out, 0, ticket_lifetime_hint);
  return write_vector16(out, at, ticket);
}
