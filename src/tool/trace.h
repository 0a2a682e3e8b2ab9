/* What goes over a connection, a line each on standard error; and key log lines. For struct tls12_config, whose context
 * is a struct settings. */
#ifndef TLS12_TOOL_TRACE_H
#define TLS12_TOOL_TRACE_H

#include "handshake/config.h"

/* "ClientHello", "ChangeCipherSpec", "Alert fatal decode_error": into out. */
void observation_text(const struct tls12_observation *observation, char *out, size_t room);

void trace_observation(void *context, const struct tls12_observation *observation);
void trace_key_log(void *context, const uint8_t client_random[32], const uint8_t master_secret[48]);

#endif
