/* The fields that ServerECDHParams with an explicit curve begin with, RFC 4492 section 5.4: which field the curve is over. */
#ifndef TLS12_MESSAGE_EXPLICIT_FIELD_H
#define TLS12_MESSAGE_EXPLICIT_FIELD_H

#include "message/three_vectors8.h"
#include "spec/explicit_field.h"

struct explicit_field {
  uint32_t curve_type;       /* TLS12_EXPLICIT_PRIME or TLS12_EXPLICIT_CHAR2 */
  uint32_t m, basis;         /* of characteristic 2; else 0 */
  struct three_spans p_or_k; /* prime_p, or k, or k1, k2 and k3; else empty */
};

/* The same before it is written, of the caller's. */
struct explicit_field_bytes {
  uint32_t curve_type, m, basis;
  struct three_bytes p_or_k;
};

/* The offset after the fields at the start of a body, or 0 if one is malformed. */
/*@ requires range: end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_fields: \result == explicit_field_end(bytes, end);
    ensures inside: \result != 0 ==> 3 <= \result <= end;
*/
uint32_t read_explicit_field(const uint8_t *bytes, uint32_t end);

/* What is wrong with malformed ones. */
/*@ requires range: end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires malformed: explicit_field_end(bytes, end) == 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == explicit_field_rule(bytes, end);
    ensures where: \result.offset == explicit_field_offset(bytes, end);
    ensures extent: \result.length == explicit_field_extent(bytes, end);
    ensures broken: \result.rule != TLS12_NO_RULE;
    ensures alert: \result.alert == TLS12_DECODE_ERROR && \result.alert == alert_for(\result.rule);
*/
struct tls12_fault explicit_field_fault(const uint8_t *bytes, uint32_t end);

/* The fields, which are well-formed. */
/*@ requires range: end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires well_formed: explicit_field_end(bytes, end) != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: explicit_field(bytes, explicit_field_end(bytes, end), \result.curve_type, \result.m, \result.basis,
      bytes + \result.p_or_k.first.offset, \result.p_or_k.first.length,
      bytes + \result.p_or_k.second.offset, \result.p_or_k.second.length,
      bytes + \result.p_or_k.third.offset, \result.p_or_k.third.length);
    ensures spans: \result.p_or_k.first.offset == (\result.curve_type == TLS12_EXPLICIT_PRIME ? 2 : 5) &&
      \result.p_or_k.second.offset == \result.p_or_k.first.offset + \result.p_or_k.first.length +
        (\result.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
      \result.p_or_k.third.offset == \result.p_or_k.second.offset + \result.p_or_k.second.length +
        (\result.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
      explicit_field_end(bytes, end) == \result.p_or_k.third.offset + \result.p_or_k.third.length;
*/
struct explicit_field find_explicit_field(const uint8_t *bytes, uint32_t end);

/* Whether these are a field's. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result != 0 <==> explicit_field_value(field.curve_type, field.m, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length);
*/
int is_explicit_field_value(struct explicit_field_bytes field);

/* The length of its encoding. */
/*@ requires value: explicit_field_value(field.curve_type, field.m, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length);
    ensures bound: 3 <= \result <= 772;
*/
uint32_t explicit_field_length(struct explicit_field_bytes field);

/* Writes a field to out[0 ..] and answers with the offset after it. The caller has checked the room. */
/*@ requires value: explicit_field_value(field.curve_type, field.m, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length);
    requires writable: \valid(out + (0 .. explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length) - 1));
    requires sources: three_sources(out, explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
        field.p_or_k.second.length, field.p_or_k.third.length),
      field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
      field.p_or_k.third.data, field.p_or_k.third.length);
    terminates \true;
    exits \false;
    assigns out[0 .. explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length) - 1];
    ensures end: \result == explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length);
    ensures written: explicit_field(out, \result, field.curve_type, field.m, field.basis,
      field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
      field.p_or_k.third.data, field.p_or_k.third.length);
*/
uint32_t write_explicit_field(uint8_t *out, struct explicit_field_bytes field);

#endif
