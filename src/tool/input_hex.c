#include <ctype.h>
#include <string.h>

#include "tool/input.h"

int hex_digit(uint8_t c)
{
  if (c >= '0' && c <= '9') return c - '0';
  c = (uint8_t)tolower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Where the bytes begin when the line starts with an offset, as xxd (a colon), hexdump -C and Wireshark (two blanks or more)
 * print it; `at` when not. `count` bytes were read before: a line of nothing but that offset is the last of hexdump -C. */
static size_t skip_offset(const uint8_t *t, size_t at, size_t end, size_t count)
{
  size_t i = at, value = 0;
  while (i < end && (t[i] == ' ' || t[i] == '\t')) i++;
  const size_t first = i;
  for (; i < end && i - first < 8 && hex_digit(t[i]) >= 0; i++) value = 16 * value + (size_t)hex_digit(t[i]);
  const size_t digits = i - first;
  if (digits < 4) return at;
  if (i + 1 < end && t[i] == ':' && (t[i + 1] == ' ' || t[i + 1] == '\t')) return i + 1;
  const size_t blank = i;
  while (i < end && isspace(t[i])) i++;
  if (i == end) return digits == 8 && count > 0 && value == count ? end : at;
  return i - blank >= 2 && hex_digit(t[i]) >= 0 ? i : at;
}

/* One line of a dump or of loose digits. In a dump, two blanks end the bytes once sixteen were read, or when no pair of
 * digits follows them: there the characters begin. `before`: how many bytes the lines above it gave. */
static int read_line(const uint8_t *t, size_t at, size_t end, size_t before, struct octets *out, size_t *where)
{
  const size_t digits = skip_offset(t, at, end, before);
  const int dump = digits != at;
  size_t count = 0;

  for (size_t i = digits; i < end;) {
    if (t[i] == '#' || t[i] == '|') return 0;
    if (t[i] == '0' && i + 1 < end && (t[i + 1] == 'x' || t[i + 1] == 'X')) {
      i += 2;
      continue;
    }
    if (t[i] == '\\' && i + 1 < end && t[i + 1] == 'x') {
      i += 2;
      continue;
    }
    if (isspace(t[i]) || strchr(":,;\"'{}-", t[i]) != NULL) {
      if (dump && count > 0 && t[i] == ' ' && i + 1 < end && t[i + 1] == ' ') {
        const int pair = i + 3 < end && hex_digit(t[i + 2]) >= 0 && hex_digit(t[i + 3]) >= 0;
        const int alone = i + 4 >= end || t[i + 4] == ' ' || hex_digit(t[i + 4]) >= 0;
        if (count >= 16 || !pair || !alone || count != 8) return 0;
      }
      i++;
      continue;
    }
    if (hex_digit(t[i]) < 0 || i + 1 >= end || hex_digit(t[i + 1]) < 0) {
      *where = i;
      return dump && count > 0 ? 0 : -1;
    }
    const uint8_t byte = (uint8_t)(16 * hex_digit(t[i]) + hex_digit(t[i + 1]));
    octets_append(out, &byte, 1);
    count++;
    i += 2;
  }
  return 0;
}

int hex_read(const struct octets *text, struct octets *out, size_t *where)
{
  const size_t start = out->length;
  for (size_t at = 0; at < text->length;) {
    const uint8_t *line_end = memchr(text->data + at, '\n', text->length - at);
    const size_t end = line_end == NULL ? text->length : (size_t)(line_end - text->data);
    if (read_line(text->data, at, end, out->length - start, out, where) != 0) return -1;
    at = end + 1;
  }
  return 0;
}
