#include "tests/fuzz/differential/recipe.h"

#include <stdio.h>
#include <string.h>

/* Steele, Lea and Flood's splitmix64. */
uint64_t next_random(uint64_t *state)
{
  uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

static size_t below(uint64_t *random, size_t n)
{
  return (size_t)(next_random(random) % n);
}

/* --- Numbers that mean something --- */

static const uint16_t versions[] = {0x0200, 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0305, 0x03FF, 0x0400, 0xFEFD},
                      suites[] = {0x0000, 0x0005, 0x000A, 0x002F, 0x0033, 0x0034, 0x003C, 0x009C,
                                  0x009E, 0x00A2, 0x00A8, 0x00FF, 0x1301, 0x5600, 0x0A0A, 0xC009,
                                  0xC013, 0xC018, 0xC02B, 0xC02F, 0xCCA8, 0xCCA9},
                      groups[] = {0, 1, 16, 19, 21, 22, 23, 24, 25, 29, 30, 256, 257, 0x0A0A, 0xFF01, 0xFF02},
                      pairs[] = {0x0000, 0x0001, 0x0101, 0x0201, 0x0202, 0x0203, 0x0301, 0x0401, 0x0402, 0x0403, 0x0501,
                                 0x0503, 0x0601, 0x0603, 0x0804, 0x0805, 0x0806, 0x0807, 0x0808, 0x0809, 0x0A0A},
                      extension_types[] = {0,  1,  2,  5,  10, 11, 13, 15, 16,    17,     18,    21,   22,
                                           23, 28, 35, 43, 44, 45, 50, 51, 13172, 0x0A0A, 65281, 65535};
static const uint16_t types[] = {0, 1, 2, 4, 11, 12, 13, 14, 15, 16, 20, 21, 22, 24, 255},
                      small[] = {0, 1, 2, 3, 4, 5, 64, 65, 66, 255};

static const struct {
  const char *name;
  const uint16_t *values;
  size_t count;
} known[] = {
#define VALUES(name, list)                                                                                             \
  {                                                                                                                    \
    name, list, sizeof list / sizeof *(list)                                                                           \
  }
    VALUES("client_version", versions), VALUES("server_version", versions),
    VALUES("version", versions),        VALUES("cipher_suite", suites),
    VALUES("named_curve", groups),      VALUES("group", groups),
    VALUES("algorithm", pairs),         VALUES("extension_type", extension_types),
    VALUES("msg_type", types)};

static uint64_t known_value(const char *name, uint64_t *random)
{
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0) return known[i].values[below(random, known[i].count)];
  return small[below(random, sizeof small / sizeof *small)];
}

static void set_number(struct node *node, uint64_t value)
{
  uint8_t *bytes = tree_bytes(node->length);
  for (size_t i = 0; i < node->length; i++) bytes[i] = (uint8_t)(value >> 8 * (node->length - 1 - i));
  node->bytes = bytes;
}

/* --- Bytes --- */

/* Its own copy, `more` bytes longer, which are random. */
static uint8_t *own_bytes(struct node *node, size_t more, uint64_t *random)
{
  uint8_t *bytes = tree_bytes(node->length + more);
  if (node->length > 0) memcpy(bytes, node->bytes, node->length);
  for (size_t i = 0; i < more; i++) bytes[node->length + i] = (uint8_t)next_random(random);
  node->bytes = bytes;
  node->length += more;
  return bytes;
}

static const char *change_bytes(struct node *node, uint64_t *random)
{
  uint8_t *bytes = own_bytes(node, 0, random);
  const size_t n = node->length, at = n > 0 ? below(random, n) : 0;
  switch (below(random, n > 0 ? 9 : 2)) {
  case 0: own_bytes(node, 1 + below(random, 4), random); return "made longer";
  case 1: own_bytes(node, 32 + below(random, 300), random); return "made much longer";
  case 2: bytes[at] ^= (uint8_t)(1u << below(random, 8)); return "a bit flipped";
  case 3: bytes[at] = (uint8_t)next_random(random); return "a byte set";
  case 4: node->length = 0; return "emptied";
  case 5: node->length -= 1; return "a byte shorter";
  case 6: node->length = at; return "cut";
  case 7: memset(bytes, 0, n); return "all zero";
  default: memset(bytes, 0xff, n); return "all ones";
  }
}

static const char *change_number(struct node *node, uint64_t *random)
{
  const uint64_t value = node_number(node);
  switch (below(random, 8)) {
  case 0: set_number(node, 0); return "0";
  case 1: set_number(node, UINT64_MAX); return "all ones";
  case 2: set_number(node, value + 1); return "one more";
  case 3: set_number(node, value - 1); return "one less";
  case 4: set_number(node, next_random(random)); return "random";
  default: set_number(node, known_value(node->name, random)); return "another known value";
  }
}

static const char *change_length(struct node *node, uint64_t *random)
{
  static const struct {
    uint32_t lie;
    const char *name;
  } lies[] = {{1, "length one more"},   {(uint32_t)-1, "length one less"},
              {2, "length two more"},   {(uint32_t)-2, "length two less"},
              {256, "length 256 more"}, {65536, "length 65536 more"}};
  const size_t i = below(random, sizeof lies / sizeof *lies - (node->prefix < 3) - (node->prefix < 2));
  node->lie += lies[i].lie;
  return lies[i].name;
}

/* --- Extensions and messages that come in addition --- */

static const struct {
  uint16_t type;
  uint8_t length;
  uint8_t body[16];
} bodies[] = {{0, 0, {0}},
              {0, 6, {0, 4, 0, 0, 1, 'a'}},
              {0, 11, {0, 9, 0, 0, 6, 's', 'e', 'r', 'v', 'e', 'r'}},
              {1, 1, {1}},
              {1, 1, {9}},
              {5, 5, {1}},
              {5, 0, {0}},
              {10, 4, {0, 2, 0, 23}},
              {10, 2, {0, 0}},
              {11, 2, {1, 0}},
              {11, 2, {1, 1}},
              {11, 4, {3, 0, 1, 2}},
              {13, 4, {0, 2, 4, 1}},
              {13, 4, {0, 2, 4, 3}},
              {13, 2, {0, 0}},
              {15, 1, {1}},
              {15, 1, {3}},
              {16, 5, {0, 3, 2, 'h', '2'}},
              {16, 3, {0, 1, 0}},
              {16, 2, {0, 0}},
              {17, 0, {0}},
              {18, 0, {0}},
              {21, 4, {0, 0, 0, 0}},
              {21, 2, {0, 1}},
              {22, 0, {0}},
              {22, 1, {0}},
              {23, 0, {0}},
              {23, 1, {0}},
              {28, 2, {0x40, 0}},
              {28, 2, {0, 1}},
              {35, 0, {0}},
              {35, 8, {1, 2, 3, 4, 5, 6, 7, 8}},
              {43, 3, {2, 3, 3}},
              {43, 3, {2, 3, 4}},
              {43, 5, {4, 3, 4, 3, 3}},
              {43, 2, {3, 3}},
              {45, 2, {1, 1}},
              {51, 2, {0, 0}},
              {13172, 0, {0}},
              {0x0A0A, 0, {0}},
              {0x0A0A, 1, {0}},
              {65281, 1, {0}},
              {65281, 0, {0}},
              {65281, 13, {12}},
              {65535, 3, {1, 2, 3}}};

static struct node *another_extension(uint64_t *random)
{
  const size_t i = below(random, sizeof bodies / sizeof *bodies);
  uint8_t *body = tree_bytes(16);
  memcpy(body, bodies[i].body, 16);
  size_t length = bodies[i].length;
  if (below(random, 8) == 0) {
    length = below(random, 12);
    for (size_t k = 0; k < length; k++) body[k] = (uint8_t)next_random(random);
  }
  return extension_read(bodies[i].type, body, length);
}

static const struct {
  const char *name;
  int content_type;
  uint8_t length, bytes[12];
} messages[] = {{"hello_request", 22, 4, {0}},
                {"hello_request with a body", 22, 5, {0, 0, 0, 1, 0}},
                {"server_hello_done", 22, 4, {14, 0, 0, 0}},
                {"empty certificate", 22, 7, {11, 0, 0, 3, 0, 0, 0}},
                {"certificate_status", 22, 9, {22, 0, 0, 5, 1, 0, 0, 1, 0}},
                {"certificate_verify", 22, 9, {15, 0, 0, 5, 4, 1, 0, 1, 0}},
                {"new_session_ticket", 22, 10, {4, 0, 0, 6}},
                {"client_key_exchange", 22, 6, {16, 0, 0, 2, 1, 4}},
                {"finished", 22, 8, {20, 0, 0, 4}},
                {"unknown message", 22, 5, {99, 0, 0, 1, 0}},
                {"change_cipher_spec", 20, 1, {1}},
                {"warning unrecognized_name", 21, 2, {1, 112}},
                {"warning no_renegotiation", 21, 2, {1, 100}},
                {"warning close_notify", 21, 2, {1, 0}},
                {"fatal alert", 21, 2, {2, 40}},
                {"alert of an unknown level", 21, 2, {3, 40}},
                {"alert of a byte", 21, 1, {1}},
                {"application_data", 23, 4, {1, 2, 3, 4}},
                {"heartbeat", 24, 3, {1, 0, 0}},
                {"record of an unknown type", 99, 1, {0}}};

static const char *insert_message(struct node *flight, uint64_t *random)
{
  const size_t i = below(random, sizeof messages / sizeof *messages);
  struct node *message = node_new(messages[i].name, BYTES, messages[i].bytes, messages[i].length);
  message->content_type = messages[i].content_type;
  node_insert(flight, message, below(random, node_children(flight) + 1));
  static char text[64];
  snprintf(text, sizeof text, "%s inserted", messages[i].name);
  return text;
}

/* --- Lists: of extensions, of messages, of elements --- */

static const char *change_list(struct node *list, uint64_t *random)
{
  const int extensions = strcmp(list->name, "extensions") == 0, flight = list->parent == NULL;
  const size_t n = node_children(list);
  struct node *child = node_child(list, below(random, n));
  static char text[64];
  const size_t choice = below(random, extensions || flight ? 10 : 7);
  if (choice >= 6 && flight) return insert_message(list, random);
  if (choice >= 6 && extensions) {
    struct node *extension = another_extension(random);
    node_insert(list, extension, below(random, n + 1));
    snprintf(text, sizeof text, "%s inserted", extension->name);
    return text;
  }
  switch (choice) {
  case 0:
  case 1:
    node_remove(child);
    snprintf(text, sizeof text, "%s removed", child->name);
    return text;
  case 2: node_insert(list, node_copy(child), below(random, n + 1)); return "an element repeated";
  case 3:
    node_remove(child);
    node_insert(list, child, below(random, n));
    snprintf(text, sizeof text, "%s moved", child->name);
    return text;
  case 4:
    if (flight) return insert_message(list, random);
    list->first = NULL;
    list->length = 0;
    return "emptied";
  case 5:
    if (!flight && list->parent != NULL && (extensions || below(random, 2) == 0)) {
      node_remove(list);
      return "left out";
    }
    return "as it was";
  default: {
    static const uint8_t zero[1];
    node_insert(list, node_new("stray", BYTES, zero, 1), below(random, n + 1));
    return "a byte inserted";
  }
  }
}

static const char *change(struct node *node, unsigned kind, uint64_t *random)
{
  if (node->parent == NULL) return change_list(node, random);
  switch (node->kind) {
  case NUMBER: return change_number(node, random);
  case BYTES: return change_bytes(node, random);
  case GROUP:
    if (kind % 2 == 0 || node->first == NULL) {
      struct node *list = node->parent;
      if (kind % 4 == 0) {
        node_insert(list, node_copy(node), below(random, node_children(list) + 1));
        return "repeated";
      }
      node_remove(node);
      return "left out";
    }
    return change(node_child(node, below(random, node_children(node))), kind / 2, random);
  default:
    if (kind % 3 == 0) return change_length(node, random);
    return node->first != NULL ? change_list(node, random) : change_bytes(node, random);
  }
}

/* --- Recipes --- */

/* The path without the places in lists, and what is done there. */
static void describe(struct step *step, const char *what)
{
  size_t n = 0;
  int inside = 0;
  for (const char *c = step->path; *c != 0 && n < DESCRIPTION_MAX - 1; c++) {
    if (*c == '[') inside = 1;
    if (!inside) step->description[n++] = *c;
    if (*c == ']') inside = 0;
  }
  snprintf(step->description + n, DESCRIPTION_MAX - n, "%s%s", n > 0 ? ": " : "", what);
}

void recipe_choose(struct recipe *recipe, struct node *flight, uint64_t *random)
{
  static const unsigned counts[] = {0, 1, 1, 1, 1, 1, 1, 2, 2, 3};
  *recipe = (struct recipe){.count = counts[below(random, 10)], .sign_again = below(random, 8) != 0};
  recipe->layout = below(random, 6) == 0 ? 1 + (unsigned)below(random, 7) : 0;
  recipe->layout_random = next_random(random);
  for (unsigned i = 0; i < recipe->count; i++) {
    /* one in eight is about the whole flight; else first the message, so that short ones have their share */
    struct node *at = flight;
    if (below(random, 8) != 0) {
      struct node *message = node_child(flight, below(random, node_children(flight)));
      struct node *body = node_child(message, 1);
      if (body != NULL && node_count(body) > 0 && below(random, 12) != 0) {
        at = node_at(body, below(random, node_count(body)));
        /* lists have many elements: what holds them gets a share, too */
        if (below(random, 3) == 0) at = at->parent;
      } else {
        at = node_at(message, below(random, node_count(message)));
      }
    }
    node_path(at, recipe->steps[i].path);
    recipe->steps[i].change = (unsigned)below(random, 64);
    recipe->steps[i].random = next_random(random);
  }
}

int recipe_apply(struct recipe *recipe, struct node *flight)
{
  for (unsigned i = 0; i < recipe->count; i++) {
    struct step *step = &recipe->steps[i];
    struct node *node = node_find(flight, step->path);
    if (node == NULL || (node == flight && flight->first == NULL)) return 0;
    uint64_t random = step->random;
    describe(step, change(node, step->change, &random));
  }
  return 1;
}

enum { ONE_EACH, TOGETHER, SPLIT, ONE_BYTE_EACH, EMPTY_RECORD, VERSION, MAJOR_VERSION, TOO_LONG };

const char *recipe_layout_name(const struct recipe *recipe)
{
  static const char *const names[] = {NULL,
                                      "messages together in a record",
                                      "a message over two records",
                                      "records of a byte",
                                      "an empty record",
                                      "another version in a record",
                                      "another major version in a record",
                                      "a record of 20,000 bytes announced"};
  return names[recipe->layout];
}

static void record(struct octets *out, int type, unsigned version, const uint8_t *bytes, size_t n, size_t announced)
{
  const uint8_t head[] = {(uint8_t)type, (uint8_t)(version / 256), (uint8_t)(version % 256), (uint8_t)(announced / 256),
                          (uint8_t)(announced % 256)};
  octets_append(out, head, sizeof head);
  octets_append(out, bytes, n);
}

/* In records of at most n bytes. */
static void pieces(struct octets *out, int type, const struct octets *content, size_t n)
{
  for (size_t at = 0; at < content->length; at += n) {
    const size_t left = content->length - at;
    record(out, type, 0x0303, content->data + at, left < n ? left : n, left < n ? left : n);
  }
}

void recipe_records(const struct recipe *recipe, const struct node *flight, struct octets *out)
{
  static struct octets content;
  uint64_t random = recipe->layout_random;
  const size_t count = node_children(flight);
  size_t chosen = count > 0 ? below(&random, count) : 0; /* the message that is affected */
  content.length = 0;
  for (const struct node *message = flight->first; message != NULL; message = message->next, chosen--) {
    node_write(message, &content);
    const struct node *next = message->next;
    if (recipe->layout == TOGETHER && next != NULL && next->content_type == message->content_type) continue;
    const int type = message->content_type;
    const unsigned layout = chosen == 0 || recipe->layout == TOGETHER ? recipe->layout : ONE_EACH;
    static const uint16_t minors[] = {0x0300, 0x0301, 0x0302, 0x0304, 0x03FF},
                          majors[] = {0x0000, 0x0203, 0x0403, 0xFFFF};
    const size_t n = content.length < 16384 ? content.length : 16384;
    if (layout == SPLIT && content.length > 1)
      pieces(out, type, &content, 1 + below(&random, content.length - 1) % 16384);
    else if (layout == ONE_BYTE_EACH && content.length <= 2000)
      pieces(out, type, &content, 1);
    else if (layout == VERSION)
      record(out, type, minors[below(&random, 5)], content.data, n, n);
    else if (layout == MAJOR_VERSION)
      record(out, type, majors[below(&random, 4)], content.data, n, n);
    else if (layout == TOO_LONG)
      record(out, type, 0x0303, content.data, n, 20000);
    else {
      if (layout == EMPTY_RECORD) record(out, type, 0x0303, NULL, 0, 0);
      pieces(out, type, &content, 16384);
    }
    content.length = 0;
  }
}
