/* The calculations of a connection's handshakes as text and as JSON, as the page shows them. */
#ifndef TLS12_TOOL_SESSION_TEXT_H
#define TLS12_TOOL_SESSION_TEXT_H

#include <jansson.h>

#include "tool/session.h"

/* On standard output: randoms, secrets, keys and both Finished of each handshake. With redact the secrets are left out. */
void sessions_print(long flow, const struct session *first, int redact);

/* An array with an object for each handshake; new. */
json_t *sessions_json(const struct session *first, int redact);

#endif
