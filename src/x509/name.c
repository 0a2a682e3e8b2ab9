#include "x509/name.h"

#include "x509/der.h"

/* AttributeTypeAndValue: the offset after it, or 0. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_attribute: \result == attribute_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
*/
static uint32_t read_attribute(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return 0;
  uint32_t value = der_read_object_identifier(bytes, der_contents_of(bytes, at), after);
  if (value == 0 || der_read_any(bytes, value, after) != after) return 0;
  return after;
}

/* RelativeDistinguishedName: the offset after it, or 0. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_name: \result == relative_name_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
*/
static uint32_t read_relative_name(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_SET);
  if (after == 0) return 0;
  uint32_t next = der_contents_of(bytes, at);
  if (next == after) return 0;
  /*@ loop invariant inside: at + 2 <= next <= after;
      loop invariant same_walk: attributes_stop(bytes, der_contents(bytes, at), after) == attributes_stop(bytes, next, after);
      loop assigns next;
      loop variant after - next; */
  while (next != after) {
    next = read_attribute(bytes, next, after);
    if (next == 0) return 0;
  }
  return after;
}

uint32_t x509_read_name(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return 0;
  uint32_t next = der_contents_of(bytes, at);
  /*@ loop invariant inside: at + 2 <= next <= after;
      loop invariant same_walk: relative_names_stop(bytes, der_contents(bytes, at), after) == relative_names_stop(bytes, next, after);
      loop assigns next;
      loop variant after - next; */
  while (next != after) {
    next = read_relative_name(bytes, next, after);
    if (next == 0) return 0;
  }
  return after;
}

int x509_same_name(const uint8_t *a, uint32_t a_length, const uint8_t *b, uint32_t b_length)
{
  return a_length == b_length && der_same_bytes(a, b, a_length);
}
