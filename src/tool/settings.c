#include "tool/settings.h"

#include <errno.h>
#include <string.h>

#include "tool/connection.h"
#include "tool/names.h"
#include "tool/trace.h"

void settings_start(struct settings *settings)
{
  memset(settings, 0, sizeof *settings);
  settings->config.policy = TLS12_POLICY_MODERN;
  settings->config.random = system_random;
  settings->config.time = time_now();
}

int settings_policy(struct settings *settings, const char *name)
{
  if (strcmp(name, "modern") == 0)
    settings->config.policy = TLS12_POLICY_MODERN;
  else if (strcmp(name, "reference") == 0)
    settings->config.policy = TLS12_POLICY_REFERENCE;
  else {
    fprintf(stderr, "tls12: --policy is modern or reference, not '%s'\n", name);
    return -1;
  }
  return 0;
}

int settings_suites(struct settings *settings, const char *list)
{
  while (*list != 0) {
    char name[80];
    const size_t n = strcspn(list, ",:");
    if (n >= sizeof name || settings->config.suite_count == SUITES_MAX) {
      fprintf(stderr, "tls12: --suite: too long\n");
      return -1;
    }
    memcpy(name, list, n);
    name[n] = 0;
    const struct tls12_suite *suite = suite_by_name(name);
    if (suite == NULL) {
      fprintf(stderr, "tls12: --suite: '%s' is not a cipher suite of TLS 1.2\n", name);
      return -1;
    }
    settings->suites[settings->config.suite_count++] = suite->value;
    list += n;
    list += *list != 0;
  }
  settings->config.suites = settings->suites;
  return 0;
}

int settings_trace(struct settings *settings, const char *what)
{
  settings->trace = 1;
  settings->trace_secrets = what != NULL && strcmp(what, "secrets") == 0;
  if (what == NULL || settings->trace_secrets) return 0;
  fprintf(stderr, "tls12: --trace takes nothing or 'secrets', not '%s'\n", what);
  return -1;
}

int settings_key_log(struct settings *settings, const char *path)
{
  settings->key_log = fopen(path, "a");
  if (settings->key_log != NULL) return 0;
  fprintf(stderr, "tls12: %s: %s\n", path, strerror(errno));
  return -1;
}

void settings_finish(struct settings *settings)
{
  settings->config.context = settings;
  if (settings->trace) settings->config.observe = trace_observation;
  if (settings->key_log != NULL || settings->trace_secrets) settings->config.key_log = trace_key_log;
}
