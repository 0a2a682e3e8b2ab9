/* A client and a server in memory: what the tests of handshakes begin with. */
#ifndef TLS12_TESTS_HANDSHAKE_ENDS_H
#define TLS12_TESTS_HANDSHAKE_ENDS_H

#include <check.h>
#include <string.h>

#include "handshake/engine.h"
#include "handshake/session_cache.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "tool/credentials.h"

static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;
static struct tls12_engine client, server;
static struct tls12_config client_config, server_config;
static struct tls12_session places[4];
static struct tls12_session_cache cache;

/* Both sides as they are by default, with this suite. */
static inline void ends_configure(const uint16_t *suite)
{
  client_config = server_config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                                        .random = system_random,
                                                        .suites = suite,
                                                        .suite_count = 1,
                                                        .psks = &test_psk,
                                                        .psk_count = 1,
                                                        .anchors = roots.list,
                                                        .anchor_count = roots.count,
                                                        .time = 20260101000000,
                                                        .seconds = 1000};
  client_config.server_name = "server.example";
  server_config.credentials = credentials;
  server_config.credential_count = TEST_CREDENTIALS;
}

/* Both sides keep sessions, the server in memory that is empty now, the client by this function. */
static inline void ends_keep_sessions(void (*keep)(void *, const struct tls12_session *, struct tls12_bytes))
{
  memset(places, 0, sizeof places);
  cache = (struct tls12_session_cache){places, 4};
  client_config.keep_session = keep;
  server_config.keep_session = tls12_session_cache_keep;
  server_config.find_session = tls12_session_cache_find;
  server_config.drop_session = tls12_session_cache_drop;
  server_config.sessions = &cache;
}

/* Hands bytes over until nobody has any, or takes any: application data has to be taken first. */
static inline void ends_converse(void)
{
  for (int still = 0; still < 2;) {
    struct tls12_engine *from = still ? &server : &client, *to = still ? &client : &server;
    const struct tls12_bytes output = tls12_output(from);
    const uint32_t taken = output.length == 0 ? 0 : tls12_receive(to, output.data, output.length);
    tls12_sent(from, taken);
    still = taken > 0 ? 0 : still + 1;
  }
}

static inline int ends_connected(void)
{
  return tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED;
}

#endif
