#include "message/client_key_exchange_ecdh.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault client_key_exchange_ecdh_decode(const uint8_t *body, uint32_t length,
                                                   struct client_key_exchange_ecdh *value)
{
  uint32_t end = read_vector8(body, 0, length, 1, 255);
  if (end == 0) return vector8_fault(body, 0, length, R8422_5_7_01);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->ecdh_Yc = (struct tls12_span){1, length - 1};
  return accepted(end);
}

uint32_t client_key_exchange_ecdh_encode(struct tls12_bytes ecdh_Yc, uint8_t *out, uint32_t room)
{
  if (ecdh_Yc.length < 1 || ecdh_Yc.length > 255 || 1 + ecdh_Yc.length > room) return 0;
  return write_vector8(out, 0, ecdh_Yc);
}
