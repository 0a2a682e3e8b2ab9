#include "tool/other_suites.h"

#include <stddef.h>
#include <strings.h>

#include "handshake/suite.h"

/* spec/other_suites.tsv */
static const struct other_suite {
  uint16_t value;
  const char *name;
  enum tls12_key_exchange key_exchange;
} suites[] = {
#include "other_suite_table.inc"
};

#define SUITES (sizeof suites / sizeof suites[0])

static const struct other_suite *find(uint32_t value)
{
  for (size_t i = 0; i < SUITES; i++)
    if (suites[i].value == value) return &suites[i];
  return NULL;
}

const char *other_suite_name(uint32_t value)
{
  const struct other_suite *suite = find(value);
  return suite == NULL ? NULL : suite->name;
}

int other_suite_value(const char *name)
{
  for (size_t i = 0; i < SUITES; i++)
    if (strcasecmp(suites[i].name, name) == 0) return suites[i].value;
  return -1;
}

enum tls12_key_exchange suite_key_exchange(uint32_t value)
{
  const struct tls12_suite *suite = tls12_suite_find((uint16_t)value);
  if (suite != NULL) return suite->key_exchange;
  const struct other_suite *other = find(value);
  return other == NULL ? TLS12_KX_NULL : other->key_exchange;
}
