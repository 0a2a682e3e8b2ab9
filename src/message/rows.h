/* How the tables of fields are written. */
#ifndef TLS12_MESSAGE_ROWS_H
#define TLS12_MESSAGE_ROWS_H

#include "message/fields.h"

/* clang-format off */
#define NUMBER(size, name, words, rule) {FIELD_NUMBER, name, size, words, rule, 0, 0}
#define OPAQUE(size, name, rule)        {FIELD_OPAQUE, name, size, 0, rule, 0, 0}
#define VECTOR(size, name, rule)        {FIELD_VECTOR, name, size, 0, rule, 0, 0}
#define TEXT(size, name, rule)          {FIELD_TEXT, name, size, 0, rule, 0, 0}
#define LIST(size, name, fields, rule)  {FIELD_LIST, name, size, 0, rule, fields, 0}
#define EXTENSION(size, name, rule)     {FIELD_EXTENSION, name, size, 0, rule, 0, 0}
#define REST(name, rule)                {FIELD_REST, name, 0, 0, rule, 0, 0}
#define PART(fields)                    {FIELD_PART, 0, 0, 0, TLS12_NO_RULE, fields, 0}
#define OPTIONAL(fields)                {FIELD_OPTIONAL, 0, 0, 0, TLS12_NO_RULE, fields, 0}
#define SELECT(variants)                {FIELD_SELECT, 0, 0, 0, TLS12_NO_RULE, 0, variants}
#define END                             {FIELD_END, 0, 0, 0, TLS12_NO_RULE, 0, 0}
/* clang-format on */

#endif
