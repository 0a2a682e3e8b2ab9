#include "message/digitally_signed.h"

#include "wire/reader.h"
#include "wire/writer.h"

uint32_t read_digitally_signed(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 2) return 0;
  return read_vector16(bytes, at + 2, end, 0, 65535);
}

struct tls12_fault digitally_signed_fault(uint32_t at, uint32_t end)
{
  if (end - at < 2) return decode_error(R5246_4_7_01, at, end - at);
  return decode_error(R5246_4_3_06, at + 2, end - at - 2);
}

uint32_t write_digitally_signed(uint8_t *out, uint32_t at, uint32_t hash, uint32_t algorithm,
                                struct tls12_bytes signature)
{
  write_uint8(out, at, hash);
  write_uint8(out, at + 1, algorithm);
  //@ assert pair: out[at] == hash && out[at + 1] == algorithm;
  return write_vector16(out, at + 2, signature);
}
