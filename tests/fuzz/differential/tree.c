#include "tests/fuzz/differential/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/harness/harness.h"

enum { NODES = 60000, ROOM = 8000000 };

static struct node nodes[NODES];
static uint8_t memory[ROOM];
static size_t node_used, memory_used;

void tree_clear(void)
{
  node_used = memory_used = 0;
}

uint8_t *tree_bytes(size_t n)
{
  INSIST(n <= ROOM - memory_used);
  uint8_t *bytes = memory + memory_used;
  memory_used += n;
  return bytes;
}

struct node *node_new(const char *name, int kind, const uint8_t *bytes, size_t length)
{
  INSIST(node_used < NODES);
  struct node *node = &nodes[node_used++];
  *node = (struct node){.kind = kind, .bytes = bytes, .length = length, .content_type = 22};
  snprintf(node->name, sizeof node->name, "%s", name);
  return node;
}

void node_insert(struct node *parent, struct node *child, size_t place)
{
  struct node **at = &parent->first;
  while (*at != NULL && place-- > 0) at = &(*at)->next;
  child->next = *at;
  child->parent = parent;
  *at = child;
}

static struct node *append(struct node *parent, struct node *child)
{
  node_insert(parent, child, SIZE_MAX);
  return child;
}

void node_remove(struct node *child)
{
  struct node **at = &child->parent->first;
  while (*at != child) at = &(*at)->next;
  *at = child->next;
}

struct node *node_copy(const struct node *node)
{
  struct node *copy = node_new(node->name, (int)node->kind, node->bytes, node->length);
  copy->prefix = node->prefix;
  copy->lie = node->lie;
  copy->content_type = node->content_type;
  for (const struct node *child = node->first; child != NULL; child = child->next) append(copy, node_copy(child));
  return copy;
}

size_t node_children(const struct node *node)
{
  size_t n = 0;
  for (const struct node *child = node->first; child != NULL; child = child->next) n++;
  return n;
}

struct node *node_child(const struct node *node, size_t place)
{
  struct node *child = node->first;
  while (child != NULL && place-- > 0) child = child->next;
  return child;
}

uint64_t node_number(const struct node *node)
{
  uint64_t value = 0;
  for (size_t i = 0; i < node->length && i < 8; i++) value = value << 8 | node->bytes[i];
  return value;
}

/* Which of the children with its name it is, if there are more. */
static void own_name(const struct node *node, char *out, size_t room)
{
  size_t before = 0, all = 0;
  for (const struct node *other = node->parent->first; other != NULL; other = other->next) {
    if (strcmp(other->name, node->name) != 0) continue;
    if (other == node) before = all;
    all++;
  }
  if (all > 1)
    snprintf(out, room, "%s[%zu]", node->name, before);
  else
    snprintf(out, room, "%s", node->name);
}

void node_path(const struct node *node, char path[PATH_MAX_LENGTH])
{
  char own[48], tail[PATH_MAX_LENGTH];
  path[0] = 0;
  for (; node->parent != NULL; node = node->parent) {
    own_name(node, own, sizeof own);
    snprintf(tail, sizeof tail, "%s", path);
    snprintf(path, PATH_MAX_LENGTH, "%.40s%s%.110s", own, tail[0] != 0 ? "." : "", tail);
  }
}

/* The next in order, of those below the root. */
static struct node *following(struct node *root, struct node *node)
{
  if (node->first != NULL) return node->first;
  while (node != root && node->next == NULL) node = node->parent;
  return node == root ? NULL : node->next;
}

struct node *node_at(struct node *root, size_t n)
{
  struct node *node = root;
  do node = following(root, node);
  while (node != NULL && n-- > 0);
  return node;
}

size_t node_count(const struct node *root)
{
  size_t n = 0;
  for (const struct node *child = root->first; child != NULL; child = child->next) n += 1 + node_count(child);
  return n;
}

struct node *node_find(struct node *root, const char *path)
{
  char own[PATH_MAX_LENGTH];
  struct node *node = root;
  do {
    node_path(node, own);
    if (strcmp(own, path) == 0) return node;
    node = following(root, node);
  } while (node != NULL);
  return NULL;
}

void node_write(const struct node *node, struct octets *out)
{
  const size_t start = out->length;
  if (node->kind == VECTOR) octets_append(out, "\0\0\0", node->prefix);
  if (node->first == NULL) octets_append(out, node->bytes, node->length);
  for (const struct node *child = node->first; child != NULL; child = child->next) node_write(child, out);
  if (node->kind != VECTOR) return;
  const size_t length = out->length - start - node->prefix + node->lie;
  for (unsigned i = 0; i < node->prefix; i++) out->data[start + i] = (uint8_t)(length >> 8 * (node->prefix - 1 - i));
}

/* --- Reading. Each function takes from the front, or sets `bad`. --- */

struct source {
  const uint8_t *at;
  size_t left;
  int bad;
};

static const uint8_t *take(struct source *s, size_t n)
{
  const uint8_t *at = s->at;
  if (n > s->left) {
    s->bad = 1;
    n = s->left;
  }
  s->at += n;
  s->left -= n;
  return at;
}

static struct node *number(struct node *in, struct source *s, const char *name, size_t n)
{
  const uint8_t *bytes = take(s, n);
  return append(in, node_new(name, NUMBER, bytes, s->bad ? 0 : n));
}

static void fixed(struct node *in, struct source *s, const char *name, size_t n)
{
  const uint8_t *bytes = take(s, n);
  append(in, node_new(name, BYTES, bytes, s->bad ? 0 : n));
}

typedef void element_reader(struct node *in, struct source *s);

static struct node *vector(struct node *in, struct source *s, const char *name, unsigned prefix,
                           element_reader *element)
{
  size_t n = 0;
  const uint8_t *head = take(s, prefix);
  for (unsigned i = 0; i < prefix && !s->bad; i++) n = n << 8 | head[i];
  const uint8_t *bytes = take(s, n);
  struct node *node = append(in, node_new(name, VECTOR, bytes, s->bad ? 0 : n));
  node->prefix = prefix;
  if (s->bad || element == NULL) return node;
  struct source inside = {bytes, n, 0};
  while (inside.left > 0 && !inside.bad) element(node, &inside);
  if (inside.bad) node->first = NULL; /* as bytes */
  return node;
}

static void cipher_suite(struct node *in, struct source *s)
{
  number(in, s, "cipher_suite", 2);
}

static void compression_method(struct node *in, struct source *s)
{
  number(in, s, "compression_method", 1);
}

static void named_curve(struct node *in, struct source *s)
{
  number(in, s, "named_curve", 2);
}

static void point_format(struct node *in, struct source *s)
{
  number(in, s, "point_format", 1);
}

static void signature_pair(struct node *in, struct source *s)
{
  number(in, s, "algorithm", 2);
}

static void certificate_type(struct node *in, struct source *s)
{
  number(in, s, "certificate_type", 1);
}

static void authority(struct node *in, struct source *s)
{
  vector(in, s, "distinguished_name", 2, NULL);
}

static void certificate(struct node *in, struct source *s)
{
  vector(in, s, "certificate", 3, NULL);
}

static void protocol_name(struct node *in, struct source *s)
{
  vector(in, s, "protocol_name", 1, NULL);
}

static void version(struct node *in, struct source *s)
{
  number(in, s, "version", 2);
}

static void server_name(struct node *in, struct source *s)
{
  struct node *entry = append(in, node_new("server_name", GROUP, NULL, 0));
  number(entry, s, "name_type", 1);
  vector(entry, s, "host_name", 2, NULL);
}

static void key_share(struct node *in, struct source *s)
{
  struct node *entry = append(in, node_new("key_share", GROUP, NULL, 0));
  number(entry, s, "group", 2);
  vector(entry, s, "key_exchange", 2, NULL);
}

static const struct {
  uint16_t type;
  const char *name;
} extension_names[] = {{0, "server_name"},
                       {1, "max_fragment_length"},
                       {5, "status_request"},
                       {10, "supported_groups"},
                       {11, "ec_point_formats"},
                       {13, "signature_algorithms"},
                       {15, "heartbeat"},
                       {16, "alpn"},
                       {17, "status_request_v2"},
                       {18, "sct"},
                       {21, "padding"},
                       {22, "encrypt_then_mac"},
                       {23, "extended_master_secret"},
                       {28, "record_size_limit"},
                       {35, "session_ticket"},
                       {43, "supported_versions"},
                       {44, "cookie"},
                       {45, "psk_key_exchange_modes"},
                       {50, "signature_algorithms_cert"},
                       {51, "key_share"},
                       {13172, "next_protocol"},
                       {65281, "renegotiation_info"}};

static void extension_body(struct node *body, uint16_t type, const uint8_t *bytes, size_t length)
{
  struct source s = {bytes, length, 0};
  if (length == 0) return;
  switch (type) {
  case 0: vector(body, &s, "server_name_list", 2, server_name); break;
  case 1: number(body, &s, "max_fragment_length", 1); break;
  case 5:
    number(body, &s, "status_type", 1);
    vector(body, &s, "responder_id_list", 2, NULL);
    vector(body, &s, "request_extensions", 2, NULL);
    break;
  case 10: vector(body, &s, "named_curve_list", 2, named_curve); break;
  case 11: vector(body, &s, "ec_point_format_list", 1, point_format); break;
  case 13:
  case 50: vector(body, &s, "supported_signature_algorithms", 2, signature_pair); break;
  case 16: vector(body, &s, "protocol_name_list", 2, protocol_name); break;
  case 43: vector(body, &s, "versions", 1, version); break;
  case 51: vector(body, &s, "client_shares", 2, key_share); break;
  case 65281: vector(body, &s, "renegotiated_connection", 1, NULL); break;
  default: fixed(body, &s, "bytes", length); break;
  }
  if (s.bad || s.left > 0) body->first = NULL;
}

struct node *extension_read(uint16_t type, const uint8_t *bytes, size_t length)
{
  const char *name = "unknown_extension";
  for (size_t i = 0; i < sizeof extension_names / sizeof *extension_names; i++)
    if (extension_names[i].type == type) name = extension_names[i].name;
  struct node *extension = node_new(name, GROUP, NULL, 0);
  uint8_t *head = tree_bytes(2);
  head[0] = (uint8_t)(type / 256);
  head[1] = (uint8_t)(type % 256);
  append(extension, node_new("extension_type", NUMBER, head, 2));
  struct node *body = append(extension, node_new("extension_data", VECTOR, bytes, length));
  body->prefix = 2;
  extension_body(body, type, bytes, length);
  return extension;
}

static void extension(struct node *in, struct source *s)
{
  const uint8_t *head = take(s, 4);
  if (s->bad) return;
  const size_t length = 256u * head[2] + head[3];
  const uint8_t *body = take(s, length);
  if (!s->bad) append(in, extension_read((uint16_t)(256u * head[0] + head[1]), body, length));
}

static void client_hello(struct node *in, struct source *s)
{
  number(in, s, "client_version", 2);
  fixed(in, s, "random", 32);
  vector(in, s, "session_id", 1, NULL);
  vector(in, s, "cipher_suites", 2, cipher_suite);
  vector(in, s, "compression_methods", 1, compression_method);
  if (s->left > 0) vector(in, s, "extensions", 2, extension);
}

static void server_hello(struct node *in, struct source *s)
{
  number(in, s, "server_version", 2);
  fixed(in, s, "random", 32);
  vector(in, s, "session_id", 1, NULL);
  number(in, s, "cipher_suite", 2);
  number(in, s, "compression_method", 1);
  if (s->left > 0) vector(in, s, "extensions", 2, extension);
}

/* Of the suites that are used here, a first byte of 3 begins an EC group; the length of a prime is never that. */
static void server_key_exchange(struct node *in, struct source *s)
{
  struct node *params = append(in, node_new("params", GROUP, NULL, 0));
  if (s->left > 0 && s->at[0] == 3) {
    number(params, s, "curve_type", 1);
    number(params, s, "named_curve", 2);
    vector(params, s, "public", 1, NULL);
  } else {
    vector(params, s, "dh_p", 2, NULL);
    vector(params, s, "dh_g", 2, NULL);
    vector(params, s, "dh_Ys", 2, NULL);
  }
  number(in, s, "algorithm", 2);
  vector(in, s, "signature", 2, NULL);
}

static void certificate_request(struct node *in, struct source *s)
{
  vector(in, s, "certificate_types", 1, certificate_type);
  vector(in, s, "supported_signature_algorithms", 2, signature_pair);
  vector(in, s, "certificate_authorities", 2, authority);
}

static void body_of(struct node *body, unsigned type)
{
  struct source s = {body->bytes, body->length, 0};
  switch (type) {
  case 1: client_hello(body, &s); break;
  case 2: server_hello(body, &s); break;
  case 11: vector(body, &s, "certificate_list", 3, certificate); break;
  case 12: server_key_exchange(body, &s); break;
  case 13: certificate_request(body, &s); break;
  default: return;
  }
  if (s.bad || s.left > 0) body->first = NULL;
}

static const char *message_word(unsigned type)
{
  switch (type) {
  case 1: return "client_hello";
  case 2: return "server_hello";
  case 11: return "certificate";
  case 12: return "server_key_exchange";
  case 13: return "certificate_request";
  case 14: return "server_hello_done";
  default: return "message";
  }
}

struct node *flight_read(const uint8_t *records, size_t length)
{
  struct node *flight = node_new("", GROUP, NULL, 0);
  uint8_t *stream = tree_bytes(length);
  size_t n = 0;
  for (size_t at = 0; at + 5 <= length;) {
    const size_t fragment = 256u * records[at + 3] + records[at + 4];
    INSIST(records[at] == 22 && fragment <= length - at - 5);
    memcpy(stream + n, records + at + 5, fragment);
    n += fragment;
    at += 5 + fragment;
  }
  for (size_t at = 0; at + 4 <= n;) {
    const size_t size = (size_t)stream[at + 1] << 16 | (size_t)stream[at + 2] << 8 | stream[at + 3];
    INSIST(size <= n - at - 4);
    struct node *message = append(flight, node_new(message_word(stream[at]), GROUP, NULL, 0));
    append(message, node_new("msg_type", NUMBER, stream + at, 1));
    struct node *body = append(message, node_new("body", VECTOR, stream + at + 4, size));
    body->prefix = 3;
    body_of(body, stream[at]);
    at += 4 + size;
  }
  return flight;
}
