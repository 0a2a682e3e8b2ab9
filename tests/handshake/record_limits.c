/* max_fragment_length (RFC 6066 section 4) and record_size_limit (RFC 8449): what is settled, what is sent, and what is refused. */
#include <check.h>
#include <string.h>

#include "handshake/ticket.h"
#include "message/server_hello.h"
#include "spec/handshake_types.h"
#include "tests/handshake/ends.h"
#include "wire/writer.h"

enum { GCM = 0xC02F, CBC = 0xC013, MANY = 20000 };

static struct tls12_credential client_credentials[TEST_CLIENT_CREDENTIALS];
static uint16_t suite_value;
static struct tls12_session last;
static struct tls12_ticket_keys ticket_keys;
static uint8_t ticket[TLS12_TICKET_MAX];
static uint32_t ticket_length;
static uint8_t data[MANY];

/* The longest record that each side has sent, open and protected: its fragment. */
static uint32_t longest[2][2];

static void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes new_ticket)
{
  (void)sessions;
  last = *session;
  ticket_length = new_ticket.length;
  memcpy(ticket, new_ticket.data, new_ticket.length);
}

static void configure(uint16_t suite)
{
  suite_value = suite;
  memset(longest, 0, sizeof longest);
  ends_configure(&suite_value);
  client_config.renegotiation = server_config.renegotiation = 1;
  ends_keep_sessions(keep);
  client_config.credentials = client_credentials;
  client_config.credential_count = 1;
  server_config.client_certificate = TLS12_REQUESTED;
}

static void note_records(const struct tls12_engine *from, struct tls12_bytes output)
{
  for (uint32_t at = 0; at + 5 <= output.length;) {
    const uint32_t length = 256u * output.data[at + 3] + output.data[at + 4];
    uint32_t *most = &longest[from == &server][from->writing_protected];
    if (*most < length) *most = length;
    at += 5 + length;
  }
}

/* A byte of ClientHello's extension with this head that is changed on its way. */
static struct {
  uint8_t head[4];
  uint8_t at, value;
} change;

static void converse(void)
{
  static uint8_t bytes[TLS12_OUTPUT_MAX];
  for (int still = 0; still < 2;) {
    struct tls12_engine *from = still ? &server : &client, *to = still ? &client : &server;
    const struct tls12_bytes output = tls12_output(from);
    uint32_t taken = 0;
    if (output.length > 0) memcpy(bytes, output.data, output.length);
    for (uint32_t i = 0; change.at > 0 && i + 8 < output.length; i++)
      if (memcmp(bytes + i, change.head, 4) == 0) bytes[i + change.at] = change.value;
    if (output.length > 0) taken = tls12_receive(to, bytes, output.length);
    if (taken == output.length) note_records(from, output);
    tls12_sent(from, taken);
    still = taken > 0 ? 0 : still + 1;
  }
}

static void start(void)
{
  memset(longest, 0, sizeof longest);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  converse();
}

/* Much data one way: as many records as it takes, each as long as it may be. */
static void send_much(struct tls12_engine *from, struct tls12_engine *to, uint32_t limit)
{
  for (uint32_t sent = 0, got = 0; got < MANY;) {
    const uint32_t n = tls12_send(from, data + sent, MANY - sent);
    if (n > 0) ck_assert_uint_eq(n, MANY - sent < limit ? MANY - sent : limit);
    sent += n;
    const struct tls12_bytes output = tls12_output(from);
    tls12_sent(from, tls12_receive(to, output.data, output.length));
    const struct tls12_bytes content = tls12_application(to);
    ck_assert(content.length > 0 && content.length <= limit && memcmp(content.data, data + got, content.length) == 0);
    got += content.length;
    tls12_application_taken(to, content.length);
  }
}

/* Connected; these are the limits of what each side sends, and they are kept to. */
static void expect(uint32_t of_client, uint32_t of_server)
{
  ck_assert(ends_connected());
  send_much(&client, &server, of_client);
  send_much(&server, &client, of_server);
}

static void refused(const struct tls12_engine *e, int rule, int alert)
{
  ck_assert_int_eq(e->failure.cause, TLS12_PEER_VIOLATION);
  ck_assert_int_eq(e->failure.fault.rule, rule);
  ck_assert_int_eq(e->failure.fault.alert, alert);
}

/* Content of this length in a record that the peer's key protects. */
static uint64_t hand(struct tls12_engine *from, struct tls12_engine *to, uint32_t n)
{
  static uint8_t record[TLS12_RECORD_MAX];
  static const uint8_t iv[16];
  const uint32_t length = tls12_record_seal(&from->write_key, TLS12_APPLICATION_DATA, 0x0303,
                                            (struct tls12_bytes){data, n}, iv, record + 5, sizeof record - 5);
  ck_assert_uint_ne(length, TLS12_SEAL_FAILED);
  uint32_t at = write_uint8(record, 0, TLS12_APPLICATION_DATA);
  at = write_uint16(record, at, 0x0303);
  at = write_uint16(record, at, length) + length;
  const uint64_t before = to->read_key.sequence;
  tls12_receive(to, record, at);
  return to->read_key.sequence - before;
}

//= build/requirements.md#R6066-4-04
//= type=test
//# After negotiation both sides at once fragment everything, handshake messages included, to the new limit.
START_TEST(fragments)
{
  static const uint16_t suites[] = {GCM, CBC, 0xCCA8, 0x003B};
  const uint32_t limit = 256u << _i;
  for (unsigned i = 0; i < 4; i++) {
    configure(suites[i]);
    client_config.max_fragment = (enum tls12_max_fragment)_i;
    start();
    expect(limit, limit);
    ck_assert_uint_le(longest[0][0], limit);
    ck_assert_uint_le(longest[1][0], limit);
    if (limit == 512) ck_assert_uint_eq(longest[1][0], limit); /* the certificates are longer */
    if (suites[i] == GCM) ck_assert_uint_le(longest[0][1], limit + 24);
    ck_assert(tls12_renegotiate(&server));
    converse();
    expect(limit, limit);
    client_config.max_fragment = TLS12_FRAGMENT_16384; /* another handshake may drop it, and take it up again */
    ck_assert(tls12_renegotiate(&client));
    converse();
    expect(16384, 16384);
    client_config.max_fragment = (enum tls12_max_fragment)_i;
    ck_assert(tls12_renegotiate(&client));
    converse();
    expect(limit, limit);
  }
}
END_TEST

//= build/requirements.md#R6066-4-06
//= type=test
//# A record above the derived maximum is discarded with record_overflow before decryption.
START_TEST(too_long)
{
  for (int side = 0; side < 2; side++) {
    struct tls12_engine *from = side ? &server : &client, *to = side ? &client : &server;
    for (int cbc = 0; cbc < 2; cbc++)
      for (uint32_t more = 0; more < 2; more++) {
        configure(cbc ? CBC : GCM);
        client_config.max_fragment = TLS12_FRAGMENT_512;
        start();
        const uint64_t opened = hand(from, to, 512 + more);
        ck_assert_uint_eq(opened, !more || cbc); /* of CBC the padding could be as long: its content tells */
        if (more)
          refused(to, R6066_4_06, TLS12_RECORD_OVERFLOW);
        else
          ck_assert_uint_eq(tls12_application(to).length, 512);
      }
    configure(CBC);
    client_config.max_fragment = TLS12_FRAGMENT_512;
    start();
    ck_assert_uint_eq(hand(from, to, 512 + 256 + 16), 0);
    refused(to, R6066_4_06, TLS12_RECORD_OVERFLOW);
  }
  configure(GCM); /* before ChangeCipherSpec: the flight of a server that does not keep to what it grants */
  client_config.max_fragment = TLS12_FRAGMENT_512;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  const struct tls12_bytes hello = tls12_output(&client);
  tls12_receive(&server, hello.data, hello.length);
  tls12_sent(&client, hello.length);
  const struct tls12_bytes flight = tls12_output(&server);
  uint8_t bytes[1024] = {TLS12_HANDSHAKE, 3, 3, 2, 1};
  const uint32_t first = 5 + 256u * flight.data[3] + flight.data[4];
  ck_assert_uint_eq(tls12_receive(&client, flight.data, first), first);
  ck_assert_uint_eq(tls12_receive(&client, bytes, 5), 5);
  refused(&client, R6066_4_06, TLS12_RECORD_OVERFLOW);
}
END_TEST

//= build/requirements.md#R6066-4-05
//= type=test
//# The limit lasts for the session including resumptions.
START_TEST(resumption)
{
  for (int by_ticket = 0; by_ticket < 2; by_ticket++) {
    memset(&ticket_keys, 0, sizeof ticket_keys);
    ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, system_random, NULL), 0);
    configure(GCM);
    if (by_ticket) server_config.ticket_keys = &ticket_keys;
    client_config.max_fragment = TLS12_FRAGMENT_1024;
    start();
    expect(1024, 1024);
    ck_assert_uint_eq(last.max_fragment, TLS12_FRAGMENT_1024);
    ck_assert_int_eq(ticket_length > 0, by_ticket);
    client_config.session = &last;
    client_config.ticket = (struct tls12_bytes){ticket, ticket_length};
    start();
    ck_assert(tls12_resumed(&client) && tls12_resumed(&server));
    expect(1024, 1024);

    const struct tls12_session kept = last;
    client_config.session = &kept; /* another limit is another session */
    client_config.max_fragment = TLS12_FRAGMENT_512;
    start();
    ck_assert(!tls12_resumed(&server));
    expect(512, 512);
    client_config.max_fragment = TLS12_FRAGMENT_16384;
    start();
    ck_assert(!tls12_resumed(&server));
    expect(16384, 16384);
    client_config.session = &last;
    client_config.ticket = (struct tls12_bytes){ticket, ticket_length};
    start();
    ck_assert(tls12_resumed(&server));
    expect(16384, 16384);
    client_config.max_fragment = TLS12_FRAGMENT_512;
    start();
    ck_assert(!tls12_resumed(&server));
    expect(512, 512);
  }
}
END_TEST

/* A server that resumes the session and does not repeat the extension is held to it all the same, from ChangeCipherSpec on. (It does not
 * get the extension here, so that its Finished is wrong then.) */
START_TEST(not_repeated)
{
  static const uint8_t head[] = {0, 1, 0, 1};
  configure(GCM);
  client_config.max_fragment = TLS12_FRAGMENT_2048;
  start();
  for (int i = 0; i < 4; i++) places[i].max_fragment = 0;
  client_config.session = &last;
  memcpy(change.head, head, 4);
  change.at = 1;
  change.value = 0x99;
  start();
  change.at = 0;
  ck_assert(tls12_resumed(&server) && tls12_resumed(&client));
  ck_assert_uint_eq(client.max_fragment, 0);
  ck_assert_uint_eq(client.read_limit, 2048);
  refused(&client, R5246_7_4_9_03, TLS12_DECRYPT_ERROR);
}
END_TEST

/* ServerHello with these extensions. */
static void hand_server_hello(const uint8_t *extensions, uint32_t n)
{
  static const uint8_t random[32];
  uint8_t record[256];
  const uint32_t length = server_hello_encode(0x0303, random, (struct tls12_bytes){0}, GCM, 0, n > 0,
                                              (struct tls12_bytes){extensions, n}, record + 9, sizeof record - 9);
  uint32_t at = write_uint8(record, 0, TLS12_HANDSHAKE);
  at = write_uint16(record, at, 0x0303);
  at = write_uint16(record, at, 4 + length);
  at = write_uint8(record, at, TLS12_SERVER_HELLO);
  at = write_uint24(record, at, length) + length;
  tls12_client(&client, &client_config);
  ck_assert_uint_eq(tls12_receive(&client, record, at), at);
}

//= build/requirements.md#R6066-4-03
//= type=test
//# A response different from the request makes the client abort with illegal_parameter.
//= build/requirements.md#R8449-5-01
//= type=test
//# A ServerHello containing both max_fragment_length and record_size_limit is a fatal error.
START_TEST(server_hello_by_hand)
{
  static const uint8_t one[] = {0, 1, 0, 1, 1}, five[] = {0, 1, 0, 1, 5}, limit[] = {0, 28, 0, 2, 0, 64},
                       low[] = {0, 28, 0, 2, 0, 63}, both[] = {0, 28, 0, 2, 0, 64, 0, 1, 0, 1, 2};
  configure(GCM);
  hand_server_hello(one, sizeof one);
  refused(&client, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
  hand_server_hello(limit, sizeof limit);
  refused(&client, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
  client_config.max_fragment = TLS12_FRAGMENT_1024;
  client_config.record_size_limit = 1000;
  hand_server_hello(one, sizeof one);
  refused(&client, R6066_4_03, TLS12_ILLEGAL_PARAMETER);
  hand_server_hello(five, sizeof five);
  refused(&client, R6066_4_02, TLS12_ILLEGAL_PARAMETER);
  hand_server_hello(low, sizeof low);
  refused(&client, R8449_4_02, TLS12_ILLEGAL_PARAMETER);
  hand_server_hello(both, sizeof both);
  refused(&client, R8449_5_01, TLS12_ILLEGAL_PARAMETER);
  hand_server_hello(limit, sizeof limit);
  ck_assert_int_eq(tls12_status(&client), TLS12_HANDSHAKING);
  ck_assert_uint_eq(client.record_size_limit, 64);
}
END_TEST

//= build/requirements.md#R6066-4-02
//= type=test
//# A value outside 1..4 makes the server abort with illegal_parameter.
START_TEST(client_hello_changed)
{
  static const uint8_t max_fragment_length[] = {0, 1, 0, 1}, record_size_limit[] = {0, 28, 0, 2};
  for (int with = 0; with < 2; with++) {
    configure(GCM);
    client_config.credential_count = 0;
    client_config.max_fragment = TLS12_FRAGMENT_512;
    client_config.record_size_limit = server_config.record_size_limit = with ? 500 : 0;
    memcpy(change.head, max_fragment_length, 4);
    change.at = 4;
    change.value = 5;
    start();
    change.at = 0;
    if (with) /* RFC 8449 section 5: it is ignored; the keys show that the hello was changed */
      refused(&server, R5288_3_04, TLS12_BAD_RECORD_MAC);
    else
      refused(&server, R6066_4_02, TLS12_ILLEGAL_PARAMETER);
  }
  for (int supported = 0; supported < 2; supported++) {
    configure(GCM);
    client_config.record_size_limit = 100;
    server_config.record_size_limit = supported ? 500 : 0;
    memcpy(change.head, record_size_limit, 4);
    change.at = 5;
    change.value = 63;
    start();
    change.at = 0;
    refused(&server, R8449_4_02, TLS12_ILLEGAL_PARAMETER);
  }
}
END_TEST

//= build/requirements.md#R8449-4-03
//= type=test
//# No protected record with plaintext above the peers limit is generated; unprotected records are exempt.
//= build/requirements.md#R8449-4-05
//= type=test
//# A record above the receivers own advertised limit is answered with record_overflow.
START_TEST(size_limits)
{
  static const uint32_t limits[][4] = {
      /* configured, of the client and of the server; in force for what each receives */
      {64, 16384, 64, 16384},
      {1, 300, 64, 300},
      {777, 99999, 777, 16384},
      {16384, 511, 16384, 511}};
  for (unsigned i = 0; i < 4; i++)
    for (int cbc = 0; cbc < 2; cbc++) {
      configure(cbc ? CBC : GCM);
      client_config.record_size_limit = limits[i][0];
      server_config.record_size_limit = limits[i][1];
      start();
      ck_assert_uint_le(longest[1][0], limits[i][2]); /* not asked for, but some peers need it */
      expect(limits[i][3], limits[i][2]);
      for (int side = 0; side < 2; side++) {
        if (limits[i][2 + side] == 16384) continue;
        start();
        ck_assert(ends_connected());
        (void)hand(side ? &client : &server, side ? &server : &client, limits[i][2 + side] + 1);
        refused(side ? &server : &client, R8449_4_05, TLS12_RECORD_OVERFLOW);
      }
    }
}
END_TEST

//= build/requirements.md#R8449-4-04
//= type=test
//# A server does not reject values above the protocol maximum (e.g. 2^14+1).
START_TEST(beyond_the_maximum)
{
  static const uint8_t head[] = {0, 28, 0, 2};
  configure(GCM);
  client_config.credential_count = 0;
  client_config.record_size_limit = server_config.record_size_limit = 16384;
  memcpy(change.head, head, 4);
  change.at = 5;
  change.value = 255;
  start();
  change.at = 0;
  refused(&server, R5288_3_04, TLS12_BAD_RECORD_MAC); /* as the hello was changed */
  ck_assert_uint_eq(server.record_size_limit, 16384);
}
END_TEST

//= build/requirements.md#R8449-5-02
//= type=test
//# A server supporting record_size_limit ignores max_fragment_length if both are offered.
//= build/requirements.md#R8449-4-06
//= type=test
//# Endpoints advertise the extension even without need for a limit; it is negotiated anew in renegotiation and
//# resumption.
START_TEST(both_extensions)
{
  configure(GCM);
  client_config.max_fragment = TLS12_FRAGMENT_512;
  client_config.record_size_limit = 2000;
  server_config.record_size_limit = 3000;
  start();
  expect(3000, 2000);
  ck_assert_uint_eq(last.max_fragment, 0);
  client_config.session = &last;
  client_config.record_size_limit = 200;
  start();
  ck_assert(tls12_resumed(&server));
  expect(3000, 200);
  server_config.record_size_limit = 100;
  ck_assert(tls12_renegotiate(&client));
  converse();
  expect(100, 200);
  client_config.max_fragment = TLS12_FRAGMENT_16384;
  client_config.record_size_limit = 0; /* another handshake may drop it */
  ck_assert(tls12_renegotiate(&client));
  converse();
  expect(16384, 16384);

  client_config.max_fragment = TLS12_FRAGMENT_512; /* a server without record_size_limit */
  client_config.record_size_limit = 2000;
  server_config.record_size_limit = 0;
  start();
  ck_assert(!tls12_resumed(&server));
  expect(512, 512);
}
END_TEST

int main(void)
{
  if (test_credentials(credentials, &roots) != 0 || test_client_credentials(client_credentials) != 0)
    return EXIT_FAILURE;
  for (uint32_t i = 0; i < MANY; i++) data[i] = (uint8_t)(i * 7 + i / 256);
  Suite *suite = suite_create("record_limits");
  TCase *c = tcase_create("record_limits");
  tcase_set_timeout(c, 60);
  tcase_add_loop_test(c, fragments, 1, 5);
  tcase_add_test(c, too_long);
  tcase_add_test(c, resumption);
  tcase_add_test(c, not_repeated);
  tcase_add_test(c, server_hello_by_hand);
  tcase_add_test(c, client_hello_changed);
  tcase_add_test(c, size_limits);
  tcase_add_test(c, beyond_the_maximum);
  tcase_add_test(c, both_extensions);
  suite_add_tcase(suite, c);
  return run_suite(suite);
}
