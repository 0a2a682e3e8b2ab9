#include "x509/extensions.h"

#include "x509/der.h"
#include "x509/extension_values.h"
#include "x509/refusal.h"

struct x509_extension x509_read_extension(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  const struct x509_extension none = {0, X509_ID_UNKNOWN, {0, 0}, 0, {0, 0}};
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return none;
  uint32_t name = der_contents_of(bytes, at);
  uint32_t flag = der_read_object_identifier(bytes, name, after);
  if (flag == 0) return none;
  uint32_t value = der_skip_boolean(bytes, flag, after);
  if (value == 0 || der_read(bytes, value, after, DER_OCTET_STRING) != after) return none;
  uint32_t first = der_contents_of(bytes, name), octets = der_contents_of(bytes, value);
  uint32_t critical = value != flag && bytes[flag + 2] == 255;
  const struct x509_extension extension = {
      after, x509_identify(bytes, first, flag), {first, flag - first}, critical, {octets, after - octets}};
  return extension;
}

void x509_no_extensions(struct tls12_certificate_extensions *x)
{
  x->is_ca = 0;
  x->has_path_length = 0;
  x->path_length = 0;
  x->has_key_usage = 0;
  x->key_usage = 0;
  x->has_purposes = 0;
  x->purposes = 0;
  x->subject_alt_name.offset = 0;
  x->subject_alt_name.length = 0;
  x->subject_key_id.offset = 0;
  x->subject_key_id.length = 0;
  x->authority_key_id.offset = 0;
  x->authority_key_id.length = 0;
  x->unknown_critical.offset = 0;
  x->unknown_critical.length = 0;
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
  uint32_t next = at;
  /*@ loop invariant inside: at <= next <= end;
      loop assigns next;
      loop variant end - next; */
  while (next != end) {
    const uint32_t after = der_read_any(bytes, next, end);
    const uint32_t other = after == 0 ? 0 : der_contents_of(bytes, next);
    const uint32_t other_end = after == 0 ? 0 : der_read_any(bytes, other, after);
    if (other_end == 0) return 0;
    const struct tls12_span earlier = der_contents_span(bytes, other, other_end);
    if (earlier.length == name.length && der_same_bytes(bytes + earlier.offset, bytes + name.offset, name.length))
      return 1;
    next = after;
  }
  return 0;
}

/* Takes in the value of one extension, bytes[at .. end-1]: the rule that it breaks, or TLS12_NO_RULE. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns x->is_ca, x->has_path_length, x->path_length, x->has_key_usage, x->key_usage, x->has_purposes, x->purposes,
      x->subject_alt_name, x->subject_key_id, x->authority_key_id;
    ensures basic_constraints: \result == TLS12_NO_RULE && identifier == X509_ID_BASIC_CONSTRAINTS ==>
      basic_constraints_read(bytes, at, end, x->is_ca, x->has_path_length, x->path_length);
    ensures key_usage: \result == TLS12_NO_RULE && identifier == X509_ID_KEY_USAGE ==>
      key_usage_read(bytes, at, end, x->has_key_usage, x->key_usage);
    ensures purposes: \result == TLS12_NO_RULE && identifier == X509_ID_EXT_KEY_USAGE ==>
      purposes_read(bytes, at, end, x->has_purposes, x->purposes);
    ensures alternative_names: \result == TLS12_NO_RULE && identifier == X509_ID_SUBJECT_ALT_NAME ==>
      alternative_names_read(bytes, at, end, x->subject_alt_name.offset, x->subject_alt_name.length);
    ensures subject_key_id: \result == TLS12_NO_RULE && identifier == X509_ID_SUBJECT_KEY_ID ==>
      x->subject_key_id.offset == der_contents(bytes, at) && x->subject_key_id.offset + x->subject_key_id.length == end;
    ensures authority_key_id: \result == TLS12_NO_RULE && identifier == X509_ID_AUTHORITY_KEY_ID ==>
      x->authority_key_id.offset == at && x->authority_key_id.offset + x->authority_key_id.length == end;
    ensures others: (identifier != X509_ID_BASIC_CONSTRAINTS ==> x->is_ca == \old(x->is_ca) &&
        x->has_path_length == \old(x->has_path_length) && x->path_length == \old(x->path_length)) &&
      (identifier != X509_ID_KEY_USAGE ==>
        x->has_key_usage == \old(x->has_key_usage) && x->key_usage == \old(x->key_usage)) &&
      (identifier != X509_ID_EXT_KEY_USAGE ==>
        x->has_purposes == \old(x->has_purposes) && x->purposes == \old(x->purposes)) &&
      (identifier != X509_ID_SUBJECT_ALT_NAME ==>
        x->subject_alt_name.offset == \old(x->subject_alt_name.offset) &&
        x->subject_alt_name.length == \old(x->subject_alt_name.length)) &&
      (identifier != X509_ID_SUBJECT_KEY_ID ==> x->subject_key_id.offset == \old(x->subject_key_id.offset) &&
        x->subject_key_id.length == \old(x->subject_key_id.length)) &&
      (identifier != X509_ID_AUTHORITY_KEY_ID ==> x->authority_key_id.offset == \old(x->authority_key_id.offset) &&
        x->authority_key_id.length == \old(x->authority_key_id.length));
*/
static enum tls12_rule take_value(enum x509_identifier identifier, const uint8_t *bytes, uint32_t at, uint32_t end,
                                  struct tls12_certificate_extensions *x)
{
  switch (identifier) {
  case X509_ID_BASIC_CONSTRAINTS: return x509_basic_constraints(bytes, at, end, x) ? TLS12_NO_RULE : R5280_4_2_1_9_02;
  case X509_ID_KEY_USAGE:
    x->has_key_usage = 1;
    x->key_usage = x509_key_usage(bytes, at, end);
    return x->key_usage == 65536 ? R5280_4_2_1_3_01 : x->key_usage == 0 ? R5280_4_2_1_3_02 : TLS12_NO_RULE;
  case X509_ID_EXT_KEY_USAGE:
    x->has_purposes = 1;
    return x509_purposes(bytes, at, end, x) ? TLS12_NO_RULE : R5280_4_2_1_12_01;
  case X509_ID_SUBJECT_ALT_NAME:
    return x509_alternative_names(bytes, at, end, &x->subject_alt_name) ? TLS12_NO_RULE : R5280_4_2_1_6_01;
  case X509_ID_SUBJECT_KEY_ID:
    if (at == end || der_read(bytes, at, end, DER_OCTET_STRING) != end) return R5280_4_1_01;
    x->subject_key_id.offset = der_contents_of(bytes, at);
    x->subject_key_id.length = end - x->subject_key_id.offset;
    return TLS12_NO_RULE;
  case X509_ID_AUTHORITY_KEY_ID:
    if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return R5280_4_1_01;
    x->authority_key_id.offset = at;
    x->authority_key_id.length = end - at;
    return TLS12_NO_RULE;
  default: return TLS12_NO_RULE;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures read: \result != 0 <==> is_read(identifier) == 1;
*/
static int is_processed(enum x509_identifier identifier)
{
  return identifier == X509_ID_BASIC_CONSTRAINTS || identifier == X509_ID_KEY_USAGE ||
         identifier == X509_ID_EXT_KEY_USAGE || identifier == X509_ID_SUBJECT_ALT_NAME ||
         identifier == X509_ID_SUBJECT_KEY_ID || identifier == X509_ID_AUTHORITY_KEY_ID;
}

/* Takes in an Extension: the rule that it breaks, or TLS12_NO_RULE. */
/*@ requires range: 0 < extension.end <= DER_MAX && extension.value.offset + extension.value.length == extension.end;
    requires named: extension.name.length > 0 && span_inside(extension.name, extension.end);
    requires readable: \valid_read(bytes + (0 .. extension.end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. extension.end - 1));
    terminates \true;
    exits \false;
    assigns *x;
    ensures constraints: \result == TLS12_NO_RULE && extension.identifier == X509_ID_BASIC_CONSTRAINTS ==>
      basic_constraints_read(bytes, extension.value.offset, extension.end, x->is_ca, x->has_path_length, x->path_length);
    ensures usage: \result == TLS12_NO_RULE && extension.identifier == X509_ID_KEY_USAGE ==>
      key_usage_read(bytes, extension.value.offset, extension.end, x->has_key_usage, x->key_usage);
    ensures purposes: \result == TLS12_NO_RULE && extension.identifier == X509_ID_EXT_KEY_USAGE ==>
      purposes_read(bytes, extension.value.offset, extension.end, x->has_purposes, x->purposes);
    ensures names: \result == TLS12_NO_RULE && extension.identifier == X509_ID_SUBJECT_ALT_NAME ==>
      alternative_names_read(bytes, extension.value.offset, extension.end, x->subject_alt_name.offset,
                             x->subject_alt_name.length);
    ensures subject_key: \result == TLS12_NO_RULE && extension.identifier == X509_ID_SUBJECT_KEY_ID ==>
      span_inside(x->subject_key_id, extension.end);
    ensures authority_key: \result == TLS12_NO_RULE && extension.identifier == X509_ID_AUTHORITY_KEY_ID ==>
      span_inside(x->authority_key_id, extension.end);
    ensures other_constraints: extension.identifier != X509_ID_BASIC_CONSTRAINTS ==> x->is_ca == \old(x->is_ca) &&
      x->has_path_length == \old(x->has_path_length) && x->path_length == \old(x->path_length);
    ensures other_usage: extension.identifier != X509_ID_KEY_USAGE ==>
      x->has_key_usage == \old(x->has_key_usage) && x->key_usage == \old(x->key_usage);
    ensures other_purposes: extension.identifier != X509_ID_EXT_KEY_USAGE ==>
      x->has_purposes == \old(x->has_purposes) && x->purposes == \old(x->purposes);
    ensures other_names: extension.identifier != X509_ID_SUBJECT_ALT_NAME ==>
      x->subject_alt_name.offset == \old(x->subject_alt_name.offset) &&
      x->subject_alt_name.length == \old(x->subject_alt_name.length);
    ensures other_subject_key: extension.identifier != X509_ID_SUBJECT_KEY_ID ==>
      x->subject_key_id.offset == \old(x->subject_key_id.offset) &&
      x->subject_key_id.length == \old(x->subject_key_id.length);
    ensures other_authority_key: extension.identifier != X509_ID_AUTHORITY_KEY_ID ==>
      x->authority_key_id.offset == \old(x->authority_key_id.offset) &&
      x->authority_key_id.length == \old(x->authority_key_id.length);
    ensures critical: x->unknown_critical.length != 0 <==> \old(x->unknown_critical.length) != 0 ||
      (extension.critical != 0 && is_read(extension.identifier) == 0);
    ensures critical_inside: span_inside(x->unknown_critical, extension.end) ||
      (x->unknown_critical.offset == \old(x->unknown_critical.offset) &&
       x->unknown_critical.length == \old(x->unknown_critical.length));
*/
static enum tls12_rule take_extension(const uint8_t *bytes, struct x509_extension extension,
                                      struct tls12_certificate_extensions *x)
{
  if (extension.critical && !is_processed(extension.identifier) && x->unknown_critical.length == 0) {
    x->unknown_critical.offset = extension.name.offset;
    x->unknown_critical.length = extension.name.length;
  }
  return take_value(extension.identifier, bytes, extension.value.offset, extension.end, x);
}

struct tls12_fault x509_read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end,
                                        struct tls12_certificate_extensions *x)
{
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end)
    return refused(R5280_4_1_2_9_01, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t first = der_contents_of(bytes, at), next = first, count = 0;
  if (first == end) return refused(R5280_4_1_2_9_01, at, end, TLS12_BAD_CERTIFICATE);
  /* where the extensions read so far are; 0: not yet */
  //@ ghost uint32_t constraints = 0, usage = 0, purposes = 0, names = 0;
  /*@ loop invariant inside: first <= next <= end;
      loop invariant few: count <= TLS12_EXTENSIONS_MAX;
      loop invariant spans: extensions_inside(x, end);
      loop invariant same_walk: extensions_stop(bytes, first, end) == extensions_stop(bytes, next, end);
      loop invariant constraints_found: extension_place(bytes, first, end, X509_ID_BASIC_CONSTRAINTS) ==
        last_extension(bytes, next, end, X509_ID_BASIC_CONSTRAINTS, constraints);
      loop invariant usage_found: extension_place(bytes, first, end, X509_ID_KEY_USAGE) ==
        last_extension(bytes, next, end, X509_ID_KEY_USAGE, usage);
      loop invariant purposes_found: extension_place(bytes, first, end, X509_ID_EXT_KEY_USAGE) ==
        last_extension(bytes, next, end, X509_ID_EXT_KEY_USAGE, purposes);
      loop invariant names_found: extension_place(bytes, first, end, X509_ID_SUBJECT_ALT_NAME) ==
        last_extension(bytes, next, end, X509_ID_SUBJECT_ALT_NAME, names);
      loop invariant constraints_read:
        basic_constraints_at(bytes, constraints, end, x->is_ca, x->has_path_length, x->path_length);
      loop invariant usage_read: key_usage_at(bytes, usage, end, x->has_key_usage, x->key_usage);
      loop invariant purposes_read: purposes_at(bytes, purposes, end, x->has_purposes, x->purposes);
      loop invariant names_read:
        alternative_names_at(bytes, names, end, x->subject_alt_name.offset, x->subject_alt_name.length);
      loop invariant critical: unread_critical(bytes, first, end) ==
        (x->unknown_critical.length != 0 ? 1 : unread_critical(bytes, next, end));
      loop assigns next, count, *x, constraints, usage, purposes, names;
      loop variant end - next; */
  while (next != end) {
    const struct x509_extension extension = x509_read_extension(bytes, next, end);
    if (extension.end == 0) return refused(R5280_4_1_2_9_01, next, end, TLS12_BAD_CERTIFICATE);
    if (count == TLS12_EXTENSIONS_MAX || has_name(bytes, first, next, extension.name))
      return refused(R5280_4_2_02, next, extension.end, TLS12_BAD_CERTIFICATE);
    const enum tls12_rule rule = take_extension(bytes, extension, x);
    if (rule != TLS12_NO_RULE) return refused(rule, extension.value.offset, extension.end, TLS12_BAD_CERTIFICATE);
    //@ ghost constraints = extension.identifier == X509_ID_BASIC_CONSTRAINTS ? next : constraints;
    //@ ghost usage = extension.identifier == X509_ID_KEY_USAGE ? next : usage;
    //@ ghost purposes = extension.identifier == X509_ID_EXT_KEY_USAGE ? next : purposes;
    //@ ghost names = extension.identifier == X509_ID_SUBJECT_ALT_NAME ? next : names;
    next = extension.end;
    count++;
  }
  return accepted(end);
}
