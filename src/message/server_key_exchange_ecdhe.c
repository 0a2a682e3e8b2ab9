#include "message/server_key_exchange_ecdhe.h"

#include "message/digitally_signed.h"
#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_key_exchange_ecdhe_decode(const uint8_t *body, uint32_t length,
                                                    struct server_key_exchange_ecdhe *value)
{
  if (length < 1) return decode_error(R8422_5_4_03, 0, 0);
  if (body[0] != TLS12_NAMED_CURVE) return (struct tls12_fault){R8422_5_4_02, 0, 1, TLS12_HANDSHAKE_FAILURE};
  if (length < 3) return decode_error(R8422_5_4_03, 1, length - 1);
  uint32_t params_end = read_vector8(body, 3, length, 1, 255);
  if (params_end == 0) return vector8_fault(body, 3, length, R8422_5_4_03);
  uint32_t end = read_digitally_signed(body, params_end, length);
  if (end == 0) return digitally_signed_fault(params_end, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  /*@ assert encoding: server_key_exchange_ecdhe(body, length, be16(body, 1), body + 4, params_end - 4,
        body[params_end], body[params_end + 1], body + (params_end + 4), end - params_end - 4); */
  value->named_curve = read_uint16(body, 1);
  value->point.offset = 4;
  value->point.length = params_end - 4;
  value->params.offset = 0;
  value->params.length = params_end;
  value->hash = body[params_end];
  value->signature_algorithm = body[params_end + 1];
  value->signature.offset = params_end + 4;
  value->signature.length = end - params_end - 4;
  /*@ assert integers: value->hash == body[params_end] && value->signature_algorithm == body[params_end + 1] &&
        value->named_curve == be16(body, 1) && value->point.offset == 4 && value->point.length == params_end - 4 &&
        value->signature.offset == params_end + 4 && value->signature.length == end - params_end - 4; */
  //@ assert value: server_key_exchange_ecdhe_in(body, length, value);
  return accepted(end);
}

uint32_t server_key_exchange_ecdhe_encode(uint32_t named_curve, struct tls12_bytes point, uint32_t hash,
                                          uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out,
                                          uint32_t room)
{
  if (named_curve > 65535 || point.length < 1 || point.length > 255) return 0;
  if (hash > 255 || signature_algorithm > 255 || signature.length > 65535) return 0;
  if (8 + point.length + signature.length > room) return 0;

  write_uint8(out, 0, TLS12_NAMED_CURVE);
  write_uint16(out, 1, named_curve);
  //@ assert curve_type: out[0] == TLS12_NAMED_CURVE;
  uint32_t at = write_vector8(out, 3, point);
  //@ assert curve: out[0] == TLS12_NAMED_CURVE && be16(out, 1) == named_curve;
  at = write_digitally_signed(out, at, hash, signature_algorithm, signature);
  //@ assert curve_stays: out[0] == TLS12_NAMED_CURVE && be16(out, 1) == named_curve;
  //@ assert point_stays: vector8(out, 3, 4 + point.length, point.data, point.length);
  return at;
}
