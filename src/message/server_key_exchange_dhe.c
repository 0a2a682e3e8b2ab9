#include "message/server_key_exchange_dhe.h"

#include "message/digitally_signed.h"
#include "message/server_dh_params.h"
#include "wire/reader.h"

/* The fields of an encoding: dh_p, dh_g and dh_Ys end at p, g and y. */
/*@ requires order: 2 <= p && p + 2 <= g && g + 2 <= y && y + 4 <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. end - 1));
    requires writable: \valid(value);
    requires encoding: server_key_exchange_dhe(body, end, body + 2, p - 2, body + (p + 2), g - p - 2,
      body + (g + 2), y - g - 2, body[y], body[y + 1], body + (y + 4), end - y - 4);
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: server_key_exchange_dhe(body, end, body + value->dh_p.offset, value->dh_p.length,
        body + value->dh_g.offset, value->dh_g.length, body + value->dh_Ys.offset, value->dh_Ys.length,
        value->hash, value->signature_algorithm, body + value->signature.offset, value->signature.length);
    ensures spans:
      value->dh_p.offset == 2 &&
      value->dh_g.offset == value->dh_p.offset + value->dh_p.length + 2 &&
      value->dh_Ys.offset == value->dh_g.offset + value->dh_g.length + 2 &&
      value->params.offset == 0 && value->params.length == value->dh_Ys.offset + value->dh_Ys.length &&
      value->signature.offset == value->params.length + 4 &&
      end == value->signature.offset + value->signature.length;
*/
static void set_fields(struct server_key_exchange_dhe *value, const uint8_t *body, uint32_t p, uint32_t g, uint32_t y,
                       uint32_t end)
{
  value->dh_p.offset = 2;
  value->dh_p.length = p - 2;
  value->dh_g.offset = p + 2;
  value->dh_g.length = g - p - 2;
  value->dh_Ys.offset = g + 2;
  value->dh_Ys.length = y - g - 2;
  value->params.offset = 0;
  value->params.length = y;
  value->hash = body[y];
  value->signature_algorithm = body[y + 1];
  value->signature.offset = y + 4;
  value->signature.length = end - y - 4;
}

struct tls12_fault server_key_exchange_dhe_decode(const uint8_t *body, uint32_t length,
                                                  struct server_key_exchange_dhe *value)
{
  uint32_t p = read_vector16(body, 0, length, 1, 65535);
  if (p == 0) return vector16_fault(body, 0, length, R5246_7_4_3_05);
  uint32_t g = read_vector16(body, p, length, 1, 65535);
  if (g == 0) return vector16_fault(body, p, length, R5246_7_4_3_05);
  uint32_t y = read_vector16(body, g, length, 1, 65535);
  if (y == 0) return vector16_fault(body, g, length, R5246_7_4_3_05);
  uint32_t end = read_digitally_signed(body, y, length);
  if (end == 0) return digitally_signed_fault(y, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  set_fields(value, body, p, g, y, end);
  //@ assert value: server_key_exchange_dhe_in(body, length, value);
  //@ assert spans: server_key_exchange_dhe_spans(length, value);
  return accepted(end);
}

/* Whether fields of these lengths are a value whose encoding the room holds. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> server_key_exchange_dhe_value(p, g, y, hash, signature_algorithm, signature) &&
      server_key_exchange_dhe_size(p, g, y, signature) <= room;
*/
static int fits(uint32_t p, uint32_t g, uint32_t y, uint32_t hash, uint32_t signature_algorithm, uint32_t signature,
                uint32_t room)
{
  if (p < 1 || p > 65535 || g < 1 || g > 65535 || y < 1 || y > 65535) return 0;
  if (hash > 255 || signature_algorithm > 255 || signature > 65535) return 0;
  return (2 + p) + (2 + g) + (2 + y) + (4 + signature) <= room;
}

/* Writes a value that fits, and answers with the length of its encoding. */
/*@ requires value: server_key_exchange_dhe_value(dh_p.length, dh_g.length, dh_Ys.length, hash, signature_algorithm,
      signature.length);
    requires fits: server_key_exchange_dhe_size(dh_p.length, dh_g.length, dh_Ys.length, signature.length) <= room;
    requires readable: \valid_read(dh_p.data + (0 .. dh_p.length - 1)) &&
                       \valid_read(dh_g.data + (0 .. dh_g.length - 1)) &&
                       \valid_read(dh_Ys.data + (0 .. dh_Ys.length - 1)) &&
                       \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), dh_p.data + (0 .. dh_p.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_g.data + (0 .. dh_g.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_Ys.data + (0 .. dh_Ys.length - 1)) &&
                    \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: \result == server_key_exchange_dhe_size(dh_p.length, dh_g.length, dh_Ys.length, signature.length);
    ensures encoding: server_key_exchange_dhe(out, \result, dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length, hash, signature_algorithm, signature.data, signature.length);
    ensures outside: kept{Pre,Here}(out, \result, room);
*/
static uint32_t write_fields(struct tls12_bytes dh_p, struct tls12_bytes dh_g, struct tls12_bytes dh_Ys, uint32_t hash,
                             uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out, uint32_t room)
{
  (void)room;
  uint32_t at = write_server_dh_params(out, 0, dh_p, dh_g, dh_Ys);
  //@ assert params_end: at == 6 + dh_p.length + dh_g.length + dh_Ys.length;
  //@ assert p: vector16(out, 0, 2 + dh_p.length, dh_p.data, dh_p.length);
  //@ assert g: vector16(out, 2 + dh_p.length, 4 + dh_p.length + dh_g.length, dh_g.data, dh_g.length);
  uint32_t end = write_digitally_signed(out, at, hash, signature_algorithm, signature);
  //@ assert p_stays: vector16(out, 0, 2 + dh_p.length, dh_p.data, dh_p.length);
  //@ assert g_stays: vector16(out, 2 + dh_p.length, 4 + dh_p.length + dh_g.length, dh_g.data, dh_g.length);
  //@ assert Ys_stays: vector16(out, 4 + dh_p.length + dh_g.length, at, dh_Ys.data, dh_Ys.length);
  return end;
}

uint32_t server_key_exchange_dhe_encode(struct tls12_bytes dh_p, struct tls12_bytes dh_g, struct tls12_bytes dh_Ys,
                                        uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                        uint8_t *out, uint32_t room)
{
  if (!fits(dh_p.length, dh_g.length, dh_Ys.length, hash, signature_algorithm, signature.length, room)) return 0;
  return write_fields(dh_p, dh_g, dh_Ys, hash, signature_algorithm, signature, out, room);
}
