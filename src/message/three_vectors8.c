#include "message/three_vectors8.h"

#include "wire/reader.h"
#include "wire/writer.h"

uint32_t read_three_vectors8(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t y = read_vector8(bytes, at, end, 1, 255);
  if (y == 0) return 0;
  uint32_t z = read_vector8(bytes, y, end, 1, 255);
  if (z == 0) return 0;
  return read_vector8(bytes, z, end, 1, 255);
}

struct tls12_fault three_vectors8_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule,
                                        enum tls12_rule third)
{
  uint32_t y = read_vector8(bytes, at, end, 1, 255);
  if (y == 0) return vector8_fault(bytes, at, end, rule);
  uint32_t z = read_vector8(bytes, y, end, 1, 255);
  if (z == 0) return vector8_fault(bytes, y, end, rule);
  return vector8_fault(bytes, z, end, third);
}

struct three_spans find_three_vectors8(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t y = read_vector8(bytes, at, end, 1, 255);
  uint32_t z = read_vector8(bytes, y, end, 1, 255);
  uint32_t after = read_vector8(bytes, z, end, 1, 255);
  /*@ assert encoding: three_vectors8(bytes, at, after, bytes + (at + 1), y - at - 1, bytes + (y + 1), z - y - 1,
        bytes + (z + 1), after - z - 1); */
  return (struct three_spans){{at + 1, y - at - 1}, {y + 1, z - y - 1}, {z + 1, after - z - 1}};
}

uint32_t write_three_vectors8(uint8_t *out, uint32_t at, struct tls12_bytes x, struct tls12_bytes y,
                              struct tls12_bytes z)
{
  uint32_t second = write_vector8(out, at, x);
  uint32_t third = write_vector8(out, second, y);
  //@ assert x_stays: vector8(out, at, second, x.data, x.length);
  uint32_t end = write_vector8(out, third, z);
  //@ assert x_is_there: vector8(out, at, second, x.data, x.length);
  //@ assert y_is_there: vector8(out, second, third, y.data, y.length);
  return end;
}
