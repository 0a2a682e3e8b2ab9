/* All rows of the tables of message/fields.h. */
#ifndef TLS12_TOOL_FIELD_ROWS_H
#define TLS12_TOOL_FIELD_ROWS_H

#include "message/fields.h"

/* Calls visit with each row until it answers with something else than 0; answers with that, or 0. A row that several tables
 * share comes more than once. */
int each_field(int (*visit)(const struct field *row, void *context), void *context);

/* A row of this kind and name; NULL if there is none. Numbers of one name have the same names
 * for their values. */
const struct field *field_named(enum field_kind kind, const char *name);

#endif
