/* Certificates: the elements of their DER as a tree, and what x509/ says of them. */
#include <stdio.h>
#include <string.h>

#include "tool/certificate_text.h"
#include "tool/dissect.h"
#include "tool/rule_text.h"
#include "x509/certificate.h"
#include "x509/der.h"

#define DEPTH_MAX 32

static struct node *add(struct node *parent, const char *name, const uint8_t *raw, uint32_t length,
                        const struct origin *origin, enum tls12_rule rule)
{
  struct node *node = node_add(parent, name, raw, length, origin);
  node->rule = rule_text(rule)->id;
  return node;
}

static void describe_identifier(struct node *node, const uint8_t *b, uint32_t n)
{
  char text[128];
  object_identifier_text(b, n, text, sizeof text);
  node_value(node, "%s", text);
}

static void describe(struct node *node, uint8_t tag, const uint8_t *b, uint32_t n)
{
  int64_t value = n > 0 && (b[0] & 0x80) != 0 ? -1 : 0;
  switch (tag) {
  case 0x01: node_value(node, "%s", n == 1 && b[0] == 0 ? "FALSE" : "TRUE"); break;
  case 0x02:
    if (n > 7) break;
    for (uint32_t i = 0; i < n; i++) value = value * 256 + b[i];
    node_value(node, "%lld", (long long)value);
    break;
  case 0x05: node_value(node, "NULL"); break;
  case 0x06: describe_identifier(node, b, n); break;
  case 0x0c: /* UTF8String, PrintableString, T61String, IA5String, UTCTime, GeneralizedTime */
  case 0x13:
  case 0x14:
  case 0x16:
  case 0x17:
  case 0x18: node_value(node, "%.*s", (int)n, (const char *)b); break;
  default: break;
  }
}

/* The names of what is in a Certificate and in its TBSCertificate, RFC 5280 section 4.1. */
static const char *name_of(const char *around, unsigned index, uint8_t tag, unsigned *field)
{
  static const char *const outer[] = {"tbs_certificate", "signature_algorithm", "signature_value"};
  static const char *const inner[] = {"serial_number", "signature", "issuer",
                                      "validity",      "subject",   "subject_public_key_info"};
  if (around == NULL) return index < 3 ? outer[index] : NULL;
  if (strcmp(around, "tbs_certificate") != 0) return NULL;
  switch (tag) {
  case 0xa0: return "version";
  case 0x81: return "issuer_unique_id";
  case 0x82: return "subject_unique_id";
  case 0xa3: return "extensions";
  default: return *field < 6 ? inner[(*field)++] : NULL;
  }
}

/* The elements in bytes[at .. end-1]: those that are constructed with a child for tag and length, and one for each
 * element inside; the others as one node. */
static void elements(struct node *parent, const char *around, const uint8_t *bytes, uint32_t at, uint32_t end,
                     int depth, const struct origin *origin)
{
  unsigned field = 0;
  for (unsigned index = 0; at < end; index++) {
    const uint32_t after = der_read_any(bytes, at, end);
    char label[NUMBERED_ROOM];
    if (after == 0) {
      (void)add(parent, "rest", bytes + at, end - at, origin, R5280_4_1_01);
      return;
    }
    const uint8_t tag = bytes[at];
    const uint32_t contents = der_contents_of(bytes, at);
    const char *name = depth == 0 || around != NULL ? name_of(around, index, tag, &field) : NULL;
    numbered(label, "[", index, "]");
    struct node *node = add(parent, name == NULL ? label : name, bytes + at, after - at, origin,
                            around == NULL ? R5280_4_1_01 : R5280_4_1_02);
    if ((tag & 0x20) != 0 && depth < DEPTH_MAX) {
      (void)add(node, "header", bytes + at, contents - at, origin, R5280_4_1_01);
      elements(node, depth == 0 && index == 0 ? name : NULL, bytes, contents, after, depth + 1, origin);
    } else {
      describe(node, tag, bytes + contents, after - contents);
    }
    at = after;
  }
}

void dissect_certificates(struct dissection *d, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  const uint32_t end = length < DER_MAX ? (uint32_t)length : DER_MAX;
  uint32_t at = 0;
  do {
    struct tls12_x509 value;
    const uint32_t read = der_read(bytes, at, end, 0x30), after = read == 0 ? end : read;
    struct node *node = add(&d->messages, "certificate", bytes + at, after - at, &origin, R5280_4_1_01);
    if (read != 0) {
      const uint32_t contents = der_contents_of(bytes, at);
      (void)add(node, "header", bytes + at, contents - at, &origin, R5280_4_1_01);
      elements(node, NULL, bytes, contents, after, 0, &origin);
    }
    const struct tls12_fault fault = x509_parse(bytes + at, after - at, &value);
    if (fault.rule != TLS12_NO_RULE) dissection_fault(d, node, fault, at + fault.offset);
    at = after;
  } while (at < end);
}
