#include "tool/rule_text.h"

#include <stddef.h>
#include <string.h>

static const struct rule_text texts[] = {
    {"none", "no clause", "-", "no rule of the catalogue"},
#include "rule_table.inc"
};

#define TEXTS (sizeof texts / sizeof texts[0])

const struct rule_text *rule_text(enum tls12_rule rule)
{
  return &texts[(unsigned)rule < TEXTS ? (unsigned)rule : 0];
}

const struct rule_text *rule_text_by_id(const char *id)
{
  for (unsigned i = 1; i < TEXTS; i++)
    if (strcmp(texts[i].id, id) == 0) return &texts[i];
  return NULL;
}
