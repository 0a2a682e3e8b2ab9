/* DER primitives (ITU-T X.690) over bytes[at .. end-1]; the definitions are in spec/der.h. Nothing is copied: a reader
 * answers with the offset after the element, or 0 if the bytes are not that element in DER. */
#ifndef TLS12_X509_DER_H
#define TLS12_X509_DER_H

#include <stdint.h>

#include "spec/der.h"
#include "wire/bytes.h"

/* Where the contents of the element at `at` begin, once a reader has accepted it. */
/*@ requires range: at < DER_MAX;
    requires readable: \valid_read(bytes + (at .. at + 1));
    requires length: bytes[at + 1] <= 131 && bytes[at + 1] != 128;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures contents: \result == der_contents(bytes, at);
*/
static inline uint32_t der_contents_of(const uint8_t *bytes, uint32_t at)
{
  return bytes[at + 1] < 128 ? at + 2 : at + 2 + (bytes[at + 1] - 128u);
}

/* An element with any tag below 31. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_any_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= der_contents(bytes, at) <= \result <= end;
    ensures known_length: \result != 0 ==> bytes[at + 1] <= 131 && bytes[at + 1] != 128;
*/
uint32_t der_read_any(const uint8_t *bytes, uint32_t at, uint32_t end);

/* An element with that tag. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_end(bytes, at, end, tag);
    ensures inside: \result != 0 ==> at + 2 <= der_contents(bytes, at) <= \result <= end;
    ensures known_length: \result != 0 ==> bytes[at + 1] <= 131 && bytes[at + 1] != 128;
*/
static inline uint32_t der_read(const uint8_t *bytes, uint32_t at, uint32_t end, uint8_t tag)
{
  if (at == end || bytes[at] != tag) return 0;
  return der_read_any(bytes, at, end);
}

/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_boolean_end(bytes, at, end);
    ensures inside: \result != 0 ==> \result == at + 3 <= end;
*/
uint32_t der_read_boolean(const uint8_t *bytes, uint32_t at, uint32_t end);

/* A BOOLEAN that may be absent: the offset after it; `at` if the bytes are at their end or begin with another tag. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_field: \result == (at != end && bytes[at] == DER_BOOLEAN ? der_boolean_end(bytes, at, end) : at);
    ensures inside: \result != 0 ==> \result == at || \result == at + 3 <= end;
*/
uint32_t der_skip_boolean(const uint8_t *bytes, uint32_t at, uint32_t end);

/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_integer_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= der_contents(bytes, at) < \result <= end;
    ensures known_length: \result != 0 ==> bytes[at + 1] <= 131 && bytes[at + 1] != 128;
*/
uint32_t der_read_integer(const uint8_t *bytes, uint32_t at, uint32_t end);

/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_bit_string_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= der_contents(bytes, at) < \result <= end;
    ensures known_length: \result != 0 ==> bytes[at + 1] <= 131 && bytes[at + 1] != 128;
*/
uint32_t der_read_bit_string(const uint8_t *bytes, uint32_t at, uint32_t end);

/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_object_identifier_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= der_contents(bytes, at) < \result <= end;
    ensures known_length: \result != 0 ==> bytes[at + 1] <= 131 && bytes[at + 1] != 128;
*/
uint32_t der_read_object_identifier(const uint8_t *bytes, uint32_t at, uint32_t end);

/* The value of the UTCTime or GeneralizedTime at `at`, in the forms of RFC 5280 section 4.1.2.5, as the decimal digits
 * yyyymmddhhmmss; 0 if there is none. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == der_time(bytes, at, end);
*/
uint64_t der_read_time(const uint8_t *bytes, uint32_t at, uint32_t end);

/* Where the walk over elements with that tag stops: `end` if they fill the bytes. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == der_list_stop(bytes, at, end, tag);
    ensures inside: at <= \result <= end;
*/
uint32_t der_read_list(const uint8_t *bytes, uint32_t at, uint32_t end, uint8_t tag);

/* 2^n. */
/*@ requires n <= 7;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures power: \result == der_power(n);
    ensures positive: \result >= 1;
*/
uint8_t der_power_of_two(uint8_t n);

/* The contents of the element at `at` that ends at `end`. */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires element: at + 2 <= der_contents(bytes, at) <= end;
    requires length: bytes[at + 1] <= 131 && bytes[at + 1] != 128;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures contents: \result.offset == der_contents(bytes, at) && \result.offset + \result.length == end;
*/
static inline struct tls12_span der_contents_span(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t contents = der_contents_of(bytes, at);
  struct tls12_span span = {contents, end - contents};
  return span;
}

/* Whether the n bytes at `a` and at `b` are the same. Not for secrets. */
/*@ requires readable: \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> (\forall integer k; 0 <= k < n ==> a[k] == b[k]);
*/
int der_same_bytes(const uint8_t *a, const uint8_t *b, uint32_t n);

#endif
