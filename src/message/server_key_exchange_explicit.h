/* ServerKeyExchange with an explicit curve, RFC 4492 section 5.4, signed or not. RFC 8422 deprecates these curves: no
 * handshake takes or sends one.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_EXPLICIT_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_EXPLICIT_H

#include "message/explicit_curve.h"
#include "message/explicit_field.h"
#include "spec/server_key_exchange_explicit.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_explicit {
  struct explicit_field field;
  struct explicit_curve curve;
  struct tls12_span params; /* ServerECDHParams as received, with all lengths: the part of the body that is signed */
  uint32_t hash;            /* HashAlgorithm, one byte; it and what follows are 0 and empty when nothing is signed */
  uint32_t signature_algorithm;
  struct tls12_span signature;
};

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_explicit(body, length, is_signed);
    ensures rule: \result.rule == server_key_exchange_explicit_rule(body, length, is_signed);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_explicit_offset(body, length, is_signed);
    ensures length: \result.length == server_key_exchange_explicit_extent(body, length, is_signed);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      server_key_exchange_explicit(body, length, is_signed, value->field.curve_type, value->field.m, value->field.basis,
        body + value->field.p_or_k.first.offset, value->field.p_or_k.first.length,
        body + value->field.p_or_k.second.offset, value->field.p_or_k.second.length,
        body + value->field.p_or_k.third.offset, value->field.p_or_k.third.length,
        body + value->curve.a_b_base.first.offset, value->curve.a_b_base.first.length,
        body + value->curve.a_b_base.second.offset, value->curve.a_b_base.second.length,
        body + value->curve.a_b_base.third.offset, value->curve.a_b_base.third.length,
        body + value->curve.order_cofactor_public.first.offset, value->curve.order_cofactor_public.first.length,
        body + value->curve.order_cofactor_public.second.offset, value->curve.order_cofactor_public.second.length,
        body + value->curve.order_cofactor_public.third.offset, value->curve.order_cofactor_public.third.length,
        value->hash, value->signature_algorithm, body + value->signature.offset, value->signature.length);
    ensures spans: \result.rule == TLS12_NO_RULE ==>
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
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_explicit_decode(const uint8_t *body, uint32_t length, int is_signed,
                                                       struct server_key_exchange_explicit *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a
  value
 * or there is no room. hash, signature_algorithm and signature are 0 and empty unless is_signed. */
/*@ requires range: room <= TLS12_BODY_MAX;
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
    behavior written:
      assumes server_key_exchange_explicit_value(is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, hash, signature_algorithm,
        signature.length) && server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length) <= room;
      ensures length: \result == server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length);
      ensures encoding: server_key_exchange_explicit(out, \result, is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.data, field.p_or_k.first.length, field.p_or_k.second.data, field.p_or_k.second.length,
        field.p_or_k.third.data, field.p_or_k.third.length, curve.a_b_base.first.data, curve.a_b_base.first.length,
        curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
        curve.a_b_base.third.length, curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
        curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length, hash, signature_algorithm,
        signature.data, signature.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_explicit_value(is_signed, field.curve_type, field.m, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, hash, signature_algorithm,
        signature.length) && server_key_exchange_explicit_size(is_signed, field.curve_type, field.basis,
        field.p_or_k.first.length, field.p_or_k.second.length, field.p_or_k.third.length, curve.a_b_base.first.length,
        curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
        curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length, signature.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_explicit_encode(struct explicit_field_bytes field, struct explicit_curve_bytes curve,
                                             int is_signed, uint32_t hash, uint32_t signature_algorithm,
                                             struct tls12_bytes signature, uint8_t *out, uint32_t room);

#endif
