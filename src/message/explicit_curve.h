/* The fields that ServerECDHParams with an explicit curve end with, RFC 4492 section 5.4: a, b, base, order, cofactor and the
 * server's point. */
#ifndef TLS12_MESSAGE_EXPLICIT_CURVE_H
#define TLS12_MESSAGE_EXPLICIT_CURVE_H

#include "message/three_vectors8.h"
#include "spec/explicit_curve.h"

struct explicit_curve {
  struct three_spans a_b_base, order_cofactor_public;
};

/*@ predicate explicit_curve_in{L}(uint8_t *m, integer i, integer e, struct explicit_curve *v) =
      explicit_curve(m, i, e,
        m + v->a_b_base.first.offset, v->a_b_base.first.length,
        m + v->a_b_base.second.offset, v->a_b_base.second.length,
        m + v->a_b_base.third.offset, v->a_b_base.third.length,
        m + v->order_cofactor_public.first.offset, v->order_cofactor_public.first.length,
        m + v->order_cofactor_public.second.offset, v->order_cofactor_public.second.length,
        m + v->order_cofactor_public.third.offset, v->order_cofactor_public.third.length);

    predicate explicit_curve_spans{L}(integer i, integer e, struct explicit_curve *v) =
      three_vectors8_spans(i, v->order_cofactor_public.first.offset - 1, &v->a_b_base) &&
      three_vectors8_spans(v->order_cofactor_public.first.offset - 1, e, &v->order_cofactor_public);

    lemma explicit_curve_joined{L}: \forall uint8_t *m, integer i, k, e, struct explicit_curve *v;
      three_vectors8_in(m, i, k, &v->a_b_base) && three_vectors8_in(m, k, e, &v->order_cofactor_public) ==>
      explicit_curve_in(m, i, e, v);
*/

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
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + (at .. end - 1));
    requires well_formed: explicit_curve_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: explicit_curve_in(bytes, at, explicit_curve_end(bytes, at, end), value);
    ensures spans: explicit_curve_spans(at, explicit_curve_end(bytes, at, end), value);
    ensures a_b_base: three_vectors8_in(bytes, at, three_vectors8_end(bytes, at, end), &value->a_b_base);
    ensures rest: three_vectors8_in(bytes, three_vectors8_end(bytes, at, end), explicit_curve_end(bytes, at, end),
                                    &value->order_cofactor_public);
*/
void find_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end, struct explicit_curve *value);

#endif
