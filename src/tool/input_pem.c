/* PEM, RFC 7468. */
#include <ctype.h>
#include <nettle/base64.h>
#include <stdio.h>
#include <string.h>

#include "tool/input.h"

static size_t find(const struct octets *text, size_t at, const char *word)
{
  const size_t n = strlen(word);
  for (; at + n <= text->length; at++)
    if (memcmp(text->data + at, word, n) == 0) return at;
  return text->length;
}

int pem_read(const struct octets *text, size_t *at, char label[64], struct octets *out)
{
  static const char begin[] = "-----BEGIN ", dashes[] = "-----";
  const size_t start = find(text, *at, begin);
  if (start == text->length) return 0;
  *at = start;
  const size_t name = start + strlen(begin), name_end = find(text, name, dashes);
  if (name_end == text->length || name_end - name > 63) return -1;
  memcpy(label, text->data + name, name_end - name);
  label[name_end - name] = 0;
  char end[80];
  snprintf(end, sizeof end, "-----END %s-----", label); /* of the same label: section 3 */
  const size_t body = name_end + strlen(dashes), stop = find(text, body, end);
  if (stop == text->length) return -1;

  struct base64_decode_ctx decoder;
  base64_decode_init(&decoder);
  for (size_t i = body; i < stop; i++) {
    uint8_t byte;
    if (isspace(text->data[i])) continue;
    const int n = base64_decode_single(&decoder, &byte, (char)text->data[i]);
    if (n < 0) {
      *at = i;
      return -1;
    }
    octets_append(out, &byte, (size_t)n);
  }
  if (!base64_decode_final(&decoder)) {
    *at = stop;
    return -1;
  }
  *at = stop + strlen(end);
  return 1;
}
