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

/*@ predicate explicit_field_in{L}(uint8_t *b, integer e, struct explicit_field *v) =
      v->curve_type == TLS12_EXPLICIT_PRIME ?
        prime_field(b, e, b + v->p_or_k.first.offset, v->p_or_k.first.length) :
      v->basis == TLS12_TRINOMIAL ?
        trinomial_field(b, e, v->m, b + v->p_or_k.first.offset, v->p_or_k.first.length) :
        pentanomial_field(b, e, v->m,
          b + v->p_or_k.first.offset, v->p_or_k.first.length,
          b + v->p_or_k.second.offset, v->p_or_k.second.length,
          b + v->p_or_k.third.offset, v->p_or_k.third.length);
*/

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
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + (0 .. end - 1));
    requires well_formed: explicit_field_end(bytes, end) != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: explicit_field_in(bytes, explicit_field_end(bytes, end), value);
    ensures kind: value->curve_type == bytes[0] && (bytes[0] == TLS12_EXPLICIT_CHAR2 ==> value->basis == bytes[3]);
*/
void find_explicit_field(const uint8_t *bytes, uint32_t end, struct explicit_field *value);

#endif
