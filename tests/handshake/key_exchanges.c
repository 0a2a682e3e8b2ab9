/* All key exchanges and all suites, our client with our server, and every answer of a client that is asked for its certificate. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/engine.h"
#include "handshake/key_exchange.h"
#include "tests/suite.h"
#include "tool/credentials.h"

static struct tls12_credential credentials[TEST_CREDENTIALS], client_credentials[TEST_CLIENT_CREDENTIALS];
static struct certificates roots;
static struct tls12_engine client, server;
static struct tls12_config client_config, server_config;
static uint16_t suite_value;

/* What one side saw: of each handshake type how many messages the client and the server sent, the length of ClientKeyExchange,
 * and the master secret. */
struct account {
  unsigned sent[2][256];
  uint32_t key_exchange_length;
  uint8_t master_secret[48];
};

static struct account of_client, of_server;

static void observe(void *context, const struct tls12_observation *observation)
{
  struct account *account = context;
  const struct tls12_bytes content = observation->content;
  if (observation->content_type != TLS12_HANDSHAKE) return;
  account->sent[observation->from_client != 0][content.data[0]]++;
  if (content.data[0] == TLS12_CLIENT_KEY_EXCHANGE) account->key_exchange_length = content.length - 4;
}

static void keep_secret(void *context, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  (void)client_random;
  memcpy(((struct account *)context)->master_secret, master_secret, 48);
}

static int random_bytes(void *context, uint8_t *out, size_t n)
{
  uint64_t *seed = context;
  for (size_t i = 0; i < n; i++) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    out[i] = (uint8_t)(*seed >> 32);
  }
  return 0;
}

static void configure(uint16_t suite)
{
  static uint64_t seed;
  seed = 0x9E3779B97F4A7C15u ^ suite;
  suite_value = suite;
  const struct tls12_config common = {.policy = TLS12_POLICY_REFERENCE,
                                      .random = random_bytes,
                                      .random_context = &seed,
                                      .suites = &suite_value,
                                      .suite_count = 1,
                                      .anchors = roots.list,
                                      .anchor_count = roots.count,
                                      .time = 20260101000000,
                                      .psks = &test_psk,
                                      .psk_count = 1,
                                      .observe = observe,
                                      .key_log = keep_secret};
  memset(&of_client, 0, sizeof of_client);
  memset(&of_server, 0, sizeof of_server);
  client_config = server_config = common;
  client_config.server_name = "server.example";
  client_config.context = &of_client;
  server_config.credentials = credentials;
  server_config.credential_count = TEST_CREDENTIALS;
  server_config.context = &of_server;
}

static void hand_over(struct tls12_engine *from, struct tls12_engine *to)
{
  const struct tls12_bytes output = tls12_output(from);
  for (uint32_t at = 0, taken = 1; at < output.length && taken > 0; at += taken)
    taken = tls12_receive(to, output.data + at, output.length - at);
  tls12_sent(from, output.length);
}

/* Runs the handshake: 1 if both are connected, with the same secret. */
static int run(void)
{
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  while (tls12_output(&client).length > 0 || tls12_output(&server).length > 0) {
    hand_over(&client, &server);
    hand_over(&server, &client);
  }
  if (tls12_status(&client) != TLS12_CONNECTED || tls12_status(&server) != TLS12_CONNECTED) return 0;
  ck_assert_mem_eq(of_client.master_secret, of_server.master_secret, 48);
  return 1;
}

static void exchange_data(struct tls12_engine *from, struct tls12_engine *to, uint32_t n)
{
  uint8_t data[1000];
  for (uint32_t i = 0; i < n; i++) data[i] = (uint8_t)(i * 7 + n);
  ck_assert_uint_eq(tls12_send(from, data, n), n);
  hand_over(from, to);
  const struct tls12_bytes got = tls12_application(to);
  ck_assert_uint_eq(got.length, n);
  ck_assert_mem_eq(got.data, data, n);
  tls12_application_taken(to, n);
}

/* spec/flows.tsv: what the key exchange makes of the messages. */
static void check_messages(enum tls12_key_exchange kx)
{
  const int key = !uses_rsa(kx) && !uses_static_key(kx) && kx != TLS12_KX_PSK;
  for (const struct account *a = &of_client; a != NULL; a = a == &of_client ? &of_server : NULL) {
    ck_assert_uint_eq(a->sent[0][TLS12_CERTIFICATE], uses_certificate(kx) ? 1 : 0);
    ck_assert_uint_eq(a->sent[0][TLS12_SERVER_KEY_EXCHANGE], key ? 1 : 0);
    ck_assert_uint_eq(a->sent[0][TLS12_CERTIFICATE_REQUEST], 0);
    ck_assert_uint_eq(a->sent[1][TLS12_CERTIFICATE], 0);
    ck_assert_uint_eq(a->sent[1][TLS12_CLIENT_KEY_EXCHANGE], 1);
    ck_assert_uint_eq(a->sent[1][TLS12_CERTIFICATE_VERIFY], 0);
  }
}

//= build/requirements.md#R5246-9-01
//= type=test
//# Absent an application profile, TLS_RSA_WITH_AES_128_CBC_SHA is implemented.
//= build/requirements.md#R9325-4.2-01
//= type=test
//# The four ECDHE AES-GCM suites are implemented.
//= build/requirements.md#R8422-6-01
//= type=test
//# A server supports ECDHE_RSA and ECDHE_ECDSA with AES_128_GCM_SHA256 and AES_128_CBC_SHA; a client at least one of
//# the four.
//= build/requirements.md#R5246-7.4.1.2-08
//= type=test
//# Every implementation supports null compression.
START_TEST(every_suite)
{
  ck_assert_uint_eq(tls12_suite_count, 126);
  for (unsigned i = 0; i < tls12_suite_count; i++) {
    configure(tls12_suites[i].value);
    ck_assert_msg(run(), "%s", tls12_suites[i].name);
    ck_assert_uint_eq(client.suite->value, tls12_suites[i].value);
    check_messages(tls12_suites[i].key_exchange);
    exchange_data(&client, &server, 1000);
    exchange_data(&server, &client, 1);
  }
}
END_TEST

/* RFC 9325 section 4, RFC 9155, RFC 8996. */
//= build/requirements.md#R9325-4.1-01
//= type=test
//# NULL-encryption suites are not negotiated (implementing them for tests is tolerated).
//= build/requirements.md#R9325-4.1-02
//= type=test
//# RC4 suites and suites under 112 bits are not negotiated.
START_TEST(modern_refuses)
{
  unsigned allowed = 0;
  for (unsigned i = 0; i < tls12_suite_count; i++) {
    const struct tls12_suite *suite = &tls12_suites[i];
    const enum tls12_key_exchange kx = suite->key_exchange;
    const int allows = tls12_policy_allows_suite(TLS12_POLICY_MODERN, suite) != 0;
    allowed += (unsigned)allows;
    ck_assert(tls12_policy_allows_suite(TLS12_POLICY_REFERENCE, suite));
    if (suite->cipher <= TLS12_CIPHER_3DES_EDE_CBC || uses_rsa(kx) || uses_static_key(kx) || kx == TLS12_KX_DH_ANON ||
        kx == TLS12_KX_ECDH_ANON || kx == TLS12_KX_DHE_DSS)
      ck_assert_msg(!allows, "%s", suite->name);
  }
  ck_assert_uint_eq(allowed, 7);
}
END_TEST

/* The source that fails when the server's private operation is to be blinded: that is the server's fault, and shows as one. */
static int short_random(void *context, uint8_t *out, size_t n)
{
  return n > 64 ? 1 : random_bytes(context, out, n);
}

START_TEST(decryption_is_blinded)
{
  configure(0x003C); /* RSA */
  server_config.random = short_random;
  ck_assert(!run());
  ck_assert_int_eq(server.failure.cause, TLS12_OWN_FAULT);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_INTERNAL_ERROR);
  ck_assert_uint_eq(of_client.sent[1][TLS12_CLIENT_KEY_EXCHANGE], 1);
}
END_TEST

/* ---- pre-shared keys ---- */

static const uint16_t psk_suites[] = {0x00A8, 0x00AA, 0xC037, 0x00AC}; /* PSK, DHE_PSK, ECDHE_PSK, RSA_PSK */

START_TEST(psk_hint)
{
  for (int i = 0; i < 4; i++) {
    configure(psk_suites[i]);
    server_config.psk_hint = test_psk.identity;
    ck_assert(run());
    ck_assert_uint_eq(of_client.sent[0][TLS12_SERVER_KEY_EXCHANGE], 1); /* R4279-2-02, R4279-4-02 */
  }
}
END_TEST

/* R4279-5.3-01, and up to the limit of this implementation. */
//= build/requirements.md#R4279-5.3-01
//= type=test
//# Identities up to 128 bytes and PSKs up to 64 bytes are supported.
START_TEST(psk_lengths)
{
  static uint8_t bytes[1000];
  static const uint32_t lengths[][2] = {{128, 64}, {0, 1}, {1, TLS12_PSK_MAX}, {1000, 63}};
  memset(bytes, 'k', sizeof bytes);
  for (int i = 0; i < 4; i++)
    for (int k = 0; k < 4; k++) {
      const struct tls12_psk psk = {{bytes, lengths[k][0]}, {bytes, lengths[k][1]}};
      configure(psk_suites[i]);
      client_config.psks = server_config.psks = &psk;
      ck_assert(run());
    }
}
END_TEST

START_TEST(psk_unknown_or_wrong)
{
  static const uint8_t name[] = "nobody", key[] = "wrong";
  const struct tls12_psk unknown = {{name, 6}, test_psk.key}, wrong = {test_psk.identity, {key, 5}};
  const struct tls12_psk empty = {test_psk.identity, {key, 0}}, second[] = {unknown, test_psk};
  for (int i = 0; i < 4; i++) {
    configure(psk_suites[i]);
    client_config.psks = &unknown;
    ck_assert(!run());
    ck_assert_int_eq(server.failure.fault.rule, R4279_2_06);
    ck_assert_int_eq(client.failure.fault.alert, TLS12_UNKNOWN_PSK_IDENTITY);
    configure(psk_suites[i]);
    client_config.psks = &wrong;
    ck_assert(!run());
    ck_assert_int_eq(server.failure.fault.alert, TLS12_BAD_RECORD_MAC);
    configure(psk_suites[i]);
    server_config.psks = second; /* the server finds the key that is named */
    server_config.psk_count = 2;
    ck_assert(run());
    configure(psk_suites[i]);
    server_config.psks = &empty;
    ck_assert(!run());
    ck_assert_int_eq(server.failure.cause, TLS12_NO_AGREEMENT);
    configure(psk_suites[i]);
    client_config.psk_count = 0; /* then the client has nothing to offer */
    ck_assert(!run());
    ck_assert_int_eq(client.failure.cause, TLS12_OWN_FAULT);
  }
}
END_TEST

/* ---- the client's certificate ---- */

enum { OF_RSA, OF_DSA, OF_ECDSA, OF_ED25519, OF_DH, OF_ECDH };

/* What the client answers with in this key exchange, when it has this certificate. Ed25519 signs all messages, which are not
 * kept here (client_certificates.c). */
static int expected_answer(enum tls12_key_exchange kx, int which)
{
  if (which <= OF_ECDSA) return ON_SIGNING_CERTIFICATE;
  if (which == OF_DH && kx >= TLS12_KX_DH_DSS && kx <= TLS12_KX_DHE_RSA) return ON_FIXED_CERTIFICATE;
  if (which == OF_ECDH && (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA)) return ON_FIXED_CERTIFICATE;
  return ON_EMPTY_CERTIFICATE;
}

/* The first AES suite. */
static uint16_t suite_of(enum tls12_key_exchange kx)
{
  for (unsigned i = 0; i < tls12_suite_count; i++)
    if (tls12_suites[i].key_exchange == kx && tls12_suites[i].cipher >= TLS12_CIPHER_AES_128_CBC)
      return tls12_suites[i].value;
  return 0;
}

static void configure_client(enum tls12_key_exchange kx, int which, enum tls12_client_certificate asked)
{
  configure(suite_of(kx));
  client_config.credentials = &client_credentials[which];
  client_config.credential_count = 1;
  server_config.client_certificate = asked;
}

//= build/requirements.md#R8422-3-01
//= type=test
//# ecdsa_sign client authentication works with every non-anonymous key exchange, ECC or not, and the client
//# certificate type may differ from the servers.
//= build/requirements.md#R5246-7.3-02
//= type=test
//# If a CertificateRequest was received the client sends a Certificate message.
//= build/requirements.md#R8422-3-02
//= type=test
//# Without an appropriate certificate, or unwilling, the client sends an empty Certificate.
START_TEST(every_client_certificate)
{
  for (enum tls12_key_exchange kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++)
    for (int which = OF_RSA; which <= OF_ECDH; which++) {
      configure_client(kx, which, TLS12_REQUESTED);
      ck_assert_msg(run(), "%s with certificate %d", tls12_key_exchange_name(kx), which);
      const unsigned asked = uses_certificate(kx) ? 1 : 0;
      const int answer = asked ? expected_answer(kx, which) : ON_EMPTY_CERTIFICATE;
      ck_assert_uint_eq(of_client.sent[0][TLS12_CERTIFICATE_REQUEST], asked);
      ck_assert_uint_eq(of_client.sent[1][TLS12_CERTIFICATE], asked);
      ck_assert_uint_eq(of_client.sent[1][TLS12_CERTIFICATE_VERIFY], answer == ON_SIGNING_CERTIFICATE ? 1 : 0);
      ck_assert_int_eq(of_client.key_exchange_length == 0, answer == ON_FIXED_CERTIFICATE);
      ck_assert_int_eq(client.client_certificate, answer);
      ck_assert_int_eq(server.client_certificate, answer);
      exchange_data(&client, &server, 100);
      exchange_data(&server, &client, 100);
    }
}
END_TEST

//= build/requirements.md#R8422-3-04
//= type=test
//# A server that requires client authentication may answer an empty Certificate with handshake_failure.
START_TEST(certificate_required)
{
  for (enum tls12_key_exchange kx = TLS12_KX_RSA; kx <= TLS12_KX_ECDHE_RSA; kx++)
    if (uses_certificate(kx)) {
      configure_client(kx, OF_RSA, TLS12_REQUIRED);
      ck_assert(run());
      configure_client(kx, OF_ED25519, TLS12_REQUIRED);
      ck_assert(!run());
      ck_assert_int_eq(server.failure.fault.rule, R5246_7_4_6_03);
      ck_assert_int_eq(client.failure.fault.alert, TLS12_HANDSHAKE_FAILURE);
    }
}
END_TEST

/* The certificate of one key, and another key that signs, or agrees. */
START_TEST(key_of_another)
{
  struct tls12_credential false_one = client_credentials[OF_ECDSA];
  false_one.key = client_credentials[OF_ECDH].key;
  configure_client(TLS12_KX_ECDHE_RSA, OF_ECDSA, TLS12_REQUESTED);
  client_config.credentials = &false_one;
  ck_assert(!run());
  ck_assert_int_eq(server.failure.fault.rule, R5246_7_4_8_04);
  ck_assert_int_eq(client.failure.fault.alert, TLS12_DECRYPT_ERROR);

  false_one = client_credentials[OF_ECDH]; /* R4492-3.2-03: Finished proves possession */
  false_one.key = client_credentials[OF_ECDSA].key;
  configure_client(TLS12_KX_ECDH_RSA, OF_ECDH, TLS12_REQUESTED);
  client_config.credentials = &false_one;
  client_config.key_log = server_config.key_log = NULL;
  ck_assert(!run());
  ck_assert_int_eq(server.failure.fault.alert, TLS12_BAD_RECORD_MAC);
}
END_TEST

//= build/requirements.md#R5246-7.4.6-04
//= type=test
//# If the client chain is unacceptable the server either goes on, treating the client as unauthenticated, or sends a
//# fatal alert.
START_TEST(chain_of_the_client)
{
  configure_client(TLS12_KX_ECDHE_RSA, OF_RSA, TLS12_REQUESTED);
  server_config.anchor_count = 0;
  ck_assert(!run());
  ck_assert_int_eq(client.failure.fault.alert, TLS12_UNKNOWN_CA);
  configure_client(TLS12_KX_ECDHE_RSA, OF_RSA, TLS12_REQUESTED);
  server_config.time = 22000101000000;
  ck_assert(!run());
  ck_assert_int_eq(client.failure.fault.alert, TLS12_CERTIFICATE_EXPIRED);
  configure_client(TLS12_KX_ECDHE_RSA, OF_RSA, TLS12_REQUESTED);
  client_config.credentials = &credentials[0]; /* a certificate for servers only */
  ck_assert(!run());
  ck_assert_int_eq(client.failure.cause, TLS12_PEER_ALERT);
}
END_TEST

/* R5246-7.4.6-09: the client does not send it. */
START_TEST(fixed_key_of_another_group)
{
  struct tls12_credential dh = client_credentials[OF_DH];
  uint8_t other[2048];
  ck_assert_uint_le(dh.chain[0].length, sizeof other);
  memcpy(other, dh.chain[0].data, dh.chain[0].length);
  const struct tls12_bytes chain = {other, dh.chain[0].length};
  dh.chain = &chain;
  for (uint32_t i = 0; i + 8 < chain.length; i++) /* p in the certificate: its second byte of ones */
    if (memcmp(other + i, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8) == 0) {
      other[i + 1] = 0xFE;
      break;
    }
  configure_client(TLS12_KX_DH_RSA, OF_DH, TLS12_REQUESTED);
  client_config.credentials = &dh;
  ck_assert(run());
  ck_assert_int_eq(server.client_certificate, ON_EMPTY_CERTIFICATE);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/key_exchanges");
  TCase *tests = tcase_create("key exchanges");
  if (test_credentials(credentials, &roots) != 0 || test_client_credentials(client_credentials) != 0) return 1;
  tcase_set_timeout(tests, 0);
  tcase_add_test(tests, every_suite);
  tcase_add_test(tests, modern_refuses);
  tcase_add_test(tests, decryption_is_blinded);
  tcase_add_test(tests, psk_hint);
  tcase_add_test(tests, psk_lengths);
  tcase_add_test(tests, psk_unknown_or_wrong);
  tcase_add_test(tests, every_client_certificate);
  tcase_add_test(tests, certificate_required);
  tcase_add_test(tests, key_of_another);
  tcase_add_test(tests, chain_of_the_client);
  tcase_add_test(tests, fixed_key_of_another_group);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
