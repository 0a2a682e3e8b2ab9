#include "tool/deviant_engine.h"

#include <string.h>

#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/deviant_peer.h"

static struct deviant_sides {
  struct tls12_engine tested;
  struct deviant_peer peer;
} sides, kept;

static struct tls12_credential credentials[TEST_CREDENTIALS], client_credentials[TEST_CLIENT_CREDENTIALS];
static struct certificates roots;
static struct tls12_config client_config, server_config;
static uint16_t suite;
static struct tls12_session session; /* that both sides could have from before, and its ticket */
static uint8_t ticket[TLS12_OWN_TICKET_MAX];
static struct tls12_ticket_keys keys, other_keys, server_keys; /* of the ticket, of another server, of this one */

static void keep_session(void *sessions, const struct tls12_session *kept_session, struct tls12_bytes kept_ticket)
{
  (void)sessions, (void)kept_session, (void)kept_ticket;
}

static int find_session(void *sessions, struct tls12_bytes id, struct tls12_session *found)
{
  (void)sessions;
  *found = session;
  return id.length == session.id_length && memcmp(id.data, session.id, id.length) == 0;
}

static int content(void *context, struct tls12_bytes ocsp_response)
{
  (void)context, (void)ocsp_response;
  return 0;
}

int deviant_engine_start(void)
{
  if (roots.count > 0) return 0;
  if (test_credentials(credentials, &roots) != 0 || test_client_credentials(client_credentials) != 0) return -1;
  const struct tls12_config common = {.policy = TLS12_POLICY_REFERENCE,
                                      .random = system_random,
                                      .suites = &suite,
                                      .suite_count = 1,
                                      .anchors = roots.list,
                                      .anchor_count = roots.count,
                                      .psks = &test_psk,
                                      .psk_count = 1,
                                      .time = time_now()};
  client_config = server_config = common;
  client_config.server_name = "server.example";
  server_config.credentials = credentials;
  server_config.credential_count = TEST_CREDENTIALS;
  server_config.find_session = find_session;
  session.extended_master_secret = 1;
  session.lifetime = TLS12_SESSION_LIFETIME_MAX;
  session.server_name_length = sizeof "server.example" - 1;
  memcpy(session.server_name, "server.example", session.server_name_length);
  return tls12_ticket_keys_renew(&keys, system_random, NULL) != 0 ||
                 tls12_ticket_keys_renew(&other_keys, system_random, NULL) != 0
             ? -1
             : 0;
}

/* One of the suites of the key exchange, another one for another length of the path; 0 if none is implemented. */
static uint16_t choose_suite(enum tls12_key_exchange kx, int which)
{
  uint16_t values[64];
  int count = 0;
  for (unsigned i = 0; i < tls12_suite_count && count < 64; i++)
    if (tls12_suites[i].key_exchange == kx) values[count++] = tls12_suites[i].value;
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

/* The link in memory: nothing comes later than at once. */
static int exchange(void *context, struct deviant_peer *peer, int wait)
{
  (void)context;
  (void)wait;
  const int heard = peer->heard_count;
  const struct tls12_bytes output = tls12_output(&peer->engine);
  for (uint32_t at = 0, taken = 1; at < output.length && taken > 0; at += taken) {
    taken = tls12_receive(&sides.tested, output.data + at, output.length - at);
    if (listen() != 0) return -1;
  }
  deviant_peer_sent(peer);
  if (listen() != 0) return -1;
  return peer->heard_count > heard;
}

static const struct deviant_link memory = {exchange, NULL};

/* The client's certificate on the path, as an event; ON_EMPTY_CERTIFICATE if there is none. */
static int certificate_on(const struct deviant_path *path)
{
  for (int i = 0; i < path->length; i++)
    if (path->messages[i].certificate >= 0) return path->messages[i].certificate;
  return ON_EMPTY_CERTIFICATE;
}

static int has_message(const struct deviant_path *path, int handshake_type)
{
  for (int i = 0; i < path->length; i++)
    if (path->messages[i].handshake_type == handshake_type) return 1;
  return 0;
}

/* What both sides need for the messages of the whole path: a client's certificate, a hint, or neither. */
static void configure(enum tls12_key_exchange kx, const struct deviant_path *whole)
{
  const int certificate = certificate_on(whole);
  const int fixed = kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA ? 5 : 4; /* of test_client_credentials */
  client_config.credentials = &client_credentials[certificate == ON_FIXED_CERTIFICATE ? fixed : 0];
  client_config.credential_count = certificate == ON_EMPTY_CERTIFICATE ? 0 : 1;
  server_config.client_certificate =
      has_message(whole, TLS12_CERTIFICATE_REQUEST) ? TLS12_REQUESTED : TLS12_NOT_REQUESTED;
  server_config.psk_hint = has_message(whole, TLS12_SERVER_KEY_EXCHANGE) ? test_psk.identity : (struct tls12_bytes){0};
}

/* Sessions, as the path has them: a client that cannot tell offers a ticket without an id, else the id tells. A ticket is renewed
 * when its key is the previous one, and refused by a server with other keys. */
static void configure_session(const struct tls12_negotiation *n, const struct deviant_path *whole)
{
  static const uint8_t nonce[12];
  const struct tls12_ticket_keys renewing = {other_keys.current, keys.current, 1};
  const int full = has_message(whole, TLS12_SERVER_HELLO_DONE) || has_message(whole, TLS12_CERTIFICATE) ||
                   has_message(whole, TLS12_SERVER_KEY_EXCHANGE);
  const int offered = n->abbreviated != FORBIDDEN, by_ticket = n->abbreviated == OPTIONAL || (offered && n->ticket);
  session.suite = suite;
  session.id_length = n->abbreviated == REQUIRED ? TLS12_SESSION_ID_MAX : 0;
  client_config.keep_session = n->ticket ? keep_session : NULL;
  client_config.session = offered ? &session : NULL;
  client_config.ticket = (struct tls12_bytes){ticket, by_ticket ? ticket_seal(&keys, &session, nonce, ticket) : 0};
  server_keys = full ? other_keys : n->ticket ? renewing : keys;
  server_config.ticket_keys = n->ticket || (by_ticket && !full) ? &server_keys : NULL;
}

/* status_request, as the path has it; a server that answers it can do without CertificateStatus. */
static void configure_status(const struct tls12_negotiation *n)
{
  static const uint8_t response[] = {0x30, 0};
  client_config.certificate_status = n->status ? content : NULL;
  for (int i = 0; i < TEST_CREDENTIALS; i++)
    credentials[i].ocsp_response = (struct tls12_bytes){response, n->status ? sizeof response : 0};
}

int deviant_engine_reach(const struct deviant_place *place)
{
  const struct tls12_negotiation *n = &place->path.negotiation;
  suite = choose_suite(place->kx, place->path.length);
  const struct deviant_path *whole = place->control.length > place->path.length ? &place->control : &place->path;
  if (suite == 0) return 0;
  configure(place->kx, whole);
  configure_session(n, whole);
  configure_status(n);
  if (place->is_client) {
    tls12_client(&sides.tested, &client_config);
    deviant_peer_start(&sides.peer, TLS12_SERVER, &server_config);
  } else {
    tls12_server(&sides.tested, &server_config);
    sides.tested.choice.status = has_message(whole, TLS12_CERTIFICATE_STATUS);
    deviant_peer_start(&sides.peer, TLS12_CLIENT, &client_config);
  }
  const int reached = deviant_peer_walk(&sides.peer, memory, &place->path, 0);
  return tls12_status(&sides.tested) == TLS12_FAILED ? -1 : reached;
}

int deviant_engine_go_on(const struct deviant_place *place)
{
  return deviant_peer_walk(&sides.peer, memory, &place->control, place->path.length);
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

struct deviant_answer deviant_engine_send(const struct deviant_trace *trace)
{
  struct deviant_answer answer = {TLS12_NO_ALERT, TLS12_NO_RULE, 0};
  while (answer.at < trace->count) {
    deviant_peer_send(&sides.peer, &trace->sent[answer.at]);
    exchange(NULL, &sides.peer, 0);
    if (tls12_status(&sides.tested) == TLS12_FAILED) {
      answer.alert = sides.peer.alert;
      answer.rule = (int)sides.tested.failure.fault.rule;
      break;
    }
    answer.at++;
  }
  return answer;
}
