/* The tables of fields and of names: well formed, and what decode and encode make of random messages from them is whole. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "message/fields.h"
#include "spec/handshake_types.h"
#include "tests/suite.h"
#include "tests/tool/generator.h"
#include "tool/dissect.h"
#include "tool/field_rows.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/tree_bytes.h"

#define ROUNDS 400

/* --- The tables themselves --- */

static int row_is_well_formed(const struct field *row, void *context)
{
  (*(unsigned *)context)++;
  if (row->kind >= FIELD_PART) {
    ck_assert(row->name == NULL && row->size == 0 && row->rule == TLS12_NO_RULE);
    ck_assert((row->kind == FIELD_SELECT) == (row->variants != NULL));
    ck_assert((row->kind == FIELD_SELECT) == (row->fields == NULL));
    return 0;
  }
  ck_assert_msg(rule_text(row->rule)->id[0] == 'R', "%s has no rule", row->name);
  ck_assert_msg(row->kind == FIELD_REST || row->size > 0, "%s", row->name);
  ck_assert_msg(row->kind == FIELD_OPAQUE || row->size <= 4, "%s", row->name);
  ck_assert_msg((row->kind == FIELD_LIST) == (row->fields != NULL), "%s", row->name);
  if (row->kind == FIELD_NUMBER)
    ck_assert_msg(field_named(FIELD_NUMBER, row->name)->words == row->words, "%s", row->name);
  return 0;
}

START_TEST(rows)
{
  unsigned count = 0;
  ck_assert_int_eq(each_field(row_is_well_formed, &count), 0);
  ck_assert_uint_ge(count, 200);
}
END_TEST

START_TEST(words)
{
  const struct word *const lists[] = {content_types,      handshake_types,      extension_types, alert_levels,
                                      alert_descriptions, protocol_versions,    cipher_suites,   named_groups,
                                      hash_algorithms,    signature_algorithms, identifier_types};
  const struct word *list = lists[_i];
  unsigned count = 0;
  for (const struct word *w = list; w->value != TLS12_OTHER; w++, count++) {
    ck_assert_str_eq(word(list, w->value), w->name);
    ck_assert_int_eq(word_value(list, w->name), (int)w->value);
    ck_assert(has_word(list, w->value));
  }
  ck_assert_uint_ge(count, 2);
  ck_assert(!has_word(list, 0xabcd));
  ck_assert_int_eq(word_value(list, "no such name"), -1);
}
END_TEST

/* --- Decode, tree, JSON, encode --- */

static int ends_with(const char *path, const char *name)
{
  const size_t all = strlen(path), end = strlen(name);
  return all >= end && strcmp(path + all - end, name) == 0 && (all == end || path[all - end - 1] == '.');
}

static const struct node *find(const struct node *node, const char *name, size_t at, uint32_t length)
{
  if (node->path != NULL && node->offset == at && node->length == length && ends_with(node->path, name)) return node;
  for (size_t i = 0; i < node->child_count; i++) {
    const struct node *found = find(&node->children[i], name, at, length);
    if (found != NULL) return found;
  }
  return NULL;
}

static int has_rest(const struct node *node)
{
  int found = ends_with(node->path, "rest");
  for (size_t i = 0; i < node->child_count; i++) found |= has_rest(&node->children[i]);
  return found;
}

/* What an author of JSON leaves out: the hex where there is a value, and every length. */
static void leave_out(json_t *node)
{
  json_t *children = json_object_get(node, "children");
  for (size_t i = 0; i < json_array_size(children); i++) leave_out(json_array_get(children, i));
  const char *path = json_string_value(json_object_get(node, "path"));
  if (json_array_size(children) > 0 || json_is_string(json_object_get(node, "value"))) json_object_del(node, "raw");
  if (!ends_with(path, "length")) return;
  json_object_del(node, "raw");
  json_object_del(node, "value");
}

static void ck_bytes(const json_t *json, const uint8_t *bytes, uint32_t length)
{
  struct octets out = {NULL, 0, 0};
  ck_assert_int_eq(tree_bytes(json, &out), 0);
  ck_assert_uint_eq(out.length, length);
  ck_assert_mem_eq(out.data, bytes, length);
  octets_free(&out);
}

/* `whole`: the values give the bytes too. */
static void there_and_back(const struct node *tree, const uint8_t *bytes, uint32_t length, int whole)
{
  json_t *json = tree_json(tree, NULL);
  ck_bytes(json, bytes, length);
  if (whole) {
    leave_out(json);
    ck_bytes(json, bytes, length);
  }
  json_decref(json);
}

/* Rules that only a wrong structure breaks: a vector that does not fit, and bytes after the last field. */
static int is_structural(enum tls12_rule rule)
{
  return rule == R5246_4_3_06 || rule == R5246_7_4_02 || rule == R5246_7_4_1_4_01 || rule == R5246_7_4_1_2_15 ||
         rule == R5246_7_4_1_3_10;
}

/* What the table made: each field is in the tree where it was put, nothing else, and the decoders may refuse a value or a
 * length, but no structure. */
static void made(const struct generator *g, const struct dissection *d)
{
  const struct node *tree = &d->messages.children[0];
  ck_assert(!has_rest(tree));
  for (unsigned i = 0; i < g->count; i++)
    ck_assert_msg(find(tree, g->fields[i].name, g->fields[i].at, g->fields[i].length) != NULL, "%s", g->fields[i].name);
  ck_assert_msg(!is_structural(d->defect.fault.rule), "%s: %s", d->defect.path, rule_text(d->defect.fault.rule)->id);
  there_and_back(tree, g->bytes, g->length, 1);
}

/* A message with its header, or an extension with its type and length. */
static void generate_message(struct generator *g, const struct message_row *row, int loose)
{
  g->length = 4;
  g->count = 0;
  g->loose = loose;
  generate(g, row->fields);
  put(g, 0, 1, row->handshake_type);
  put(g, 1, 3, g->length - 4);
}

static void generate_alone(struct generator *g, unsigned type, int loose)
{
  g->length = 4;
  g->count = 0;
  g->loose = loose;
  generate_extension(g, type);
  put(g, 0, 2, type);
  put(g, 2, 2, g->length - 4);
}

/* Sometimes cut or longer, with bits flipped; the header of four bytes stays. */
static void damage(struct generator *g)
{
  if (below(g, 4) == 0) return;
  const uint32_t body = g->length - 4;
  g->length = 4 + (below(g, 2) == 0 ? body + below(g, 3) : below(g, body + 1));
  for (uint32_t flips = below(g, 4); flips > 0 && g->length > 4; flips--)
    g->bytes[4 + below(g, g->length - 4)] ^= (uint8_t)(1u << below(g, 8));
}

/* What is left of it: the tree has all bytes in any case, and none over when the decoders accept. */
static void damaged(const struct generator *g, const struct dissection *d)
{
  const struct node *tree = &d->messages.children[0];
  ck_assert(d->defect.present || !has_rest(tree));
  there_and_back(tree, g->bytes, g->length, 0);
}

/* Dissects the bytes, in memory of exactly their length, and answers whether the decoders accept. */
static unsigned judge(const struct generator *g, enum tls12_key_exchange kx,
                      void (*dissect)(struct dissection *, const uint8_t *, size_t),
                      void (*check)(const struct generator *, const struct dissection *))
{
  struct dissection d;
  memset(&d, 0, sizeof d);
  d.kx = kx;
  d.sender = g->from_server ? FROM_SERVER : FROM_CLIENT;
  uint8_t *bytes = malloc(g->length);
  ck_assert(bytes != NULL);
  memcpy(bytes, g->bytes, g->length);
  dissect(&d, bytes, g->length);
  ck_assert_uint_eq(d.messages.child_count, 1);
  check(g, &d);
  const unsigned accepted = !d.defect.present;
  dissection_free(&d);
  free(bytes);
  return accepted;
}

START_TEST(messages)
{
  static struct generator g;
  const struct message_row *row = &message_table[_i];
  unsigned accepted = 0;
  g.state = 0x9e3779b97f4a7c15u + (unsigned)_i;
  g.from_server = row->handshake_type == TLS12_SERVER_HELLO;
  for (unsigned round = 0; round < ROUNDS; round++) {
    generate_message(&g, row, 0);
    accepted += judge(&g, row->key_exchange, dissect_messages, made);
    generate_message(&g, row, 1);
    damage(&g);
    put(&g, 1, 3, g.length - 4);
    (void)judge(&g, row->key_exchange, dissect_messages, damaged);
  }
  ck_assert_msg(accepted >= ROUNDS / 8, "only %u accepted", accepted);
}
END_TEST

START_TEST(extensions)
{
  static struct generator g;
  const unsigned row_type = extension_table[_i / 2].type, type = row_type == TLS12_OTHER ? 0x1234 : row_type;
  unsigned accepted = 0;
  g.state = 0x9e3779b97f4a7c15u + (unsigned)_i;
  g.from_server = _i % 2;
  for (unsigned round = 0; round < ROUNDS; round++) {
    generate_alone(&g, type, 0);
    accepted += judge(&g, TLS12_KX_NULL, dissect_extension, made);
    generate_alone(&g, type, 1);
    damage(&g);
    put(&g, 2, 2, g.length - 4);
    (void)judge(&g, TLS12_KX_NULL, dissect_extension, damaged);
  }
  ck_assert_msg(accepted >= ROUNDS / 8, "only %u accepted", accepted);
}
END_TEST

static int rows_of_messages(void)
{
  int count = 0;
  while (message_table[count].handshake_type != TLS12_OTHER) count++;
  return count;
}

static int rows_of_extensions(void)
{
  int count = 0;
  while (extension_table[count].type != TLS12_OTHER) count++;
  return count + 1;
}

int main(void)
{
  Suite *suite = suite_create("tool/fields");
  TCase *tests = tcase_create("fields");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, rows);
  tcase_add_loop_test(tests, words, 0, 11);
  tcase_add_loop_test(tests, messages, 0, rows_of_messages());
  tcase_add_loop_test(tests, extensions, 0, 2 * rows_of_extensions());
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
