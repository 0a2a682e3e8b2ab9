#include "message/client_key_exchange_dh.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault client_key_exchange_dh_decode(const uint8_t *body, uint32_t length,
                                                 struct client_key_exchange_dh *value)
{
  uint32_t end = read_vector16(body, 0, length, 1, 65535);
  if (end == 0) return vector16_fault(body, 0, length, R5246_7_4_7_2_01);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->dh_Yc = (struct tls12_span){2, length - 2};
  return accepted(end);
}

uint32_t client_key_exchange_dh_encode(struct tls12_bytes dh_Yc, uint8_t *out, uint32_t room)
{
  if (dh_Yc.length < 1 || dh_Yc.length > 65535 || 2 + dh_Yc.length > room) return 0;
  return write_vector16(out, 0, dh_Yc);
}
