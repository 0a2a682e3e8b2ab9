#include "message/server_key_exchange_dh_anon.h"

#include "wire/reader.h"

struct tls12_fault server_key_exchange_dh_anon_decode(const uint8_t *body, uint32_t length,
                                                      struct server_key_exchange_dh_anon *value)
{
  uint32_t end = read_server_dh_params(body, 0, length);
  if (end == 0) return server_dh_params_fault(body, 0, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  find_server_dh_params(body, 0, length, &value->params);
  return accepted(end);
}

uint32_t server_key_exchange_dh_anon_encode(struct tls12_bytes dh_p, struct tls12_bytes dh_g, struct tls12_bytes dh_Ys,
                                            uint8_t *out, uint32_t room)
{
  if (dh_p.length < 1 || dh_p.length > 65535 || dh_g.length < 1 || dh_g.length > 65535 || dh_Ys.length < 1 ||
      dh_Ys.length > 65535)
    return 0;
  if ((2 + dh_p.length) + (2 + dh_g.length) + (2 + dh_Ys.length) > room) return 0;
  return write_server_dh_params(out, 0, dh_p, dh_g, dh_Ys);
}
