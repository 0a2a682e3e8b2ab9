#include "wire/reader.h"

uint32_t read_list16(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: list16_stop(bytes, at, end) == list16_stop(bytes, next, end);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_vector16(bytes, next, end, 1, 65535)) != 0) next = after;
  return next;
}

uint32_t read_list24(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: list24_stop(bytes, at, end) == list24_stop(bytes, next, end);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_vector24(bytes, next, end, 1, 16777215)) != 0) next = after;
  return next;
}

struct tls12_fault vector8_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  if (end - at < 1) return decode_error(R5246_4_3_06, at, end - at);
  uint32_t length = bytes[at];
  if (length > end - at - 1) return decode_error(R5246_4_3_06, at, end - at);
  return decode_error(rule, at, 1 + length);
}

struct tls12_fault vector16_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  if (end - at < 2) return decode_error(R5246_4_3_06, at, end - at);
  uint32_t length = read_uint16(bytes, at);
  if (length > end - at - 2) return decode_error(R5246_4_3_06, at, end - at);
  return decode_error(rule, at, 2 + length);
}

struct tls12_fault vector24_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  if (end - at < 3) return decode_error(R5246_4_3_06, at, end - at);
  uint32_t length = read_uint24(bytes, at);
  if (length > end - at - 3) return decode_error(R5246_4_3_06, at, end - at);
  return decode_error(rule, at, 3 + length);
}
