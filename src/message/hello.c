#include "message/hello.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault read_hello_head(const uint8_t *body, uint32_t length, enum tls12_rule rule)
{
  if (length < 2) return decode_error(R5246_7_4_02, 0, length);
  if (length < 34) return decode_error(R5246_7_4_1_2_02, 2, length - 2);
  uint32_t end = read_vector8(body, 34, length, 0, 32);
  if (end == 0) return vector8_fault(body, 34, length, rule);
  return accepted(end);
}

uint32_t write_hello_head(uint8_t *out, uint32_t version, const uint8_t *random, struct tls12_bytes session_id)
{
  uint32_t at = write_uint16(out, 0, version);
  at = write_fixed(out, at, (struct tls12_bytes){random, 32});
  //@ assert version_stays: be16(out, 0) == version;
  at = write_vector8(out, at, session_id);
  //@ assert version_remains: be16(out, 0) == version;
  //@ assert random_stays: fixed(out, 2, 34, random, 32);
  return at;
}

uint32_t write_hello_extensions(uint8_t *out, uint32_t at, uint32_t present, struct tls12_bytes list)
{
  if (present == 0) return at;
  uint32_t end = write_vector16(out, at, list);
  //@ assert copied: copy{Here,Pre}(out, at + 2, list.data, list.length);
  return end;
}
