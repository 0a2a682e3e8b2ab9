#include "x509/extensions.h"

#include "x509/der.h"
#include "x509/extension_values.h"
#include "x509/refusal.h"

uint32_t x509_read_extension(const uint8_t *bytes, uint32_t at, uint32_t end, struct x509_extension *extension)
{
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return 0;
  uint32_t name = der_contents_of(bytes, at);
  uint32_t next = der_read_object_identifier(bytes, name, after);
  if (next == 0) return 0;
  extension->name = der_contents_span(bytes, name, next);
  extension->identifier = x509_identify(bytes, extension->name.offset, next);
  extension->critical = 0;
  if (next != after && bytes[next] == DER_BOOLEAN) {
    uint32_t flag = next;
    next = der_read_boolean(bytes, flag, after);
    if (next == 0) return 0;
    extension->critical = bytes[flag + 2] == 255;
  }
  if (der_read(bytes, next, after, DER_OCTET_STRING) != after) return 0;
  extension->value = der_contents_span(bytes, next, after);
  return after;
}

void x509_no_extensions(struct tls12_certificate_extensions *x)
{
  const struct tls12_span none = {0, 0};
  x->seen = 0;
  x->is_ca = 0;
  x->has_path_length = 0;
  x->path_length = 0;
  x->key_usage = 0;
  x->purposes = 0;
  x->subject_alt_name = none;
  x->subject_key_id = none;
  x->authority_key_id = none;
  x->unknown_critical = none;
}

/* Whether an Extension in bytes[at .. end-1], a list of them, has that name. */
/*@ requires range: at <= end <= DER_MAX && span_inside(name, DER_MAX);
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires name_readable: \valid_read(bytes + (name.offset .. name.offset + name.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
static int has_name(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_span name)
{
  struct x509_extension earlier;
  uint32_t next = at;
  /*@ loop invariant at <= next <= end;
      loop assigns next, earlier;
      loop variant end - next; */
  while (next != end) {
    next = x509_read_extension(bytes, next, end, &earlier);
    if (next == 0) return 0;
    if (earlier.name.length == name.length &&
        der_same_bytes(bytes + earlier.name.offset, bytes + name.offset, name.length))
      return 1;
  }
  return 0;
}

/* Takes in the value of one extension: the rule that it breaks, or TLS12_NO_RULE. */
/*@ requires range: span_inside(extension->name, DER_MAX) && span_inside(extension->value, DER_MAX);
    requires readable: \valid_read(bytes + (0 .. extension->value.offset + extension->value.length - 1));
    requires extension_readable: \valid_read(extension);
    requires writable: \valid(x);
    requires apart: \separated(x, extension, bytes + (0 .. extension->value.offset + extension->value.length - 1));
    requires kept: x->seen < 64;
    terminates \true;
    exits \false;
    assigns *x;
    ensures inside: \result == TLS12_NO_RULE ==> \forall integer n; \old(extensions_inside(x, n)) &&
      span_inside(extension->name, n) && span_inside(extension->value, n) ==> extensions_inside(x, n);
    ensures places: x->seen < 64;
*/
static enum tls12_rule take_extension(const uint8_t *bytes, const struct x509_extension *extension,
                                      struct tls12_certificate_extensions *x)
{
  uint32_t at = extension->value.offset, value_end = at + extension->value.length;
  switch (extension->identifier) {
  case X509_ID_BASIC_CONSTRAINTS:
    x->seen |= 1u << TLS12_EXTENSION_BASIC_CONSTRAINTS;
    return x509_basic_constraints(bytes, at, value_end, x) ? TLS12_NO_RULE : R5280_4_2_1_9_02;
  case X509_ID_KEY_USAGE:
    x->seen |= 1u << TLS12_EXTENSION_KEY_USAGE;
    x->key_usage = x509_key_usage(bytes, at, value_end);
    return x->key_usage == 65536 ? R5280_4_2_1_3_01 : x->key_usage == 0 ? R5280_4_2_1_3_02 : TLS12_NO_RULE;
  case X509_ID_EXT_KEY_USAGE:
    x->seen |= 1u << TLS12_EXTENSION_PURPOSES;
    return x509_purposes(bytes, at, value_end, x) ? TLS12_NO_RULE : R5280_4_2_1_12_01;
  case X509_ID_SUBJECT_ALT_NAME:
    x->seen |= 1u << TLS12_EXTENSION_SUBJECT_ALT_NAME;
    return x509_alternative_names(bytes, at, value_end, &x->subject_alt_name) ? TLS12_NO_RULE : R5280_4_2_1_6_01;
  case X509_ID_SUBJECT_KEY_ID:
    x->seen |= 1u << TLS12_EXTENSION_SUBJECT_KEY_ID;
    if (value_end == 0 || der_read(bytes, at, value_end, DER_OCTET_STRING) != value_end) return R5280_4_1_01;
    x->subject_key_id = der_contents_span(bytes, at, value_end);
    return TLS12_NO_RULE;
  case X509_ID_AUTHORITY_KEY_ID:
    x->seen |= 1u << TLS12_EXTENSION_AUTHORITY_KEY_ID;
    if (value_end == 0 || der_read(bytes, at, value_end, DER_SEQUENCE) != value_end) return R5280_4_1_01;
    x->authority_key_id = extension->value;
    return TLS12_NO_RULE;
  default:
    if (extension->critical && x->unknown_critical.length == 0) x->unknown_critical = extension->name;
    return TLS12_NO_RULE;
  }
}

struct tls12_fault x509_read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end,
                                        struct tls12_certificate_extensions *x)
{
  if (end == 0 || der_read(bytes, at, end, DER_SEQUENCE) != end)
    return refused(R5280_4_1_2_9_01, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t first = der_contents_of(bytes, at), next = first, count = 0;
  if (first == end) return refused(R5280_4_1_2_9_01, at, end, TLS12_BAD_CERTIFICATE);
  x->seen = 0;
  /*@ loop invariant first <= next <= end;
      loop invariant count <= TLS12_EXTENSIONS_MAX;
      loop invariant extensions_inside(x, end) && x->seen < 64;
      loop assigns next, count, *x;
      loop variant end - next; */
  while (next != end) {
    struct x509_extension extension;
    uint32_t after = x509_read_extension(bytes, next, end, &extension);
    if (after == 0) return refused(R5280_4_1_2_9_01, next, end, TLS12_BAD_CERTIFICATE);
    if (count == TLS12_EXTENSIONS_MAX || has_name(bytes, first, next, extension.name))
      return refused(R5280_4_2_02, next, after, TLS12_BAD_CERTIFICATE);
    enum tls12_rule rule = take_extension(bytes, &extension, x);
    if (rule != TLS12_NO_RULE)
      return refused(rule, extension.value.offset, extension.value.offset + extension.value.length,
                     TLS12_BAD_CERTIFICATE);
    next = after;
    count++;
  }
  return accepted(end);
}
