#include "message/certificate_status.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault certificate_status_decode(const uint8_t *body, uint32_t length, struct certificate_status *value)
{
  if (length < 1) return decode_error(R6066_8_06, 0, 0);
  if (body[0] != TLS12_OCSP) return decode_error(R6066_8_06, 0, 1);
  uint32_t end = read_vector24(body, 1, length, 1, 16777215);
  if (end == 0) return vector24_fault(body, 1, length, R6066_8_06);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->ocsp_response.offset = 4;
  value->ocsp_response.length = end - 4;
  return accepted(end);
}

uint32_t certificate_status_encode(struct tls12_bytes ocsp_response, uint8_t *out, uint32_t room)
{
  if (ocsp_response.length < 1 || ocsp_response.length > TLS12_BODY_MAX - 4) return 0;
  if (4 + ocsp_response.length > room) return 0;
  write_uint8(out, 0, TLS12_OCSP);
  uint32_t end = write_vector24(out, 1, ocsp_response);
  //@ assert status_type: out[0] == TLS12_OCSP;
  return end;
}
