/* Three vectors opaque<1..2^8-1> in a row: what the explicit curves of RFC 4492 consist of. */
#ifndef TLS12_MESSAGE_THREE_VECTORS8_H
#define TLS12_MESSAGE_THREE_VECTORS8_H

#include "spec/three_vectors8.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct three_spans {
  struct tls12_span first, second, third;
};

/*@ predicate three_vectors8_in{L}(uint8_t *b, integer i, integer e, struct three_spans *v) =
      three_vectors8(b, i, e,
        b + v->first.offset, v->first.length,
        b + v->second.offset, v->second.length,
        b + v->third.offset, v->third.length);

    predicate three_vectors8_spans{L}(integer i, integer e, struct three_spans *v) =
      v->first.offset == i + 1 &&
      v->second.offset == v->first.offset + v->first.length + 1 &&
      v->third.offset == v->second.offset + v->second.length + 1 &&
      e == v->third.offset + v->third.length;
*/

/* The offset after the vectors at offset `at`, or 0 if one is malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_vectors: \result == three_vectors8_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 6 <= \result <= end;
*/
uint32_t read_three_vectors8(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What is wrong with malformed ones. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == three_vectors8_rule(bytes, at, end, rule, third);
    ensures where: \result.offset == three_vectors8_offset(bytes, at, end);
    ensures extent: \result.length == three_vectors8_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault three_vectors8_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule,
                                        enum tls12_rule third);

/* The fields of those at offset `at`, which are well-formed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + (at .. end - 1));
    requires well_formed: three_vectors8_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures end: \result == three_vectors8_end(bytes, at, end);
    ensures value: three_vectors8_in(bytes, at, three_vectors8_end(bytes, at, end), value);
    ensures spans: three_vectors8_spans(at, three_vectors8_end(bytes, at, end), value);
*/
uint32_t find_three_vectors8(const uint8_t *bytes, uint32_t at, uint32_t end, struct three_spans *value);

/* Writes them to out[at ..] and answers with the offset after them. The caller has checked room and lengths. */
/*@ requires range: at <= 65536 && three_vectors8_value(x.length, y.length, z.length);
    requires readable: \valid_read(x.data + (0 .. x.length - 1)) && \valid_read(y.data + (0 .. y.length - 1)) &&
                       \valid_read(z.data + (0 .. z.length - 1));
    requires writable: \valid(out + (0 .. at + 2 + x.length + y.length + z.length));
    requires apart:
      \separated(out + (0 .. at + 2 + x.length + y.length + z.length), x.data + (0 .. x.length - 1)) &&
      \separated(out + (0 .. at + 2 + x.length + y.length + z.length), y.data + (0 .. y.length - 1)) &&
      \separated(out + (0 .. at + 2 + x.length + y.length + z.length), z.data + (0 .. z.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 2 + x.length + y.length + z.length];
    ensures end: \result == at + three_vectors8_size(x.length, y.length, z.length);
    ensures written: three_vectors8(out, at, \result, x.data, x.length, y.data, y.length, z.data, z.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_three_vectors8(uint8_t *out, uint32_t at, struct tls12_bytes x, struct tls12_bytes y,
                              struct tls12_bytes z);

#endif
