/* The flags by which BoringSSL's test runner tells its shim what to do, as far as they are implemented. */
#ifndef TLS12_TOOL_SHIM_FLAGS_H
#define TLS12_TOOL_SHIM_FLAGS_H

#include "tool/settings.h"

typedef unsigned long long shim_number;

/* What the flags say of one connection. A switch is 0 or 1, a number that is not given 0, a text NULL. */
struct shim_flags {
  shim_number server, ipv6, port, shim_id, resume_count, is_handshaker_supported;
  shim_number min_version, max_version, no_ticket, verify_peer, require_client_certificate, renegotiate_freely;
  shim_number writes_first, shuts_down, check_close_notify, read_size;
  shim_number expect_version, expect_cipher, expect_curve, expect_session_miss, expect_extended_master_secret,
      expect_secure_renegotiation, expect_no_secure_renegotiation, expect_renegotiations;
  shim_number no_effect;
  const char *certificate_file, *key_file, *host_name, *psk, *psk_identity, *cipher, *ignored;
};

/* The first connection, and those that resume. */
enum { SHIM_INITIAL, SHIM_RESUME, SHIM_PHASES };

/* Reads all flags: an exit code. EXIT_NOT_IMPLEMENTED, after a line on standard error, for one that is not here. */
int shim_flags_read(int argc, char **argv, struct shim_flags flags[SHIM_PHASES]);

#endif
