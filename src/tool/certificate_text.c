#include "tool/certificate_text.h"

#include <stdio.h>
#include <string.h>

#include "x509/der.h"

void object_identifier_text(const uint8_t *bytes, uint32_t length, char *out, size_t room)
{
  size_t used = 0;
  uint64_t arc = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < length && used + 24 < room && arc < (uint64_t)1 << 56; i++) {
    arc = arc << 7 | (bytes[i] & 0x7f);
    if (bytes[i] & 0x80) continue;
    if (used == 0) {
      const uint64_t first = arc < 80 ? arc / 40 : 2;
      used += (size_t)snprintf(out, room, "%u.%llu", (unsigned)first, (unsigned long long)(arc - 40 * first));
    } else {
      used += (size_t)snprintf(out + used, room - used, ".%llu", (unsigned long long)arc);
    }
    arc = 0;
  }
}

/* One AttributeTypeAndValue at `at`. */
static void take_common_name(const uint8_t *der, uint32_t at, uint32_t end, char *out, size_t room)
{
  static const uint8_t wanted[] = {DER_OBJECT_IDENTIFIER, 3, 0x55, 4, 3};
  const uint32_t value = at + (uint32_t)sizeof wanted;
  if (end - at < sizeof wanted || memcmp(der + at, wanted, sizeof wanted) != 0) return;
  const uint32_t after = der_read_any(der, value, end);
  if (after == 0) return;
  size_t n = 0;
  for (uint32_t i = der_contents_of(der, value); i < after && n + 1 < room; i++)
    out[n++] = der[i] >= ' ' && der[i] < 127 ? (char)der[i] : '?';
  out[n] = 0;
}

void common_name(const uint8_t *der, struct tls12_span name, char *out, size_t room)
{
  const uint32_t end = name.offset + name.length;
  out[0] = 0;
  uint32_t set_end, attribute_end;
  for (uint32_t set = der_contents_of(der, name.offset); (set_end = der_read(der, set, end, DER_SET)) != 0;
       set = set_end)
    for (uint32_t at = der_contents_of(der, set); (attribute_end = der_read(der, at, set_end, DER_SEQUENCE)) != 0;
         at = attribute_end)
      take_common_name(der, der_contents_of(der, at), attribute_end, out, room);
}

const char *extension_name(const uint8_t *bytes, uint32_t length)
{
  static const struct {
    uint8_t last;
    const char *name;
  } names[] = {
      {9, "subjectDirectoryAttributes"},
      {14, "subjectKeyIdentifier"},
      {15, "keyUsage"},
      {17, "subjectAltName"},
      {18, "issuerAltName"},
      {19, "basicConstraints"},
      {30, "nameConstraints"},
      {31, "cRLDistributionPoints"},
      {32, "certificatePolicies"},
      {33, "policyMappings"},
      {35, "authorityKeyIdentifier"},
      {36, "policyConstraints"},
      {37, "extKeyUsage"},
      {46, "freshestCRL"},
      {54, "inhibitAnyPolicy"},
  };
  if (length != 3 || bytes[0] != 0x55 || bytes[1] != 0x1d) return NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].last == bytes[2]) return names[i].name;
  return NULL;
}
