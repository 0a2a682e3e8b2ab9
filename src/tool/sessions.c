#include "tool/sessions.h"

#include <string.h>
#include <time.h>

#include "crypto/wipe.h"

static uint64_t seconds_now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec;
}

static void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes ticket)
{
  struct last_session *last = sessions;
  last->session = *session;
  memcpy(last->ticket, ticket.data, ticket.length);
  last->ticket_length = ticket.length;
}

void sessions_keep(struct tls12_config *config, struct last_session *last)
{
  config->seconds = seconds_now();
  config->keep_session = keep;
  config->sessions = last;
}

void sessions_offer(struct tls12_config *config, const struct last_session *last)
{
  config->seconds = seconds_now();
  config->session = &last->session;
  config->ticket = (struct tls12_bytes){last->ticket, last->ticket_length};
}

void sessions_serve_cache(struct tls12_config *config, struct served_sessions *served)
{
  served->cache = (struct tls12_session_cache){served->places, SESSIONS_MAX};
  config->keep_session = tls12_session_cache_keep;
  config->find_session = tls12_session_cache_find;
  config->drop_session = tls12_session_cache_drop;
  config->sessions = &served->cache;
}

void sessions_serve_tickets(struct tls12_config *config, struct served_sessions *served)
{
  served->keys_made = seconds_now();
  if (tls12_ticket_keys_renew(&served->keys, config->random, config->random_context) == 0)
    config->ticket_keys = &served->keys;
}

void sessions_tell_time(struct tls12_config *config, struct served_sessions *served)
{
  config->seconds = seconds_now();
  config->session_lifetime = SESSIONS_LIFETIME;
  if (config->ticket_keys == NULL || config->seconds - served->keys_made < SESSIONS_LIFETIME) return;
  if (tls12_ticket_keys_renew(&served->keys, config->random, config->random_context) == 0)
    served->keys_made = config->seconds;
}

void sessions_forget(struct served_sessions *served)
{
  tls12_wipe(served, sizeof *served);
}
