/* The JSON of tree_json back to bytes. */
#ifndef TLS12_TOOL_TREE_BYTES_H
#define TLS12_TOOL_TREE_BYTES_H

#include <jansson.h>

#include "tool/octets.h"

/* Appends the bytes of a node: those of its children, or its own. What counts is `raw`; without it `value`, a number, a name
 * or a text, as message/fields.h has the field. A "length" without both counts the bytes that follow in the same node.
 * 0, or -1 for JSON that is none of ours. */
int tree_bytes(const json_t *node, struct octets *out);

#endif
