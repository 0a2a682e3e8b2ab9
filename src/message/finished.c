#include "message/finished.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault finished_decode(const uint8_t *body, uint32_t length, struct finished *value)
{
  if (length < TLS12_VERIFY_DATA_LENGTH) return decode_error(R5246_7_4_9_06, 0, length);
  if (length > TLS12_VERIFY_DATA_LENGTH)
    return decode_error(R5246_7_4_02, TLS12_VERIFY_DATA_LENGTH, length - TLS12_VERIFY_DATA_LENGTH);

  (void)body;
  //@ assert verify_data: finished(body, length, body + 0, length);
  value->verify_data.offset = 0;
  value->verify_data.length = length;
  return accepted(length);
}

uint32_t finished_encode(struct tls12_bytes verify_data, uint8_t *out, uint32_t room)
{
  if (verify_data.length != TLS12_VERIFY_DATA_LENGTH || verify_data.length > room) return 0;
  return write_fixed(out, 0, verify_data);
}
