/* encrypt_then_mac (RFC 7366) in the engine: who offers it, who accepts, and what later handshakes make of it. */
#include <check.h>
#include <string.h>

#include "message/server_hello.h"
#include "spec/handshake_types.h"
#include "tests/handshake/ends.h"
#include "wire/writer.h"

enum { GCM = 0xC02F, CBC = 0xC013, OTHER_CBC = 0xC028, STREAM = 0x003B };

static uint16_t suites[2];
static struct tls12_session last;

static void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes ticket)
{
  (void)sessions;
  (void)ticket;
  last = *session;
}

/* Both sides with this suite; the client offers another after it. */
static void configure(uint16_t suite, uint16_t also)
{
  suites[0] = suite;
  suites[1] = also;
  ends_configure(suites);
  client_config.renegotiation = server_config.renegotiation = 1;
  ends_keep_sessions(keep);
  client_config.suite_count = also != 0 ? 2 : 1;
}

static void start(void)
{
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  ends_converse();
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

/* Connected, with the mechanism or without on all four keys; the records bear it out. */
static void expect(int mechanism)
{
  ck_assert(ends_connected());
  ck_assert_int_eq(client.encrypt_then_mac, mechanism);
  ck_assert_int_eq(server.encrypt_then_mac, mechanism);
  ck_assert_int_eq(client.read_key.encrypt_then_mac, mechanism);
  ck_assert_int_eq(client.write_key.encrypt_then_mac, mechanism);
  ck_assert_int_eq(server.read_key.encrypt_then_mac, mechanism);
  ck_assert_int_eq(server.write_key.encrypt_then_mac, mechanism);
  data_flows();
}

static void refused(const struct tls12_engine *e, int rule, int alert)
{
  ck_assert_int_eq(e->failure.cause, TLS12_PEER_VIOLATION);
  ck_assert_int_eq(e->failure.fault.rule, rule);
  ck_assert_int_eq(e->failure.fault.alert, alert);
}

//= build/requirements.md#R7366-2-02
//= type=test
//# Encrypt-then-MAC is not used unless both hellos carried it.
//= build/requirements.md#R7366-3-02
//= type=test
//# If a stream or AEAD suite is selected the server does not answer with the extension.
START_TEST(every_suite)
{
  const struct tls12_suite *suite = &tls12_suites[_i];
  const int block = tls12_cipher_sizes(suite->cipher).type == TLS12_BLOCK;
  configure(suite->value, CBC); /* offered in any case */
  start();
  expect(block);
  for (int side = 0; side < 2; side++) {
    configure(suite->value, 0);
    (side ? &server_config : &client_config)->without_encrypt_then_mac = 1;
    start();
    expect(0);
  }
}
END_TEST

/* The record after ChangeCipherSpec, with a bit flipped anywhere, is refused for its MAC. */
//= build/requirements.md#R7366-3-03
//= type=test
//# The MAC is checked before decryption; failure gives fatal bad_record_mac at once.
START_TEST(wrong_mac)
{
  for (uint32_t bit = 0; bit < 8 * 64; bit += 5) {
    configure(CBC, 0);
    start();
    ck_assert_uint_eq(tls12_send(&client, (const uint8_t *)"hello", 5), 5);
    const struct tls12_bytes output = tls12_output(&client);
    uint8_t record[128], before[128];
    ck_assert_uint_eq(output.length, 5 + 16 + 16 + 20);
    memcpy(record, output.data, output.length);
    if (bit / 8 >= output.length - 5) break;
    record[5 + bit / 8] ^= (uint8_t)(1u << bit % 8);
    memcpy(before, record, sizeof before);
    ck_assert_uint_eq(tls12_receive(&server, record, output.length), output.length);
    refused(&server, R7366_3_03, TLS12_BAD_RECORD_MAC);
    ck_assert_mem_eq(server.input, before, output.length); /* nothing is decrypted */
    ck_assert_uint_eq(tls12_application(&server).length, 0);
    ends_converse();
    ck_assert_int_eq(client.failure.cause, TLS12_PEER_ALERT);
    ck_assert_int_eq(client.failure.fault.alert, TLS12_BAD_RECORD_MAC);
  }
}
END_TEST

/* Each connection negotiates it anew, resumed or not. */
START_TEST(resumption)
{
  for (int first = 0; first < 2; first++)
    for (int second = 0; second < 2; second++) {
      configure(CBC, 0);
      client_config.without_encrypt_then_mac = !first;
      start();
      expect(first);
      client_config.session = &last;
      client_config.without_encrypt_then_mac = !second;
      start();
      ck_assert(tls12_resumed(&client) && tls12_resumed(&server));
      expect(second);
    }
}
END_TEST

static void again(uint16_t suite)
{
  suites[0] = suite;
  ck_assert(tls12_renegotiate(&client));
  ends_converse();
}

//= build/requirements.md#R7366-3.1-02
//= type=test
//# The mechanism is kept unchanged over all rehandshakes.
START_TEST(kept_by_renegotiation)
{
  static const uint16_t with[] = {CBC, OTHER_CBC, GCM, CBC, STREAM, OTHER_CBC};
  configure(GCM, 0);
  start();
  expect(0);
  for (unsigned i = 0; i < sizeof with / sizeof *with; i++) {
    again(with[i]);
    expect(with[i] == CBC || with[i] == OTHER_CBC);
  }
  for (int side = 0; side < 2; side++) { /* who had no such mechanism, and has one then, stays without it */
    struct tls12_config *config = side ? &server_config : &client_config;
    configure(CBC, 0);
    config->without_encrypt_then_mac = 1;
    start();
    config->without_encrypt_then_mac = 0;
    again(GCM);
    again(CBC);
    expect(0);
  }
  client.block_mechanism = TLS12_MECHANISM_OPEN; /* a client that asks for a change */
  again(CBC);
  expect(0);
}
END_TEST

//= build/requirements.md#R7366-3.1-01
//= type=test
//# A renegotiation never goes from encrypt-then-MAC back to MAC-then-encrypt, not even via an AEAD suite in between.
START_TEST(no_way_back)
{
  for (int side = 0; side < 2; side++)
    for (int between = 0; between < 2; between++) {
      configure(CBC, 0);
      start();
      if (between) again(GCM);
      if (side) { /* a server that does not answer */
        server_config.without_encrypt_then_mac = 1;
        server.block_mechanism = TLS12_MECHANISM_OPEN;
      } else {
        client_config.without_encrypt_then_mac = 1;
      }
      again(CBC);
      refused(side ? &client : &server, R7366_3_1_01, TLS12_HANDSHAKE_FAILURE);
    }
}
END_TEST

/* ServerHello with this suite, and the extension with n bytes. */
static void hand_server_hello(uint16_t suite, uint8_t n)
{
  static const uint8_t random[32];
  const uint8_t extension[] = {0, 22, 0, n, 0};
  uint8_t record[256];
  const uint32_t length = server_hello_encode(0x0303, random, (struct tls12_bytes){0}, suite, 0, 1,
                                              (struct tls12_bytes){extension, 4u + n}, record + 9, sizeof record - 9);
  uint32_t at = write_uint8(record, 0, TLS12_HANDSHAKE);
  at = write_uint16(record, at, 0x0303);
  at = write_uint16(record, at, 4 + length);
  at = write_uint8(record, at, TLS12_SERVER_HELLO);
  at = write_uint24(record, at, length) + length;
  tls12_client(&client, &client_config);
  ck_assert_uint_eq(tls12_receive(&client, record, at), at);
}

START_TEST(server_hello_by_hand)
{
  configure(CBC, GCM);
  hand_server_hello(CBC, 0);
  ck_assert_int_eq(tls12_status(&client), TLS12_HANDSHAKING);
  ck_assert(client.encrypt_then_mac);
  hand_server_hello(CBC, 1);
  refused(&client, R7366_2_01, TLS12_DECODE_ERROR);
  hand_server_hello(GCM, 0);
  refused(&client, R7366_3_02, TLS12_ILLEGAL_PARAMETER);
  client_config.without_encrypt_then_mac = 1;
  hand_server_hello(CBC, 0);
  refused(&client, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
  configure(GCM, 0);
  hand_server_hello(GCM, 0);
  refused(&client, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
}
END_TEST

int main(void)
{
  if (test_credentials(credentials, &roots) != 0) return EXIT_FAILURE;
  Suite *suite = suite_create("encrypt_then_mac");
  TCase *c = tcase_create("encrypt_then_mac");
  tcase_set_timeout(c, 60);
  tcase_add_loop_test(c, every_suite, 0, (int)tls12_suite_count);
  tcase_add_test(c, wrong_mac);
  tcase_add_test(c, resumption);
  tcase_add_test(c, kept_by_renegotiation);
  tcase_add_test(c, no_way_back);
  tcase_add_test(c, server_hello_by_hand);
  suite_add_tcase(suite, c);
  return run_suite(suite);
}
