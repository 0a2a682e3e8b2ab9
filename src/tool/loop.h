/* Serves many connections at one address at once: accepts, waits, and lets go of what is over or late. */
#ifndef TLS12_TOOL_LOOP_H
#define TLS12_TOOL_LOOP_H

#include "handshake/config.h"
#include "tool/serve.h"
#include "tool/sessions.h"

/* Open connections at once. Each has a struct client, 150 KB, and no more: together at most 630 MB. Others wait in the kernel's
 * queue. */
#define CONNECTIONS_MAX 4096

/* A connection without data may last ten times as long as a handshake: somebody may think while he types. */
#define IDLE_FACTOR 10

/* Time for the last alert to go out, and for the peer to close after it. To close at once, with bytes unread, would reset the
 * connection and with it the alert (RFC 1122 section 4.2.2.13). */
#define CLOSING_SECONDS 2

/* Time to end handshakes and replies after the first signal; a second one ends them. */
#define STOPPING_SECONDS 5

/* Pause when descriptors or memory are used up: what is open may end meanwhile. */
#define ACCEPT_PAUSE_SECONDS 1

struct loop {
  struct tls12_config *config; /* its time is kept */
  struct served_sessions *sessions;
  int asks; /* each client for another handshake */
  enum service service;
  const char *address, *port;
  unsigned long wanted;  /* connections to accept; 0: no end */
  int handshake_seconds; /* 1 to 3600 */
};

/* Listens, says where, and serves until SIGINT, SIGTERM or the last of the wanted connections: EXIT_DONE, or EXIT_IO after a line on
 * standard error. */
int loop_run(const struct loop *loop);

#endif
