#include "x509/der_number.h"

#include "x509/der.h"
#include "x509/public_key.h"

uint32_t x509_read_number(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_bytes *number)
{
  const uint32_t after = der_read_integer(bytes, at, end);
  if (after == 0) return 0;
  const struct tls12_span span = x509_unsigned(bytes, at, after);
  number->data = bytes + span.offset;
  number->length = span.length;
  return span.length == 0 ? 0 : after;
}
