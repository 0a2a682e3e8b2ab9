/* ServerKeyExchange with an explicit curve: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/server_key_exchange_explicit.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires field: three_sources(out, room, field.p_or_k.first.data, field.p_or_k.first.length,
      field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length);
    requires a_b_base: three_sources(out, room, curve.a_b_base.first.data, curve.a_b_base.first.length,
      curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
      curve.a_b_base.third.length);
    requires order_cofactor_public: three_sources(out, room, curve.order_cofactor_public.first.data,
      curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.data,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.data,
      curve.order_cofactor_public.third.length);
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1)) &&
      \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value) && \separated(out + (0 .. room - 1), value);
    requires apart_first: \separated(value, field.p_or_k.first.data + (0 .. field.p_or_k.first.length - 1));
    requires apart_second: \separated(value, field.p_or_k.second.data + (0 .. field.p_or_k.second.length - 1));
    requires apart_third: \separated(value, field.p_or_k.third.data + (0 .. field.p_or_k.third.length - 1));
    requires apart_a: \separated(value, curve.a_b_base.first.data + (0 .. curve.a_b_base.first.length - 1));
    requires apart_b: \separated(value, curve.a_b_base.second.data + (0 .. curve.a_b_base.second.length - 1));
    requires apart_base: \separated(value, curve.a_b_base.third.data + (0 .. curve.a_b_base.third.length - 1));
    requires apart_order: \separated(value, curve.order_cofactor_public.first.data + (0 ..
      curve.order_cofactor_public.first.length - 1));
    requires apart_cofactor: \separated(value, curve.order_cofactor_public.second.data + (0 ..
      curve.order_cofactor_public.second.length - 1));
    requires apart_public: \separated(value, curve.order_cofactor_public.third.data + (0 ..
      curve.order_cofactor_public.third.length - 1));
    requires apart_signature: \separated(value, signature.data + (0 .. signature.length - 1));
    requires value: server_key_exchange_explicit_value(is_signed, field.curve_type, field.m, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, hash, signature_algorithm,
      signature.length);
    requires fits: server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
      field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_curve_type: value->field.curve_type == field.curve_type;
    ensures same_m: value->field.m == field.m;
    ensures same_basis: value->field.basis == field.basis;
    ensures same_first: same_field(out + value->field.p_or_k.first.offset, value->field.p_or_k.first.length,
      field.p_or_k.first.data, field.p_or_k.first.length);
    ensures same_second: same_field(out + value->field.p_or_k.second.offset, value->field.p_or_k.second.length,
      field.p_or_k.second.data, field.p_or_k.second.length);
    ensures same_third: same_field(out + value->field.p_or_k.third.offset, value->field.p_or_k.third.length,
      field.p_or_k.third.data, field.p_or_k.third.length);
    ensures same_a: same_field(out + value->curve.a_b_base.first.offset, value->curve.a_b_base.first.length,
      curve.a_b_base.first.data, curve.a_b_base.first.length);
    ensures same_b: same_field(out + value->curve.a_b_base.second.offset, value->curve.a_b_base.second.length,
      curve.a_b_base.second.data, curve.a_b_base.second.length);
    ensures same_base: same_field(out + value->curve.a_b_base.third.offset, value->curve.a_b_base.third.length,
      curve.a_b_base.third.data, curve.a_b_base.third.length);
    ensures same_order: same_field(out + value->curve.order_cofactor_public.first.offset,
      value->curve.order_cofactor_public.first.length, curve.order_cofactor_public.first.data,
      curve.order_cofactor_public.first.length);
    ensures same_cofactor: same_field(out + value->curve.order_cofactor_public.second.offset,
      value->curve.order_cofactor_public.second.length, curve.order_cofactor_public.second.data,
      curve.order_cofactor_public.second.length);
    ensures same_public: same_field(out + value->curve.order_cofactor_public.third.offset,
      value->curve.order_cofactor_public.third.length, curve.order_cofactor_public.third.data,
      curve.order_cofactor_public.third.length);
    ensures same_hash: value->hash == hash;
    ensures same_signature_algorithm: value->signature_algorithm == signature_algorithm;
    ensures same_signature: same_field(out + value->signature.offset, value->signature.length, signature.data,
      signature.length);
*/
struct tls12_fault decode_of_encode(struct explicit_field_bytes field, struct explicit_curve_bytes curve, int is_signed,
                                    uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                    uint8_t *out, uint32_t room, struct server_key_exchange_explicit *value)
{
  uint32_t length =
      server_key_exchange_explicit_encode(field, curve, is_signed, hash, signature_algorithm, signature, out, room);
  struct tls12_fault fault = server_key_exchange_explicit_decode(out, length, is_signed, value);
  /*@ assert written: server_key_exchange_explicit(out, length, is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
        field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data, curve.a_b_base.first.length,
        curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
        curve.a_b_base.third.length, curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length, hash, signature_algorithm,
        signature.data, signature.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: server_key_exchange_explicit(out, length, is_signed, value->field.curve_type, value->field.m,
        value->field.basis, out + value->field.p_or_k.first.offset, value->field.p_or_k.first.length, out +
        value->field.p_or_k.second.offset, value->field.p_or_k.second.length, out + value->field.p_or_k.third.offset,
        value->field.p_or_k.third.length, out + value->curve.a_b_base.first.offset,
        value->curve.a_b_base.first.length, out + value->curve.a_b_base.second.offset,
        value->curve.a_b_base.second.length, out + value->curve.a_b_base.third.offset,
        value->curve.a_b_base.third.length, out + value->curve.order_cofactor_public.first.offset,
        value->curve.order_cofactor_public.first.length, out + value->curve.order_cofactor_public.second.offset,
        value->curve.order_cofactor_public.second.length, out + value->curve.order_cofactor_public.third.offset,
        value->curve.order_cofactor_public.third.length, value->hash, value->signature_algorithm, out +
        value->signature.offset, value->signature.length); */
  return fault;
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_server_key_exchange_explicit(body, length, is_signed) ==> \result == length;
    ensures same_bytes: is_server_key_exchange_explicit(body, length, is_signed) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, int is_signed, uint8_t *out)
{
  struct server_key_exchange_explicit value;
  if (server_key_exchange_explicit_decode(body, length, is_signed, &value).rule != TLS12_NO_RULE) return 0;
  const struct explicit_field_bytes field = {
      value.field.curve_type,
      value.field.m,
      value.field.basis,
      {{body + value.field.p_or_k.first.offset, value.field.p_or_k.first.length},
       {body + value.field.p_or_k.second.offset, value.field.p_or_k.second.length},
       {body + value.field.p_or_k.third.offset, value.field.p_or_k.third.length}}};
  const struct explicit_curve_bytes curve = {
      {{body + value.curve.a_b_base.first.offset, value.curve.a_b_base.first.length},
       {body + value.curve.a_b_base.second.offset, value.curve.a_b_base.second.length},
       {body + value.curve.a_b_base.third.offset, value.curve.a_b_base.third.length}},
      {{body + value.curve.order_cofactor_public.first.offset, value.curve.order_cofactor_public.first.length},
       {body + value.curve.order_cofactor_public.second.offset, value.curve.order_cofactor_public.second.length},
       {body + value.curve.order_cofactor_public.third.offset, value.curve.order_cofactor_public.third.length}}};
  const struct tls12_bytes signature = {body + value.signature.offset, value.signature.length};
  /*@ assert decoded: server_key_exchange_explicit(body, length, is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
        field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data, curve.a_b_base.first.length,
        curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
        curve.a_b_base.third.length, curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length, value.hash,
        value.signature_algorithm, signature.data, signature.length); */
  /*@ assert value: server_key_exchange_explicit_value(is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, value.hash,
        value.signature_algorithm, signature.length) && server_key_exchange_explicit_size(is_signed, field.curve_type,
        field.basis, field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length,
        curve.a_b_base.first.length, curve.a_b_base.second.length, curve.a_b_base.third.length,
        curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.length, signature.length) == length; */
  /*@ assert field: three_sources(out, length, field.p_or_k.first.data, field.p_or_k.first.length,
        field.p_or_k.second.data, field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length); */
  /*@ assert a_b_base: three_sources(out, length, curve.a_b_base.first.data, curve.a_b_base.first.length,
        curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
        curve.a_b_base.third.length); */
  /*@ assert order_cofactor_public: three_sources(out, length, curve.order_cofactor_public.first.data,
        curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.data,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.data,
        curve.order_cofactor_public.third.length); */
  uint32_t written = server_key_exchange_explicit_encode(field, curve, is_signed, value.hash, value.signature_algorithm,
                                                         signature, out, length);
  /*@ assert written: written == length && server_key_exchange_explicit(out, length, is_signed, field.curve_type,
        field.m, field.basis, field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data,
        field.p_or_k.second.length, field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data,
        curve.a_b_base.first.length, curve.a_b_base.second.data, curve.a_b_base.second.length,
        curve.a_b_base.third.data, curve.a_b_base.third.length, curve.order_cofactor_public.first.data,
        curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.data,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.data,
        curve.order_cofactor_public.third.length, value.hash, value.signature_algorithm, signature.data,
        signature.length); */
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert first_stays: \let d = field.p_or_k.first.data; \let n = field.p_or_k.first.length; kept{Pre,Here}(d, 0,
        n); */
  /*@ assert second_stays: \let d = field.p_or_k.second.data; \let n = field.p_or_k.second.length; kept{Pre,Here}(d,
        0, n); */
  /*@ assert third_stays: \let d = field.p_or_k.third.data; \let n = field.p_or_k.third.length; kept{Pre,Here}(d, 0,
        n); */
  /*@ assert a_stays: \let d = curve.a_b_base.first.data; \let n = curve.a_b_base.first.length; kept{Pre,Here}(d, 0,
        n); */
  /*@ assert b_stays: \let d = curve.a_b_base.second.data; \let n = curve.a_b_base.second.length; kept{Pre,Here}(d, 0,
        n); */
  /*@ assert base_stays: \let d = curve.a_b_base.third.data; \let n = curve.a_b_base.third.length; kept{Pre,Here}(d,
        0, n); */
  /*@ assert order_stays: \let d = curve.order_cofactor_public.first.data; \let n =
        curve.order_cofactor_public.first.length; kept{Pre,Here}(d, 0, n); */
  /*@ assert cofactor_stays: \let d = curve.order_cofactor_public.second.data; \let n =
        curve.order_cofactor_public.second.length; kept{Pre,Here}(d, 0, n); */
  /*@ assert public_stays: \let d = curve.order_cofactor_public.third.data; \let n =
        curve.order_cofactor_public.third.length; kept{Pre,Here}(d, 0, n); */
  //@ assert signature_stays: \let d = signature.data; \let n = signature.length; kept{Pre,Here}(d, 0, n);
  /*@ assert stays: server_key_exchange_explicit(body, length, is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
        field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data, curve.a_b_base.first.length,
        curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
        curve.a_b_base.third.length, curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length, value.hash,
        value.signature_algorithm, signature.data, signature.length); */
  return written;
}
