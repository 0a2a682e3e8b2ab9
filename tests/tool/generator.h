/* Random messages, made from the tables of fields alone: of the right structure, but with any values and lengths. */
#ifndef TLS12_TESTS_TOOL_GENERATOR_H
#define TLS12_TESTS_TOOL_GENERATOR_H

#include <stdint.h>
#include <string.h>

#include "message/fields.h"

/* Where a field was put. */
struct placed {
  const char *name;
  uint32_t at, length;
};

struct generator {
  uint64_t state; /* of Marsaglia's xorshift; not 0 */
  uint8_t bytes[4096];
  uint32_t length;
  struct placed fields[512];
  unsigned count;
  int from_server;
  int loose; /* lists may hold any bytes */
};

static uint32_t below(struct generator *g, uint32_t n)
{
  g->state ^= g->state << 13;
  g->state ^= g->state >> 7;
  g->state ^= g->state << 17;
  return (uint32_t)(g->state >> 32) % n;
}

static void put(struct generator *g, uint32_t at, unsigned size, uint32_t value)
{
  for (unsigned i = size; i > 0; i--, value >>= 8) g->bytes[at + i - 1] = (uint8_t)value;
}

static void put_bytes(struct generator *g, uint32_t length, uint32_t least, uint32_t greatest)
{
  for (uint32_t i = 0; i < length; i++) g->bytes[g->length++] = (uint8_t)(least + below(g, greatest - least + 1));
}

/* Small numbers often, as most have a meaning; of a list with names, and before variants, a number that is there. */
static uint32_t any_number(struct generator *g, const struct field *row)
{
  unsigned count = 0;
  if (row[1].kind == FIELD_SELECT) {
    while (row[1].variants[count].value != TLS12_OTHER) count++;
    return row[1].variants[below(g, count)].value;
  }
  for (const struct word *w = row->words; w != NULL && w->value != TLS12_OTHER; w++) count++;
  if (count > 0 && below(g, 8) != 0) return row->words[below(g, count)].value;
  const uint32_t value = below(g, 65536) * 65536 + below(g, 65536);
  return row->size == 1 && below(g, 4) != 0 ? value % 4 : row->size < 4 ? value % (1u << 8 * row->size) : value;
}

static void generate(struct generator *g, const struct field *rows);

static void generate_extension(struct generator *g, uint32_t type)
{
  const struct extension_row *row = extension_table;
  while (row->type != type && row->type != TLS12_OTHER) row++;
  generate(g, g->from_server ? row->server : row->client);
}

static const struct field *variant_of(const struct variant *variants, uint32_t value)
{
  while (variants->value != value) variants++;
  return variants->fields;
}

static void generate(struct generator *g, const struct field *rows)
{
  uint32_t number = 0;
  for (const struct field *row = rows; row->kind != FIELD_END; row++) {
    const uint32_t start = g->length;
    switch (row->kind) {
    case FIELD_PART: generate(g, row->fields); continue;
    case FIELD_OPTIONAL:
      if (below(g, 4) != 0) generate(g, row->fields);
      continue;
    case FIELD_SELECT: generate(g, variant_of(row->variants, number)); continue;
    case FIELD_NUMBER:
      number = any_number(g, row);
      put(g, start, row->size, number);
      g->length += row->size;
      break;
    case FIELD_OPAQUE: put_bytes(g, row->size, 0, 255); break;
    case FIELD_REST: put_bytes(g, below(g, 4), 0, below(g, 2)); break;
    default:
      g->length += row->size;
      if (row->kind == FIELD_EXTENSION)
        generate_extension(g, number);
      else if (row->kind == FIELD_LIST && g->loose && below(g, 2) == 0)
        put_bytes(g, below(g, 16), 0, below(g, 2) == 0 ? 1 : 255);
      else if (row->kind == FIELD_LIST)
        for (uint32_t left = below(g, 16) == 0 ? 0 : 1 + below(g, 3); left > 0; left--) generate(g, row->fields);
      else
        put_bytes(g, below(g, 16) == 0 ? 0 : 1 + below(g, 20), row->kind == FIELD_TEXT ? ' ' : 0,
                  row->kind == FIELD_TEXT ? '~' : 255);
      put(g, start, row->size, g->length - start - row->size);
    }
    if (g->length > start) g->fields[g->count++] = (struct placed){row->name, start, g->length - start};
  }
}

#endif
