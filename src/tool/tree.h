/* A tree of named bytes: what decode shows and prints as JSON. */
#ifndef TLS12_TOOL_TREE_H
#define TLS12_TOOL_TREE_H

#include <jansson.h>

#include "tool/store.h"
#include "tool/tcp.h"

/* A root is all zeros at first. It owns the store that holds its descendants and their texts. */
struct node {
  struct store *store;
  const char *path;     /* "server_hello.session_id"; NULL: a root */
  const char *name;     /* the last part of it, "session_id" */
  uint32_t path_length; /* strlen(path) */
  uint32_t length;      /* of its bytes */
  const uint8_t *raw;   /* which lie in a buffer that outlives the tree */
  size_t offset;        /* in the byte stream of one direction */
  const char *value;    /* in words or as a number; NULL: the bytes say it */
  const char *rule;     /* id of the rule that the bytes follow or, when broken, break; NULL: none */
  int broken;
  struct node *children;
  size_t child_count;
};

/* The place in the stream of each byte of a message, which records may have cut. */
struct origin {
  const uint8_t *base; /* of the message */
  const size_t *place; /* place[i]: of base[i]; NULL: start + i */
  size_t start;
};

/* A new last child. The pointer holds until the next one is added to the same parent. */
struct node *node_add(struct node *parent, const char *name, const uint8_t *raw, uint32_t length,
                      const struct origin *origin);
/* The value, other than a constant, which may be assigned. */
void node_value(struct node *node, const char *format, ...) __attribute__((format(printf, 2, 3)));
void node_number(struct node *node, uint32_t value);
void node_code(struct node *node, uint32_t value); /* four digits or more, as in 0xc02f */
void node_count(struct node *node, const char *before, uint32_t count,
                const char *after); /* NUMBERED_ROOM bytes at most */

/* "record7", "[7]" */
#define NUMBERED_ROOM 32
void numbered(char name[NUMBERED_ROOM], const char *before, uint32_t number, const char *after);

void tree_free(struct node *root);

/* The last part of a path: "c" of "a.b[0].c". */
const char *path_end(const char *path);

/* All below a root; or the line of a node alone. */
void trees_print(const struct node *root);
void tree_print_line(const struct node *node, int depth);

/* The JSON node; with stream not NULL, packets too. */
json_t *tree_json(const struct node *node, const struct stream *stream);

#endif
