#include "tool/rule_text.h"

static const struct rule_text texts[] = {
    {"none", "no clause", "-", "no rule of the catalogue"},
#include "rule_table.inc"
};

const struct rule_text *rule_text(enum tls12_rule rule)
{
  const unsigned count = sizeof texts / sizeof texts[0];
  return &texts[(unsigned)rule < count ? (unsigned)rule : 0];
}
