#include "message/server_key_exchange_psk.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_key_exchange_psk_decode(const uint8_t *body, uint32_t length,
                                                  struct server_key_exchange_psk *value)
{
  uint32_t end = read_vector16(body, 0, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, 0, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->psk_identity_hint.offset = 2;
  value->psk_identity_hint.length = end - 2;
  return accepted(end);
}

uint32_t server_key_exchange_psk_encode(struct tls12_bytes psk_identity_hint, uint8_t *out, uint32_t room)
{
  if (psk_identity_hint.length > 65535) return 0;
  if (2 + psk_identity_hint.length > room) return 0;
  return write_vector16(out, 0, psk_identity_hint);
}
