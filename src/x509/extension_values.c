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

int x509_basic_constraints(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x)
{
  if (der_read(bytes, at, end, DER_SEQUENCE) != end || end == 0) return 0;
  uint32_t next = der_contents_of(bytes, at), after;
  x->is_ca = 0;
  x->has_path_length = 0;
  x->path_length = 0;
  if (next != end && bytes[next] == DER_BOOLEAN) {
    after = der_read_boolean(bytes, next, end);
    if (after == 0) return 0;
    x->is_ca = bytes[next + 2] == 255;
    next = after;
  }
  if (next == end) return 1;
  after = der_read_integer(bytes, next, end);
  if (after != end || after == 0) return 0;
  uint32_t number = der_contents_of(bytes, next);
  if (bytes[number] >= 128) return 0;
  x->has_path_length = 1;
  x->path_length = small_value(bytes, number, end);
  return 1;
}

uint32_t x509_key_usage(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end == 0 || der_read_bit_string(bytes, at, end) != end) return 65536;
  uint32_t unused = der_contents_of(bytes, at);
  if (end - unused == 1) return 0;
  if (end - unused > 3 || bytes[unused] > 7) return 65536;
  if (!last_bit(bytes[end - 1], bytes[unused])) return 65536;
  if (end - unused == 2) return bytes[unused + 1];
  return bytes[unused + 1] + 256u * bytes[unused + 2];
}

int x509_purposes(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_certificate_extensions *x)
{
  if (end == 0 || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  uint32_t first = der_contents_of(bytes, at), next = first;
  if (first == end) return 0;
  int server = 0, client = 0, any = 0;
  /*@ loop invariant inside: at + 2 <= next <= end;
      loop invariant same_walk: identifiers_stop(bytes, first, end) == identifiers_stop(bytes, next, end);
      loop invariant for_server: identifier_among(bytes, first, end, X509_ID_SERVER_AUTH) ==
        (server == 1 ? 1 : identifier_among(bytes, next, end, X509_ID_SERVER_AUTH));
      loop invariant for_client: identifier_among(bytes, first, end, X509_ID_CLIENT_AUTH) ==
        (client == 1 ? 1 : identifier_among(bytes, next, end, X509_ID_CLIENT_AUTH));
      loop invariant for_any: identifier_among(bytes, first, end, X509_ID_ANY_EXT_KEY_USAGE) ==
        (any == 1 ? 1 : identifier_among(bytes, next, end, X509_ID_ANY_EXT_KEY_USAGE));
      loop invariant flags: 0 <= server <= 1 && 0 <= client <= 1 && 0 <= any <= 1;
      loop assigns next, server, client, any;
      loop variant end - next; */
  while (next != end) {
    uint32_t after = der_read_object_identifier(bytes, next, end);
    if (after == 0) return 0;
    enum x509_identifier purpose = x509_identify(bytes, der_contents_of(bytes, next), after);
    server = server || purpose == X509_ID_SERVER_AUTH;
    client = client || purpose == X509_ID_CLIENT_AUTH;
    any = any || purpose == X509_ID_ANY_EXT_KEY_USAGE;
    next = after;
  }
  x->purposes = (server ? 1u : 0u) + (client ? 2u : 0u) + (any ? 4u : 0u);
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
