#include "tool/shim_flags.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "tool/exit_codes.h"

enum kind { SWITCH, NUMBER, TEXT };

#define FLAG(name, kind, field)                                                                                        \
  {                                                                                                                    \
    name, kind, offsetof(struct shim_flags, field)                                                                     \
  }

/* The last ones change nothing here: there are no other versions, nothing waits in a call, and the runner's certificates are not
 * verified. */
static const struct flag {
  const char *name;
  enum kind kind;
  size_t place; /* of its value in struct shim_flags */
} known[] = {FLAG("server", SWITCH, server),
             FLAG("ipv6", SWITCH, ipv6),
             FLAG("port", NUMBER, port),
             FLAG("shim-id", NUMBER, shim_id),
             FLAG("resume-count", NUMBER, resume_count),
             FLAG("is-handshaker-supported", SWITCH, is_handshaker_supported),
             FLAG("min-version", NUMBER, min_version),
             FLAG("max-version", NUMBER, max_version),
             FLAG("cert-file", TEXT, certificate_file),
             FLAG("key-file", TEXT, key_file),
             FLAG("host-name", TEXT, host_name),
             FLAG("psk", TEXT, psk),
             FLAG("psk-identity", TEXT, psk_identity),
             FLAG("cipher", TEXT, cipher),
             FLAG("no-ticket", SWITCH, no_ticket),
             FLAG("verify-peer", SWITCH, verify_peer),
             FLAG("require-any-client-certificate", SWITCH, require_client_certificate),
             FLAG("renegotiate-freely", SWITCH, renegotiate_freely),
             FLAG("shim-writes-first", SWITCH, writes_first),
             FLAG("shim-shuts-down", SWITCH, shuts_down),
             FLAG("check-close-notify", SWITCH, check_close_notify),
             FLAG("read-size", NUMBER, read_size),
             FLAG("expect-version", NUMBER, expect_version),
             FLAG("expect-cipher", NUMBER, expect_cipher),
             FLAG("expect-curve-id", NUMBER, expect_curve),
             FLAG("expect-session-miss", SWITCH, expect_session_miss),
             FLAG("expect-extended-master-secret", SWITCH, expect_extended_master_secret),
             FLAG("expect-secure-renegotiation", SWITCH, expect_secure_renegotiation),
             FLAG("expect-no-secure-renegotiation", SWITCH, expect_no_secure_renegotiation),
             FLAG("expect-total-renegotiations", NUMBER, expect_renegotiations),
             FLAG("async", SWITCH, no_effect),
             FLAG("implicit-handshake", SWITCH, no_effect),
             FLAG("no-tls13", SWITCH, no_effect),
             FLAG("no-tls11", SWITCH, no_effect),
             FLAG("no-tls1", SWITCH, no_effect),
             FLAG("no-ssl3", SWITCH, no_effect),
             FLAG("trust-cert", TEXT, ignored)};

static int not_implemented(const char *flag)
{
  fprintf(stderr, "tls12 shim: %s is not implemented\n", flag);
  return EXIT_NOT_IMPLEMENTED;
}

static const struct flag *flag_named(const char *name)
{
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0) return &known[i];
  return NULL;
}

static int set(struct shim_flags *flags, const struct flag *flag, const char *argument)
{
  char *at = (char *)flags + flag->place, *end = "";
  shim_number number = 1;
  if (flag->kind == TEXT) {
    memcpy(at, &argument, sizeof argument);
    return EXIT_DONE;
  }
  errno = 0;
  if (flag->kind == NUMBER) number = strtoull(argument, &end, 10);
  if (*end != 0 || end == argument || errno != 0) {
    fprintf(stderr, "tls12 shim: -%s takes a number, not '%s'\n", flag->name, argument);
    return EXIT_USAGE;
  }
  memcpy(at, &number, sizeof number);
  return EXIT_DONE;
}

/* Which connections a flag is about, by its prefix; the name begins after it. A connection tried again after early data was refused
 * does not occur. */
static unsigned phases_of(const char **name)
{
  static const struct {
    const char *prefix;
    unsigned phases;
  } prefixes[] = {{"on-initial-", 1u << SHIM_INITIAL}, {"on-resume-", 1u << SHIM_RESUME}, {"on-retry-", 0}};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    const size_t n = strlen(prefixes[i].prefix);
    if (strncmp(*name, prefixes[i].prefix, n) != 0) continue;
    *name += n;
    return prefixes[i].phases;
  }
  return 1u << SHIM_INITIAL | 1u << SHIM_RESUME;
}

/* What is known, but not with this value, or not with another flag. */
static int check(const struct shim_flags *flags)
{
  if (flags->min_version > 0x0303) return not_implemented("a -min-version above TLS 1.2");
  if (flags->max_version != 0 && flags->max_version < 0x0303) return not_implemented("a -max-version below TLS 1.2");
  if (flags->shuts_down && flags->check_close_notify)
    return not_implemented("-check-close-notify with -shim-shuts-down");
  if (flags->server && flags->renegotiate_freely) return not_implemented("-renegotiate-freely with -server");
  if ((flags->certificate_file == NULL) == (flags->key_file == NULL)) return EXIT_DONE;
  fprintf(stderr, "tls12 shim: -cert-file and -key-file come together\n");
  return EXIT_USAGE;
}

int shim_flags_read(int argc, char **argv, struct shim_flags flags[SHIM_PHASES])
{
  memset(flags, 0, SHIM_PHASES * sizeof *flags);
  for (int i = 1; i < argc; i++) {
    const char *name = argv[i];
    if (*name++ != '-') {
      fprintf(stderr, "tls12 shim: '%s' is no flag\n", argv[i]);
      return EXIT_USAGE;
    }
    const unsigned phases = phases_of(&name);
    const struct flag *flag = flag_named(name);
    if (flag == NULL) return not_implemented(argv[i]);
    if (flag->kind != SWITCH && ++i == argc) {
      fprintf(stderr, "tls12 shim: -%s needs a value\n", name);
      return EXIT_USAGE;
    }
    for (unsigned phase = 0; phase < SHIM_PHASES; phase++) {
      const int result = (phases & 1u << phase) == 0 ? EXIT_DONE : set(&flags[phase], flag, argv[i]);
      if (result != EXIT_DONE) return result;
    }
  }
  const int result = check(&flags[SHIM_INITIAL]);
  return result != EXIT_DONE ? result : check(&flags[SHIM_RESUME]);
}
