/* An engine on a socket. */
#ifndef TLS12_TOOL_CONNECTION_H
#define TLS12_TOOL_CONNECTION_H

#include <time.h>

#include "handshake/engine.h"

/* Time for a handshake, which takes some round trips of less than a second and a signature or two: 30 s suit a slow link. Whoever
 * opens connections to a server and says nothing needs 137 a second to hold all that it takes (loop.h). */
#define HANDSHAKE_SECONDS 30

struct connection {
  int socket; /* non-blocking */
  int peer_closed;
  const char *error; /* why the network failed, or NULL */
  uint8_t inbox[4096];
  uint32_t inbox_at, inbox_end;
  struct tls12_engine engine;
};

/* Sends what waits and reads what has come, without blocking. Returns -1 when the network failed, else 0. */
int connection_move(struct connection *c);

/* What poll(2) should wait for. */
short connection_events(const struct connection *c);

/* Whether there is nothing left to do: closed or failed, and all output sent, or the peer is gone. */
int connection_over(const struct connection *c);

/* One line about the handshake that is complete, to standard error. */
void report_connected(const char *who, const struct tls12_engine *engine);

/* One line that says why the connection failed, to standard error: cause, rule, section, offset, alert. */
void report_failure(const char *who, const struct tls12_failure *failure);

/* Of a clock that nobody sets. */
time_t seconds(void);

/* Now, as the engine wants it: YYYYMMDDhhmmss, UTC. */
uint64_t time_now(void);

/* Random bytes from getrandom(2); for struct tls12_config. */
int system_random(void *context, uint8_t *out, size_t n);

#endif
