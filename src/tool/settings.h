/* The options that client and server share, made into an engine's configuration. */
#ifndef TLS12_TOOL_SETTINGS_H
#define TLS12_TOOL_SETTINGS_H

#include <stdio.h>

#include "handshake/engine.h"
#include "tool/status.h"

#define SUITES_MAX 128

struct settings {
  struct tls12_config config;
  uint16_t suites[SUITES_MAX];
  struct tls12_psk psk;
  uint8_t psk_key[TLS12_PSK_MAX];
  FILE *key_log; /* without a buffer */
  const char *key_log_name;
  uint8_t protocols[TLS12_PROTOCOLS_MAX];
  int authority; /* enum tls12_authority, or -1: none is named */
  uint8_t authorities[TLS12_AUTHORITIES_MAX];
  struct status status;
  int trace, trace_secrets;
};

/* Ready for options: policy modern, random bytes of the system, today's time. */
void settings_start(struct settings *settings);

/* Each takes an option's argument: 0, or -1 after a line on standard error. */
int settings_policy(struct settings *settings, const char *name);
int settings_suites(struct settings *settings, const char *list);
int settings_trace(struct settings *settings, const char *what);

/* --alpn: names, which are visible characters that mean nothing in HTML and JSON. */
int settings_protocols(struct settings *settings, const char *list);

/* --trusted-ca: how the anchors are named; and, when they are known, names them. */
int settings_trusted_authorities(struct settings *settings, const char *kind);
int settings_name_authorities(struct settings *settings);

/* --status-response of a client: asks for one, which goes to this file when the caller calls status_write. */
void settings_status(struct settings *settings, const char *path);

/* --psk: the key in hexadecimal digits; --psk-identity, --psk-hint: text, which must stay where it is. */
int settings_psk(struct settings *settings, const char *hex);
int settings_psk_identity(struct settings *settings, const char *text);
int settings_psk_hint(struct settings *settings, const char *text);

/* Opens the file for key log lines (CLIENT_RANDOM ...), to append. */
int settings_key_log(struct settings *settings, const char *path);

/* To be called when all options are read: config then points into *settings, which must stay where it is. 0, or -1 after a line on
 * standard error. */
int settings_finish(struct settings *settings);

/* Closes the key log: 0, or -1 after a line on standard error if any of it could not be written. */
int settings_end(struct settings *settings);

#endif
