#include "tool/deviant_engine.h"

#include <string.h>

#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/deviant_peer.h"

static struct deviant_sides {
  struct tls12_engine tested;
  struct deviant_peer peer;
  int heard; /* how many of the tested side's messages were compared */
} sides, kept;

static struct tls12_credential credentials[2];
static struct certificates roots;
static struct tls12_config client_config, server_config;
static uint16_t suite;

int deviant_engine_start(void)
{
  if (roots.count > 0) return 0;
  if (test_credentials(credentials, &roots) != 0) return -1;
  const struct tls12_config common = {.policy = TLS12_POLICY_REFERENCE,
                                      .random = system_random,
                                      .suites = &suite,
                                      .suite_count = 1,
                                      .time = time_now()};
  client_config = server_config = common;
  client_config.server_name = "server.example";
  client_config.anchors = roots.list;
  client_config.anchor_count = roots.count;
  server_config.credentials = credentials;
  server_config.credential_count = 2;
  return 0;
}

/* One of the suites of the key exchange, another one for another length of the path; 0 if none is implemented. */
static uint16_t choose_suite(enum tls12_key_exchange kx, int which)
{
  uint16_t values[64];
  int count = 0;
  for (unsigned i = 0; i < tls12_suite_count && count < 64; i++)
    if (tls12_suites[i].key_exchange == kx && tls12_suite_implemented(&tls12_suites[i]))
      values[count++] = tls12_suites[i].value;
  return count == 0 ? 0 : values[which % count];
}

/* Moves what the tested side has to say. */
static int listen(void)
{
  for (;;) {
    const struct tls12_bytes output = tls12_output(&sides.tested);
    if (output.length == 0) return 0;
    const int followed = deviant_peer_receive(&sides.peer, output);
    tls12_sent(&sides.tested, output.length);
    if (followed != 0) return -1;
  }
}

/* Moves what the peer has to say, and the answer. */
static int speak(const struct deviant_message *message)
{
  deviant_peer_send(&sides.peer, message);
  const struct tls12_bytes output = tls12_output(&sides.peer.engine);
  for (uint32_t at = 0; at < output.length && tls12_status(&sides.tested) < TLS12_CLOSED;) {
    const uint32_t taken = tls12_receive(&sides.tested, output.data + at, output.length - at);
    at += taken;
    if (taken == 0) break;
    if (listen() != 0) return -1;
  }
  sides.peer.engine.output_at = sides.peer.engine.output_end = 0;
  return listen();
}

static int same(const struct deviant_message *a, const struct deviant_message *b)
{
  return memcmp(a, b, sizeof *a) == 0;
}

int deviant_engine_go_on(const struct deviant_path *path, int from)
{
  const int tested_is_client = sides.tested.role == TLS12_CLIENT;
  for (int i = from; i < path->length; i++) {
    const struct deviant_message *message = &path->messages[i];
    if (message->from_client != tested_is_client) {
      if (speak(message) != 0 || tls12_status(&sides.tested) >= TLS12_CLOSED) return -1;
    } else {
      if (sides.heard == sides.peer.heard_count || !same(message, &sides.peer.heard[sides.heard])) return 0;
      sides.heard++;
    }
  }
  return 1;
}

int deviant_engine_reach(int is_client, enum tls12_key_exchange kx, const struct deviant_path *path)
{
  const struct tls12_negotiation *n = &path->negotiation;
  suite = choose_suite(kx, path->length);
  if (suite == 0 || n->abbreviated != FORBIDDEN || n->status || n->ticket) return 0;
  sides.heard = 0;
  if (is_client) {
    tls12_client(&sides.tested, &client_config);
    deviant_peer_start(&sides.peer, TLS12_SERVER, &server_config);
  } else {
    tls12_server(&sides.tested, &server_config);
    deviant_peer_start(&sides.peer, TLS12_CLIENT, &client_config);
  }
  return listen() != 0 ? -1 : deviant_engine_go_on(path, 0);
}

int deviant_engine_done(void)
{
  return tls12_status(&sides.tested) == TLS12_CONNECTED && sides.peer.engine.state == DONE;
}

void deviant_engine_keep(void)
{
  kept = sides;
}

void deviant_engine_restore(void)
{
  sides = kept;
}

struct deviant_answer deviant_engine_send(const struct deviant_message *messages, int count)
{
  struct deviant_answer answer = {TLS12_NO_ALERT, TLS12_NO_RULE, count};
  for (int i = 0; i < count; i++) {
    speak(&messages[i]);
    if (tls12_status(&sides.tested) < TLS12_CLOSED) continue;
    answer.at = i;
    answer.alert = sides.peer.alert;
    answer.rule = (int)sides.tested.failure.fault.rule;
    break;
  }
  return answer;
}
