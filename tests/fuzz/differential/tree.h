/* Handshake messages as trees, so that a change of one field leaves the others and all lengths around it right, unless it is a length
 * that is to be wrong. Nodes live until the next tree_clear. */
#ifndef TLS12_TESTS_FUZZ_DIFFERENTIAL_TREE_H
#define TLS12_TESTS_FUZZ_DIFFERENTIAL_TREE_H

#include <stddef.h>
#include <stdint.h>

#include "tool/octets.h"

struct node {
  char name[32];
  enum {
    NUMBER, /* `length` bytes, most significant first */
    BYTES,
    VECTOR, /* its length in `prefix` bytes, then its children, or bytes if it has none */
    GROUP   /* its children */
  } kind;
  unsigned prefix;
  uint32_t lie;     /* VECTOR: added to the length that is written */
  int content_type; /* of a child of the flight: what record it travels in */
  const uint8_t *bytes;
  size_t length;
  struct node *parent, *first, *next;
};

void tree_clear(void);

/* Memory that lives as long as the nodes. */
uint8_t *tree_bytes(size_t n);

struct node *node_new(const char *name, int kind, const uint8_t *bytes, size_t length);

/* Puts a node in the list of its parent at this place, or at the end when there are fewer. */
void node_insert(struct node *parent, struct node *child, size_t place);
void node_remove(struct node *child);
struct node *node_copy(const struct node *node);
size_t node_children(const struct node *node);
struct node *node_child(const struct node *node, size_t place);
uint64_t node_number(const struct node *node);

#define PATH_MAX_LENGTH 160
/* "client_hello.cipher_suites[3]"; the flight itself has no name. */
void node_path(const struct node *node, char path[PATH_MAX_LENGTH]);
struct node *node_find(struct node *root, const char *path);

/* The nth node below the root, in order; NULL when there are fewer. */
struct node *node_at(struct node *root, size_t n);
size_t node_count(const struct node *root);

void node_write(const struct node *node, struct octets *out);

/* The messages of records, none of which is protected, as one GROUP. What does not have the form of its message stays in BYTES. */
struct node *flight_read(const uint8_t *records, size_t length);

/* An extension of this type. */
struct node *extension_read(uint16_t type, const uint8_t *body, size_t length);

#endif
