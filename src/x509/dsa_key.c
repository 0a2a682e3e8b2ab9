#include "x509/dsa_key.h"

#include "x509/der.h"
#include "x509/public_key.h"

/* The INTEGER at `at`: the offset after it, or 0; its bytes in *number. */
static uint32_t read_number(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_bytes *number)
{
  const uint32_t after = at == end ? 0 : der_read_integer(bytes, at, end);
  if (after == 0) return 0;
  const struct tls12_span span = x509_unsigned(bytes, at, after);
  *number = (struct tls12_bytes){bytes + span.offset, span.length};
  return span.length == 0 ? 0 : after;
}

int x509_read_dsa_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key,
                      struct dsa_key *numbers)
{
  const uint32_t at = parameters.offset, end = at + parameters.length, key_end = key.offset + key.length;
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  const uint32_t second = read_number(bytes, der_contents_of(bytes, at), end, &numbers->p);
  const uint32_t third = second == 0 ? 0 : read_number(bytes, second, end, &numbers->q);
  if (third == 0 || read_number(bytes, third, end, &numbers->g) != end) return 0;
  return read_number(bytes, key.offset, key_end, &numbers->key) == key_end;
}
