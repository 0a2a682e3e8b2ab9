#include "message/server_dh_params.h"

#include "wire/reader.h"
#include "wire/writer.h"

uint32_t read_server_dh_params(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t g = read_vector16(bytes, at, end, 1, 65535);
  if (g == 0) return 0;
  uint32_t y = read_vector16(bytes, g, end, 1, 65535);
  if (y == 0) return 0;
  return read_vector16(bytes, y, end, 1, 65535);
}

struct tls12_fault server_dh_params_fault(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t g = read_vector16(bytes, at, end, 1, 65535);
  if (g == 0) return vector16_fault(bytes, at, end, R5246_7_4_3_05);
  uint32_t y = read_vector16(bytes, g, end, 1, 65535);
  if (y == 0) return vector16_fault(bytes, g, end, R5246_7_4_3_05);
  return vector16_fault(bytes, y, end, R5246_7_4_3_05);
}

void find_server_dh_params(const uint8_t *bytes, uint32_t at, uint32_t end, struct server_dh_params *value)
{
  uint32_t g = read_vector16(bytes, at, end, 1, 65535);
  uint32_t y = read_vector16(bytes, g, end, 1, 65535);
  uint32_t after = read_vector16(bytes, y, end, 1, 65535);
  /*@ assert encoding: server_dh_params(bytes, at, after, bytes + (at + 2), g - at - 2, bytes + (g + 2), y - g - 2,
        bytes + (y + 2), after - y - 2); */
  value->dh_p.offset = at + 2;
  value->dh_p.length = g - at - 2;
  value->dh_g.offset = g + 2;
  value->dh_g.length = y - g - 2;
  value->dh_Ys.offset = y + 2;
  value->dh_Ys.length = after - y - 2;
  /*@ assert encoding_stays: server_dh_params(bytes, at, after, bytes + (at + 2), g - at - 2, bytes + (g + 2), y - g - 2,
        bytes + (y + 2), after - y - 2); */
  /*@ assert integers: after == server_dh_params_end(bytes, at, end) &&
        value->dh_p.offset == at + 2 && value->dh_p.length == g - at - 2 && value->dh_g.offset == g + 2 &&
        value->dh_g.length == y - g - 2 && value->dh_Ys.offset == y + 2 && value->dh_Ys.length == after - y - 2; */
}

uint32_t write_server_dh_params(uint8_t *out, uint32_t at, struct tls12_bytes dh_p, struct tls12_bytes dh_g,
                                struct tls12_bytes dh_Ys)
{
  uint32_t g = write_vector16(out, at, dh_p);
  uint32_t y = write_vector16(out, g, dh_g);
  //@ assert p_stays: vector16(out, at, g, dh_p.data, dh_p.length);
  uint32_t end = write_vector16(out, y, dh_Ys);
  //@ assert p_is_there: vector16(out, at, g, dh_p.data, dh_p.length);
  //@ assert g_is_there: vector16(out, g, y, dh_g.data, dh_g.length);
  return end;
}
