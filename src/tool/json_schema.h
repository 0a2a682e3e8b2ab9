/* JSON Schema, as far as vectors/schemas/ uses it. */
#ifndef TLS12_TOOL_JSON_SCHEMA_H
#define TLS12_TOOL_JSON_SCHEMA_H

#include <jansson.h>
#include <stddef.h>

/* Whether the value is of the schema; if not, `wrong` says where and why. A keyword that is not understood is an error,
 * too. */
int json_schema_holds(const json_t *schema, const json_t *value, char *wrong, size_t room);

#endif
