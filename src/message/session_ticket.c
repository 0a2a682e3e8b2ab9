#include "message/session_ticket.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault session_ticket_decode(const uint8_t *body, uint32_t length, struct session_ticket *value)
{
  (void)body; /* an opaque ticket: no byte is looked at */
  if (length > 65535) return decode_error(R5246_7_4_1_4_01, 65535, length - 65535);

  value->ticket.offset = 0;
  value->ticket.length = length;
  return accepted(length);
}

uint32_t session_ticket_encode(struct tls12_bytes ticket, uint8_t *out, uint32_t room)
{
  if (ticket.length > 65535 || ticket.length > room) return 0;
  return write_fixed(out, 0, ticket);
}
