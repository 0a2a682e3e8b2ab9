#include "tool/tree_bytes.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tool/field_rows.h"
#include "tool/input.h"
#include "tool/names.h"
#include "tool/other_suites.h"
#include "tool/tree.h"

static const char *text_of(const json_t *node, const char *key)
{
  return json_string_value(json_object_get(node, key));
}

static int is_data_of_text(const char *path)
{
  char around[128];
  const size_t length = strlen(path) < 5 ? 0 : strlen(path) - 5;
  if (length >= sizeof around || strcmp(path + length, ".data") != 0) return 0;
  memcpy(around, path, length);
  around[length] = 0;
  return field_named(FIELD_TEXT, path_end(around)) != NULL;
}

/* A name of the list, or a number as the tree shows it. */
static int number_of(const struct word *words, const char *text, unsigned long long *number)
{
  int known = words == NULL ? -1 : word_value(words, text);
  if (known < 0 && words == cipher_suites) known = other_suite_value(text);
  if (known < 0 && !isdigit((unsigned char)*text)) return -1;
  char *end = "";
  *number = known >= 0 ? (unsigned long long)known : strtoull(text, &end, strncmp(text, "0x", 2) == 0 ? 16 : 10);
  return *end == 0 ? 0 : -1;
}

static int put_number(uint8_t *out, size_t size, unsigned long long value)
{
  for (size_t i = size; i > 0; i--, value >>= 8) out[i - 1] = (uint8_t)(value & 255);
  return value == 0 ? 0 : -1;
}

static int append_value(const json_t *node, struct octets *out)
{
  const char *path = text_of(node, "path"), *value = text_of(node, "value");
  const json_int_t size = json_integer_value(json_object_get(node, "length"));
  uint8_t bytes[4];
  if (path == NULL || value == NULL) return -1;
  if (is_data_of_text(path)) {
    octets_append(out, value, strlen(value));
    return 0;
  }
  const struct field *row = field_named(FIELD_NUMBER, path_end(path));
  unsigned long long number;
  if (row == NULL || size < 1 || size > 4 || number_of(row->words, value, &number) != 0) return -1;
  if (put_number(bytes, (size_t)size, number) != 0) return -1;
  octets_append(out, bytes, (size_t)size);
  return 0;
}

static int is_counted(const json_t *node)
{
  const char *path = text_of(node, "path");
  return path != NULL && strcmp(path_end(path), "length") == 0 && text_of(node, "raw") == NULL &&
         text_of(node, "value") == NULL;
}

static int append_children(const json_t *children, struct octets *out)
{
  size_t size = 0, after = 0;
  for (size_t i = 0; i < json_array_size(children); i++) {
    const json_t *child = json_array_get(children, i);
    if (!is_counted(child)) {
      if (tree_bytes(child, out) != 0) return -1;
      continue;
    }
    const json_int_t wanted = json_integer_value(json_object_get(child, "length"));
    if (size != 0 || wanted < 1 || wanted > 4) return -1;
    size = (size_t)wanted;
    octets_append(out, "\0\0\0", size);
    after = out->length;
  }
  return size == 0 ? 0 : put_number(out->data + after - size, size, out->length - after);
}

int tree_bytes(const json_t *node, struct octets *out)
{
  const json_t *children = json_object_get(node, "children"), *raw = json_object_get(node, "raw");
  if (json_array_size(children) > 0) return append_children(children, out);
  if (!json_is_string(raw)) return append_value(node, out);
  size_t where;
  const struct octets text = {(uint8_t *)(uintptr_t)json_string_value(raw), json_string_length(raw), 0};
  return hex_read(&text, out, &where);
}
