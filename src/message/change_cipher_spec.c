#include "message/change_cipher_spec.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault change_cipher_spec_decode(const uint8_t *body, uint32_t length)
{
  if (length < 1 || body[0] != TLS12_CHANGE_CIPHER_SPEC_TYPE) return decode_error(R5246_7_1_01, 0, length);
  if (length > 1) return decode_error(R5246_7_1_01, 1, length - 1);
  return accepted(1);
}

uint32_t change_cipher_spec_encode(uint8_t *out, uint32_t room)
{
  if (room < 1) return 0;
  return write_uint8(out, 0, TLS12_CHANGE_CIPHER_SPEC_TYPE);
}
