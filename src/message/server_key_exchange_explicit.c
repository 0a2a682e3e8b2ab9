#include "message/server_key_exchange_explicit.h"

#include "message/digitally_signed.h"
#include "wire/reader.h"

/* The fields of an encoding, whose field ends at `curve` and whose params end at `params`. */
/*@ requires order: curve <= params <= length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    requires field_ends: curve == explicit_field_end(body, length) && curve != 0;
    requires params_end: params == explicit_curve_end(body, curve, length) && params != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures field: explicit_field_in(body, curve, &value->field);
    ensures curve: explicit_curve_in(body, curve, params, &value->curve);
    ensures spans: value->params.offset == 0 && value->params.length == params &&
                   value->digitally_signed.offset == params && value->digitally_signed.length == length - params;
*/
static void set_fields(struct server_key_exchange_explicit *value, const uint8_t *body, uint32_t curve, uint32_t params,
                       uint32_t length)
{
  value->params.offset = 0;
  value->params.length = params;
  value->digitally_signed.offset = params;
  value->digitally_signed.length = length - params;
  find_explicit_curve(body, curve, length, &value->curve);
  //@ ghost Found: ;
  find_explicit_field(body, length, &value->field);
  /*@ assert same_a_b_base:
        value->curve.a_b_base.first.offset == \at(value->curve.a_b_base.first.offset, Found) &&
        value->curve.a_b_base.first.length == \at(value->curve.a_b_base.first.length, Found) &&
        value->curve.a_b_base.second.offset == \at(value->curve.a_b_base.second.offset, Found) &&
        value->curve.a_b_base.second.length == \at(value->curve.a_b_base.second.length, Found) &&
        value->curve.a_b_base.third.offset == \at(value->curve.a_b_base.third.offset, Found) &&
        value->curve.a_b_base.third.length == \at(value->curve.a_b_base.third.length, Found); */
  /*@ assert same_rest:
        value->curve.order_cofactor_public.first.offset == \at(value->curve.order_cofactor_public.first.offset, Found) &&
        value->curve.order_cofactor_public.first.length == \at(value->curve.order_cofactor_public.first.length, Found) &&
        value->curve.order_cofactor_public.second.offset == \at(value->curve.order_cofactor_public.second.offset, Found) &&
        value->curve.order_cofactor_public.second.length == \at(value->curve.order_cofactor_public.second.length, Found) &&
        value->curve.order_cofactor_public.third.offset == \at(value->curve.order_cofactor_public.third.offset, Found) &&
        value->curve.order_cofactor_public.third.length == \at(value->curve.order_cofactor_public.third.length, Found); */
  //@ assert a_b_base: three_vectors8_in(body, curve, three_vectors8_end(body, curve, length), &value->curve.a_b_base);
  /*@ assert rest: three_vectors8_in(body, three_vectors8_end(body, curve, length), params,
                                     &value->curve.order_cofactor_public); */
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

  set_fields(value, body, curve, params, length);
  //@ assert value: server_key_exchange_explicit_in(body, length, value);
  //@ assert spans: server_key_exchange_explicit_spans(body, length, value);
  return accepted(end);
}
