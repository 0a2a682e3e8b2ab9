/* Bytes written as hexadecimal digits; blanks between them are skipped. */
#ifndef TLS12_TESTS_HEX_H
#define TLS12_TESTS_HEX_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline int hex_digit(char c)
{
  static const char digits[] = "0123456789abcdef0123456789ABCDEF";
  const char *p = c == 0 ? NULL : strchr(digits, c);
  return p == NULL ? -1 : (int)((p - digits) % 16);
}

/* Returns the number of bytes. */
static inline uint32_t from_hex(const char *text, uint8_t *bytes, size_t room)
{
  uint32_t n = 0;
  int high = -1;
  for (; *text != 0 && n < room; text++) {
    int d = hex_digit(*text);
    if (d < 0) continue;
    if (high < 0) {
      high = d;
    } else {
      bytes[n++] = (uint8_t)(high * 16 + d);
      high = -1;
    }
  }
  return n;
}

/* A hexadecimal number of any number of digits, right-aligned in `size` <= 80 bytes. Returns 0 when it does not fit. */
static inline int number_from_hex(const char *text, uint8_t *bytes, uint32_t size)
{
  uint8_t wide[160];
  char digits[321];
  size_t count = 0;
  while (*text != 0 && hex_digit(*text) < 0) text++;
  while (hex_digit(text[count]) >= 0) count++;
  if (count > 318) return 0;
  digits[0] = '0';
  memcpy(digits + count % 2, text, count);
  digits[count + count % 2] = 0;
  uint32_t n = from_hex(digits, wide, sizeof wide), first = 0;
  while (first < n && (n - first > size || wide[first] == 0)) {
    if (wide[first] != 0) return 0;
    first++;
  }
  memset(bytes, 0, size);
  memcpy(bytes + size - (n - first), wide + first, n - first);
  return 1;
}

#endif
