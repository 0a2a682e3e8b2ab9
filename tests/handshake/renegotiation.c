/* Another handshake on the connection, asked for by either side: complete, declined, and refused for every reason of RFC 5746. */
#include <check.h>
#include <string.h>

#include "message/client_hello.h"
#include "message/server_hello.h"
#include "record/protection.h"
#include "spec/handshake_types.h"
#include "tests/handshake/ends.h"
#include "wire/writer.h"

static struct tls12_credential client_credentials[TEST_CLIENT_CREDENTIALS];
static uint16_t suite_value;

static void configure(uint16_t suite)
{
  suite_value = suite;
  ends_configure(&suite_value);
  client_config.renegotiation = server_config.renegotiation = 1;
}

static void handshake(void)
{
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  ends_converse();
  ck_assert(ends_connected());
  ck_assert(!tls12_renegotiated(&client) && !tls12_renegotiated(&server));
}

static void expect_data(struct tls12_engine *to, const char *text)
{
  const struct tls12_bytes got = tls12_application(to);
  ck_assert_uint_eq(got.length, strlen(text));
  ck_assert_mem_eq(got.data, text, got.length);
  tls12_application_taken(to, got.length);
}

static void send_data(struct tls12_engine *from, const char *text)
{
  ck_assert_uint_eq(tls12_send(from, (const uint8_t *)text, (uint32_t)strlen(text)), strlen(text));
}

static void data_flows(void)
{
  send_data(&client, "from the client");
  ends_converse();
  expect_data(&server, "from the client");
  send_data(&server, "from the server");
  ends_converse();
  expect_data(&client, "from the server");
}

/* Content in a record that the peer's key protects. */
static void hand(struct tls12_engine *from, struct tls12_engine *to, uint8_t type, const uint8_t *content, uint32_t n)
{
  uint8_t record[600];
  const uint32_t length = tls12_record_seal(&from->write_key, type, 0x0303, (struct tls12_bytes){content, n}, NULL,
                                            record + 5, sizeof record - 5);
  ck_assert_uint_ne(length, TLS12_SEAL_FAILED);
  uint32_t at = write_uint8(record, 0, type);
  at = write_uint16(record, at, 0x0303);
  at = write_uint16(record, at, length) + length;
  ck_assert_uint_eq(tls12_receive(to, record, at), at);
}

static void hand_message(struct tls12_engine *from, struct tls12_engine *to, uint8_t type, const uint8_t *body,
                         uint32_t n)
{
  uint8_t message[512];
  uint32_t at = write_uint8(message, 0, type);
  at = write_vector24(message, at, (struct tls12_bytes){body, n});
  hand(from, to, TLS12_HANDSHAKE, message, at);
}

/* A whole new handshake: other randoms, other keys, and both know it. */
static void renegotiate(struct tls12_engine *by)
{
  uint8_t random[TLS12_RANDOM_LENGTH];
  memcpy(random, client.server_random, sizeof random);
  ck_assert(tls12_renegotiate(by));
  ends_converse();
  ck_assert(ends_connected());
  ck_assert(tls12_renegotiated(&client) && tls12_renegotiated(&server));
  ck_assert_mem_ne(random, client.server_random, sizeof random);
  ck_assert_mem_eq(client.client_verify_data, server.client_verify_data, TLS12_VERIFY_DATA_LENGTH);
  ck_assert_mem_eq(client.server_verify_data, server.server_verify_data, TLS12_VERIFY_DATA_LENGTH);
}

static const uint16_t one_of_each[] = {0x009C, 0x0030, 0x0031, 0x0032, 0x0033, 0x0034, 0xC004, 0xC00E,
                                       0xC02B, 0xC030, 0xC018, 0x008C, 0x0090, 0xC035, 0x0094};

/* R5746-3.1-01, R5746-3.5-01, R5746-3.7-04, R5246-7.4.1.1-03, R5246-7.4.1.1-06. */
START_TEST(every_key_exchange)
{
  configure(one_of_each[_i]);
  handshake();
  for (int i = 0; i < 3; i++) {
    renegotiate(i % 2 ? &server : &client);
    data_flows();
  }
}
END_TEST

/* The first handshake without, the second with the client's certificate. */
START_TEST(certificate_in_the_second)
{
  configure(0xC02F);
  client_config.credentials = client_credentials;
  client_config.credential_count = 1;
  handshake();
  server.choice.request = 1;
  renegotiate(&server);
  ck_assert_int_eq(server.client_certificate, ON_SIGNING_CERTIFICATE);
}
END_TEST

/* What was on its way when the other side asked is not lost, and a peer may send more until its keys change. */
START_TEST(data_meanwhile)
{
  configure(0xC02F);
  handshake();
  ck_assert(tls12_renegotiate(&client));
  ck_assert_uint_eq(tls12_send(&client, (const uint8_t *)"x", 1), 0);
  send_data(&server, "crossing");
  const struct tls12_bytes hello = tls12_output(&client);
  ck_assert_uint_eq(tls12_receive(&server, hello.data, hello.length), hello.length);
  tls12_sent(&client, hello.length);
  hand(&client, &server, TLS12_APPLICATION_DATA, (const uint8_t *)"more", 4);
  expect_data(&server, "more");
  ends_converse();
  expect_data(&client, "crossing");
  ends_converse();
  ck_assert(ends_connected() && tls12_renegotiated(&client));
  data_flows();
  ck_assert(tls12_renegotiate(&server));
  send_data(&client, "before the request arrives");
  ends_converse();
  expect_data(&server, "before the request arrives");
  ends_converse();
  ck_assert(ends_connected());
  data_flows();
}
END_TEST

/* Both sides have something to say all the time: the word goes out whenever tls12_send takes it, and arrives;
 * not between this side's ChangeCipherSpec and the end of the handshake. */
struct talk {
  struct tls12_engine *from, *to;
  unsigned said, heard, meanwhile, kept;
};

static void say(struct talk *talk)
{
  const uint8_t word = (uint8_t)talk->said;
  const int own_ccs = talk->from->role == TLS12_CLIENT ? AFTER_CLIENT_CCS : AFTER_SERVER_CCS;
  const int over = tls12_status(talk->from) == TLS12_HANDSHAKING && talk->from->state >= own_ccs;
  if (over) talk->kept++;
  if (tls12_send(talk->from, &word, 1) == 0) return;
  ck_assert(!over);
  talk->said++;
  talk->meanwhile += tls12_status(talk->from) == TLS12_HANDSHAKING;
}

static void hear(struct talk *talk)
{
  const struct tls12_bytes got = tls12_application(talk->to);
  if (got.length == 0) return;
  ck_assert_uint_eq(got.length, 1);
  ck_assert_uint_eq(got.data[0], (uint8_t)talk->heard);
  talk->heard++;
  tls12_application_taken(talk->to, 1);
}

//= build/requirements.md#R5246-6.2.1-06
//= type=test
//# During a renegotiation the receiver must still accept and process application data records interleaved with
//# handshake records.
START_TEST(own_data_meanwhile)
{
  for (int by_server = 0; by_server < 2; by_server++)
    for (int allowed = 0; allowed < 2; allowed++) {
      struct talk talks[] = {{&client, &server, 0, 0, 0, 0}, {&server, &client, 0, 0, 0, 0}};
      configure(_i ? 0xC013 : 0xC02F);
      client_config.data_while_renegotiating = server_config.data_while_renegotiating = allowed;
      handshake();
      ck_assert(tls12_renegotiate(by_server ? &server : &client));
      for (int turn = 0; turn < 200; turn++) { /* a record at a time */
        struct talk *talk = &talks[turn % 2];
        say(&talks[0]);
        say(&talks[1]);
        const struct tls12_bytes output = tls12_output(talk->from);
        const uint32_t n = output.length == 0 ? 0 : 5 + 256u * output.data[3] + output.data[4];
        const uint32_t taken = n == 0 ? 0 : tls12_receive(talk->to, output.data, n);
        tls12_sent(talk->from, taken);
        hear(talk);
      }
      ends_converse();
      for (int i = 0; i < 2; i++)
        while (talks[i].heard < talks[i].said && tls12_application(talks[i].to).length > 0) {
          hear(&talks[i]);
          ends_converse();
        }
      ck_assert(ends_connected() && tls12_renegotiated(&client) && tls12_renegotiated(&server));
      if (allowed) ck_assert_uint_gt(talks[0].kept, 0);
      for (int i = 0; i < 2; i++) {
        ck_assert_uint_eq(talks[i].heard, talks[i].said);
        if (allowed)
          ck_assert_uint_gt(talks[i].meanwhile, 3);
        else
          ck_assert_uint_eq(talks[i].meanwhile, 0);
      }
      data_flows();
    }
}
END_TEST

START_TEST(records_of_one_byte)
{
  configure(0xC02F);
  handshake();
  ck_assert(tls12_renegotiate(&client));
  while (tls12_output(&client).length > 0 || tls12_output(&server).length > 0) {
    struct tls12_engine *from = tls12_output(&client).length > 0 ? &client : &server;
    ck_assert_uint_eq(tls12_receive(from == &client ? &server : &client, tls12_output(from).data, 1), 1);
    tls12_sent(from, 1);
  }
  ck_assert(ends_connected() && tls12_renegotiated(&server));
}
END_TEST

/* R5246-7.2.2: who declines leaves the connection as it was. R5746-5-01, R5746-4.4-01, R5746-4.2-01. */
START_TEST(declined)
{
  for (int by_client = 0; by_client < 2; by_client++)
    for (int legacy = 0; legacy < 2; legacy++) {
      struct tls12_engine *other = by_client ? &server : &client;
      configure(0xC02F);
      if (!legacy) (by_client ? &server_config : &client_config)->renegotiation = 0;
      handshake();
      if (legacy) other->renegotiation_info = 0;
      ck_assert(!tls12_renegotiate(other));
      ck_assert(tls12_renegotiate(by_client ? &client : &server));
      ends_converse();
      ck_assert(ends_connected());
      ck_assert(!tls12_renegotiated(&client) && !tls12_renegotiated(&server));
      data_flows();
    }
}
END_TEST

/* Not before the first handshake is over, and not after the connection is. */
START_TEST(only_when_connected)
{
  configure(0xC02F);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  ck_assert(!tls12_renegotiate(&client) && !tls12_renegotiate(&server));
  ends_converse();
  ck_assert(tls12_renegotiate(&client));
  ck_assert(!tls12_renegotiate(&client));
  ends_converse();
  tls12_close(&client);
  ck_assert(!tls12_renegotiate(&client));
}
END_TEST

static void refused(const struct tls12_engine *e, int rule)
{
  ck_assert_int_eq(e->failure.cause, TLS12_PEER_VIOLATION);
  ck_assert_int_eq(e->failure.fault.rule, rule);
  ck_assert_int_eq(e->failure.fault.alert, TLS12_HANDSHAKE_FAILURE);
}

/* The handshakes do not belong together: R5746-3.7-03, R5746-3.5-04. */
START_TEST(other_verify_data)
{
  for (int half = 0; half < 2; half++) {
    configure(0xC02F);
    handshake();
    (half ? server.server_verify_data : client.client_verify_data)[11] ^= 1;
    ck_assert(tls12_renegotiate(&client));
    ends_converse();
    refused(half ? &client : &server, half ? R5746_3_5_04 : R5746_3_7_03);
  }
}
END_TEST

/* R5746-3.7-01, R5746-3.7-02. */
START_TEST(client_hello_by_hand)
{
  for (int signalling_suite = 0; signalling_suite < 2; signalling_suite++) {
    static const uint8_t random[32], null_compression[] = {0}, suites[] = {0xC0, 0x2F, 0x00, 0xFF};
    uint8_t body[256];
    configure(0xC02F);
    handshake();
    hand_message(&client, &server, TLS12_CLIENT_HELLO, body,
                 client_hello_encode(
                     0x0303, random, (struct tls12_bytes){0}, (struct tls12_bytes){suites, signalling_suite ? 4 : 2},
                     (struct tls12_bytes){null_compression, 1}, 0, (struct tls12_bytes){0}, body, sizeof body));
    refused(&server, signalling_suite ? R5746_3_7_01 : R5746_3_7_02);
  }
}
END_TEST

/* R5746-3.5-03. */
START_TEST(server_hello_by_hand)
{
  static const uint8_t random[32];
  uint8_t body[256];
  configure(0xC02F);
  handshake();
  ck_assert(tls12_renegotiate(&client));
  hand_message(&server, &client, TLS12_SERVER_HELLO, body,
               server_hello_encode(0x0303, random, (struct tls12_bytes){0}, 0xC02F, 0, 0, (struct tls12_bytes){0}, body,
                                   sizeof body));
  refused(&client, R5746_3_5_03);
}
END_TEST

/* R7627-5.4-02: not after a session without extended master secret was resumed. */
START_TEST(not_after_a_legacy_session)
{
  configure(0xC02F);
  handshake();
  client.resumed = REQUIRED;
  client.extended_master_secret = 0;
  ck_assert(!tls12_renegotiate(&client));
}
END_TEST

int main(void)
{
  if (test_credentials(credentials, &roots) != 0 || test_client_credentials(client_credentials) != 0)
    return EXIT_FAILURE;
  Suite *suite = suite_create("renegotiation");
  TCase *c = tcase_create("renegotiation");
  tcase_set_timeout(c, 60);
  tcase_add_loop_test(c, every_key_exchange, 0, (int)(sizeof one_of_each / sizeof one_of_each[0]));
  tcase_add_test(c, certificate_in_the_second);
  tcase_add_test(c, data_meanwhile);
  tcase_add_loop_test(c, own_data_meanwhile, 0, 2);
  tcase_add_test(c, records_of_one_byte);
  tcase_add_test(c, declined);
  tcase_add_test(c, only_when_connected);
  tcase_add_test(c, other_verify_data);
  tcase_add_test(c, client_hello_by_hand);
  tcase_add_test(c, server_hello_by_hand);
  tcase_add_test(c, not_after_a_legacy_session);
  suite_add_tcase(suite, c);
  return run_suite(suite);
}
