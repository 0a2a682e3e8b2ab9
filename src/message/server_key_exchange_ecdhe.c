#include "message/server_key_exchange_ecdhe.h"

#include "message/digitally_signed.h"
#include "message/server_ecdh_params.h"
#include "wire/reader.h"

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

/* Whether these fields are a value whose encoding the room holds. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> server_key_exchange_ecdhe_value(named_curve, point, hash, signature_algorithm, signature) &&
      server_key_exchange_ecdhe_size(point, signature) <= room;
*/
static int fits(uint32_t named_curve, uint32_t point, uint32_t hash, uint32_t signature_algorithm, uint32_t signature,
                uint32_t room)
{
  if (named_curve > 65535 || point < 1 || point > 255) return 0;
  if (hash > 255 || signature_algorithm > 255 || signature > 65535) return 0;
  return 8 + point + signature <= room;
}

/* Writes a value that fits, and answers with the length of its encoding. */
/*@ requires value: server_key_exchange_ecdhe_value(named_curve, point.length, hash, signature_algorithm, signature.length);
    requires fits: server_key_exchange_ecdhe_size(point.length, signature.length) <= room;
    requires readable: \valid_read(point.data + (0 .. point.length - 1)) &&
                       \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), point.data + (0 .. point.length - 1)) &&
                    \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: \result == server_key_exchange_ecdhe_size(point.length, signature.length);
    ensures encoding: server_key_exchange_ecdhe(out, \result, named_curve, point.data, point.length, hash, signature_algorithm, signature.data, signature.length);
    ensures outside: kept{Pre,Here}(out, \result, room);
*/
static uint32_t write_fields(uint32_t named_curve, struct tls12_bytes point, uint32_t hash,
                             uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out, uint32_t room)
{
  (void)room;
  uint32_t at = write_server_ecdh_params(out, 0, named_curve, point);
  //@ assert params_end: at == 4 + point.length;
  //@ assert curve: out[0] == TLS12_NAMED_CURVE && be16(out, 1) == named_curve;
  //@ assert point: vector8(out, 3, 4 + point.length, point.data, point.length);
  uint32_t end = write_digitally_signed(out, at, hash, signature_algorithm, signature);
  //@ assert curve_stays: out[0] == TLS12_NAMED_CURVE && be16(out, 1) == named_curve && out[3] == point.length;
  //@ assert bytes_stay: copy{Here,Here}(out, 4, point.data, point.length);
  //@ assert point_stays: vector8(out, 3, 4 + point.length, point.data, point.length);
  return end;
}

uint32_t server_key_exchange_ecdhe_encode(uint32_t named_curve, struct tls12_bytes point, uint32_t hash,
                                          uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out,
                                          uint32_t room)
{
  if (!fits(named_curve, point.length, hash, signature_algorithm, signature.length, room)) return 0;
  return write_fields(named_curve, point, hash, signature_algorithm, signature, out, room);
}
