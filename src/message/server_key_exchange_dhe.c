#include "message/server_key_exchange_dhe.h"

#include "message/digitally_signed.h"
#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_key_exchange_dhe_decode(const uint8_t *body, uint32_t length,
                                                  struct server_key_exchange_dhe *value)
{
  uint32_t g = read_vector16(body, 0, length, 1, 65535);
  if (g == 0) return vector16_fault(body, 0, length, R5246_7_4_3_05);
  uint32_t ys = read_vector16(body, g, length, 1, 65535);
  if (ys == 0) return vector16_fault(body, g, length, R5246_7_4_3_05);
  uint32_t params_end = read_vector16(body, ys, length, 1, 65535);
  if (params_end == 0) return vector16_fault(body, ys, length, R5246_7_4_3_05);
  uint32_t end = read_digitally_signed(body, params_end, length);
  if (end == 0) return digitally_signed_fault(params_end, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  /*@ assert encoding: server_key_exchange_dhe(body, length, body + 2, g - 2, body + (g + 2), ys - g - 2,
        body + (ys + 2), params_end - ys - 2, body[params_end], body[params_end + 1],
        body + (params_end + 4), end - params_end - 4); */
  value->dh_p.offset = 2;
  value->dh_p.length = g - 2;
  value->dh_g.offset = g + 2;
  value->dh_g.length = ys - g - 2;
  value->dh_Ys.offset = ys + 2;
  value->dh_Ys.length = params_end - ys - 2;
  value->params.offset = 0;
  value->params.length = params_end;
  value->hash = body[params_end];
  value->signature_algorithm = body[params_end + 1];
  value->signature.offset = params_end + 4;
  value->signature.length = end - params_end - 4;
  /*@ assert integers: value->hash == body[params_end] && value->signature_algorithm == body[params_end + 1] &&
        value->dh_p.offset == 2 && value->dh_p.length == g - 2 && value->dh_g.length == ys - g - 2 && value->dh_Ys.length == params_end - ys - 2 &&
        value->dh_g.offset == g + 2 && value->dh_Ys.offset == ys + 2 &&
        value->signature.offset == params_end + 4 && value->signature.length == end - params_end - 4; */
  //@ assert value: server_key_exchange_dhe_in(body, length, value);
  return accepted(end);
}

uint32_t server_key_exchange_dhe_encode(struct tls12_bytes dh_p, struct tls12_bytes dh_g, struct tls12_bytes dh_Ys,
                                        uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                        uint8_t *out, uint32_t room)
{
  if (dh_p.length < 1 || dh_p.length > 65535 || dh_g.length < 1 || dh_g.length > 65535) return 0;
  if (dh_Ys.length < 1 || dh_Ys.length > 65535 || signature.length > 65535) return 0;
  if (hash > 255 || signature_algorithm > 255) return 0;
  if ((2 + dh_p.length) + (2 + dh_g.length) + (2 + dh_Ys.length) + (4 + signature.length) > room) return 0;

  uint32_t at = write_vector16(out, 0, dh_p);
  at = write_vector16(out, at, dh_g);
  //@ assert p_stays: vector16(out, 0, 2 + dh_p.length, dh_p.data, dh_p.length);
  at = write_vector16(out, at, dh_Ys);
  //@ assert p_remains: vector16(out, 0, 2 + dh_p.length, dh_p.data, dh_p.length);
  //@ assert g_stays: vector16(out, 2 + dh_p.length, 4 + dh_p.length + dh_g.length, dh_g.data, dh_g.length);
  at = write_digitally_signed(out, at, hash, signature_algorithm, signature);
  //@ assert p_is_there: vector16(out, 0, 2 + dh_p.length, dh_p.data, dh_p.length);
  //@ assert g_is_there: vector16(out, 2 + dh_p.length, 4 + dh_p.length + dh_g.length, dh_g.data, dh_g.length);
  /*@ assert Ys_is_there: vector16(out, 4 + dh_p.length + dh_g.length, 6 + dh_p.length + dh_g.length + dh_Ys.length,
                                   dh_Ys.data, dh_Ys.length); */
  return at;
}
