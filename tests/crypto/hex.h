/* Bytes written as hexadecimal digits; blanks between them are skipped. */
#ifndef TLS12_TESTS_CRYPTO_HEX_H
#define TLS12_TESTS_CRYPTO_HEX_H

#include <ctype.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Returns the number of bytes. */
static inline uint32_t unhex(const char *text, uint8_t *bytes, size_t room)
{
  static const char digits[] = "0123456789abcdef";
  uint32_t nibbles = 0;
  for (; *text != 0 && nibbles / 2 < room; text++) {
    const char *digit = isxdigit((unsigned char)*text) ? strchr(digits, tolower((unsigned char)*text)) : NULL;
    if (digit == NULL) continue;
    const uint8_t value = (uint8_t)(digit - digits);
    bytes[nibbles / 2] = (uint8_t)(nibbles % 2 == 0 ? value * 16 : bytes[nibbles / 2] + value);
    nibbles++;
  }
  return nibbles / 2;
}

#endif
