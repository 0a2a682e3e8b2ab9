#include "message/handshake.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct handshake_header handshake_header_decode(const uint8_t *bytes)
{
  return (struct handshake_header){bytes[0], read_uint24(bytes, 1)};
}

uint32_t handshake_header_encode(uint32_t msg_type, uint32_t length, uint8_t *out)
{
  if (msg_type > 255 || length > TLS12_BODY_MAX) return 0;
  write_uint8(out, 0, msg_type);
  //@ assert msg_type: out[0] == msg_type;
  return write_uint24(out, 1, length);
}
