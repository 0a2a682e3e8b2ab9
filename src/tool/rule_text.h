/* What the requirement catalogue (spec/requirements.tsv) says of a rule. */
#ifndef TLS12_TOOL_RULE_TEXT_H
#define TLS12_TOOL_RULE_TEXT_H

#include "spec/rules.h"

struct rule_text {
  const char *id, *section, *alert, *summary;
};

/* Never NULL: for TLS12_NO_RULE a row that says so. */
const struct rule_text *rule_text(enum tls12_rule rule);

/* By its id; NULL for an id that is none. */
const struct rule_text *rule_text_by_id(const char *id);

#endif
