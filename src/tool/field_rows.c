#include "tool/field_rows.h"

#include <stddef.h>
#include <string.h>

typedef int visitor(const struct field *row, void *context);

static int each_of(const struct field *row, visitor *visit, void *context)
{
  int stop = 0;
  for (; row->kind != FIELD_END && stop == 0; row++) {
    stop = visit(row, context);
    if (stop == 0 && row->fields != NULL) stop = each_of(row->fields, visit, context);
    for (const struct variant *v = row->variants; v != NULL && v->fields != NULL && stop == 0; v++)
      stop = each_of(v->fields, visit, context);
  }
  return stop;
}

int each_field(visitor *visit, void *context)
{
  const struct field *const headers[] = {record_header_fields, handshake_header_fields, extension_fields, alert_fields};
  int stop = 0;
  for (size_t i = 0; i < sizeof headers / sizeof *headers && stop == 0; i++) stop = each_of(headers[i], visit, context);
  for (const struct message_row *row = message_table; stop == 0; row++) {
    stop = each_of(row->fields, visit, context);
    if (row->handshake_type == TLS12_OTHER) break;
  }
  for (const struct extension_row *row = extension_table; stop == 0; row++) {
    stop = each_of(row->client, visit, context);
    if (stop == 0) stop = each_of(row->server, visit, context);
    if (row->type == TLS12_OTHER) break;
  }
  return stop;
}

struct search {
  enum field_kind kind;
  const char *name;
  const struct field *found;
};

static int is_named(const struct field *row, void *context)
{
  struct search *search = context;
  if (row->kind != search->kind || strcmp(row->name, search->name) != 0) return 0;
  search->found = row;
  return 1;
}

const struct field *field_named(enum field_kind kind, const char *name)
{
  struct search search = {kind, name, NULL};
  (void)each_field(is_named, &search);
  return search.found;
}
