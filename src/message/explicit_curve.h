/* The fields that ServerECDHParams with an explicit curve end with, RFC 4492 section 5.4: a, b, base, order, cofactor and the
 * server's point. */
#ifndef TLS12_MESSAGE_EXPLICIT_CURVE_H
#define TLS12_MESSAGE_EXPLICIT_CURVE_H

#include "message/three_vectors8.h"
#include "spec/explicit_curve.h"

struct explicit_curve {
  struct three_spans a_b_base, order_cofactor_public;
};

/* The same before it is written, of the caller's. */
struct explicit_curve_bytes {
  struct three_bytes a_b_base, order_cofactor_public;
};

/* The offset after the fields at offset `at`, or 0 if one is malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_fields: \result == explicit_curve_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 12 <= \result <= end;
*/
uint32_t read_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What is wrong with malformed ones. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires rule: rule == R4492_5_4_01 || rule == R4492_5_4_02;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == explicit_curve_rule(bytes, at, end, rule);
    ensures where: \result.offset == explicit_curve_offset(bytes, at, end);
    ensures extent: \result.length == explicit_curve_extent(bytes, at, end);
    ensures broken: \result.rule != TLS12_NO_RULE;
    ensures alert: \result.alert == TLS12_DECODE_ERROR && \result.alert == alert_for(\result.rule);
*/
struct tls12_fault explicit_curve_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule);

/* The fields of those at offset `at`, which are well-formed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires well_formed: explicit_curve_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: explicit_curve(bytes, at, explicit_curve_end(bytes, at, end),
      bytes + \result.a_b_base.first.offset, \result.a_b_base.first.length,
      bytes + \result.a_b_base.second.offset, \result.a_b_base.second.length,
      bytes + \result.a_b_base.third.offset, \result.a_b_base.third.length,
      bytes + \result.order_cofactor_public.first.offset, \result.order_cofactor_public.first.length,
      bytes + \result.order_cofactor_public.second.offset, \result.order_cofactor_public.second.length,
      bytes + \result.order_cofactor_public.third.offset, \result.order_cofactor_public.third.length);
    ensures spans: \result.a_b_base.first.offset == at + 1 &&
      \result.a_b_base.second.offset == \result.a_b_base.first.offset + \result.a_b_base.first.length + 1 &&
      \result.a_b_base.third.offset == \result.a_b_base.second.offset + \result.a_b_base.second.length + 1 &&
      \result.order_cofactor_public.first.offset ==
        \result.a_b_base.third.offset + \result.a_b_base.third.length + 1 &&
      \result.order_cofactor_public.second.offset ==
        \result.order_cofactor_public.first.offset + \result.order_cofactor_public.first.length + 1 &&
      \result.order_cofactor_public.third.offset ==
        \result.order_cofactor_public.second.offset + \result.order_cofactor_public.second.length + 1 &&
      explicit_curve_end(bytes, at, end) ==
        \result.order_cofactor_public.third.offset + \result.order_cofactor_public.third.length;
*/
struct explicit_curve find_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end);

/* Whether these are a curve's. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result != 0 <==> explicit_curve_value(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
*/
int is_explicit_curve_value(struct explicit_curve_bytes curve);

/* The length of its encoding. */
/*@ requires value: explicit_curve_value(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == explicit_curve_size(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
    ensures bound: 12 <= \result <= 1536;
*/
uint32_t explicit_curve_length(struct explicit_curve_bytes curve);

/* Writes a curve to out[at ..] and answers with the offset after it. The caller has checked the room. */
/*@ requires range: at <= 1024;
    requires value: explicit_curve_value(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
    requires writable: \valid(out + (0 .. at + explicit_curve_size(curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length) - 1));
    requires a_b_base: three_sources(out, at + explicit_curve_size(curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length), curve.a_b_base.first.data,
      curve.a_b_base.first.length, curve.a_b_base.second.data, curve.a_b_base.second.length, curve.a_b_base.third.data,
      curve.a_b_base.third.length);
    requires order_cofactor_public: three_sources(out, at + explicit_curve_size(curve.a_b_base.first.length,
      curve.a_b_base.second.length, curve.a_b_base.third.length, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.length, curve.order_cofactor_public.third.length),
      curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length);
    terminates \true;
    exits \false;
    assigns out[at .. at + explicit_curve_size(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length) - 1];
    ensures end: \result == at + explicit_curve_size(curve.a_b_base.first.length, curve.a_b_base.second.length,
      curve.a_b_base.third.length, curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.length);
    ensures written: explicit_curve(out, at, \result,
      curve.a_b_base.first.data, curve.a_b_base.first.length, curve.a_b_base.second.data, curve.a_b_base.second.length,
      curve.a_b_base.third.data, curve.a_b_base.third.length,
      curve.order_cofactor_public.first.data, curve.order_cofactor_public.first.length,
      curve.order_cofactor_public.second.data, curve.order_cofactor_public.second.length,
      curve.order_cofactor_public.third.data, curve.order_cofactor_public.third.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_explicit_curve(uint8_t *out, uint32_t at, struct explicit_curve_bytes curve);

#endif
