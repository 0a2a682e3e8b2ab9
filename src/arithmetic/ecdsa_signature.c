#include "arithmetic/ecdsa_signature.h"

#define INTEGER 0x02
#define SEQUENCE 0x30

/* The INTEGER at b[at .. end-1]: 0 <= value < 2^(8 size), minimal (X.690 section 8.3.2), into `size` bytes. Returns the
 * offset after it, 0 when there is none. */
static uint32_t read_number(const uint8_t *b, uint32_t at, uint32_t end, unsigned size, uint8_t *value)
{
  if (end - at < 3 || b[at] != INTEGER) return 0;
  uint32_t n = b[at + 1], start = at + 2;
  if (n == 0 || n > 127 || n > end - start || b[start] > 127)
    return 0; /* no content, a long length where a short one does, beyond the end, negative */
  if (n > 1 && b[start] == 0) {
    if (b[start + 1] <= 127) return 0; /* a leading zero without need */
    start++;
    n--;
  }
  if (n > size) return 0;
  for (unsigned i = 0; i < size - n; i++) value[i] = 0;
  for (uint32_t i = 0; i < n; i++) value[size - n + i] = b[start + i];
  return start + n;
}

int ecdsa_signature_read(struct tls12_bytes signature, unsigned size, uint8_t *r, uint8_t *s)
{
  const uint8_t *b = signature.data;
  uint32_t n = signature.length, at = 2;
  if (n < 8 || n > ECDSA_SIGNATURE_MAX || b[0] != SEQUENCE) return 0;
  if (b[1] == 0x81) at = 3; /* lengths from 128 have the long form, shorter ones the short form (X.690 section 10.1) */
  if (b[at - 1] != n - at || (at == 2) != (n - at < 128)) return 0;
  at = read_number(b, at, n, size, r);
  if (at == 0) return 0;
  return read_number(b, at, n, size, s) == n;
}

/* The bytes of value that count: without leading zeros, at least one. */
static unsigned first_byte(const uint8_t *value, unsigned size)
{
  unsigned i = 0;
  while (i + 1 < size && value[i] == 0) i++;
  return i;
}

/* The INTEGER of value from `first` on, at out[at ..]; returns the offset after it. */
static uint32_t write_number(const uint8_t *value, unsigned first, unsigned size, uint8_t *out, uint32_t at)
{
  unsigned sign = value[first] > 127 ? 1u : 0u; /* a zero byte keeps the number positive */
  out[at] = INTEGER;
  out[at + 1] = (uint8_t)(size - first + sign);
  out[at + 2] = 0;
  at += 2 + sign;
  for (unsigned i = first; i < size; i++) out[at + i - first] = value[i];
  return at + size - first;
}

uint32_t ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out)
{
  unsigned i = first_byte(r, size), j = first_byte(s, size);
  uint32_t content = 4 + (size - i) + (r[i] > 127 ? 1u : 0u) + (size - j) + (s[j] > 127 ? 1u : 0u);
  uint32_t at = 2;
  out[0] = SEQUENCE;
  if (content > 127) {
    out[1] = 0x81;
    at = 3;
  }
  out[at - 1] = (uint8_t)content;
  at = write_number(r, i, size, out, at);
  return write_number(s, j, size, out, at);
}
