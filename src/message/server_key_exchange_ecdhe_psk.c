#include "message/server_key_exchange_ecdhe_psk.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_key_exchange_ecdhe_psk_decode(const uint8_t *body, uint32_t length,
                                                        struct server_key_exchange_ecdhe_psk *value)
{
  uint32_t hint = read_vector16(body, 0, length, 0, 65535);
  if (hint == 0) return decode_error(R5246_4_3_06, 0, length);
  uint32_t end = read_server_ecdh_params(body, hint, length);
  if (end == 0) return server_ecdh_params_fault(body, hint, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->psk_identity_hint.offset = 2;
  value->psk_identity_hint.length = hint - 2;
  find_server_ecdh_params(body, hint, length, &value->params);
  //@ assert short: value->psk_identity_hint.length <= 65535;
  /*@ assert hint: vector16(body, 0, hint, body + value->psk_identity_hint.offset,
                            value->psk_identity_hint.length); */
  //@ assert params: server_ecdh_params_in(body, hint, length, &value->params);
  //@ assert value: server_key_exchange_ecdhe_psk_in(body, length, value);
  //@ assert spans: server_key_exchange_ecdhe_psk_spans(length, value);
  return accepted(end);
}

uint32_t server_key_exchange_ecdhe_psk_encode(struct tls12_bytes psk_identity_hint, uint32_t named_curve,
                                              struct tls12_bytes point, uint8_t *out, uint32_t room)
{
  if (psk_identity_hint.length > 65535 || named_curve > 65535 || point.length < 1 || point.length > 255) return 0;
  if ((2 + psk_identity_hint.length) + (4 + point.length) > room) return 0;
  uint32_t at = write_vector16(out, 0, psk_identity_hint);
  at = write_server_ecdh_params(out, at, named_curve, point);
  /*@ assert hint_stays: vector16(out, 0, 2 + psk_identity_hint.length, psk_identity_hint.data,
                                   psk_identity_hint.length); */
  return at;
}
