#include "message/server_key_exchange_dhe_psk.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_key_exchange_dhe_psk_decode(const uint8_t *body, uint32_t length,
                                                      struct server_key_exchange_dhe_psk *value)
{
  uint32_t hint = read_vector16(body, 0, length, 0, 65535);
  if (hint == 0) return decode_error(R5246_4_3_06, 0, length);
  uint32_t end = read_server_dh_params(body, hint, length);
  if (end == 0) return server_dh_params_fault(body, hint, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->psk_identity_hint.offset = 2;
  value->psk_identity_hint.length = hint - 2;
  find_server_dh_params(body, hint, length, &value->params);
  //@ assert short: value->psk_identity_hint.length <= 65535;
  /*@ assert hint: vector16(body, 0, hint, body + value->psk_identity_hint.offset,
                            value->psk_identity_hint.length); */
  //@ assert params: server_dh_params_in(body, hint, length, &value->params);
  //@ assert value: server_key_exchange_dhe_psk_in(body, length, value);
  //@ assert spans: server_key_exchange_dhe_psk_spans(length, value);
  return accepted(end);
}

uint32_t server_key_exchange_dhe_psk_encode(struct tls12_bytes psk_identity_hint, struct tls12_bytes dh_p,
                                            struct tls12_bytes dh_g, struct tls12_bytes dh_Ys, uint8_t *out,
                                            uint32_t room)
{
  if (psk_identity_hint.length > 65535 || dh_p.length < 1 || dh_p.length > 65535 || dh_g.length < 1 ||
      dh_g.length > 65535 || dh_Ys.length < 1 || dh_Ys.length > 65535)
    return 0;
  if ((2 + psk_identity_hint.length) + (2 + dh_p.length) + (2 + dh_g.length) + (2 + dh_Ys.length) > room) return 0;
  uint32_t at = write_vector16(out, 0, psk_identity_hint);
  at = write_server_dh_params(out, at, dh_p, dh_g, dh_Ys);
  /*@ assert hint_stays: vector16(out, 0, 2 + psk_identity_hint.length, psk_identity_hint.data,
                                   psk_identity_hint.length); */
  return at;
}
