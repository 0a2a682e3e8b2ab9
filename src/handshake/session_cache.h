/* A bounded cache of sessions for servers, in memory of the caller's. A session has one place, which its id tells; a newer one
 * takes it over, so that nothing is ever searched or moved. Engines in different threads need a lock around each call. */
#ifndef TLS12_HANDSHAKE_SESSION_CACHE_H
#define TLS12_HANDSHAKE_SESSION_CACHE_H

#include "handshake/session.h"

struct tls12_session_cache {
  struct tls12_session *places; /* `count` of them, at first all zero bytes */
  uint32_t count;               /* at least 1 */
};

/*@ predicate cache_valid{L}(struct tls12_session_cache *c) =
      \valid_read(c) && 0 < c->count && \valid(c->places + (0 .. c->count - 1)) &&
      \separated(c, c->places + (0 .. c->count - 1));
*/

/* These three have the types that struct tls12_config asks for; `cache` is a struct tls12_session_cache. */
void tls12_session_cache_keep(void *cache, const struct tls12_session *session, struct tls12_bytes ticket);
int tls12_session_cache_find(void *cache, struct tls12_bytes id, struct tls12_session *session);
void tls12_session_cache_drop(void *cache, struct tls12_bytes id);

#endif
