/* A client and a server in memory, with what may be changed on the way. */
#ifndef TLS12_TESTS_HANDSHAKE_PAIR_H
#define TLS12_TESTS_HANDSHAKE_PAIR_H

#include <check.h>
#include <string.h>

#include "spec/handshake_types.h"
#include "tests/handshake/ends.h"

/* Wherever the server's output holds these bytes, the client gets the others instead, of the same length; 0: as it is. */
static struct {
  const uint8_t *from, *to;
  uint32_t length;
} change;

/* What the client keeps for the next connection, and what it has seen. */
static struct {
  struct tls12_session session;
  uint8_t ticket[TLS12_TICKET_MAX];
  uint32_t ticket_length;
  int messages, types[256];
} seen;

static inline void see(void *context, const struct tls12_observation *observation)
{
  (void)context;
  if (observation->content_type != TLS12_HANDSHAKE) return;
  seen.messages++;
  seen.types[observation->content.data[0]]++;
}

static inline void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes ticket)
{
  (void)sessions;
  seen.session = *session;
  seen.ticket_length = ticket.length;
  memcpy(seen.ticket, ticket.data, ticket.length);
}

/* Both sides keep sessions, in memory that is empty now. */
static inline void pair_keep_sessions(void)
{
  ends_keep_sessions(keep);
}

/* To be called once. */
static inline void pair_prepare(void)
{
  if (test_credentials(credentials, &roots) != 0) abort();
}

/* Both sides as they are by default, with this suite. */
static inline void pair_configure(const uint16_t *suite)
{
  change.length = 0;
  ends_configure(suite);
  client_config.observe = see;
}

static inline void pair_deliver(struct tls12_engine *from, struct tls12_engine *to)
{
  static uint8_t bytes[TLS12_OUTPUT_MAX];
  const struct tls12_bytes output = tls12_output(from);
  memcpy(bytes, output.data, output.length);
  if (from == &server && change.length > 0)
    for (uint32_t at = 0; at + change.length <= output.length; at++)
      if (memcmp(bytes + at, change.from, change.length) == 0) memcpy(bytes + at, change.to, change.length);
  for (uint32_t at = 0, taken = 1; at < output.length && taken > 0; at += taken)
    taken = tls12_receive(to, bytes + at, output.length - at);
  tls12_sent(from, output.length);
}

static inline void pair_converse(void)
{
  while (tls12_output(&client).length > 0 || tls12_output(&server).length > 0) {
    if (tls12_output(&client).length > 0) pair_deliver(&client, &server);
    if (tls12_output(&server).length > 0) pair_deliver(&server, &client);
  }
}

/* A handshake; whether both sides are connected. */
static inline int pair_handshake(void)
{
  seen.messages = 0;
  memset(seen.types, 0, sizeof seen.types);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  pair_converse();
  return ends_connected();
}

/* This side refused what the other did, with this rule and alert; the other one has the alert. */
static inline void pair_refused(const struct tls12_engine *by, enum tls12_failure_cause cause, enum tls12_rule rule,
                                enum tls12_alert alert)
{
  const struct tls12_engine *other = by == &client ? &server : &client;
  ck_assert_int_eq(tls12_status(by), TLS12_FAILED);
  ck_assert_int_eq(by->failure.cause, cause);
  ck_assert_int_eq(by->failure.fault.rule, rule);
  ck_assert_int_eq(by->failure.fault.alert, alert);
  ck_assert_int_eq(other->failure.cause, TLS12_PEER_ALERT);
  ck_assert_int_eq(other->failure.fault.alert, alert);
}

#endif
