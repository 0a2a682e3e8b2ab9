/* Client authentication with every pair that CertificateVerify can have, Ed25519 included, and by the authorities that the server
 * names. */
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "tests/handshake/pair.h"
#include "x509/authority.h"

enum { OF_RSA, OF_DSA, OF_ECDSA, OF_ED25519 };

static struct tls12_credential client_credentials[TEST_CLIENT_CREDENTIALS];
static uint8_t room[2][TLS12_MESSAGE_MAX], names[1024];
static struct tls12_messages of_client, of_server;
static const uint16_t ecdhe_rsa = 0xC02F;

/* So many bytes for the messages of each side. */
static void keep_messages(uint32_t size_of_client, uint32_t size_of_server)
{
  of_client = (struct tls12_messages){room[0], size_of_client, 77};
  of_server = (struct tls12_messages){room[1], size_of_server, 77};
}

static void configure(const uint16_t *suite, unsigned which)
{
  pair_configure(suite);
  client_config.credentials = &client_credentials[which];
  client_config.credential_count = 1;
  server_config.client_certificate = TLS12_REQUESTED;
  keep_messages(TLS12_MESSAGE_MAX, TLS12_MESSAGE_MAX);
}

static void start(void)
{
  memset(seen.types, 0, sizeof seen.types);
  tls12_client_keeping(&client, &client_config, of_client.size == 0 ? NULL : &of_client);
  tls12_server_keeping(&server, &server_config, of_server.size == 0 ? NULL : &of_server);
}

static int connect_both(void)
{
  start();
  pair_converse();
  return tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED;
}

/* Both sides say that the client signed, or that it had no certificate. */
static void signed_by_client(int expected)
{
  const int kind = expected ? ON_SIGNING_CERTIFICATE : ON_EMPTY_CERTIFICATE;
  ck_assert_int_eq(client.client_certificate, kind);
  ck_assert_int_eq(server.client_certificate, kind);
  ck_assert_int_eq(seen.types[TLS12_CERTIFICATE_VERIFY], expected);
}

/* Ed25519 as ecdsa_sign in every key exchange with a certificate, under both policies. */
//= build/requirements.md#R8422-5.6-01
//= type=test
//# For ecdsa_sign the leaf holds an ECDSA- or EdDSA-capable key
//= build/requirements.md#R8422-5.8-01
//= type=test
//# CertificateVerify with ECDSA or EdDSA covers the handshake messages exactly as with other algorithms.
START_TEST(ed25519)
{
  static const uint16_t suites[] = {0x009C, 0x0030, 0x0031, 0x0032, 0x0033, 0xC004, 0xC00E, 0xC02B, 0xC030, 0x0094};
  configure(&suites[_i], OF_ED25519);
  server_config.client_certificate = TLS12_REQUIRED;
  ck_assert(connect_both());
  signed_by_client(1);
  ck_assert_uint_eq(client.signature_pair, 0x0807);
  if (suites[_i] != 0xC02B && suites[_i] != 0xC030) return;
  client_config.policy = server_config.policy = TLS12_POLICY_MODERN;
  ck_assert(connect_both());
  signed_by_client(1);
}
END_TEST

/* The message at `at` of an output is the one of that type, in a record of its own: where the next record begins. */
static uint32_t after_message(struct tls12_bytes output, int type)
{
  for (uint32_t at = 0; at + 6 <= output.length;) {
    const int found = output.data[at + 5];
    at += 5 + 256u * output.data[at + 3] + output.data[at + 4];
    if (found == type) return at;
  }
  ck_abort_msg("there is no message %d", type);
}

/* Each pair that the policy has: the client is made to choose it once it has read CertificateRequest. */
//= build/requirements.md#R5246-7.4.8-07
//= type=test
//# The transcript is buffered, or hashed with every hash the server offered, until CertificateVerify has been handled.
START_TEST(every_pair)
{
  const struct tls12_bytes pairs = offered_pairs(TLS12_POLICY_REFERENCE);
  const uint32_t pair = PAIR(pairs.data[2 * _i], pairs.data[2 * _i + 1]);
  const int among_few = list_holds(requested_pairs(TLS12_POLICY_REFERENCE, 0), pair);
  if (pair == 0x0808) return; /* no built-in credential with Ed448: tests/interop/extensions.py */
  unsigned which = OF_RSA;
  while (client_credentials[which].key.kind != scheme_key(pair)) which++;
  for (int kept = 1; kept >= 0; kept--) {
    configure(&ecdhe_rsa, which);
    if (!kept) of_server.size = 0;
    if (!kept && which == OF_ED25519) continue; /* the client would have no certificate: below */
    start();
    pair_deliver(&client, &server);
    const struct tls12_bytes output = tls12_output(&server);
    const uint32_t n = after_message(output, TLS12_CERTIFICATE_REQUEST);
    ck_assert_uint_eq(tls12_receive(&client, output.data, n), n);
    ck_assert_int_eq(client.client_certificate, ON_SIGNING_CERTIFICATE);
    client.signature_pair = (uint16_t)pair;
    tls12_sent(&server, n);
    pair_converse();
    if (kept || among_few) {
      ck_assert_msg(tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED, "%04X", pair);
      signed_by_client(1);
    } else {
      pair_refused(&server, TLS12_PEER_VIOLATION, R5246_7_4_8_05, TLS12_ILLEGAL_PARAMETER);
    }
  }
}
END_TEST

/* CertificateVerify with a pair that was not asked for, some that nobody knows: no hash is made for it. */
START_TEST(pairs_of_nobody)
{
  static const uint16_t pairs[] = {0x0000, 0x0001, 0x0101, 0x0104, 0x0701, 0x0806, 0x0809, 0x0F03, 0xFFFF};
  static uint8_t bytes[TLS12_OUTPUT_MAX];
  const uint32_t pair = pairs[_i];
  configure(&ecdhe_rsa, OF_RSA);
  start();
  pair_deliver(&client, &server);
  pair_deliver(&server, &client);
  const struct tls12_bytes output = tls12_output(&client);
  memcpy(bytes, output.data, output.length);
  const uint32_t at = after_message(output, TLS12_CLIENT_KEY_EXCHANGE);
  ck_assert_uint_eq(bytes[at + 5], TLS12_CERTIFICATE_VERIFY);
  bytes[at + 9] = (uint8_t)(pair >> 8);
  bytes[at + 10] = (uint8_t)pair;
  tls12_receive(&server, bytes, output.length);
  tls12_sent(&client, output.length);
  pair_converse();
  const enum tls12_rule rule =
      pair == 0x0806 ? R5246_7_4_8_04 : R5246_7_4_8_05; /* it is asked for; the signature is another */
  pair_refused(&server, TLS12_PEER_VIOLATION, rule, pair == 0x0806 ? TLS12_DECRYPT_ERROR : TLS12_ILLEGAL_PARAMETER);
}
END_TEST

/* Whoever does not keep the messages can do without Ed25519. */
START_TEST(messages_not_kept)
{
  for (int side = 0; side < 2; side++) {
    configure(&ecdhe_rsa, OF_ED25519);
    (side ? &of_client : &of_server)->size = 0;
    ck_assert(connect_both());
    signed_by_client(0);
    configure(&ecdhe_rsa, OF_ECDSA);
    (side ? &of_client : &of_server)->size = 0;
    ck_assert(connect_both());
    signed_by_client(1);
  }
}
END_TEST

/* Memory of any size: too little for CertificateRequest is as none; when it ends after that, the side that has no more fails by
 * itself; no byte beyond is written. */
START_TEST(memory_of_any_size)
{
  configure(&ecdhe_rsa, OF_ED25519);
  ck_assert(connect_both());
  const uint32_t whole = of_server.length + 100;
  int without = 0, failed = 0, with = 0;
  for (uint32_t size = 1; size < whole; size += 13)
    for (int side = 0; side < 2; side++) {
      configure(&ecdhe_rsa, OF_ED25519);
      memset(room, 0xEE, sizeof room);
      (side ? &of_client : &of_server)->size = size;
      if (!connect_both()) {
        const struct tls12_engine *e = side ? &client : &server;
        ck_assert_int_eq(e->failure.cause, TLS12_OWN_FAULT);
        failed++;
      } else if (seen.types[TLS12_CERTIFICATE_VERIFY] == 0) {
        signed_by_client(0);
        without++;
      } else {
        with++;
      }
      ck_assert_uint_eq(room[side ? 0 : 1][size], 0xEE);
    }
  ck_assert(without > 0 && failed > 0 && with > 0);
}
END_TEST

/* Another handshake on the connection begins with no messages. */
START_TEST(renegotiated)
{
  configure(&ecdhe_rsa, OF_ED25519);
  client_config.renegotiation = server_config.renegotiation = 1;
  ck_assert(connect_both());
  const uint32_t length = of_server.length;
  ck_assert(tls12_renegotiate(_i ? &client : &server));
  pair_converse();
  ck_assert(tls12_renegotiated(&client) && tls12_status(&server) == TLS12_CONNECTED);
  ck_assert_int_eq(seen.types[TLS12_CERTIFICATE_VERIFY], 2);
  ck_assert_uint_lt(of_server.length, length + 200);
}
END_TEST

/* ---- authorities ---- */

/* The server names these of the roots. */
static void ask_for(unsigned first, unsigned count)
{
  const uint32_t n = tls12_distinguished_names(&roots.list[first], count, names, sizeof names);
  ck_assert_uint_gt(n, 0);
  server_config.certificate_authorities = (struct tls12_bytes){names, n};
}

/* Whether some root issued the client's certificate. */
static int issued(unsigned root, unsigned which)
{
  struct tls12_x509 leaf, parsed;
  const struct tls12_bytes der = client_credentials[which].chain[0];
  ck_assert_int_eq(x509_parse(der.data, der.length, &leaf).rule, TLS12_NO_RULE);
  ck_assert_int_eq(x509_parse(roots.list[root].data, roots.list[root].length, &parsed).rule, TLS12_NO_RULE);
  return leaf.issuer.length == parsed.subject.length &&
         memcmp(der.data + leaf.issuer.offset, roots.list[root].data + parsed.subject.offset, leaf.issuer.length) == 0;
}

/* The first credential whose issuer is named is taken; with none of them the client has no certificate. */
START_TEST(by_authorities)
{
  int chosen = 0, none = 0;
  for (unsigned root = 0; root < roots.count; root++) {
    configure(&ecdhe_rsa, OF_RSA);
    client_config.credential_count = OF_ED25519 + 1;
    ask_for(root, 1);
    ck_assert(connect_both());
    const struct tls12_credential *expected = NULL;
    for (unsigned which = OF_RSA; which <= OF_ED25519 && expected == NULL; which++)
      if (issued(root, which)) expected = &client_credentials[which];
    signed_by_client(expected != NULL);
    if (expected != NULL) ck_assert_ptr_eq(client.credential, expected);
    chosen += expected != NULL;
    none += expected == NULL;
  }
  ck_assert(chosen > 0 && none > 0);
  configure(&ecdhe_rsa, OF_RSA);
  ask_for(0, roots.count);
  ck_assert(connect_both());
  signed_by_client(1);
}
END_TEST

/* What is no list of names, or longer than a message. */
START_TEST(lists_that_are_none)
{
  static uint8_t longest[TLS12_MESSAGE_MAX];
  configure(&ecdhe_rsa, OF_RSA);
  server_config.certificate_authorities = (struct tls12_bytes){(const uint8_t *)"\0\5\x30", 3};
  ck_assert(!connect_both());
  ck_assert_int_eq(server.failure.cause, TLS12_OWN_FAULT);
  longest[0] = 0xFF;
  longest[1] = 0xFD;
  server_config.certificate_authorities = (struct tls12_bytes){longest, 65535};
  ck_assert(!connect_both());
  ck_assert_int_eq(server.failure.cause, TLS12_OWN_FAULT);
  const struct tls12_bytes bad = {names, 2};
  ck_assert_uint_eq(tls12_distinguished_names(&bad, 1, names, sizeof names), 0);
  const uint32_t n = tls12_distinguished_names(roots.list, roots.count, names, sizeof names);
  ck_assert_uint_eq(tls12_distinguished_names(roots.list, roots.count, names, n), n);
  ck_assert_uint_eq(tls12_distinguished_names(roots.list, roots.count, names, n - 1), 0);
}
END_TEST

int main(void)
{
  pair_prepare();
  if (test_client_credentials(client_credentials) != 0) return 1;
  Suite *s = suite_create("handshake/client_certificates");
  TCase *tc = tcase_create("handshake/client_certificates");
  tcase_set_timeout(tc, 120);
  tcase_add_loop_test(tc, ed25519, 0, 10);
  tcase_add_loop_test(tc, every_pair, 0, 18);
  tcase_add_loop_test(tc, pairs_of_nobody, 0, 9);
  tcase_add_test(tc, messages_not_kept);
  tcase_add_test(tc, memory_of_any_size);
  tcase_add_loop_test(tc, renegotiated, 0, 2);
  tcase_add_test(tc, by_authorities);
  tcase_add_test(tc, lists_that_are_none);
  suite_add_tcase(s, tc);
  return run_suite(s);
}
