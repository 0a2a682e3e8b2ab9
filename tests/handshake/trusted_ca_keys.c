/* trusted_ca_keys, RFC 6066 section 6: the client says which roots it has, and the server chooses its chain by that. */
#include "tests/handshake/pair.h"
#include "x509/authority.h"

enum { RSA, ECDSA, DSA }; /* of the credentials and of the roots */

static const uint16_t suites[] = {0xC02B, 0xC02F, 0x00A2}; /* ECDHE_ECDSA, ECDHE_RSA, DHE_DSS */
static struct tls12_credential rooted[3];
static struct tls12_bytes chains[3][2];
static uint8_t list[TLS12_AUTHORITIES_MAX];

/* Each chain of the server ends with its root, as a hash is of a certificate that the server has. */
static void configure(void)
{
  pair_configure(suites);
  client_config.suite_count = server_config.suite_count = 3;
  for (unsigned i = RSA; i <= DSA; i++) {
    chains[i][0] = credentials[i].chain[0];
    chains[i][1] = roots.list[i];
    rooted[i] = credentials[i];
    rooted[i].chain = chains[i];
    rooted[i].chain_length = 2;
  }
  server_config.credentials = rooted;
  server_config.credential_count = 3;
}

static void names(enum tls12_authority kind, unsigned which)
{
  const uint32_t n = tls12_trusted_authority(kind, roots.list[which], list, sizeof list);
  ck_assert_uint_gt(n, 0);
  client_config.trusted_authorities = (struct tls12_bytes){list, n};
}

/* The first suite is not the one that is taken, if its chain ends at a root that the client does not have. */
//= build/requirements.md#R6066-6-02
//= type=test
//# If used, the server answers with an empty trusted_ca_keys extension.
START_TEST(chain_by_root)
{
  const enum tls12_authority kind = (enum tls12_authority)(TLS12_KEY_SHA1_HASH + _i % 3);
  const unsigned which = (unsigned)_i / 3;
  static const uint16_t expected[] = {0xC02F, 0xC02B, 0x00A2};
  configure();
  names(kind, which);
  client_config.anchors = &roots.list[which];
  client_config.anchor_count = 1;
  ck_assert(pair_handshake());
  ck_assert_uint_eq(client.suite->value, expected[which]);
  ck_assert_ptr_eq(server.credential, &rooted[which]);
  ck_assert_int_eq(server.authorities_acknowledged, 1);
}
END_TEST

/* Without the extension, and with what does not tell one root from another, the first suite is taken. */
START_TEST(no_choice_by_root)
{
  static const uint8_t nothing;
  configure();
  ck_assert(pair_handshake());
  ck_assert_uint_eq(client.suite->value, 0xC02B);
  ck_assert_int_eq(server.authorities_acknowledged, 0);
  names(TLS12_PRE_AGREED, RSA);
  ck_assert(pair_handshake());
  ck_assert_uint_eq(client.suite->value, 0xC02B);
  ck_assert_int_eq(server.authorities_acknowledged, 1);
  client_config.trusted_authorities = (struct tls12_bytes){&nothing, 0};
  ck_assert(pair_handshake());
  ck_assert_uint_eq(client.suite->value, 0xC02B);
  ck_assert_int_eq(server.authorities_acknowledged, 0);
}
END_TEST

/* A root that no chain has is no reason to refuse; the client does that, if it does not know the one that it gets. */
START_TEST(root_of_nobody)
{
  configure();
  names(TLS12_X509_NAME, RSA);
  list[5] ^= 1;
  ck_assert(pair_handshake());
  ck_assert_uint_eq(client.suite->value, 0xC02B);
}
END_TEST

/* Among chains with the name that the client asks for, that by the root; with one chain alone that one. */
START_TEST(name_and_root)
{
  configure();
  client_config.suites = server_config.suites = &suites[1]; /* RSA, DSA: both for server.example */
  client_config.suite_count = server_config.suite_count = 2;
  names(TLS12_CERT_SHA1_HASH, DSA);
  ck_assert(pair_handshake());
  ck_assert_ptr_eq(server.credential, &rooted[DSA]);
  server_config.credential_count = 1; /* RSA alone */
  ck_assert(pair_handshake());
  ck_assert_ptr_eq(server.credential, &rooted[RSA]);
  ck_assert_int_eq(server.authorities_acknowledged, 1);
}
END_TEST

START_TEST(answers_that_a_client_refuses)
{
  static const uint8_t from[] = {0, TLS12_TRUSTED_CA_KEYS, 0, 0}, to[] = {0, TLS12_STATUS_REQUEST, 0, 0};
  configure();
  names(TLS12_X509_NAME, RSA);
  change.from = from;
  change.to = to;
  change.length = sizeof from;
  ck_assert(!pair_handshake());
  pair_refused(&client, TLS12_PEER_VIOLATION, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
  change.length = 0;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  pair_deliver(&client, &server);
  client_config.trusted_authorities.data = NULL; /* as if it had not said any */
  pair_converse();
  pair_refused(&client, TLS12_PEER_VIOLATION, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
}
END_TEST

START_TEST(not_when_resuming)
{
  configure();
  pair_keep_sessions();
  names(TLS12_X509_NAME, RSA);
  ck_assert(pair_handshake() && server.authorities_acknowledged);
  client_config.session = &seen.session;
  ck_assert(pair_handshake() && tls12_resumed(&client));
  ck_assert_int_eq(server.authorities_acknowledged, 0);
}
END_TEST

/* What is no list, or longer than a client can send. */
START_TEST(lists_that_are_none)
{
  configure();
  memset(list, 0, sizeof list);
  client_config.trusted_authorities = (struct tls12_bytes){list, sizeof list};
  ck_assert(pair_handshake());
  list[sizeof list - 1] = 4;
  ck_assert(!pair_handshake());
  ck_assert_int_eq(client.failure.cause, TLS12_OWN_FAULT);
  static const uint8_t longer[TLS12_AUTHORITIES_MAX + 1];
  client_config.trusted_authorities = (struct tls12_bytes){longer, sizeof longer};
  ck_assert(!pair_handshake());
  ck_assert_int_eq(client.failure.cause, TLS12_OWN_FAULT);
}
END_TEST

START_TEST(room_and_certificates)
{
  static const uint8_t none[] = {0x30, 0};
  for (int kind = TLS12_PRE_AGREED; kind <= TLS12_CERT_SHA1_HASH; kind++) {
    const uint32_t n = tls12_trusted_authority((enum tls12_authority)kind, roots.list[0], list, sizeof list);
    ck_assert_uint_gt(n, 0);
    ck_assert_uint_eq(list[0], (unsigned)kind);
    ck_assert_uint_eq(tls12_trusted_authority((enum tls12_authority)kind, roots.list[0], list, n), n);
    ck_assert_uint_eq(tls12_trusted_authority((enum tls12_authority)kind, roots.list[0], list, n - 1), 0);
    const struct tls12_bytes bad = {none, sizeof none};
    if (kind != TLS12_PRE_AGREED)
      ck_assert_uint_eq(tls12_trusted_authority((enum tls12_authority)kind, bad, list, sizeof list), 0);
  }
}
END_TEST

int main(void)
{
  pair_prepare();
  Suite *s = suite_create("handshake/trusted_ca_keys");
  TCase *tc = tcase_create("handshake/trusted_ca_keys");
  tcase_add_loop_test(tc, chain_by_root, 0, 9);
  tcase_add_test(tc, no_choice_by_root);
  tcase_add_test(tc, root_of_nobody);
  tcase_add_test(tc, name_and_root);
  tcase_add_test(tc, answers_that_a_client_refuses);
  tcase_add_test(tc, not_when_resuming);
  tcase_add_test(tc, lists_that_are_none);
  tcase_add_test(tc, room_and_certificates);
  suite_add_tcase(s, tc);
  return run_suite(s);
}
