#include "message/server_key_exchange_explicit.h"

#include "message/digitally_signed.h"
#include "wire/reader.h"

/* The signature at offset `at` of an encoding. */
struct found_signature {
  uint32_t hash, algorithm;
  struct tls12_span signature;
};

/*@ requires range: at <= length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires well_formed: is_signed != 0 ? digitally_signed_end(body, at, length) == length && length != 0 : at == length;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: explicit_signature(body, at, length, is_signed, \result.hash, \result.algorithm,
      body + \result.signature.offset, \result.signature.length);
    ensures spans: \result.signature.offset == (is_signed != 0 ? at + 4 : at) &&
      length == \result.signature.offset + \result.signature.length;
*/
static struct found_signature find_signature(const uint8_t *body, uint32_t at, uint32_t length, int is_signed)
{
  if (!is_signed) return (struct found_signature){0, 0, {at, 0}};
  return (struct found_signature){body[at], body[at + 1], {at + 4, length - at - 4}};
}

/* The fields of an encoding, whose field ends at `curve` and whose params end at `params`. */
/*@ requires order: curve <= params <= length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    requires field_ends: curve == explicit_field_end(body, length) && curve != 0;
    requires params_end: params == explicit_curve_end(body, curve, length) && params != 0;
    requires signature_ends: is_signed != 0 ? digitally_signed_end(body, params, length) == length && length != 0 :
      params == length;
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: server_key_exchange_explicit(body, length, is_signed, value->field.curve_type, value->field.m,
      value->field.basis, body + value->field.p_or_k.first.offset, value->field.p_or_k.first.length, body +
      value->field.p_or_k.second.offset, value->field.p_or_k.second.length, body + value->field.p_or_k.third.offset,
      value->field.p_or_k.third.length, body + value->curve.a_b_base.first.offset, value->curve.a_b_base.first.length,
      body + value->curve.a_b_base.second.offset, value->curve.a_b_base.second.length, body +
      value->curve.a_b_base.third.offset, value->curve.a_b_base.third.length, body +
      value->curve.order_cofactor_public.first.offset, value->curve.order_cofactor_public.first.length, body +
      value->curve.order_cofactor_public.second.offset, value->curve.order_cofactor_public.second.length, body +
      value->curve.order_cofactor_public.third.offset, value->curve.order_cofactor_public.third.length, value->hash,
      value->signature_algorithm, body + value->signature.offset, value->signature.length);
    ensures spans:
      value->field.p_or_k.first.offset == (value->field.curve_type == TLS12_EXPLICIT_PRIME ? 2 : 5) &&
      value->field.p_or_k.second.offset == value->field.p_or_k.first.offset + value->field.p_or_k.first.length +
        (value->field.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
      value->field.p_or_k.third.offset == value->field.p_or_k.second.offset + value->field.p_or_k.second.length +
        (value->field.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
      value->curve.a_b_base.first.offset == value->field.p_or_k.third.offset + value->field.p_or_k.third.length + 1 &&
      value->curve.a_b_base.second.offset == value->curve.a_b_base.first.offset + value->curve.a_b_base.first.length + 1 &&
      value->curve.a_b_base.third.offset == value->curve.a_b_base.second.offset + value->curve.a_b_base.second.length + 1 &&
      value->curve.order_cofactor_public.first.offset ==
        value->curve.a_b_base.third.offset + value->curve.a_b_base.third.length + 1 &&
      value->curve.order_cofactor_public.second.offset ==
        value->curve.order_cofactor_public.first.offset + value->curve.order_cofactor_public.first.length + 1 &&
      value->curve.order_cofactor_public.third.offset ==
        value->curve.order_cofactor_public.second.offset + value->curve.order_cofactor_public.second.length + 1 &&
      value->params.offset == 0 && value->params.length ==
        value->curve.order_cofactor_public.third.offset + value->curve.order_cofactor_public.third.length &&
      value->signature.offset == (is_signed != 0 ? value->params.length + 4 : value->params.length) &&
      length == value->signature.offset + value->signature.length;
*/
static void set_fields(struct server_key_exchange_explicit *value, const uint8_t *body, uint32_t curve, uint32_t params,
                       uint32_t length, int is_signed)
{
  struct explicit_field field = find_explicit_field(body, length);
  struct explicit_curve rest = find_explicit_curve(body, curve, length);
  struct found_signature last = find_signature(body, params, length, is_signed);
  /*@ assert field_size: curve == explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
        field.p_or_k.second.length, field.p_or_k.third.length); */
  /*@ assert params_size: params == curve + explicit_curve_size(rest.a_b_base.first.length,
        rest.a_b_base.second.length, rest.a_b_base.third.length, rest.order_cofactor_public.first.length,
        rest.order_cofactor_public.second.length, rest.order_cofactor_public.third.length); */
  /*@ assert encoding: server_key_exchange_explicit(body, length, is_signed, field.curve_type, field.m, field.basis,
        body + field.p_or_k.first.offset, field.p_or_k.first.length, body + field.p_or_k.second.offset,
        field.p_or_k.second.length, body + field.p_or_k.third.offset, field.p_or_k.third.length, body +
        rest.a_b_base.first.offset, rest.a_b_base.first.length, body + rest.a_b_base.second.offset,
        rest.a_b_base.second.length, body + rest.a_b_base.third.offset, rest.a_b_base.third.length, body +
        rest.order_cofactor_public.first.offset, rest.order_cofactor_public.first.length, body +
        rest.order_cofactor_public.second.offset, rest.order_cofactor_public.second.length, body +
        rest.order_cofactor_public.third.offset, rest.order_cofactor_public.third.length, last.hash, last.algorithm,
        body + last.signature.offset, last.signature.length); */
  /*@ assert spans: field.p_or_k.first.offset == (field.curve_type == TLS12_EXPLICIT_PRIME ? 2 : 5) &&
        field.p_or_k.second.offset == field.p_or_k.first.offset + field.p_or_k.first.length +
          (field.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
        field.p_or_k.third.offset == field.p_or_k.second.offset + field.p_or_k.second.length +
          (field.basis == TLS12_PENTANOMIAL ? 1 : 0) &&
        rest.a_b_base.first.offset == field.p_or_k.third.offset + field.p_or_k.third.length + 1 &&
        rest.a_b_base.second.offset == rest.a_b_base.first.offset + rest.a_b_base.first.length + 1 &&
        rest.a_b_base.third.offset == rest.a_b_base.second.offset + rest.a_b_base.second.length + 1 &&
        rest.order_cofactor_public.first.offset ==
          rest.a_b_base.third.offset + rest.a_b_base.third.length + 1 &&
        rest.order_cofactor_public.second.offset ==
          rest.order_cofactor_public.first.offset + rest.order_cofactor_public.first.length + 1 &&
        rest.order_cofactor_public.third.offset ==
          rest.order_cofactor_public.second.offset + rest.order_cofactor_public.second.length + 1 &&
        params ==
          rest.order_cofactor_public.third.offset + rest.order_cofactor_public.third.length &&
        last.signature.offset == (is_signed != 0 ? params + 4 : params) &&
        length == last.signature.offset + last.signature.length; */
  value->field.curve_type = field.curve_type;
  value->field.m = field.m;
  value->field.basis = field.basis;
  value->field.p_or_k.first.offset = field.p_or_k.first.offset;
  value->field.p_or_k.first.length = field.p_or_k.first.length;
  value->field.p_or_k.second.offset = field.p_or_k.second.offset;
  value->field.p_or_k.second.length = field.p_or_k.second.length;
  value->field.p_or_k.third.offset = field.p_or_k.third.offset;
  value->field.p_or_k.third.length = field.p_or_k.third.length;
  value->curve.a_b_base.first.offset = rest.a_b_base.first.offset;
  value->curve.a_b_base.first.length = rest.a_b_base.first.length;
  value->curve.a_b_base.second.offset = rest.a_b_base.second.offset;
  value->curve.a_b_base.second.length = rest.a_b_base.second.length;
  value->curve.a_b_base.third.offset = rest.a_b_base.third.offset;
  value->curve.a_b_base.third.length = rest.a_b_base.third.length;
  value->curve.order_cofactor_public.first.offset = rest.order_cofactor_public.first.offset;
  value->curve.order_cofactor_public.first.length = rest.order_cofactor_public.first.length;
  value->curve.order_cofactor_public.second.offset = rest.order_cofactor_public.second.offset;
  value->curve.order_cofactor_public.second.length = rest.order_cofactor_public.second.length;
  value->curve.order_cofactor_public.third.offset = rest.order_cofactor_public.third.offset;
  value->curve.order_cofactor_public.third.length = rest.order_cofactor_public.third.length;
  value->params.offset = 0;
  value->params.length = params;
  value->hash = last.hash;
  value->signature_algorithm = last.algorithm;
  value->signature.offset = last.signature.offset;
  value->signature.length = last.signature.length;
}

struct tls12_fault server_key_exchange_explicit_decode(const uint8_t *body, uint32_t length, int is_signed,
                                                       struct server_key_exchange_explicit *value)
{
  uint32_t curve = read_explicit_field(body, length);
  if (curve == 0) return explicit_field_fault(body, length);
  uint32_t params = read_explicit_curve(body, curve, length);
  if (params == 0)
    return explicit_curve_fault(body, curve, length, body[0] == TLS12_EXPLICIT_PRIME ? R4492_5_4_01 : R4492_5_4_02);
  uint32_t end = params;
  if (is_signed) end = read_digitally_signed(body, params, length);
  if (end == 0) return digitally_signed_fault(params, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  set_fields(value, body, curve, params, length, is_signed);
  return accepted(end);
}

/* Whether these are a value whose encoding the room holds. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> server_key_exchange_explicit_value(is_signed, field.curve_type, field.m,
      field.basis, field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length,
      curve.a_b_base.first.length, curve.a_b_base.second.length, curve.a_b_base.third.length,
      curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length, hash, signature_algorithm, signature.length) &&
      server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length, signature.length) <= room;
*/
static int fits(struct explicit_field_bytes field, struct explicit_curve_bytes curve, int is_signed, uint32_t hash,
                uint32_t signature_algorithm, struct tls12_bytes signature, uint32_t room)
{
  if (!is_explicit_field_value(field) || !is_explicit_curve_value(curve)) return 0;
  if (!is_signed && (hash != 0 || signature_algorithm != 0 || signature.length != 0)) return 0;
  if (hash > 255 || signature_algorithm > 255 || signature.length > 65535) return 0;
  return explicit_field_length(field) + explicit_curve_length(curve) + (is_signed ? 4 + signature.length : 0) <= room;
}

/* Writes the params of a value, and answers with their length. */
/*@ requires field_value: explicit_field_value(field.curve_type, field.m, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length);
    requires curve_value: explicit_curve_value(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
    requires room: explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length) + explicit_curve_size(curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length) <= room;
    requires field: three_sources(out, room, field.p_or_k.first.data, field.p_or_k.first.length,
      field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length);
    requires a_b_base: three_sources(out, room, curve.a_b_base.first.data, curve.a_b_base.first.length,
      curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data, curve.a_b_base.third.length);
    requires order_cofactor_public: three_sources(out, room, curve.order_cofactor_public.first.data,
      curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.data,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.data,
      curve.order_cofactor_public.third.length);
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures end: \result == explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length) + explicit_curve_size(curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length);
    ensures field: explicit_field(out, explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length), field.curve_type, field.m, field.basis,
      field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
      field.p_or_k.third.data, field.p_or_k.third.length);
    ensures curve: explicit_curve(out, explicit_field_size(field.curve_type, field.basis, field.p_or_k.first.length,
      field.p_or_k.second.length, field.p_or_k.third.length), \result, curve.a_b_base.first.data,
      curve.a_b_base.first.length, curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length);
    ensures outside: kept{Pre,Here}(out, \result, room);
*/
static uint32_t write_params(struct explicit_field_bytes field, struct explicit_curve_bytes curve, uint8_t *out,
                             uint32_t room)
{
  (void)room;
  uint32_t curve_at = write_explicit_field(out, field);
  //@ ghost Written: ;
  uint32_t params = write_explicit_curve(out, curve_at, curve);
  //@ assert first_stays: kept{Written,Here}(field.p_or_k.first.data, 0, field.p_or_k.first.length);
  //@ assert second_stays: kept{Written,Here}(field.p_or_k.second.data, 0, field.p_or_k.second.length);
  //@ assert third_stays: kept{Written,Here}(field.p_or_k.third.data, 0, field.p_or_k.third.length);
  /*@ assert field_stays: explicit_field(out, curve_at, field.curve_type, field.m, field.basis,
        field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
        field.p_or_k.third.data, field.p_or_k.third.length); */
  return params;
}

/* Writes the signature, if there is one, to out[at ..] and answers with the offset after it. */
/*@ requires range: at <= 4096 && explicit_signature_value(is_signed, hash, signature_algorithm, signature.length);
    requires readable: \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. at + explicit_signature_size(is_signed, signature.length) - 1));
    requires apart: \separated(out + (0 .. at + explicit_signature_size(is_signed, signature.length) - 1),
      signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + explicit_signature_size(is_signed, signature.length) - 1];
    ensures end: \result == at + explicit_signature_size(is_signed, signature.length);
    ensures written: explicit_signature(out, at, \result, is_signed, hash, signature_algorithm, signature.data,
      signature.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
static uint32_t write_signature(uint8_t *out, uint32_t at, int is_signed, uint32_t hash, uint32_t signature_algorithm,
                                struct tls12_bytes signature)
{
  return is_signed ? write_digitally_signed(out, at, hash, signature_algorithm, signature) : at;
}

/* Writes a value that fits, and answers with the length of its encoding. */
/*@ requires value: server_key_exchange_explicit_value(is_signed, field.curve_type, field.m, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, hash, signature_algorithm,
      signature.length);
    requires fits: server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length) <= room <=
      TLS12_BODY_MAX;
    requires field: three_sources(out, room, field.p_or_k.first.data, field.p_or_k.first.length,
      field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length);
    requires a_b_base: three_sources(out, room, curve.a_b_base.first.data, curve.a_b_base.first.length,
      curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data, curve.a_b_base.third.length);
    requires order_cofactor_public: three_sources(out, room, curve.order_cofactor_public.first.data,
      curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.data,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.data,
      curve.order_cofactor_public.third.length);
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1)) &&
      \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: \result == server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length);
    ensures encoding: server_key_exchange_explicit(out, \result, is_signed, field.curve_type, field.m, field.basis,
      field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
      field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data, curve.a_b_base.first.length,
      curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data, curve.a_b_base.third.length,
      curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length, hash, signature_algorithm,
      signature.data, signature.length);
    ensures outside: kept{Pre,Here}(out, \result, room);
*/
static uint32_t write_fields(struct explicit_field_bytes field, struct explicit_curve_bytes curve, int is_signed,
                             uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out,
                             uint32_t room)
{
  uint32_t params = write_params(field, curve, out, room);
  //@ ghost Written: ;
  uint32_t end = write_signature(out, params, is_signed, hash, signature_algorithm, signature);
  //@ assert first_stays: kept{Written,Here}(field.p_or_k.first.data, 0, field.p_or_k.first.length);
  //@ assert second_stays: kept{Written,Here}(field.p_or_k.second.data, 0, field.p_or_k.second.length);
  //@ assert third_stays: kept{Written,Here}(field.p_or_k.third.data, 0, field.p_or_k.third.length);
  //@ assert a_stays: kept{Written,Here}(curve.a_b_base.first.data, 0, curve.a_b_base.first.length);
  //@ assert b_stays: kept{Written,Here}(curve.a_b_base.second.data, 0, curve.a_b_base.second.length);
  //@ assert base_stays: kept{Written,Here}(curve.a_b_base.third.data, 0, curve.a_b_base.third.length);
  /*@ assert order_stays: kept{Written,Here}(curve.order_cofactor_public.first.data, 0,
        curve.order_cofactor_public.first.length); */
  /*@ assert cofactor_stays: kept{Written,Here}(curve.order_cofactor_public.second.data, 0,
        curve.order_cofactor_public.second.length); */
  /*@ assert public_stays: kept{Written,Here}(curve.order_cofactor_public.third.data, 0,
        curve.order_cofactor_public.third.length); */
  /*@ assert field_stays: explicit_field(out, explicit_field_size(field.curve_type, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length), field.curve_type, field.m,
        field.basis, field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data,
        field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length); */
  /*@ assert curve_stays: explicit_curve(out, explicit_field_size(field.curve_type, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length), params,
        curve.a_b_base.first.data, curve.a_b_base.first.length, curve.a_b_base.second.data,
        curve.a_b_base.second.length, curve.a_b_base.third.data, curve.a_b_base.third.length,
        curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length); */
  return end;
}

uint32_t server_key_exchange_explicit_encode(struct explicit_field_bytes field, struct explicit_curve_bytes curve,
                                             int is_signed, uint32_t hash, uint32_t signature_algorithm,
                                             struct tls12_bytes signature, uint8_t *out, uint32_t room)
{
  if (!fits(field, curve, is_signed, hash, signature_algorithm, signature, room)) return 0;
  return write_fields(field, curve, is_signed, hash, signature_algorithm, signature, out, room);
}
