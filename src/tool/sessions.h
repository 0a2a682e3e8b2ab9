/* Sessions that the command keeps: a client its last one, a server many. */
#ifndef TLS12_TOOL_SESSIONS_H
#define TLS12_TOOL_SESSIONS_H

#include "handshake/engine.h"
#include "handshake/session_cache.h"

/* A client's. */
struct last_session {
  struct tls12_session session;
  uint8_t ticket[TLS12_TICKET_MAX];
  uint32_t ticket_length;
};

/* From now on engines with this configuration keep their session there, and offer the one that is there. Both stay where they
 * are. */
void sessions_keep(struct tls12_config *config, struct last_session *last);
void sessions_offer(struct tls12_config *config, const struct last_session *last);

/* A server's: at most SESSIONS_MAX sessions in the cache, for SESSIONS_LIFETIME seconds; ticket keys last as long. */
#define SESSIONS_MAX 4096
#define SESSIONS_LIFETIME 7200

struct served_sessions {
  struct tls12_session places[SESSIONS_MAX];
  struct tls12_session_cache cache;
  struct tls12_ticket_keys keys;
  uint64_t keys_made;
};

void sessions_serve_cache(struct tls12_config *config, struct served_sessions *served);
void sessions_serve_tickets(struct tls12_config *config, struct served_sessions *served);

/* Tells the configuration the time, and makes new ticket keys when it is time to; to be called before each connection. Without
 * random bytes the keys stay. */
void sessions_tell_time(struct tls12_config *config, struct served_sessions *served);

/* Clears the secrets. */
void sessions_forget(struct served_sessions *served);

#endif
