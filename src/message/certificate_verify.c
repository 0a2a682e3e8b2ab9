#include "message/certificate_verify.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault certificate_verify_decode(const uint8_t *body, uint32_t length, struct certificate_verify *value)
{
  if (length < 2) return decode_error(R5246_4_7_01, 0, length);
  uint32_t end = read_vector16(body, 2, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, 2, length - 2);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->hash = body[0];
  value->signature_algorithm = body[1];
  value->signature.offset = 4;
  value->signature.length = end - 4;
  return accepted(end);
}

uint32_t certificate_verify_encode(uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                   uint8_t *out, uint32_t room)
{
  if (hash > 255 || signature_algorithm > 255 || signature.length > 65535 || 4 + signature.length > room) return 0;
  uint32_t at = write_uint8(out, 0, hash);
  at = write_uint8(out, at, signature_algorithm);
  return write_vector16(out, at, signature);
}
