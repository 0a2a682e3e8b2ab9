/* The side that plays deviant traces: an engine that is told, message by message, what to send, in its place or out of it.
 * What is in its place is valid in every byte; the engine on the other side cannot tell it from an honest peer. */
#ifndef TLS12_TOOL_DEVIANT_PEER_H
#define TLS12_TOOL_DEVIANT_PEER_H

#include "handshake/engine.h"
#include "tool/deviant_file.h"

struct deviant_peer {
  struct tls12_engine engine;
  uint8_t hello[1024]; /* a client's ClientHello */
  uint32_t hello_length;
  struct deviant_message heard[PATH_MAX_MESSAGES]; /* what the other side sent */
  int heard_count;
  int compared; /* how many of these were compared with a path */
  int alert;    /* the fatal alert that the other side sent, or TLS12_NO_ALERT */
};

/* The way to the other side: hands it what waits in the peer's output and gives the peer what comes back. With `wait` it
 * waits until something comes. 1, 0 when nothing (more) comes, -1 when the other side or the peer cannot go on. */
struct deviant_link {
  int (*exchange)(void *context, struct deviant_peer *peer, int wait);
  void *context;
};

void deviant_peer_start(struct deviant_peer *peer, enum tls12_role role, const struct tls12_config *config);

/* Makes the records of one message: they wait in tls12_output(&peer->engine). */
void deviant_peer_send(struct deviant_peer *peer, const struct deviant_message *message);

/* All of that output was handed over. */
void deviant_peer_sent(struct deviant_peer *peer);

/* Takes bytes from the other side. 0, or -1 when the peer cannot follow. */
int deviant_peer_receive(struct deviant_peer *peer, struct tls12_bytes records);

/* Goes along a path from its i-th message on: sends what is the peer's, waits for what is the other side's. 1 at its end; 0
 * when the other side goes another way, or no further, or the peer cannot make its message; -1 as exchange. */
int deviant_peer_walk(struct deviant_peer *peer, struct deviant_link link, const struct deviant_path *path, int from);

#endif
