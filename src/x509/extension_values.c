#include "x509/extension_values.h"

#include "x509/der.h"
#include "x509/identifiers.h"

/* Whether the last bit of a byte that is there, above the unused ones, is set: the byte is an odd number of its units. */
/*@ requires unused <= 7;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bit: \result == last_used_bit(byte, unused);
*/
static int last_bit(uint8_t byte, uint8_t unused)
{
  return byte / der_power_of_two(unused) % 2;
}

/* The value of a non-negative INTEGER; DER_MAX for any above that. */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == limited_number(bytes, at, end);
    ensures small: \result <= DER_MAX;
*/
static uint32_t small_value(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at > 4 || (end - at == 4 && bytes[at] != 0)) return DER_MAX;
  uint32_t value = bytes[end - 1];
  if (end - at >= 2) value = value + 256u * bytes[end - 2];
  if (end - at >= 3) value = value + 65536u * bytes[end - 3];
  return value;
}

/* Whether the pathLenConstraint at `place`, the last field, is absent or not negative. */
/*@ requires range: place <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures path: \result != 0 <==> place == end || unsigned_end(bytes, place, end) == end;
    ensures known: \result != 0 && place != end ==> place + 2 <= der_contents(bytes, place) < end &&
      bytes[place + 1] <= 131 && bytes[place + 1] != 128;
*/
static int is_path_length(const uint8_t *bytes, uint32_t place, uint32_t end)
{
  return place == end || (der_read_integer(bytes, place, end) == end && bytes[der_contents_of(bytes, place)] < 128);
}

int x509_basic_constraints(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x)
{
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  const uint32_t first = der_contents_of(bytes, at), place = der_skip_boolean(bytes, first, end);
  if (place == 0 || !is_path_length(bytes, place, end)) return 0;
  x->is_ca = place != first && bytes[first + 2] == 255;
  x->has_path_length = place != end;
  x->path_length = place == end ? 0 : small_value(bytes, der_contents_of(bytes, place), end);
  return 1;
}

/* The set of a KeyUsage whose contents begin with the number of unused bits, at `unused`. */
/*@ requires range: unused < end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires few: bytes[unused] <= 7;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures set: \result == key_usage_of(bytes, unused, end);
    ensures small: \result <= 65536;
*/
static uint32_t usage_bits(const uint8_t *bytes, uint32_t unused, uint32_t end)
{
  if (end - unused == 1) return 0;
  if (end - unused > 3 || !last_bit(bytes[end - 1], bytes[unused])) return 65536;
  if (end - unused == 2) return bytes[unused + 1];
  return bytes[unused + 1] + 256u * bytes[unused + 2];
}

uint32_t x509_key_usage(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (at == end || der_read_bit_string(bytes, at, end) != end) return 65536;
  return usage_bits(bytes, der_contents_of(bytes, at), end);
}

/* Where a walk over object identifiers stops: `end` if they fill the bytes. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures stop: \result == identifiers_stop(bytes, at, end);
*/
static uint32_t skip_identifiers(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: identifiers_stop(bytes, at, end) == identifiers_stop(bytes, next, end);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = der_read_object_identifier(bytes, next, end)) != 0) next = after;
  return next;
}

/* Whether a walk over object identifiers finds that one: 1 or 0. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures found: \result == identifier_among(bytes, at, end, wanted);
    ensures answer: \result == 0 || \result == 1;
*/
static uint32_t has_identifier(const uint8_t *bytes, uint32_t at, uint32_t end, enum x509_identifier wanted)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: identifier_among(bytes, at, end, wanted) == identifier_among(bytes, next, end, wanted);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = der_read_object_identifier(bytes, next, end)) != 0) {
    if (x509_identify(bytes, der_contents_of(bytes, next), after) == wanted) return 1;
    next = after;
  }
  return 0;
}

int x509_purposes(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x)
{
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  const uint32_t first = der_contents_of(bytes, at);
  if (first == end || skip_identifiers(bytes, first, end) != end) return 0;
  x->purposes = TLS12_PURPOSE_SERVER_AUTH * has_identifier(bytes, first, end, X509_ID_SERVER_AUTH) +
                TLS12_PURPOSE_CLIENT_AUTH * has_identifier(bytes, first, end, X509_ID_CLIENT_AUTH) +
                TLS12_PURPOSE_ANY * has_identifier(bytes, first, end, X509_ID_ANY_EXT_KEY_USAGE);
  return 1;
}

/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures ascii: \result != 0 <==> ascii_stop(bytes, at, end) == end;
*/
static int is_ascii(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  /*@ loop invariant inside: at <= k <= end;
      loop invariant same_walk: ascii_stop(bytes, at, end) == ascii_stop(bytes, k, end);
      loop assigns k;
      loop variant end - k; */
  for (uint32_t k = at; k < end; k++)
    if (bytes[k] >= 128) return 0;
  return 1;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures tag: \result != 0 <==> general_name_tag(tag);
*/
static int is_general_name(uint8_t tag)
{
  return tag == DER_CONTEXT_CONSTRUCTED || (tag >= DER_CONTEXT_CONSTRUCTED + 3 && tag <= DER_CONTEXT_CONSTRUCTED + 5) ||
         (tag >= DER_CONTEXT + 1 && tag <= DER_CONTEXT + 2) || (tag >= DER_CONTEXT + 6 && tag <= DER_CONTEXT + 8);
}

int x509_alternative_names(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_span *names)
{
  if (end == 0 || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  uint32_t first = der_contents_of(bytes, at), next = first;
  if (first == end) return 0;
  /*@ loop invariant inside: first <= next <= end;
      loop invariant same_walk: general_names_stop(bytes, first, end) == general_names_stop(bytes, next, end);
      loop assigns next;
      loop variant end - next; */
  while (next != end) {
    uint32_t after = der_read_any(bytes, next, end);
    if (after == 0 || !is_general_name(bytes[next])) return 0;
    uint32_t contents = der_contents_of(bytes, next);
    if (bytes[next] == DER_CONTEXT + 2 && !is_ascii(bytes, contents, after)) return 0;
    if (bytes[next] == DER_CONTEXT + 7 && after - contents != 4 && after - contents != 16) return 0;
    next = after;
  }
  names->offset = first;
  names->length = end - first;
  return 1;
}
