/* Sessions of the engine in memory: resumed by id and by ticket in every key exchange, and every reason not to. */
#include <check.h>
#include <string.h>

#include "message/client_hello.h"
#include "message/server_hello.h"
#include "spec/handshake_types.h"
#include "tests/handshake/ends.h"
#include "wire/writer.h"

static struct tls12_ticket_keys ticket_keys;
static uint16_t suites[2];

/* What the client keeps, and what both have said. */
static struct {
  struct tls12_session session;
  uint8_t ticket[TLS12_TICKET_MAX];
  uint32_t ticket_length;
  int kept, messages;
} store;

static void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes ticket)
{
  (void)sessions;
  store.session = *session;
  store.ticket_length = ticket.length;
  memcpy(store.ticket, ticket.data, ticket.length);
  store.kept++;
}

static void count(void *context, const struct tls12_observation *observation)
{
  (void)context;
  store.messages += observation->content_type == TLS12_HANDSHAKE;
}

enum way { BY_ID, BY_TICKET, BY_TICKET_WITH_ID };

static void configure(uint16_t suite, enum way way)
{
  suites[0] = suite;
  suites[1] = 0x002F;
  memset(&ticket_keys, 0, sizeof ticket_keys);
  ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, system_random, NULL), 0);
  memset(&store, 0, sizeof store);
  ends_configure(suites);
  ends_keep_sessions(keep);
  client_config.observe = count;
  if (way != BY_ID) server_config.ticket_keys = &ticket_keys;
}

/* A handshake; answers with the number of its handshake messages. */
static int handshake(void)
{
  store.messages = 0;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  ends_converse();
  return store.messages;
}

/* A full handshake, and its session is offered next. */
static void establish(uint16_t suite, enum way way)
{
  configure(suite, way);
  ck_assert_int_ge(handshake(), 6);
  ck_assert(ends_connected());
  ck_assert_int_eq(store.kept, 1);
  ck_assert_int_eq(store.ticket_length > 0, way != BY_ID);
  ck_assert_int_eq(store.session.id_length, way == BY_ID ? 32 : 0);
  if (way == BY_TICKET_WITH_ID) {
    store.session.id_length = 7;
    memset(store.session.id, 0xA5, 7);
  }
  client_config.session = &store.session;
  client_config.ticket = (struct tls12_bytes){store.ticket, store.ticket_length};
}

static void data_flows(void)
{
  for (int way = 0; way < 2; way++) {
    struct tls12_engine *from = way ? &server : &client, *to = way ? &client : &server;
    ck_assert_uint_eq(tls12_send(from, (const uint8_t *)"hello", 5), 5);
    ends_converse();
    const struct tls12_bytes got = tls12_application(to);
    ck_assert(got.length == 5 && memcmp(got.data, "hello", 5) == 0);
    tls12_application_taken(to, 5);
  }
}

/* The suites, one of each key exchange. */
static const uint16_t one_of_each[] = {0x009C, 0x0030, 0x0031, 0x0032, 0x0033, 0x0034, 0xC004, 0xC00E,
                                       0xC02B, 0xC030, 0xC018, 0x008C, 0x0090, 0xC035, 0x0094};

/* R5246-7.3-03, R5246-7.4.1.3-04, R5077-3.4-02, R5077-3.4-04, R7627-5.3-06. */
//= build/requirements.md#R5246-7.3-03
//= type=test
//# When a session is resumed both sides go straight from the hellos to ChangeCipherSpec and Finished, server first.
//= build/requirements.md#R5246-7.4.1.3-04
//= type=test
//# A session_id equal to the non-empty one offered means resumption; any other value (or empty) means a full
//# handshake, empty meaning not resumable.
//= build/requirements.md#R5246-7.4.1.4-06
//= type=test
//# A resuming client sends the same extensions it would send for a full handshake.
//= build/requirements.md#R5077-3.2-02
//= type=test
//# A client without a ticket but willing to get one sends an empty extension.
//= build/requirements.md#R5077-3.4-01
//= type=test
//# When a ticket will be issued to a client that presented none, ServerHello.session_id is empty.
//= build/requirements.md#R5077-3.4-02
//= type=test
//# A ticket accepted together with a non-empty ClientHello.session_id is answered with that same session_id.
//= build/requirements.md#R5077-3.4-05
//= type=test
//# On receiving a ticket the client discards any session_id of that ServerHello.
//= build/requirements.md#R7627-5.3-06
//= type=test
//# If the ClientHello has it and the session is resumed, the ServerHello includes it.
START_TEST(every_key_exchange_resumes)
{
  const uint16_t suite = one_of_each[_i / 3];
  establish(suite, (enum way)(_i % 3));
  ck_assert_int_eq(handshake(), 4);
  ck_assert_msg(ends_connected(), "%04X", suite);
  ck_assert_uint_eq(client.suite->value, suite);
  ck_assert(server.extended_master_secret && client.extended_master_secret && client.renegotiation_info);
  ck_assert_int_eq(store.kept, 1);
  data_flows();
}
END_TEST

/* R5246-7.4.1.2-19: again and again, until a fatal error. R5246-7.2-02. */
//= build/requirements.md#R5246-7.4.1.2-19
//= type=test
//# A session identifier becomes usable only after both Finished messages were exchanged, and stays usable until aged
//# out or a fatal error occurs on one of its connections.
//= build/requirements.md#R5246-7.2-02
//= type=test
//# A fatal alert ends the connection at once and the session identifier is invalidated so that it cannot start new
//# connections.
//= build/requirements.md#R5246-7.2.2-02
//= type=test
//# A connection closed by a fatal alert is never resumed.
START_TEST(failed_connection_ends_session)
{
  establish(0xC02F, BY_ID);
  for (int i = 0; i < 3; i++) ck_assert_int_eq(handshake(), 4);
  const uint8_t garbage[] = {23, 3,  3,  0,  32, 1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14,
                             15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32};
  tls12_receive(&server, garbage, sizeof garbage);
  ck_assert_int_eq(tls12_status(&server), TLS12_FAILED);
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
}
END_TEST

/* R5077-3.2-06: a ticket with a changed bit, or a shorter one, is no error. */
//= build/requirements.md#R5077-3.2-06
//= type=test
//# A ticket that fails verification leads to a full handshake, not an alert.
//= build/requirements.md#R5246-7.3-07
//= type=test
//# If the offered session id is unknown or not resumable the server runs a full handshake with a new identifier
//# rather than failing.
START_TEST(changed_ticket_is_refused)
{
  establish(0xC02F, BY_TICKET);
  const struct tls12_bytes whole = client_config.ticket;
  uint8_t good[TLS12_TICKET_MAX];
  memcpy(good, whole.data, whole.length);
  for (uint32_t at = 0; at < whole.length; at += 9) {
    struct tls12_session session;
    uint8_t changed[TLS12_TICKET_MAX];
    memcpy(changed, good, whole.length);
    changed[at] ^= (uint8_t)(1u << at % 8);
    ck_assert_int_eq(ticket_open(&ticket_keys, (struct tls12_bytes){changed, whole.length}, &session), TICKET_REFUSED);
    ck_assert_int_eq(ticket_open(&ticket_keys, (struct tls12_bytes){good, at}, &session), TICKET_REFUSED);
  }
  store.ticket[50] ^= 1;
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
  ck_assert_int_eq(store.kept, 2); /* a new one */
  client_config.ticket.length = store.ticket_length;
  ck_assert_int_eq(handshake(), 4);
}
END_TEST

/* The previous key still opens, and the ticket is renewed; the one before it is gone. R5077-3.3-01. */
//= build/requirements.md#R9325-3.4-01
//= type=test
//# Resumption data is authenticated and encrypted with a cipher at least as strong as the suite, with key rotation
//# and limited validity.
START_TEST(keys_change)
{
  establish(0xC02F, BY_TICKET);
  ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, system_random, NULL), 0);
  ck_assert_int_eq(handshake(), 5);
  ck_assert(ends_connected());
  ck_assert_int_eq(store.kept, 2);
  ck_assert_int_eq(handshake(), 4);
  data_flows();
  for (int i = 0; i < 2; i++) ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, system_random, NULL), 0);
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
}
END_TEST

static int no_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  return -1;
}

START_TEST(keys_stay_without_random_bytes)
{
  struct tls12_ticket_keys before;
  configure(0xC02F, BY_TICKET);
  before = ticket_keys;
  ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, no_random, NULL), -1);
  ck_assert_mem_eq(&before, &ticket_keys, sizeof before);
}
END_TEST

/* R5246-F.1.4-01, R5077-3.3-08: neither side resumes what is too old. */
//= build/requirements.md#R5246-F.1.4-01
//= type=test
//# Sessions are not resumable for longer than 24 hours, nor after a certificate expired or was revoked.
//= build/requirements.md#R5077-3.3-08
//= type=test
//# The client deletes ticket and state when the lifetime hint (seconds from receipt, 0 = unspecified) has passed.
START_TEST(old_sessions_end)
{
  for (int way = BY_ID; way <= BY_TICKET; way++)
    for (int i = 0; i < 3; i++) {
      establish(0xC02F, (enum way)way);
      ck_assert_uint_eq(store.session.lifetime, TLS12_SESSION_LIFETIME_MAX);
      if (i > 0) server_config.seconds += TLS12_SESSION_LIFETIME_MAX - (i == 1 ? 1u : 0u);
      ck_assert_int_eq(handshake() == 4, i < 2);
      ck_assert(ends_connected());
    }
  establish(0xC02F, BY_ID);
  client_config.seconds += TLS12_SESSION_LIFETIME_MAX;
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
}
END_TEST

START_TEST(lifetime_of_the_caller)
{
  configure(0xC02F, BY_TICKET);
  server_config.session_lifetime = 60;
  handshake();
  ck_assert_uint_eq(store.session.lifetime, 60);
}
END_TEST

/* RFC 6066 section 3: a session is for one name. */
//= build/requirements.md#R6066-3-09
//= type=test
//# A session is not resumed if the offered name differs; a full handshake follows.
START_TEST(other_name_is_a_full_handshake)
{
  for (int way = BY_ID; way <= BY_TICKET; way++) {
    establish(0xC02F, (enum way)way);
    client_config.server_name = "localhost"; /* the client does not offer it */
    ck_assert_int_gt(handshake(), 4);
    ck_assert(ends_connected());
    establish(0xC02F, (enum way)way);
    client_config.server_name = "localhost"; /* it does, and the server does not take it */
    memcpy(store.session.server_name, "localhost", 9);
    store.session.server_name_length = 9;
    ck_assert_int_gt(handshake(), 4);
    ck_assert(ends_connected());
  }
}
END_TEST

//= build/requirements.md#R5246-7.4.1.3-07
//= type=test
//# A client is ready for a full negotiation, including a new suite, in any handshake even when it asked to resume.
START_TEST(server_has_other_suites_now)
{
  establish(0xC02F, BY_TICKET);
  client_config.suite_count = 2;
  server_config.suites = &suites[1];
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
  ck_assert_uint_eq(client.suite->value, 0x002F);
}
END_TEST

START_TEST(certificate_is_required_now)
{
  establish(0xC02F, BY_ID);
  server_config.client_certificate = TLS12_REQUIRED;
  ck_assert_int_gt(handshake(), 4);
  ck_assert(!ends_connected());
}
END_TEST

START_TEST(certificate_counts_on_resumption)
{
  static struct tls12_credential client_credentials[TEST_CLIENT_CREDENTIALS];
  ck_assert_int_eq(test_client_credentials(client_credentials), 0);
  for (int way = BY_ID; way <= BY_TICKET; way++) {
    configure(0xC02F, (enum way)way);
    server_config.client_certificate = TLS12_REQUIRED;
    client_config.credentials = client_credentials;
    client_config.credential_count = 1;
    handshake();
    ck_assert(ends_connected());
    client_config.session = &store.session;
    client_config.ticket = (struct tls12_bytes){store.ticket, store.ticket_length};
    ck_assert_int_eq(handshake(), 4);
    ck_assert(ends_connected());
  }
}
END_TEST

/* The session of the caller's without what both have now: R7627-5.3-03, a full handshake. */
//= build/requirements.md#R7627-5.3-03
//= type=test
//# Original session without, new ClientHello with the extension: the server does not resume and falls back to a full
//# handshake.
START_TEST(legacy_session_is_not_resumed)
{
  establish(0xC02F, BY_ID);
  for (int i = 0; i < 4; i++) places[i].extended_master_secret = 0;
  store.session.extended_master_secret = 0;
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
}
END_TEST

/* ---- hellos by hand ---- */

/* A handshake message in a record of its own. */
static void hand(struct tls12_engine *to, uint8_t type, const uint8_t *body, uint32_t n)
{
  uint8_t record[512];
  uint32_t at = write_uint8(record, 0, TLS12_HANDSHAKE);
  at = write_uint16(record, at, 0x0303);
  at = write_uint16(record, at, n + 4);
  at = write_uint8(record, at, type);
  at = write_vector24(record, at, (struct tls12_bytes){body, n});
  tls12_receive(to, record, at);
}

/* ClientHello with this session's id, without extensions. */
static void hand_client_hello(uint16_t suite)
{
  static const uint8_t random[32], null_compression[] = {0};
  uint8_t body[256];
  const uint8_t list[] = {(uint8_t)(suite >> 8), (uint8_t)suite};
  const struct tls12_bytes id = {store.session.id, store.session.id_length};
  tls12_server(&server, &server_config);
  hand(&server, TLS12_CLIENT_HELLO, body,
       client_hello_encode(0x0303, random, id, (struct tls12_bytes){list, 2}, (struct tls12_bytes){null_compression, 1},
                           0, (struct tls12_bytes){0}, body, sizeof body));
}

/* The extension is not there this time: R7627-5.3-04. Nor was it in the session: R7627-5.3-05, by policy. And a client that does
 * not list the suite of its session: R5246-7.4.1.2-09. */
START_TEST(client_hello_against_session)
{
  establish(0xC02F, BY_ID);
  store.session.server_name_length = 0; /* as ClientHello has no server_name */
  for (int i = 0; i < 4; i++) places[i].server_name_length = 0;
  struct tls12_session with[4];
  memcpy(with, places, sizeof with);

  hand_client_hello(0xC02F);
  ck_assert_int_eq(server.failure.fault.rule, R7627_5_3_04);
  ck_assert_int_eq(server.failure.fault.alert, TLS12_HANDSHAKE_FAILURE);

  for (int i = 0; i < 4; i++) with[i].extended_master_secret = 0;
  memcpy(places, with, sizeof with);
  hand_client_hello(0x002F);
  ck_assert_int_eq(server.failure.fault.rule, R5246_7_4_1_2_09);
  ck_assert_int_eq(server.failure.fault.alert, TLS12_ILLEGAL_PARAMETER);

  memcpy(places, with, sizeof with);
  hand_client_hello(0xC02F);
  ck_assert_int_eq(tls12_status(&server), TLS12_HANDSHAKING);
  ck_assert_int_eq(server.state, RESUMED_SERVER_FINISHED);

  memcpy(places, with, sizeof with);
  server_config.policy = TLS12_POLICY_MODERN;
  hand_client_hello(0xC02F);
  ck_assert_int_eq(server.failure.fault.rule, R7627_5_3_05);
}
END_TEST

/* ServerHello that takes the session up. */
static void hand_server_hello(uint16_t suite, int with_extension)
{
  static const uint8_t random[32], extension[] = {0, 23, 0, 0};
  uint8_t body[256];
  const struct tls12_bytes id = {store.session.id, store.session.id_length};
  tls12_client(&client, &client_config);
  hand(&client, TLS12_SERVER_HELLO, body,
       server_hello_encode(0x0303, random, id, suite, 0, 1,
                           (struct tls12_bytes){extension, with_extension ? sizeof extension : 0}, body, sizeof body));
}

/* R5246-7.4.1.3-05, R7627-5.3-07, R7627-5.3-08. */
START_TEST(server_hello_against_session)
{
  establish(0xC02F, BY_ID);
  client_config.suite_count = 2;
  hand_server_hello(0xC02F, 1);
  ck_assert_int_eq(client.state, AFTER_SERVER_HELLO);
  hand_server_hello(0x002F, 1);
  ck_assert_int_eq(client.failure.fault.rule, R5246_7_4_1_3_05);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_ILLEGAL_PARAMETER);
  hand_server_hello(0xC02F, 0);
  ck_assert_int_eq(client.failure.fault.rule, R7627_5_3_08);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_HANDSHAKE_FAILURE);
  store.session.extended_master_secret = 0;
  hand_server_hello(0xC02F, 0);
  ck_assert_int_eq(client.state, AFTER_SERVER_HELLO);
  hand_server_hello(0xC02F, 1);
  ck_assert_int_eq(client.failure.fault.rule, R7627_5_3_07);
}
END_TEST

/* R7627-5.3-01: under the modern policy the client does not even offer it. */
//= build/requirements.md#R7627-5.3-01
//= type=test
//# A client does not offer to resume a session that lacked extended master secret.
START_TEST(legacy_session_is_not_offered)
{
  establish(0xC02F, BY_ID);
  client_config.policy = TLS12_POLICY_MODERN;
  client_config.session = &store.session;
  ck_assert_int_eq(handshake(), 4);
  store.session.extended_master_secret = 0;
  ck_assert_int_gt(handshake(), 4);
  ck_assert(ends_connected());
}
END_TEST

/* ---- the cache ---- */

START_TEST(cache_is_bounded)
{
  struct tls12_session session = {0}, found;
  memset(places, 0, sizeof places);
  cache = (struct tls12_session_cache){places, 4};
  ck_assert(!tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 0}, &found));
  for (uint8_t i = 0; i < 200; i++) {
    session.id_length = 32;
    session.id[3] = i;
    session.suite = i;
    tls12_session_cache_keep(&cache, &session, (struct tls12_bytes){0});
    ck_assert(tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 32}, &found));
    ck_assert_uint_eq(found.suite, i);
    ck_assert(!tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 31}, &found));
  }
  session.id[3] = 100;
  ck_assert(!tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 32}, &found));
  session.id[3] = 198;
  tls12_session_cache_drop(&cache, (struct tls12_bytes){session.id, 32});
  ck_assert(!tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 32}, &found));
  session.id[3] = 199;
  ck_assert(tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 32}, &found));
  ck_assert(!tls12_session_cache_find(&cache, (struct tls12_bytes){session.id, 3}, &found));
}
END_TEST

int main(void)
{
  if (test_credentials(credentials, &roots) != 0) return EXIT_FAILURE;
  Suite *suite = suite_create("resumption");
  TCase *c = tcase_create("resumption");
  tcase_set_timeout(c, 60);
  tcase_add_loop_test(c, every_key_exchange_resumes, 0, 3 * (int)(sizeof one_of_each / sizeof one_of_each[0]));
  tcase_add_test(c, failed_connection_ends_session);
  tcase_add_test(c, changed_ticket_is_refused);
  tcase_add_test(c, keys_change);
  tcase_add_test(c, keys_stay_without_random_bytes);
  tcase_add_test(c, old_sessions_end);
  tcase_add_test(c, lifetime_of_the_caller);
  tcase_add_test(c, other_name_is_a_full_handshake);
  tcase_add_test(c, server_has_other_suites_now);
  tcase_add_test(c, certificate_is_required_now);
  tcase_add_test(c, certificate_counts_on_resumption);
  tcase_add_test(c, legacy_session_is_not_resumed);
  tcase_add_test(c, client_hello_against_session);
  tcase_add_test(c, server_hello_against_session);
  tcase_add_test(c, legacy_session_is_not_offered);
  tcase_add_test(c, cache_is_bounded);
  suite_add_tcase(suite, c);
  return run_suite(suite);
}
