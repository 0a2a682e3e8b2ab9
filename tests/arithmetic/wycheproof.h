/* A value of a line `"name": "value"` of a Wycheproof file, which puts each on its own line. */
#ifndef TLS12_TESTS_ARITHMETIC_WYCHEPROOF_H
#define TLS12_TESTS_ARITHMETIC_WYCHEPROOF_H

#include <stdio.h>
#include <string.h>

static inline int json_string(const char *line, const char *name, char *value, size_t room)
{
  char key[64];
  snprintf(key, sizeof key, "\"%s\": \"", name);
  const char *at = strstr(line, key);
  if (at == NULL) return 0;
  at += strlen(key);
  size_t n = strcspn(at, "\"");
  if (n >= room) n = room - 1;
  memcpy(value, at, n);
  value[n] = 0;
  return 1;
}

#endif
