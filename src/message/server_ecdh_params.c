#include "message/server_ecdh_params.h"

#include "wire/reader.h"
#include "wire/writer.h"

uint32_t read_server_ecdh_params(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 3 || bytes[at] != TLS12_NAMED_CURVE) return 0;
  return read_vector8(bytes, at + 3, end, 1, 255);
}

struct tls12_fault server_ecdh_params_fault(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 1) return decode_error(R8422_5_4_03, at, 0);
  if (bytes[at] != TLS12_NAMED_CURVE) return (struct tls12_fault){R8422_5_4_02, at, 1, TLS12_HANDSHAKE_FAILURE};
  if (end - at < 3) return decode_error(R8422_5_4_03, at + 1, end - at - 1);
  return vector8_fault(bytes, at + 3, end, R8422_5_4_03);
}

void find_server_ecdh_params(const uint8_t *bytes, uint32_t at, uint32_t end, struct server_ecdh_params *value)
{
  (void)end;
  uint32_t curve = read_uint16(bytes, at + 1), length = bytes[at + 3];
  //@ assert encoding: server_ecdh_params(bytes, at, at + 4 + length, curve, bytes + (at + 4), length);
  value->named_curve = curve;
  value->point.offset = at + 4;
  value->point.length = length;
}

uint32_t write_server_ecdh_params(uint8_t *out, uint32_t at, uint32_t named_curve, struct tls12_bytes point)
{
  write_uint8(out, at, TLS12_NAMED_CURVE);
  write_uint16(out, at + 1, named_curve);
  //@ assert curve_type: out[at] == TLS12_NAMED_CURVE;
  uint32_t end = write_vector8(out, at + 3, point);
  //@ assert curve: out[at] == TLS12_NAMED_CURVE && be16(out, at + 1) == named_curve;
  return end;
}
