#include "message/explicit_field.h"

#include "wire/reader.h"
#include "wire/writer.h"

uint32_t read_explicit_field(const uint8_t *bytes, uint32_t end)
{
  if (end < 1) return 0;
  if (bytes[0] == TLS12_EXPLICIT_PRIME) return read_vector8(bytes, 1, end, 1, 255);
  if (bytes[0] != TLS12_EXPLICIT_CHAR2 || end < 4) return 0;
  if (bytes[3] == TLS12_TRINOMIAL) return read_vector8(bytes, 4, end, 1, 255);
  if (bytes[3] == TLS12_PENTANOMIAL) return read_three_vectors8(bytes, 4, end);
  return 0;
}

struct tls12_fault explicit_field_fault(const uint8_t *bytes, uint32_t end)
{
  if (end < 1) return decode_error(R4492_5_4_01, 0, 0);
  if (bytes[0] == TLS12_EXPLICIT_PRIME) return vector8_fault(bytes, 1, end, R4492_5_4_01);
  if (bytes[0] != TLS12_EXPLICIT_CHAR2) return decode_error(R4492_5_4_01, 0, 1);
  if (end < 3) return decode_error(R4492_5_4_02, 1, end - 1);
  if (end < 4) return decode_error(R4492_5_4_02, 3, 0);
  if (bytes[3] == TLS12_TRINOMIAL) return vector8_fault(bytes, 4, end, R4492_5_4_02);
  if (bytes[3] == TLS12_PENTANOMIAL) return three_vectors8_fault(bytes, 4, end, R4492_5_4_02, R4492_5_4_02);
  return decode_error(R4492_5_4_02, 3, 1);
}

struct explicit_field find_explicit_field(const uint8_t *bytes, uint32_t end)
{
  if (bytes[0] == TLS12_EXPLICIT_PRIME) {
    uint32_t after = 2 + (uint32_t)bytes[1];
    //@ assert prime: prime_field(bytes, after, bytes + 2, bytes[1]) && after == explicit_field_end(bytes, end);
    return (struct explicit_field){TLS12_EXPLICIT_PRIME, 0, 0, {{2, bytes[1]}, {after, 0}, {after, 0}}};
  }
  uint32_t m = read_uint16(bytes, 1);
  if (bytes[3] == TLS12_TRINOMIAL) {
    uint32_t after = 5 + (uint32_t)bytes[4];
    //@ assert trinomial: trinomial_field(bytes, after, m, bytes + 5, bytes[4]) && after == explicit_field_end(bytes, end);
    return (struct explicit_field){TLS12_EXPLICIT_CHAR2, m, TLS12_TRINOMIAL, {{5, bytes[4]}, {after, 0}, {after, 0}}};
  }
  struct three_spans k = find_three_vectors8(bytes, 4, end);
  /*@ assert pentanomial: pentanomial_field(bytes, explicit_field_end(bytes, end), m, bytes + k.first.offset, k.first.length,
        bytes + k.second.offset, k.second.length, bytes + k.third.offset, k.third.length); */
  return (struct explicit_field){TLS12_EXPLICIT_CHAR2, m, TLS12_PENTANOMIAL, k};
}

int is_explicit_field_value(struct explicit_field_bytes field)
{
  uint32_t x = field.p_or_k.first.length, y = field.p_or_k.second.length, z = field.p_or_k.third.length;
  if (x < 1 || x > 255 || field.m > 65535) return 0;
  if (field.curve_type == TLS12_EXPLICIT_PRIME) return field.m == 0 && field.basis == 0 && y == 0 && z == 0;
  if (field.curve_type != TLS12_EXPLICIT_CHAR2) return 0;
  if (field.basis == TLS12_TRINOMIAL) return y == 0 && z == 0;
  return field.basis == TLS12_PENTANOMIAL && 1 <= y && y <= 255 && 1 <= z && z <= 255;
}

uint32_t explicit_field_length(struct explicit_field_bytes field)
{
  if (field.curve_type == TLS12_EXPLICIT_PRIME) return 2 + field.p_or_k.first.length;
  if (field.basis == TLS12_TRINOMIAL) return 5 + field.p_or_k.first.length;
  return 7 + field.p_or_k.first.length + field.p_or_k.second.length + field.p_or_k.third.length;
}

uint32_t write_explicit_field(uint8_t *out, struct explicit_field_bytes field)
{
  write_uint8(out, 0, field.curve_type);
  if (field.curve_type == TLS12_EXPLICIT_PRIME) {
    uint32_t end = write_vector8(out, 1, field.p_or_k.first);
    //@ assert prime: prime_field(out, end, field.p_or_k.first.data, field.p_or_k.first.length);
    /*@ assert written: explicit_field(out, end, field.curve_type, field.m, field.basis, field.p_or_k.first.data,
          field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data,
          field.p_or_k.third.length); */
    return end;
  }
  write_uint16(out, 1, field.m);
  write_uint8(out, 3, field.basis);
  //@ assert char2: out[0] == TLS12_EXPLICIT_CHAR2 && be16(out, 1) == field.m && out[3] == field.basis;
  if (field.basis == TLS12_TRINOMIAL) {
    uint32_t end = write_vector8(out, 4, field.p_or_k.first);
    //@ assert trinomial: trinomial_field(out, end, field.m, field.p_or_k.first.data, field.p_or_k.first.length);
    /*@ assert written: explicit_field(out, end, field.curve_type, field.m, field.basis, field.p_or_k.first.data,
          field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data,
          field.p_or_k.third.length); */
    return end;
  }
  uint32_t end = write_three_vectors8(out, 4, field.p_or_k.first, field.p_or_k.second, field.p_or_k.third);
  //@ assert pentanomial: out[0] == TLS12_EXPLICIT_CHAR2 && be16(out, 1) == field.m && out[3] == TLS12_PENTANOMIAL;
  /*@ assert written: explicit_field(out, end, field.curve_type, field.m, field.basis, field.p_or_k.first.data,
        field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data,
        field.p_or_k.third.length); */
  return end;
}
