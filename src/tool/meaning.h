/* What things are for, in words: spec/meanings.tsv. */
#ifndef TLS12_TOOL_MEANING_H
#define TLS12_TOOL_MEANING_H

#include "tool/tree.h"

enum meaning_kind {
  MEANING_MESSAGE,
  MEANING_FIELD,
  MEANING_EXTENSION,
  MEANING_ALERT,
  MEANING_FLOW,
  MEANING_CAUSE,
  MEANING_ADVICE
};

/* Of a message, extension, alert or key exchange, by its name; the usual cause when a rule is broken,
 * by its id; what to do about an alert, by its name. NULL when the table has none. */
const char *meaning_of(enum meaning_kind kind, const char *name);

/* Of a node of the tree: of what its value names, for extension_type and the description of an alert; else by its path, the row
 * with the longest name that the path, without the numbers in it, ends with. A path of one part is that of a message, a record
 * or an extension. NULL when the table has none. */
const char *meaning_of_node(const struct node *node);

#endif
