/* Bounded reading of RFC 5246 section 4 from bytes[at .. end-1]. Nothing is copied: a reader of a vector answers with
 * the offset after it, 0 when there is none; the matching _fault then says what is wrong. */
#ifndef TLS12_WIRE_READER_H
#define TLS12_WIRE_READER_H

#include <stdint.h>
#include "spec/presentation.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* 4.4: uint16, uint24 and uint32 at offset `at`. The caller has checked that they lie in the message. */
/*@ requires range: at <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. at + 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == be16(bytes, at);
*/
static inline uint32_t read_uint16(const uint8_t *bytes, uint32_t at)
{
  return 256u * bytes[at] + bytes[at + 1];
}

/*@ requires range: at <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. at + 2));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == be24(bytes, at);
*/
static inline uint32_t read_uint24(const uint8_t *bytes, uint32_t at)
{
  return 65536u * bytes[at] + 256u * bytes[at + 1] + bytes[at + 2];
}

/*@ requires range: at <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. at + 3));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == be32(bytes, at);
*/
static inline uint32_t read_uint32(const uint8_t *bytes, uint32_t at)
{
  return 16777216u * bytes[at] + 65536u * bytes[at + 1] + 256u * bytes[at + 2] + bytes[at + 3];
}

/* 4.3: opaque v<floor..ceiling> with a one-byte length at offset `at`: the offset after it, or 0 if it is malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_vector: \result == vector8_end(bytes, at, end, floor, ceiling);
    ensures inside: \result != 0 ==> at < \result <= end;
*/
static inline uint32_t read_vector8(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t floor, uint32_t ceiling)
{
  if (end - at < 1) return 0;
  uint32_t length = bytes[at];
  if (length > end - at - 1 || length < floor || length > ceiling) return 0;
  return at + 1 + length;
}

/* 4.3: opaque v<floor..ceiling> with a two-byte length at offset `at`: the offset after it, or 0 if it is malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_vector: \result == vector16_end(bytes, at, end, floor, ceiling);
    ensures inside: \result != 0 ==> at < \result <= end;
*/
static inline uint32_t read_vector16(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t floor, uint32_t ceiling)
{
  if (end - at < 2) return 0;
  uint32_t length = read_uint16(bytes, at);
  if (length > end - at - 2 || length < floor || length > ceiling) return 0;
  return at + 2 + length;
}

/* 4.3: opaque v<floor..ceiling> with a three-byte length at offset `at`: the offset after it, or 0 if it is malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_vector: \result == vector24_end(bytes, at, end, floor, ceiling);
    ensures inside: \result != 0 ==> at < \result <= end;
*/
static inline uint32_t read_vector24(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t floor, uint32_t ceiling)
{
  if (end - at < 3) return 0;
  uint32_t length = read_uint24(bytes, at);
  if (length > end - at - 3 || length < floor || length > ceiling) return 0;
  return at + 3 + length;
}

/* A vector with a two-byte length whose elements have two bytes: odd lengths are malformed too. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_vector: \result == pairs16_end(bytes, at, end, floor, ceiling);
    ensures inside: \result != 0 ==> at < \result <= end;
*/
static inline uint32_t read_pairs16(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t floor, uint32_t ceiling)
{
  uint32_t after = read_vector16(bytes, at, end, floor, ceiling);
  if (after == 0 || (after - at) % 2 != 0) return 0;
  return after;
}

/* Elements opaque<1..2^16-1> from `at` to `end`: `end`, or the offset of the first malformed element. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == list16_stop(bytes, at, end);
    ensures inside: at <= \result <= end;
*/
uint32_t read_list16(const uint8_t *bytes, uint32_t at, uint32_t end);

/* Elements opaque<1..2^24-1> from `at` to `end`: `end`, or the offset of the first malformed element. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == list24_stop(bytes, at, end);
    ensures inside: at <= \result <= end;
*/
uint32_t read_list24(const uint8_t *bytes, uint32_t at, uint32_t end);

/* A decode_error: bytes[at .. at+length-1] break this rule. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures what: \result.rule == rule && \result.offset == at && \result.length == length;
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
static inline struct tls12_fault decode_error(enum tls12_rule rule, uint32_t at, uint32_t length)
{
  return (struct tls12_fault){rule, at, length, TLS12_DECODE_ERROR};
}

/* The message is well formed up to here, where it ends. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures what: \result.rule == TLS12_NO_RULE && \result.offset == end && \result.length == 0;
    ensures alert: \result.alert == TLS12_NO_ALERT;
*/
static inline struct tls12_fault accepted(uint32_t end)
{
  return (struct tls12_fault){TLS12_NO_RULE, end, 0, TLS12_NO_ALERT};
}

/* The fault of a malformed vector at offset `at`: R5246-4.3-06 if it does not fit before `end`, else the rule of the
 * field, which gives floor, ceiling and element size. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == vector8_rule(bytes, at, end, rule);
    ensures where: \result.offset == at && \result.length == vector8_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault vector8_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule);

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == vector16_rule(bytes, at, end, rule);
    ensures where: \result.offset == at && \result.length == vector16_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault vector16_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule);

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == vector24_rule(bytes, at, end, rule);
    ensures where: \result.offset == at && \result.length == vector24_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault vector24_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule);

#endif
