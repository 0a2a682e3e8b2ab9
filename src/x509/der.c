#include "x509/der.h"

/* The same of an element whose length has the long form. */
/*@ requires range: at <= end <= DER_MAX && end - at >= 2;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires form: bytes[at] % 32 != 31 && bytes[at + 1] >= 128;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == der_any_end(bytes, at, end);
*/
static uint32_t read_long(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (bytes[at + 1] == 128 || bytes[at + 1] > 131) return 0;
  const uint32_t header = bytes[at + 1] - 126u;
  if (end - at < header || bytes[at + 2] == 0) return 0;
  uint32_t length = bytes[at + 2];
  if (header == 3 && length < 128) return 0;
  if (header == 4)
    length = 256u * length + bytes[at + 3];
  else if (header == 5)
    length = 65536u * length + 256u * bytes[at + 3] + bytes[at + 4];
  return length > end - at - header ? 0 : at + header + length;
}

uint32_t der_read_any(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 2 || bytes[at] % 32 == 31) return 0;
  if (bytes[at + 1] >= 128) return read_long(bytes, at, end);
  return bytes[at + 1] > end - at - 2 ? 0 : at + 2 + bytes[at + 1];
}

uint32_t der_read_boolean(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_BOOLEAN);
  if (after != at + 3) return 0;
  return bytes[at + 2] == 0 || bytes[at + 2] == 255 ? after : 0;
}

uint32_t der_skip_boolean(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  return at != end && bytes[at] == DER_BOOLEAN ? der_read_boolean(bytes, at, end) : at;
}

uint32_t der_read_integer(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_INTEGER);
  if (after == 0) return 0;
  uint32_t contents = der_contents_of(bytes, at);
  if (contents == after) return 0;
  if (after - contents == 1) return after;
  if (bytes[contents] == 0 && bytes[contents + 1] < 128) return 0;
  if (bytes[contents] == 255 && bytes[contents + 1] >= 128) return 0;
  return after;
}

uint8_t der_power_of_two(uint8_t n)
{
  switch (n) {
  case 0: return 1;
  case 1: return 2;
  case 2: return 4;
  case 3: return 8;
  case 4: return 16;
  case 5: return 32;
  case 6: return 64;
  default: return 128;
  }
}

uint32_t der_read_bit_string(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_BIT_STRING);
  if (after == 0) return 0;
  uint32_t contents = der_contents_of(bytes, at);
  if (contents == after || bytes[contents] > 7) return 0;
  if (bytes[contents] == 0) return after;
  if (after - contents < 2 || bytes[after - 1] % der_power_of_two(bytes[contents]) != 0) return 0;
  return after;
}

uint32_t der_read_object_identifier(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t after = der_read(bytes, at, end, DER_OBJECT_IDENTIFIER);
  if (after == 0) return 0;
  uint32_t contents = der_contents_of(bytes, at);
  if (contents == after || bytes[after - 1] >= 128 || bytes[contents] == 128) return 0;
  uint32_t k = contents;
  /*@ loop invariant inside: contents <= k < after;
      loop invariant same_walk: der_bad_subidentifier(bytes, contents, after) == der_bad_subidentifier(bytes, k, after);
      loop assigns k;
      loop variant after - k; */
  while (k + 1 < after) {
    if (bytes[k] < 128 && bytes[k + 1] == 128) return 0;
    k++;
  }
  return after;
}

uint32_t der_read_list(const uint8_t *bytes, uint32_t at, uint32_t end, uint8_t tag)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: der_list_stop(bytes, at, end, tag) == der_list_stop(bytes, next, end, tag);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = der_read(bytes, next, end, tag)) != 0) next = after;
  return next;
}

int der_same_bytes(const uint8_t *a, const uint8_t *b, uint32_t n)
{
  /*@ loop invariant inside: 0 <= k <= n;
      loop invariant same: \forall integer j; 0 <= j < k ==> a[j] == b[j];
      loop assigns k;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++)
    if (a[k] != b[k]) return 0;
  return 1;
}
