#include "wire/writer.h"

uint32_t write_uint8(uint8_t *out, uint32_t at, uint32_t value)
{
  out[at] = (uint8_t)value;
  return at + 1;
}

uint32_t write_uint16(uint8_t *out, uint32_t at, uint32_t value)
{
  out[at] = (uint8_t)(value / 256u);
  out[at + 1] = (uint8_t)(value % 256u);
  return at + 2;
}

uint32_t write_uint24(uint8_t *out, uint32_t at, uint32_t value)
{
  write_uint8(out, at, value / 65536u);
  write_uint16(out, at + 1, value % 65536u);
  //@ assert high_stays: out[at] == value / 65536;
  return at + 3;
}

uint32_t write_uint32(uint8_t *out, uint32_t at, uint32_t value)
{
  write_uint16(out, at, value / 65536u);
  //@ assert high: be16(out, at) == value / 65536;
  write_uint16(out, at + 2, value % 65536u);
  //@ assert high_stays: be16(out, at) == value / 65536;
  return at + 4;
}

uint32_t write_fixed(uint8_t *out, uint32_t at, struct tls12_bytes content)
{
  /*@ loop invariant range: 0 <= k <= content.length;
      loop invariant copied: copy{Here,Here}(out, at, content.data, k);
      loop invariant before: kept{Pre,Here}(out, 0, at);
      loop invariant source: kept{Pre,Here}(content.data, 0, content.length);
      loop assigns k, out[at .. at + content.length - 1];
      loop variant content.length - k; */
  for (uint32_t k = 0; k < content.length; k++) {
    out[at + k] = content.data[k];
    //@ assert earlier: copy{Here,Here}(out, at, content.data, k);
  }
  return at + content.length;
}

uint32_t write_vector8(uint8_t *out, uint32_t at, struct tls12_bytes content)
{
  return write_fixed(out, write_uint8(out, at, content.length), content);
}

uint32_t write_vector16(uint8_t *out, uint32_t at, struct tls12_bytes content)
{
  return write_fixed(out, write_uint16(out, at, content.length), content);
}

uint32_t write_vector24(uint8_t *out, uint32_t at, struct tls12_bytes content)
{
  return write_fixed(out, write_uint24(out, at, content.length), content);
}
