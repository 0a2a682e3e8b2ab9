#include "tool/layout.h"

#include <string.h>

#include "spec/handshake_types.h"
#include "tool/names.h"
#include "tool/other_suites.h"
#include "tool/rule_text.h"

struct walk {
  const uint8_t *b;
  const struct origin *origin;
  int from_server;
};

static struct node *add(const struct walk *w, struct node *parent, const char *name, uint32_t at, uint32_t end,
                        enum tls12_rule rule)
{
  struct node *node = node_add(parent, name, w->b + at, end - at, w->origin);
  node->rule = rule_text(rule)->id;
  return node;
}

static void add_rest(const struct walk *w, struct node *parent, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  if (at < end) (void)add(w, parent, "rest", at, end, rule);
}

static uint32_t number_at(const uint8_t *b, unsigned size)
{
  uint32_t value = 0;
  for (unsigned i = 0; i < size; i++) value = 256 * value + b[i];
  return value;
}

static void describe(struct node *node, const struct word *words, uint32_t value)
{
  const char *name = words == NULL ? NULL : word(words, value);
  if (name == NULL && words == cipher_suites) name = other_suite_name(value);
  if (name != NULL)
    node->value = name;
  else if (words == NULL)
    node_number(node, value);
  else
    node_code(node, value);
}

/* The fields from *at on, as far as they fit before `end`; *at is then where they end. Answers whether all are there. */
static int add_fields(const struct walk *w, struct node *parent, const struct field *f, uint32_t *at, uint32_t end);

static void add_elements(const struct walk *w, struct node *list, const struct field *f, uint32_t *at, uint32_t end)
{
  int whole = 1;
  for (uint32_t i = 0; *at < end && whole; i++) {
    char name[NUMBERED_ROOM];
    numbered(name, "[", i, "]");
    const uint32_t start = *at;
    struct node *node = add(w, list, name, start, start, f->rule);
    whole = add_fields(w, node, f->fields, at, end);
    node->length = *at - start;
    if (node->length == 0) list->child_count--;
  }
}

static void add_extension_body(const struct walk *w, struct node *node, uint32_t type, uint32_t at, uint32_t end)
{
  const struct extension_row *row = extension_table;
  while (row->type != type && row->type != TLS12_OTHER) row++;
  node->rule = rule_text(row->rule)->id;
  (void)add_fields(w, node, w->from_server ? row->server : row->client, &at, end);
  add_rest(w, node, at, end, row->rule);
}

/* A vector; `selector` is the number before it. */
static int add_vector(const struct walk *w, struct node *parent, const struct field *f, uint32_t selector, uint32_t *at,
                      uint32_t end)
{
  if (end - *at < f->size) return 0;
  const uint32_t length = number_at(w->b + *at, f->size);
  if (length > end - *at - f->size) return 0;
  uint32_t inner = *at + f->size;
  const uint32_t stop = inner + length;
  struct node *node = add(w, parent, f->name, *at, stop, f->rule);
  describe(add(w, node, "length", *at, inner, R5246_4_3_02), NULL, length);
  *at = stop;
  if (f->kind == FIELD_EXTENSION) {
    add_extension_body(w, node, selector, inner, stop);
  } else if (f->kind == FIELD_LIST) {
    add_elements(w, node, f, &inner, stop);
    add_rest(w, node, inner, stop, f->rule);
  } else if (length > 0) {
    struct node *data = add(w, node, "data", inner, stop, f->rule);
    if (f->kind == FIELD_TEXT && memchr(w->b + inner, 0, length) == NULL)
      node_value(data, "%.*s", (int)length, (const char *)(w->b + inner));
  }
  return 1;
}

/* One field; *selector is the number before it. */
static int add_field(const struct walk *w, struct node *parent, const struct field *f, uint32_t *selector, uint32_t *at,
                     uint32_t end)
{
  const struct variant *variant = f->variants;
  struct node *node;
  switch (f->kind) {
  case FIELD_NUMBER:
  case FIELD_OPAQUE:
    if (end - *at < f->size) return 0;
    node = add(w, parent, f->name, *at, *at + f->size, f->rule);
    if (f->kind == FIELD_NUMBER) describe(node, f->words, *selector = number_at(w->b + *at, f->size));
    *at += f->size;
    return 1;
  case FIELD_REST:
    if (*at < end) (void)add(w, parent, f->name, *at, end, f->rule);
    *at = end;
    return 1;
  case FIELD_PART: return add_fields(w, parent, f->fields, at, end);
  case FIELD_OPTIONAL: return *at == end || add_fields(w, parent, f->fields, at, end);
  case FIELD_SELECT:
    while (variant->value != *selector && variant->value != TLS12_OTHER) variant++;
    return variant->fields != NULL && add_fields(w, parent, variant->fields, at, end);
  default: return add_vector(w, parent, f, *selector, at, end);
  }
}

static int add_fields(const struct walk *w, struct node *parent, const struct field *f, uint32_t *at, uint32_t end)
{
  uint32_t selector = 0;
  while (f->kind != FIELD_END && add_field(w, parent, f, &selector, at, end)) f++;
  return f->kind == FIELD_END;
}

static void layout(const struct walk *w, struct node *node, const struct field *f, uint32_t length,
                   enum tls12_rule rule)
{
  uint32_t at = 0;
  (void)add_fields(w, node, f, &at, length);
  add_rest(w, node, at, length, rule);
}

void layout_fields(struct node *node, const struct field *fields, const uint8_t *bytes, uint32_t length,
                   const struct origin *origin)
{
  const struct walk w = {bytes, origin, 0};
  layout(&w, node, fields, length, R5246_7_4_02);
}

void layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx, const uint8_t *body,
                 uint32_t length, const struct origin *origin)
{
  const struct walk w = {body, origin, handshake_type == TLS12_SERVER_HELLO};
  const struct message_row *row = message_table;
  while (row->handshake_type != TLS12_OTHER && (row->handshake_type != (unsigned)handshake_type ||
                                                (row->key_exchange != TLS12_KX_NULL && row->key_exchange != kx)))
    row++;
  layout(&w, message, row->fields, length, R5246_7_4_02);
}

void layout_extension(struct node *node, int from_server, const uint8_t *bytes, uint32_t length,
                      const struct origin *origin)
{
  const struct walk w = {bytes, origin, from_server};
  layout(&w, node, extension_fields, length, R5246_7_4_1_4_01);
}

void layout_extension_body(struct node *node, int type, int from_server, const uint8_t *body, uint32_t length,
                           const struct origin *origin)
{
  const struct walk w = {body, origin, from_server};
  add_extension_body(&w, node, (uint32_t)type, 0, length);
}
