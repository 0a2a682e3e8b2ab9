#include "tool/settings.h"

#include <errno.h>
#include <string.h>

#include "tool/connection.h"
#include "tool/input.h"
#include "tool/names.h"
#include "tool/trace.h"
#include "x509/authority.h"

void settings_start(struct settings *settings)
{
  memset(settings, 0, sizeof *settings);
  settings->authority = -1;
  settings->config.policy = TLS12_POLICY_MODERN;
  settings->config.random = system_random;
  settings->config.record_size_limit = TLS12_PLAINTEXT_MAX; /* RFC 8449 section 4: said even if it limits nothing */
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

int settings_protocols(struct settings *settings, const char *list)
{
  uint32_t at = 0;
  while (1) {
    const size_t n = strspn(list, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./_+:");
    if (n == 0 || n > 255 || at + 1 + n > TLS12_PROTOCOLS_MAX || (list[n] != 0 && list[n] != ',')) {
      fprintf(stderr,
              "tls12: --alpn takes names of 1 to 255 letters, digits and -./_+: in at most %d bytes, not '%s'\n",
              TLS12_PROTOCOLS_MAX, list);
      return -1;
    }
    settings->protocols[at] = (uint8_t)n;
    memcpy(settings->protocols + at + 1, list, n);
    at += 1 + (uint32_t)n;
    if (list[n] == 0) break;
    list += n + 1;
  }
  settings->config.protocols = (struct tls12_bytes){settings->protocols, at};
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

int settings_trusted_authorities(struct settings *settings, const char *kind)
{
  static const char *const kinds[] = {"pre_agreed", "key_sha1_hash", "x509_name", "cert_sha1_hash"};
  for (int i = 0; i < 4; i++)
    if (strcmp(kind, kinds[i]) == 0) settings->authority = i;
  if (settings->authority >= 0) return 0;
  fprintf(stderr, "tls12: --trusted-ca is pre_agreed, key_sha1_hash, x509_name or cert_sha1_hash, not '%s'\n", kind);
  return -1;
}

int settings_name_authorities(struct settings *settings)
{
  const int agreed = settings->authority == TLS12_PRE_AGREED;
  uint32_t at = 0;
  if (settings->authority < 0) return 0;
  for (unsigned i = 0; i < (agreed ? 1 : settings->config.anchor_count); i++) {
    const uint32_t n = tls12_trusted_authority((enum tls12_authority)settings->authority,
                                               agreed ? (struct tls12_bytes){0} : settings->config.anchors[i],
                                               settings->authorities + at, TLS12_AUTHORITIES_MAX - at);
    if (n == 0) {
      fprintf(stderr, "tls12: --trusted-ca: the certificates of --ca take more than %d bytes\n", TLS12_AUTHORITIES_MAX);
      return -1;
    }
    at += n;
  }
  settings->config.trusted_authorities = (struct tls12_bytes){settings->authorities, at};
  return 0;
}

static int keep_status(void *context, struct tls12_bytes ocsp_response)
{
  struct settings *settings = context;
  return status_keep(&settings->status, ocsp_response);
}

void settings_status(struct settings *settings, const char *path)
{
  settings->status.name = path;
  settings->config.certificate_status = keep_status;
}

int settings_psk(struct settings *settings, const char *hex)
{
  const size_t n = strlen(hex);
  uint32_t length = 0;
  int high = -1;
  for (size_t i = 0; i < n && length < TLS12_PSK_MAX; i++) {
    const int digit = hex_digit((uint8_t)hex[i]);
    if (digit < 0) break;
    if (high >= 0) settings->psk_key[length++] = (uint8_t)(16 * high + digit);
    high = high >= 0 ? -1 : digit;
  }
  settings->psk.key = (struct tls12_bytes){settings->psk_key, length};
  if (length > 0 && n == 2 * length) return 0;
  fprintf(stderr, "tls12: --psk takes 1 to %d bytes in hexadecimal digits\n", TLS12_PSK_MAX);
  return -1;
}

/* A text of an option as bytes: 0, or -1 if it is too long. */
static int take_text(const char *option, const char *text, uint32_t limit, struct tls12_bytes *out)
{
  *out = (struct tls12_bytes){(const uint8_t *)text, (uint32_t)strlen(text)};
  if (strlen(text) <= limit) return 0;
  fprintf(stderr, "tls12: --%s takes at most %u bytes\n", option, (unsigned)limit);
  return -1;
}

int settings_psk_identity(struct settings *settings, const char *text)
{
  return take_text("psk-identity", text, 1024, &settings->psk.identity);
}

int settings_psk_hint(struct settings *settings, const char *text)
{
  return take_text("psk-hint", text, 256, &settings->config.psk_hint);
}

int settings_key_log(struct settings *settings, const char *path)
{
  settings->key_log = fopen(path, "a");
  settings->key_log_name = path;
  if (settings->key_log != NULL && setvbuf(settings->key_log, NULL, _IONBF, 0) == 0) return 0;
  fprintf(stderr, "tls12: %s: %s\n", path, strerror(errno));
  return -1;
}

int settings_end(struct settings *settings)
{
  octets_free(&settings->status.response);
  if (settings->key_log == NULL) return 0;
  const int failed = ferror(settings->key_log);
  if (fclose(settings->key_log) == 0 && !failed) return 0;
  fprintf(stderr, "tls12: %s: could not be written\n", settings->key_log_name);
  return -1;
}

int settings_finish(struct settings *settings)
{
  if ((settings->psk.key.length > 0) != (settings->psk.identity.data != NULL)) {
    fprintf(stderr, "tls12: --psk and --psk-identity go together\n");
    return -1;
  }
  if (settings->psk.key.length > 0) {
    settings->config.psks = &settings->psk;
    settings->config.psk_count = 1;
  }
  settings->config.context = settings;
  if (settings->trace) settings->config.observe = trace_observation;
  if (settings->key_log != NULL || settings->trace_secrets) settings->config.key_log = trace_key_log;
  return 0;
}
