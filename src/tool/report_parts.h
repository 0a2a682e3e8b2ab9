/* The parts of the page: text, bytes, fields, the ladder of messages. */
#ifndef TLS12_TOOL_REPORT_PARTS_H
#define TLS12_TOOL_REPORT_PARTS_H

#include <stdio.h>

#include "tool/rule_text.h"
#include "tool/tree.h"

/* Text as text, whatever is in it. */
void write_escaped(FILE *out, const char *text);

/* A rule, with a link to its section of the RFC. */
void write_rule(FILE *out, const struct rule_text *rule);

/* The first `length` bytes of a node, each with the field that it belongs to. A field is named by `id` and its place in
 * the tree. */
void write_bytes(FILE *out, const struct node *node, const char *id, size_t length);

/* The fields below the node, with their meanings, under the same names. */
void write_fields(FILE *out, const struct node *node, const char *id);

/* The ladder of `steps` messages of a connection; each step has a link to the section with this id. */
void ladder_begin(FILE *out, long flow, size_t steps);
void ladder_step(FILE *out, long flow, size_t step, int from_client, const char *name, const char *id, int is_record,
                 int broken);
void ladder_end(FILE *out);

#endif
