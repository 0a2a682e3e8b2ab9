#include "handshake/session_cache.h"

#include <string.h>

#include "wire/reader.h"

/* The place of the session with this id; ids that a client made up are of any length. */
static struct tls12_session *place(const struct tls12_session_cache *cache, struct tls12_bytes id)
{
  return &cache->places[id.length < 4 ? 0 : read_uint32(id.data, 0) % cache->count];
}

static int holds(const struct tls12_session *session, struct tls12_bytes id)
{
  return session->id_length > 0 && session->id_length == id.length && memcmp(session->id, id.data, id.length) == 0;
}

void tls12_session_cache_keep(void *cache, const struct tls12_session *session, struct tls12_bytes ticket)
{
  (void)ticket; /* the client has it */
  if (session->id_length > 0) *place(cache, (struct tls12_bytes){session->id, session->id_length}) = *session;
}

int tls12_session_cache_find(void *cache, struct tls12_bytes id, struct tls12_session *session)
{
  const struct tls12_session *found = place(cache, id);
  if (!holds(found, id)) return 0;
  *session = *found;
  return 1;
}

void tls12_session_cache_drop(void *cache, struct tls12_bytes id)
{
  struct tls12_session *found = place(cache, id);
  if (holds(found, id)) tls12_session_forget(found);
}
