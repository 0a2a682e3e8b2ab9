/* The engine in memory: complete handshakes in all dresses, and every damage refused. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/engine.h"
#include "tool/credentials.h"
#include "tests/suite.h"
#include "x509/certificate.h"

static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;
static struct tls12_engine client, server;
static struct tls12_config client_config, server_config;

/* xorshift: the same bytes in every run. */
static uint64_t seed;
static uint8_t next_byte(void)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint8_t)(seed >> 32);
}

static int random_bytes(void *context, uint8_t *out, size_t n)
{
  (void)context;
  for (size_t i = 0; i < n; i++) out[i] = next_byte();
  return 0;
}

static int no_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  return -1;
}

static uint16_t suite_value;

static void configure(uint16_t suite)
{
  suite_value = suite;
  seed = 0x9E3779B97F4A7C15u ^ suite;
  client_config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                        .random = random_bytes,
                                        .suites = &suite_value,
                                        .suite_count = 1,
                                        .psks = &test_psk,
                                        .psk_count = 1,
                                        .server_name = "server.example",
                                        .anchors = roots.list,
                                        .anchor_count = roots.count,
                                        .time = 20260101000000};
  server_config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                        .random = random_bytes,
                                        .suites = &suite_value,
                                        .suite_count = 1,
                                        .credentials = credentials,
                                        .credential_count = TEST_CREDENTIALS,
                                        .psks = &test_psk,
                                        .psk_count = 1,
                                        .time = 20260101000000};
}

static void start(uint16_t suite)
{
  configure(suite);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
}

/* Changes the k-th byte that one side sends by xor with `mask`; counts on. */
struct damage {
  int of_client;
  uint32_t at;
  uint8_t mask;
  uint32_t seen;
};

/* Hands bytes over, at most `piece` at a time, until nobody has any. */
static void converse(uint32_t piece, struct damage *damage)
{
  for (;;) {
    struct tls12_engine *from = tls12_output(&client).length > 0 ? &client : &server;
    struct tls12_engine *to = from == &client ? &server : &client;
    const struct tls12_bytes output = tls12_output(from);
    if (output.length == 0) return;
    const uint32_t n = output.length < piece ? output.length : piece;
    uint8_t *bytes = malloc(n);
    memcpy(bytes, output.data, n);
    if (damage != NULL && damage->of_client == (from == &client)) {
      if (damage->at - damage->seen < n) bytes[damage->at - damage->seen] ^= damage->mask;
      damage->seen += n;
    }
    for (uint32_t at = 0; at < n && tls12_status(to) < TLS12_CLOSED;) {
      const uint32_t taken = tls12_receive(to, bytes + at, n - at);
      if (taken == 0) break;
      at += taken;
    }
    free(bytes);
    tls12_sent(from, n);
  }
}

static int connected(void)
{
  return tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED;
}

static const uint16_t one_of_each[] = {0x009C, 0x003C, 0x0033, 0xCCAA, 0xC02B, 0xC024, 0xC030, 0xC013};
#define KINDS (sizeof one_of_each / sizeof one_of_each[0])

START_TEST(every_suite_completes)
{
  ck_assert_uint_eq(tls12_suite_count, 126);
  for (unsigned i = 0; i < tls12_suite_count; i++) {
    start(tls12_suites[i].value);
    converse(UINT32_MAX, NULL);
    ck_assert_msg(connected(), "%s", tls12_suites[i].name);
    ck_assert_uint_eq(client.suite->value, server.suite->value);
    ck_assert(client.extended_master_secret && server.extended_master_secret && client.renegotiation_info);
  }
}
END_TEST

//= build/requirements.md#R5246-6.2.1-03
//= type=test
//# A handshake message may be split over any number of records and several messages may share one record; the
//# receiver reassembles by the handshake header only, down to one-byte fragments.
START_TEST(pieces_of_any_size)
{
  for (uint32_t piece = 1; piece < 12; piece++) {
    start(one_of_each[piece % KINDS]);
    converse(piece, NULL);
    ck_assert(connected());
  }
}
END_TEST

START_TEST(application_data_both_ways)
{
  uint8_t data[40000];
  for (size_t i = 0; i < KINDS; i++) {
    start(one_of_each[i]);
    ck_assert_uint_eq(tls12_send(&client, data, 10), 0); /* not before the handshake is over */
    converse(UINT32_MAX, NULL);
    for (int way = 0; way < 2; way++) {
      struct tls12_engine *from = way ? &server : &client, *to = way ? &client : &server;
      uint32_t sent = 0, got = 0;
      for (size_t k = 0; k < sizeof data; k++) data[k] = next_byte();
      while (got < sizeof data) {
        sent += tls12_send(from, data + sent, (uint32_t)sizeof data - sent);
        const struct tls12_bytes output = tls12_output(from);
        ck_assert(output.length > 0 || tls12_application(to).length > 0);
        tls12_sent(from, tls12_receive(to, output.data, output.length));
        const struct tls12_bytes content = tls12_application(to);
        ck_assert_uint_le(got + content.length, sizeof data);
        ck_assert(content.length == 0 || memcmp(content.data, data + got, content.length) == 0);
        got += content.length;
        tls12_application_taken(to, content.length);
      }
    }
    tls12_close(&client);
    converse(UINT32_MAX, NULL);
    ck_assert_int_eq(tls12_status(&client), TLS12_CLOSED);
    ck_assert_int_eq(tls12_status(&server), TLS12_CLOSED);
  }
}
END_TEST

/* A flipped bit anywhere in a handshake: somebody notices, and says which alert; never are both connected. The version
 * byte of the records before ServerHello is free (RFC 5246 appendix E.1): those two places are passed over. */
START_TEST(every_flipped_bit_is_noticed)
{
  static const uint16_t suites[] = {0x009C, 0x0033, 0xC02B};
  for (size_t i = 0; i < 3; i++)
    for (int of_client = 0; of_client < 2; of_client++) {
      struct damage count = {of_client, UINT32_MAX, 0, 0};
      start(suites[i]);
      converse(UINT32_MAX, &count);
      for (uint32_t at = 0; at < count.seen; at += 1 + at % 5) {
        struct damage damage = {of_client, at, (uint8_t)(1u << at % 8), 0};
        start(suites[i]);
        converse(UINT32_MAX, &damage);
        if (connected()) ck_assert_msg(at == 2, "%u of %s survives", at, of_client ? "client" : "server");
        for (int side = 0; side < 2; side++) {
          const struct tls12_engine *e = side ? &server : &client;
          if (tls12_status(e) != TLS12_FAILED) continue;
          ck_assert_int_ne(e->failure.cause, TLS12_NO_FAILURE);
          ck_assert_int_ne(e->failure.fault.alert, TLS12_NO_ALERT);
          if (e->failure.cause == TLS12_PEER_VIOLATION) ck_assert_int_ne(e->failure.fault.rule, TLS12_NO_RULE);
        }
      }
    }
}
END_TEST

static void hand_record(struct tls12_engine *to, uint8_t type, uint8_t major, uint8_t minor, uint16_t content)
{
  const uint8_t record[] = {type, major, minor, 0, 2, (uint8_t)(content >> 8), (uint8_t)content};
  for (uint32_t at = 0; at < sizeof record; at++) /* in pieces: the header is judged again with each */
    if (tls12_status(to) < TLS12_CLOSED) ck_assert_uint_eq(tls12_receive(to, record + at, 1), 1);
}

/* The server has sent its first flight, of which the client has got the first n records. */
static void start_flight(int n)
{
  start(0xC02F);
  const struct tls12_bytes hello = tls12_output(&client);
  ck_assert_uint_eq(tls12_receive(&server, hello.data, hello.length), hello.length);
  tls12_sent(&client, hello.length);
  const struct tls12_bytes flight = tls12_output(&server);
  for (uint32_t at = 0; n > 0 && at < flight.length; n--) {
    const uint32_t length = 5 + 256u * flight.data[at + 3] + flight.data[at + 4];
    ck_assert_uint_eq(tls12_receive(&client, flight.data + at, length), length);
    at += length;
  }
  tls12_sent(&server, flight.length);
}

static void answered(const struct tls12_engine *e, int cause, int rule, int alert)
{
  ck_assert_int_eq(e->failure.cause, cause);
  ck_assert_int_eq(e->failure.fault.rule, rule);
  ck_assert_int_eq(e->failure.fault.alert, alert);
}

/* RFC 5246 appendix E.1: a client that cannot use ServerHello may say so in a record of another version. */
//= build/requirements.md#R5246-E.1-04
//= type=test
//# Any record-layer version {03,XX} is accepted on records carrying ClientHello.
START_TEST(first_alert_of_another_version)
{
  for (uint8_t minor = 0; minor < 5; minor++) {
    start_flight(0);
    hand_record(&server, TLS12_ALERT, 3, minor, 0x0228);
    answered(&server, TLS12_PEER_ALERT, TLS12_NO_RULE, TLS12_HANDSHAKE_FAILURE);
  }
  start_flight(4);
  hand_record(&server, TLS12_ALERT, 3, 1, 0x0164); /* a warning: the handshake goes on */
  converse(UINT32_MAX, NULL);
  ck_assert(connected());
  start_flight(0);
  hand_record(&client, TLS12_ALERT, 3, 1, 0x0228);
  answered(&client, TLS12_PEER_ALERT, TLS12_NO_RULE, TLS12_HANDSHAKE_FAILURE);

  start_flight(0);
  hand_record(&server, TLS12_ALERT, 2, 3, 0x0228); /* not {03,XX} */
  answered(&server, TLS12_PEER_VIOLATION, R5246_6_2_1_05, TLS12_PROTOCOL_VERSION);
  start_flight(0);
  hand_record(&server, TLS12_HANDSHAKE, 3, 1, 0x1000); /* not an alert */
  answered(&server, TLS12_PEER_VIOLATION, R5246_6_2_1_05, TLS12_PROTOCOL_VERSION);
  start_flight(0);
  hand_record(&server, TLS12_HANDSHAKE, 3, 3, 0x1000); /* not the first record */
  hand_record(&server, TLS12_ALERT, 3, 1, 0x0228);
  answered(&server, TLS12_PEER_VIOLATION, R5246_6_2_1_05, TLS12_PROTOCOL_VERSION);
  start_flight(1); /* ServerHello: the server knows its version */
  hand_record(&client, TLS12_ALERT, 3, 1, 0x0228);
  answered(&client, TLS12_PEER_VIOLATION, R5246_6_2_1_05, TLS12_PROTOCOL_VERSION);
}
END_TEST

START_TEST(chain_time_and_name)
{
  configure(0xC02F);
  client_config.server_name = "other.example";
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  converse(UINT32_MAX, NULL);
  ck_assert_int_eq(client.failure.cause, TLS12_PEER_VIOLATION);
  ck_assert_int_eq(server.failure.cause, TLS12_PEER_ALERT);
  ck_assert_int_eq(server.failure.fault.alert, client.failure.fault.alert);

  configure(0xC02F);
  client_config.time = 22000101000000;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  converse(UINT32_MAX, NULL);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_CERTIFICATE_EXPIRED);

  configure(0xC02F);
  client_config.anchor_count = 0;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  converse(UINT32_MAX, NULL);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_UNKNOWN_CA);
}
END_TEST

/* How many extensions of this type the first ClientHello has. */
static unsigned offered_extensions(unsigned type)
{
  const struct tls12_bytes record = tls12_output(&client);
  uint32_t at = 5 + 4 + 2 + 32, count = 0;
  at += 1u + record.data[at];                             /* session_id */
  at += 2 + 256u * record.data[at] + record.data[at + 1]; /* cipher_suites */
  at += 1u + record.data[at];                             /* compression_methods */
  ck_assert_uint_eq(at + 2 + 256u * record.data[at] + record.data[at + 1], record.length);
  for (at += 2; at < record.length; at += 4 + 256u * record.data[at + 2] + record.data[at + 3])
    count += 256u * record.data[at] + record.data[at + 1] == type;
  return count;
}

//= build/requirements.md#R8422-4-01
//= type=test
//# A client proposing ECC suites sends supported_groups and ec_point_formats.
//= build/requirements.md#R8422-4-04
//= type=test
//# The two extensions are not sent when no ECC suite is proposed
START_TEST(groups_only_with_elliptic_curves)
{
  static const uint16_t both[] = {0x009C, 0xC02F};
  for (unsigned i = 0; i < tls12_suite_count; i++) {
    const unsigned expected = strstr(tls12_suites[i].name, "ECDH") != NULL;
    start(tls12_suites[i].value);
    ck_assert_uint_eq(offered_extensions(TLS12_SUPPORTED_GROUPS), expected);
    ck_assert_uint_eq(offered_extensions(TLS12_EC_POINT_FORMATS), expected);
  }
  configure(0x009C);
  client_config.suites = both;
  client_config.suite_count = 2;
  tls12_client(&client, &client_config);
  ck_assert_uint_eq(offered_extensions(TLS12_SUPPORTED_GROUPS), 1);
  ck_assert_uint_eq(offered_extensions(TLS12_EC_POINT_FORMATS), 1);
}
END_TEST

//= build/requirements.md#R5246-7.4.1.3-11
//= type=test
//# If no acceptable algorithm set exists the server answers with handshake_failure instead of ServerHello.
START_TEST(no_common_suite)
{
  static const uint16_t only[] = {0xC02B};
  configure(0x009C);
  server_config.suites = only;
  server_config.suite_count = 1;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  converse(UINT32_MAX, NULL);
  ck_assert_int_eq(server.failure.cause, TLS12_NO_AGREEMENT);
  ck_assert_int_eq(server.failure.fault.alert, TLS12_HANDSHAKE_FAILURE);
  ck_assert_int_eq(client.failure.cause, TLS12_PEER_ALERT);
}
END_TEST

//= build/requirements.md#R9325-4.1-03
//= type=test
//# Suites under 128 bits (3DES), static RSA, static DH, static ECDH and finite-field DHE suites are not negotiated.
//= build/requirements.md#R9325-4.2-02
//= type=test
//# CBC suites are not used without encrypt_then_mac.
START_TEST(modern_policy)
{
  static const uint16_t modern[] = {0xC02F, 0xC02B, 0xCCA8, 0xC030}, old[] = {0x009C, 0x009E, 0xC013, 0xC027};
  for (int i = 0; i < 8; i++) {
    configure(i < 4 ? modern[i] : old[i - 4]);
    server_config.policy = TLS12_POLICY_MODERN;
    tls12_client(&client, &client_config);
    tls12_server(&server, &server_config);
    converse(UINT32_MAX, NULL);
    ck_assert_int_eq(connected(), i < 4);
  }
}
END_TEST

START_TEST(without_random_bytes)
{
  configure(0xC02F);
  client_config.random = no_random;
  tls12_client(&client, &client_config);
  ck_assert_int_eq(client.failure.cause, TLS12_OWN_FAULT);
  ck_assert_int_eq(tls12_status(&client), TLS12_FAILED);
}
END_TEST

/* The client gets a HelloRequest that the server's engine would not send, under the server's write key. */
static void hand_request(const uint8_t *request, uint32_t length)
{
  uint8_t record[64];
  const uint8_t iv[16] = {0};
  memcpy(record, request, length);
  const uint32_t n =
      tls12_record_seal(&server.write_key, 22, 0x0303, (struct tls12_bytes){request, length}, iv, record + 5, 59);
  const uint8_t header[5] = {22, 3, 3, 0, (uint8_t)n};
  memcpy(record, header, 5);
  ck_assert_uint_eq(tls12_receive(&client, record, 5 + n), 5 + n);
}

/* After the handshake both sides decline another one, and stay connected. */
START_TEST(renegotiation_is_declined)
{
  static const uint8_t hello_request[] = {0, 0, 0, 0};
  start(0xC02F);
  converse(UINT32_MAX, NULL);
  ck_assert(connected());
  hand_request(hello_request, sizeof hello_request);
  converse(UINT32_MAX, NULL);
  ck_assert(connected());
}
END_TEST

START_TEST(hello_request_with_a_body)
{
  static const uint8_t hello_request[] = {0, 0, 0, 1, 0};
  start(0xC02F);
  converse(UINT32_MAX, NULL);
  ck_assert(connected());
  hand_request(hello_request, sizeof hello_request);
  ck_assert_int_eq(tls12_status(&client), TLS12_FAILED);
  ck_assert_int_eq(client.failure.fault.rule, R5246_7_4_1_1_05);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_DECODE_ERROR);
  ck_assert_uint_eq(client.failure.fault.offset, 4);
}
END_TEST

/* Writes the leaf of the first credential with a signature that makes it so long. */
static void write_long_certificate(uint8_t *out, uint32_t length)
{
  const struct tls12_bytes leaf = credentials[0].chain[0];
  struct tls12_x509 parsed;
  ck_assert_uint_eq(x509_parse(leaf.data, leaf.length, &parsed).rule, TLS12_NO_RULE);
  const uint32_t n = parsed.algorithm.offset + parsed.algorithm.length - parsed.to_be_signed.offset;
  const uint32_t contents = length - 4, bits = contents - n - 4;
  const uint8_t outer[] = {DER_SEQUENCE, 0x82, (uint8_t)(contents / 256), (uint8_t)contents};
  const uint8_t signature[] = {DER_BIT_STRING, 0x82, (uint8_t)(bits / 256), (uint8_t)bits};
  memset(out, 0, length);
  memcpy(out, outer, 4);
  memcpy(out + 4, leaf.data + parsed.to_be_signed.offset, n);
  memcpy(out + 4 + n, signature, 4);
}

/* A server whose first flight leaves no room for an alert, because of a certificate of that length in its chain, takes in a
 * record, and judges it when its output is sent. Answers with the length of the flight. */
static uint32_t early_data(uint32_t certificate_length)
{
  static const uint8_t data[] = {23, 3, 3, 0, 2, 'h', 'i'};
  static uint8_t filler[TLS12_RECORD_MAX];
  struct tls12_credential long_chain[2] = {credentials[0], credentials[1]};
  struct tls12_bytes chains[2][2];
  write_long_certificate(filler, certificate_length);
  for (int i = 0; i < 2; i++) {
    chains[i][0] = credentials[i].chain[0];
    chains[i][1] = (struct tls12_bytes){filler, certificate_length};
    long_chain[i].chain = chains[i];
    long_chain[i].chain_length = 2;
  }
  configure(0xC02F);
  server_config.credentials = long_chain;
  server_config.credential_count = 2;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  const struct tls12_bytes hello = tls12_output(&client);
  ck_assert_uint_eq(tls12_receive(&server, hello.data, hello.length), hello.length);
  const uint32_t flight = tls12_output(&server).length;

  ck_assert_uint_eq(tls12_receive(&server, data, sizeof data), sizeof data);
  ck_assert_uint_eq(tls12_application(&server).length, 0);
  tls12_sent(&server, flight);
  answered(&server, TLS12_PEER_VIOLATION, R5246_7_3_05, TLS12_UNEXPECTED_MESSAGE);
  return flight;
}

//= build/requirements.md#R5246-7.4.9-08
//= type=test
//# Application data is sent and accepted only after a sides own Finished was sent and the peers Finished was
//# validated (initial handshake).
START_TEST(early_data_is_never_handed_out)
{
  const uint32_t shortest = 16384, room = TLS12_RECORD_MAX - 103 - early_data(shortest);
  for (uint32_t more = 0; more < 8; more++) early_data(shortest + room + more);
}
END_TEST

//= build/requirements.md#R5246-8.1-02
//= type=test
//# The premaster secret is erased once the master secret is computed.
START_TEST(secrets_are_forgotten)
{
  static const uint8_t zero[sizeof client.private_share] = {0};
  start(0x009E);
  converse(UINT32_MAX, NULL);
  ck_assert(connected());
  ck_assert_mem_eq(client.master_secret, zero, sizeof client.master_secret);
  ck_assert_mem_eq(server.master_secret, zero, sizeof server.master_secret);
  ck_assert_mem_eq(server.private_share, zero, sizeof server.private_share);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/engine");
  TCase *tests = tcase_create("engine");
  if (test_credentials(credentials, &roots) != 0) return 1;
  tcase_set_timeout(tests, 0);
  tcase_add_test(tests, every_suite_completes);
  tcase_add_test(tests, pieces_of_any_size);
  tcase_add_test(tests, application_data_both_ways);
  tcase_add_test(tests, every_flipped_bit_is_noticed);
  tcase_add_test(tests, first_alert_of_another_version);
  tcase_add_test(tests, chain_time_and_name);
  tcase_add_test(tests, no_common_suite);
  tcase_add_test(tests, groups_only_with_elliptic_curves);
  tcase_add_test(tests, modern_policy);
  tcase_add_test(tests, without_random_bytes);
  tcase_add_test(tests, renegotiation_is_declined);
  tcase_add_test(tests, hello_request_with_a_body);
  tcase_add_test(tests, early_data_is_never_handed_out);
  tcase_add_test(tests, secrets_are_forgotten);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
