#define _GNU_SOURCE /* vasprintf */
#include "tool/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node *node_add(struct node *parent, const char *name, const uint8_t *raw, uint32_t length,
                      const struct origin *origin)
{
  parent->children = grow(parent->children, parent->child_count + 1, sizeof *parent->children);
  struct node *node = &parent->children[parent->child_count++];
  memset(node, 0, sizeof *node);
  const int bare = parent->path == NULL || parent->path[0] == 0;
  const size_t room = (bare ? 0 : strlen(parent->path) + 1) + strlen(name) + 1;
  node->path = grow(NULL, room, 1);
  snprintf(node->path, room, "%s%s%s", bare ? "" : parent->path, bare || name[0] == '[' ? "" : ".", name);
  node->raw = raw;
  node->length = length;
  const size_t at = (size_t)(raw - origin->base);
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
  va_list arguments;
  va_start(arguments, format);
  free(node->value);
  if (vasprintf(&node->value, format, arguments) < 0) node->value = NULL;
  va_end(arguments);
}

void node_free(struct node *node)
{
  for (size_t i = 0; i < node->child_count; i++) node_free(&node->children[i]);
  free(node->children);
  free(node->path);
  free(node->value);
}

/* Bytes from the wire never reach a terminal as they are. */
static void print_safely(const char *text)
{
  for (; *text != 0; text++) putchar(*text >= ' ' && *text <= '~' ? *text : '?');
}

const char *path_end(const char *path)
{
  const char *dot = strrchr(path, '.');
  return dot == NULL ? path : dot + 1;
}

void tree_print_line(const struct node *node, int depth)
{
  printf("%08zx %*s%s", node->offset, 2 * depth, "", path_end(node->path));
  if (node->value != NULL) {
    fputs(": ", stdout);
    print_safely(node->value);
  } else if (node->child_count == 0) {
    fputs(":", stdout);
    for (uint32_t i = 0; i < node->length && i < 16; i++) printf(" %02x", node->raw[i]);
    printf("%s (%lu bytes)", node->length > 16 ? " ..." : "", (unsigned long)node->length);
  } else {
    printf(" (%lu bytes)", (unsigned long)node->length);
  }
  printf("%s%s%s\n", node->broken ? "  [breaks " : "", node->broken ? node->rule : "", node->broken ? "]" : "");
}

void tree_print(const struct node *node, int depth)
{
  tree_print_line(node, depth);
  for (size_t i = 0; i < node->child_count; i++) tree_print(&node->children[i], depth + 1);
}

static json_t *hex(const uint8_t *raw, uint32_t length)
{
  static const char digits[] = "0123456789abcdef";
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
