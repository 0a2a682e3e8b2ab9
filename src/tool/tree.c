#include "tool/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for one more child: for four, and twice as many whenever their number is a power of two. */
static struct node *next_child(struct node *parent)
{
  const size_t n = parent->child_count++;
  if (n == 0 || (n >= 4 && (n & (n - 1)) == 0)) {
    struct node *more = store_take(parent->store, (n == 0 ? 4 : 2 * n) * sizeof *more);
    if (n > 0) memcpy(more, parent->children, n * sizeof *more);
    parent->children = more;
  }
  return &parent->children[n];
}

struct node *node_add(struct node *parent, const char *name, const uint8_t *raw, uint32_t length,
                      const struct origin *origin)
{
  if (parent->store == NULL) parent->store = store_new();
  const size_t above = parent->path_length, size = strlen(name) + 1;
  const size_t dot = above > 0 && name[0] != '[';
  char *path = store_take(parent->store, above + dot + size);
  if (above > 0) memcpy(path, parent->path, above);
  if (dot) path[above] = '.';
  memcpy(path + above + dot, name, size);

  const size_t at = (size_t)(raw - origin->base);
  struct node *node = next_child(parent);
  *node = (struct node){.store = parent->store,
                        .path = path,
                        .name = above > 0 && !dot ? path + (parent->name - parent->path) : path + above + dot,
                        .path_length = (uint32_t)(above + dot + size - 1),
                        .length = length,
                        .raw = raw};
  if (origin->place == NULL)
    node->offset = origin->start + at;
  else if (length > 0 || at == 0)
    node->offset = origin->place[at];
  else
    node->offset = origin->place[at - 1] + 1;
  return node;
}

void node_value(struct node *node, const char *format, ...)
{
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  if (length >= 0) {
    char *text = store_take(node->store, (size_t)length + 1);
    (void)vsnprintf(text, (size_t)length + 1, format, again);
    node->value = text;
  }
  va_end(again);
  va_end(arguments);
}

static const char digits[] = "0123456789abcdef";

/* At least `count` digits, before `end`; answers where they begin. */
static char *number_before(char *end, uint32_t value, uint32_t base, int count)
{
  for (; value > 0 || count > 0; value /= base, count--) *--end = digits[value % base];
  return end;
}

void node_number(struct node *node, uint32_t value)
{
  char *text = store_take(node->store, 11);
  text[10] = 0;
  node->value = number_before(text + 10, value, 10, 1);
}

void node_code(struct node *node, uint32_t value)
{
  char *text = store_take(node->store, 11);
  text[10] = 0;
  char *start = number_before(text + 10, value, 16, 4);
  *--start = 'x';
  *--start = '0';
  node->value = start;
}

void numbered(char name[NUMBERED_ROOM], const char *before, uint32_t number, const char *after)
{
  char text[11] = "";
  const char *parts[] = {before, number_before(text + 10, number, 10, 1), after};
  size_t length = 0;
  for (size_t i = 0; i < 3; i++)
    for (const char *c = parts[i]; *c != 0 && length + 1 < NUMBERED_ROOM; c++) name[length++] = *c;
  name[length] = 0;
}

void node_count(struct node *node, const char *before, uint32_t count, const char *after)
{
  char *text = store_take(node->store, NUMBERED_ROOM);
  numbered(text, before, count, after);
  node->value = text;
}

void tree_free(struct node *root)
{
  store_free(root->store);
}

const char *path_end(const char *path)
{
  const char *dot = strrchr(path, '.');
  return dot == NULL ? path : dot + 1;
}

/* Most of the time of decode goes into lines: no printf here, and room for a line is made at once. What follows writes to `at`
 * and answers with where it ends. */

static char *put(char *at, const char *text, size_t length)
{
  memcpy(at, text, length);
  return at + length;
}

#define PUT(at, text) put(at, text, sizeof text - 1)

/* Bytes from the wire never reach a terminal as they are. */
static char *put_safely(char *at, const char *text)
{
  for (; *text != 0; text++) *at++ = *text >= ' ' && *text <= '~' ? *text : '?';
  return at;
}

/* Eight digits, or as many as it takes. */
static char *put_offset(char *at, size_t offset)
{
  int shift = 28;
  while (shift < 60 && offset >> shift > 15) shift += 4;
  for (; shift >= 0; shift -= 4) *at++ = digits[offset >> shift & 15];
  return at;
}

/* " 00" to " ff" */
#define SIXTEEN(high)                                                                                                  \
  " " high "0", " " high "1", " " high "2", " " high "3", " " high "4", " " high "5", " " high "6", " " high "7",      \
      " " high "8", " " high "9", " " high "a", " " high "b", " " high "c", " " high "d", " " high "e", " " high "f"

static const char byte_texts[256][4] = {
    SIXTEEN("0"), SIXTEEN("1"), SIXTEEN("2"), SIXTEEN("3"), SIXTEEN("4"), SIXTEEN("5"), SIXTEEN("6"), SIXTEEN("7"),
    SIXTEEN("8"), SIXTEEN("9"), SIXTEEN("a"), SIXTEEN("b"), SIXTEEN("c"), SIXTEEN("d"), SIXTEEN("e"), SIXTEEN("f")};

#define BYTES_SHOWN 16

static char *put_bytes(char *at, const uint8_t *bytes, uint32_t length)
{
  for (uint32_t i = 0; i < length && i < BYTES_SHOWN; i++, at += 3) memcpy(at, byte_texts[bytes[i]], 4);
  return length > BYTES_SHOWN ? PUT(at, " ...") : at;
}

static char *put_length(char *at, uint32_t length)
{
  char text[10], *start = number_before(text + sizeof text, length, 10, 1);
  at = PUT(at, " (");
  at = put(at, start, (size_t)(text + sizeof text - start));
  return PUT(at, " bytes)");
}

static void add_line(struct octets *out, const struct node *node, int depth)
{
  const size_t name = node->path_length - (size_t)(node->name - node->path),
               rule = node->broken ? strlen(node->rule) : 0;
  const size_t fixed = 16 + 3 * BYTES_SHOWN + 64; /* offset, bytes, length and what stands between */
  const size_t value = node->value == NULL ? 0 : strlen(node->value);
  char *at = (char *)octets_room(out, fixed + 2 * (size_t)depth + name + rule + value);
  at = put_offset(at, node->offset);
  *at++ = ' ';
  for (int i = 0; i < depth; i++) at = PUT(at, "  ");
  at = put(at, node->name, name);
  if (node->value != NULL) {
    at = PUT(at, ": ");
    at = put_safely(at, node->value);
  } else {
    if (node->child_count == 0) *at++ = ':';
    if (node->child_count == 0) at = put_bytes(at, node->raw, node->length);
    at = put_length(at, node->length);
  }
  if (node->broken) {
    at = PUT(at, "  [breaks ");
    at = put(at, node->rule, rule);
    *at++ = ']';
  }
  *at++ = '\n';
  out->length = (size_t)(at - (char *)out->data);
}

static void add_lines(struct octets *out, const struct node *node, int depth)
{
  add_line(out, node, depth);
  for (size_t i = 0; i < node->child_count; i++) add_lines(out, &node->children[i], depth + 1);
}

/* The text of the lines before they are written: a buffer that stays, for the next ones. */
static struct octets lines;

static void print_lines(void)
{
  (void)fwrite(lines.data, 1, lines.length, stdout);
  lines.length = 0;
}

void tree_print_line(const struct node *node, int depth)
{
  add_line(&lines, node, depth);
  print_lines();
}

void trees_print(const struct node *root)
{
  for (size_t i = 0; i < root->child_count; i++) add_lines(&lines, &root->children[i], 0);
  print_lines();
}

static json_t *hex(const uint8_t *raw, uint32_t length)
{
  char *text = grow(NULL, 2 * (size_t)length + 1, 1);
  for (uint32_t i = 0; i < length; i++) {
    text[2 * (size_t)i] = digits[raw[i] >> 4];
    text[2 * (size_t)i + 1] = digits[raw[i] & 15];
  }
  json_t *value = json_stringn(text, 2 * (size_t)length);
  free(text);
  return value;
}

static json_t *packets(const struct node *node, const struct stream *stream)
{
  json_t *list = json_array();
  const size_t end = node->offset + node->length;
  for (size_t i = 0; i < stream->part_count; i++) {
    const struct stream_part *part = &stream->parts[i];
    const size_t from = part->at > node->offset ? part->at : node->offset;
    const size_t to = part->at + part->length < end ? part->at + part->length : end;
    if (from < to)
      json_array_append_new(list, json_pack("{s:I,s:I,s:I}", "number", (json_int_t)part->packet, "offset",
                                            (json_int_t)(part->offset + (from - part->at)), "length",
                                            (json_int_t)(to - from)));
  }
  return list;
}

json_t *tree_json(const struct node *node, const struct stream *stream)
{
  json_t *children = json_array();
  for (size_t i = 0; i < node->child_count; i++) json_array_append_new(children, tree_json(&node->children[i], stream));
  json_t *value = node->value == NULL ? json_null() : json_string(node->value);
  if (value == NULL) /* not UTF-8: raw has the bytes */
    value = json_null();
  json_t *object = json_pack("{s:s,s:I,s:I,s:o,s:o,s:o,s:o}", "path", node->path, "offset", (json_int_t)node->offset,
                             "length", (json_int_t)node->length, "raw", hex(node->raw, node->length), "value", value,
                             "rule", node->rule == NULL ? json_null() : json_string(node->rule), "children", children);
  if (stream != NULL && object != NULL) json_object_set_new(object, "packets", packets(node, stream));
  return object;
}
