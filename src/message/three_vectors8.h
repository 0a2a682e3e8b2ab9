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

/* The same before they are written, of the caller's. */
struct three_bytes {
  struct tls12_bytes first, second, third;
};

/* Bytes that can be read while out[0 .. n-1] is written. */
/*@ predicate three_sources{L}(uint8_t *out, integer n, uint8_t *x, integer x_n, uint8_t *y, integer y_n, uint8_t *z,
        integer z_n) =
      \valid_read(x + (0 .. x_n - 1)) && \separated(out + (0 .. n - 1), x + (0 .. x_n - 1)) &&
      \valid_read(y + (0 .. y_n - 1)) && \separated(out + (0 .. n - 1), y + (0 .. y_n - 1)) &&
      \valid_read(z + (0 .. z_n - 1)) && \separated(out + (0 .. n - 1), z + (0 .. z_n - 1));
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
    requires well_formed: three_vectors8_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: three_vectors8(bytes, at, three_vectors8_end(bytes, at, end), bytes + \result.first.offset,
      \result.first.length, bytes + \result.second.offset, \result.second.length, bytes + \result.third.offset,
      \result.third.length);
    ensures spans: \result.first.offset == at + 1 &&
      \result.second.offset == \result.first.offset + \result.first.length + 1 &&
      \result.third.offset == \result.second.offset + \result.second.length + 1;
*/
struct three_spans find_three_vectors8(const uint8_t *bytes, uint32_t at, uint32_t end);

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
