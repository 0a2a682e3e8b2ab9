#include "message/server_key_exchange_ecdh_anon.h"

#include "wire/reader.h"

struct tls12_fault server_key_exchange_ecdh_anon_decode(const uint8_t *body, uint32_t length,
                                                        struct server_key_exchange_ecdh_anon *value)
{
  uint32_t end = read_server_ecdh_params(body, 0, length);
  if (end == 0) return server_ecdh_params_fault(body, 0, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  find_server_ecdh_params(body, 0, length, &value->params);
  return accepted(end);
}

uint32_t server_key_exchange_ecdh_anon_encode(uint32_t named_curve, struct tls12_bytes point, uint8_t *out,
                                              uint32_t room)
{
  if (named_curve > 65535 || point.length < 1 || point.length > 255) return 0;
  if (4 + point.length > room) return 0;
  return write_server_ecdh_params(out, 0, named_curve, point);
}
