#include "message/explicit_field.h"

#include "wire/reader.h"

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

/* A single number, at offset `at` of the body. */
/*@ requires range: 1 <= at && at + 1 + bytes[at] <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + at);
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + at);
    terminates \true;
    exits \false;
    assigns *value;
    ensures first: value->first.offset == at + 1 && value->first.length == bytes[at];
*/
static void one_span(const uint8_t *bytes, uint32_t at, struct three_spans *value)
{
  uint32_t length = bytes[at];
  value->first.offset = at + 1;
  value->first.length = length;
  value->second.offset = at + 1 + length;
  value->second.length = 0;
  value->third.offset = at + 1 + length;
  value->third.length = 0;
}

void find_explicit_field(const uint8_t *bytes, uint32_t end, struct explicit_field *value)
{
  value->curve_type = bytes[0];
  value->m = 0;
  value->basis = 0;
  if (bytes[0] == TLS12_EXPLICIT_PRIME) {
    one_span(bytes, 1, &value->p_or_k);
    /*@ assert prime: prime_field(bytes, explicit_field_end(bytes, end), bytes + value->p_or_k.first.offset,
                                  value->p_or_k.first.length); */
    //@ assert value: explicit_field_in(bytes, explicit_field_end(bytes, end), value);
    return;
  }
  value->m = read_uint16(bytes, 1);
  value->basis = bytes[3];
  if (bytes[3] == TLS12_TRINOMIAL) {
    one_span(bytes, 4, &value->p_or_k);
    /*@ assert trinomial: trinomial_field(bytes, explicit_field_end(bytes, end), value->m,
                                          bytes + value->p_or_k.first.offset, value->p_or_k.first.length); */
    //@ assert value: explicit_field_in(bytes, explicit_field_end(bytes, end), value);
    return;
  }
  find_three_vectors8(bytes, 4, end, &value->p_or_k);
  //@ assert exponents: three_vectors8_in(bytes, 4, explicit_field_end(bytes, end), &value->p_or_k);
  //@ assert kind: value->curve_type == TLS12_EXPLICIT_CHAR2 && value->basis == TLS12_PENTANOMIAL;
  /*@ assert pentanomial: pentanomial_field(bytes, explicit_field_end(bytes, end), value->m,
        bytes + value->p_or_k.first.offset, value->p_or_k.first.length,
        bytes + value->p_or_k.second.offset, value->p_or_k.second.length,
        bytes + value->p_or_k.third.offset, value->p_or_k.third.length); */
  //@ assert value: explicit_field_in(bytes, explicit_field_end(bytes, end), value);
}
