/* Which of several credentials a server takes: by key exchange, server_name, signature_algorithms, supported_groups and
 * ec_point_formats. Each test hands a ClientHello to a server and looks at what it has chosen. */
#include <check.h>
#include <string.h>

#include "handshake/engine.h"
#include "message/client_hello.h"
#include "message/extension.h"
#include "message/handshake.h"
#include "spec/handshake_types.h"
#include "tests/suite.h"
#include "tool/credentials.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "tests/x509/certificates.inc"

enum { RSA, ECDSA, DSA, DH, ECDH };

/* For server.example; the chains of RSA and ECDSA are signed with SHA-256. */
static struct tls12_credential built_in[TEST_CREDENTIALS];
/* For *.wild.example: RSA for key encipherment alone, signed with RSA and SHA-512; ECDSA on P-256 and on P-384, signed with
 * ECDSA and SHA-256. */
static const struct tls12_bytes wild_rsa_chain[] = {{rsa_leaf, sizeof rsa_leaf}},
                                wild_ec_chain[] = {{ec_leaf, sizeof ec_leaf}},
                                wild_p384_chain[] = {{p384_leaf, sizeof p384_leaf}};
static struct tls12_credential wild_rsa = {.chain = wild_rsa_chain, .chain_length = 1},
                               wild_ec = {.chain = wild_ec_chain, .chain_length = 1},
                               wild_p384 = {.chain = wild_p384_chain, .chain_length = 1};

static struct tls12_engine server;

static int random_bytes(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0x5a, n);
  return 0;
}

/* What the client says. NULL: the extension is absent. Lists are texts, with their length in front. */
struct hello {
  struct tls12_bytes suites;
  const char *host, *groups, *formats, *pairs;
};

#define LIST(text)                                                                                                     \
  (struct tls12_bytes)                                                                                                 \
  {                                                                                                                    \
    (const uint8_t *)(text), sizeof(text) - 1                                                                          \
  }

/* An extension whose body is a list with a length of that many bytes. */
static uint32_t put(uint8_t *out, uint32_t at, uint32_t type, uint32_t length_size, struct tls12_bytes list)
{
  uint8_t body[1024];
  body[0] = (uint8_t)(list.length / 256);
  body[length_size - 1] = (uint8_t)list.length;
  memcpy(body + length_size, list.data, list.length);
  return write_extension(out, at, type, (struct tls12_bytes){body, length_size + list.length});
}

static struct tls12_bytes text(const char *list)
{
  return (struct tls12_bytes){(const uint8_t *)list + 1, (uint8_t)list[0]};
}

/* Hands the hello to a server with these credentials. */
static void greet(const struct tls12_credential *credentials, unsigned count, const struct hello *hello)
{
  static uint8_t record[4096];
  static struct tls12_config config;
  uint8_t list[2048], name[256];
  const uint8_t no_compression[] = {0};
  uint32_t n = 0;
  if (hello->host != NULL) {
    const uint32_t length = (uint32_t)strlen(hello->host);
    memcpy(name, (const uint8_t[]){0, 0, (uint8_t)length}, 3);
    memcpy(name + 3, hello->host, length);
    n = put(list, n, TLS12_SERVER_NAME, 2, (struct tls12_bytes){name, 3 + length});
  }
  if (hello->groups != NULL) n = put(list, n, TLS12_SUPPORTED_GROUPS, 2, text(hello->groups));
  if (hello->formats != NULL) n = put(list, n, TLS12_EC_POINT_FORMATS, 1, text(hello->formats));
  if (hello->pairs != NULL) n = put(list, n, TLS12_SIGNATURE_ALGORITHMS, 2, text(hello->pairs));
  const uint32_t length = client_hello_encode(0x0303, (const uint8_t[32]){1}, (struct tls12_bytes){0}, hello->suites,
                                              (struct tls12_bytes){no_compression, 1}, n != 0,
                                              (struct tls12_bytes){list, n}, record + 9, sizeof record - 9);
  ck_assert_uint_gt(length, 0);
  handshake_header_encode(TLS12_CLIENT_HELLO, length, record + 5);
  memcpy(record, (const uint8_t[]){22, 3, 3, (uint8_t)((length + 4) / 256), (uint8_t)(length + 4)}, 5);
  config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                 .random = random_bytes,
                                 .credentials = credentials,
                                 .credential_count = count,
                                 .time = 20260701000000};
  tls12_server(&server, &config);
  tls12_receive(&server, record, 9 + length);
}

/* The server goes on with that suite and the credential of that number. */
static void took(const struct tls12_credential *credentials, unsigned number, uint16_t suite)
{
  ck_assert_int_eq(tls12_status(&server), TLS12_HANDSHAKING);
  ck_assert_uint_eq(server.suite->value, suite);
  ck_assert_ptr_eq(server.credential, &credentials[number]);
}

static void refused(enum tls12_rule rule, enum tls12_alert alert)
{
  ck_assert_int_eq(tls12_status(&server), TLS12_FAILED);
  ck_assert_int_eq(server.failure.fault.rule, rule);
  ck_assert_int_eq(server.failure.fault.alert, alert);
}

#define ALL_PAIRS "\x0c\4\1\4\2\4\3\6\1\5\1\5\3"

START_TEST(by_key_exchange)
{
  static const struct {
    struct tls12_bytes suite;
    uint16_t value;
    unsigned credential;
  } cases[] = {{{(const uint8_t *)"\x00\x9c", 2}, 0x009C, RSA}, {{(const uint8_t *)"\x00\x9e", 2}, 0x009E, RSA},
               {{(const uint8_t *)"\xc0\x2f", 2}, 0xC02F, RSA}, {{(const uint8_t *)"\xc0\x2b", 2}, 0xC02B, ECDSA},
               {{(const uint8_t *)"\x00\xa2", 2}, 0x00A2, DSA}, {{(const uint8_t *)"\x00\xa0", 2}, 0x00A0, DH},
               {{(const uint8_t *)"\xc0\x31", 2}, 0xC031, ECDH}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    greet(built_in, TEST_CREDENTIALS, &(struct hello){.suites = cases[i].suite, .pairs = ALL_PAIRS});
    took(built_in, cases[i].credential, cases[i].value);
  }
  greet(&wild_rsa, 1, &(struct hello){.suites = LIST("\xc0\x2f"), .pairs = ALL_PAIRS}); /* not for signatures */
  refused(R5246_7_4_1_2_13, TLS12_HANDSHAKE_FAILURE);
}
END_TEST

START_TEST(by_server_name)
{
  const struct tls12_credential two[] = {built_in[RSA], wild_rsa}, kinds[] = {built_in[ECDSA], wild_rsa};
  struct hello hello = {.suites = LIST("\x00\x9c"), .pairs = ALL_PAIRS, .host = "a.wild.example"};
  greet(two, 2, &hello);
  took(two, 1, 0x009C);
  hello.host = "server.example"; /* both are for it */
  greet(two, 2, &hello);
  took(two, 0, 0x009C);
  hello.host = "elsewhere.example"; /* none is: the first all the same */
  greet(two, 2, &hello);
  took(two, 0, 0x009C);
  hello.host = NULL;
  greet(two, 2, &hello);
  took(two, 0, 0x009C);

  hello.suites = LIST("\xc0\x2b\x00\x9c"); /* the name is worth more than the better suite */
  greet(kinds, 2, &hello);
  took(kinds, 0, 0xC02B);
  hello.host = "a.wild.example";
  greet(kinds, 2, &hello);
  took(kinds, 1, 0x009C);
}
END_TEST

START_TEST(by_signature_algorithms)
{
  const struct tls12_credential two[] = {built_in[RSA], wild_rsa};
  struct hello hello = {.suites = LIST("\x00\x9c"), .pairs = "\2\4\1"};
  greet(two, 2, &hello);
  took(two, 0, 0x009C);
  hello.pairs = "\2\6\1"; /* the chain is signed with SHA-512 */
  greet(two, 2, &hello);
  took(two, 1, 0x009C);
  hello.pairs = "\2\5\1"; /* neither is signed so: better one than none */
  greet(two, 2, &hello);
  took(two, 0, 0x009C);
  hello.pairs = NULL; /* SHA-1 */
  greet(two, 2, &hello);
  took(two, 0, 0x009C);

  hello.suites = LIST("\xc0\x2b\xc0\x2f"); /* the client verifies no ECDSA */
  hello.pairs = "\2\4\1";
  greet(built_in, TEST_CREDENTIALS, &hello);
  took(built_in, RSA, 0xC02F);
  ck_assert_uint_eq(server.signature_pair, 0x0401);
}
END_TEST

START_TEST(by_supported_groups)
{
  const struct tls12_credential two[] = {wild_ec, wild_p384};
  struct hello hello = {.suites = LIST("\xc0\x2b"), .pairs = "\4\4\3\5\3"};
  greet(two, 2, &hello);
  took(two, 0, 0xC02B);
  hello.groups = "\2\0\x17";
  greet(two, 2, &hello);
  took(two, 0, 0xC02B);
  hello.groups = "\2\0\x18";
  greet(two, 2, &hello);
  took(two, 1, 0xC02B);
  hello.groups = "\2\0\x1d"; /* X25519 would do for the exchange, but the certificates are on other curves */
  greet(two, 2, &hello);
  refused(R5246_7_4_1_2_13, TLS12_HANDSHAKE_FAILURE);
}
END_TEST

START_TEST(by_point_formats)
{
  struct hello hello = {.suites = LIST("\xc0\x2b\x00\x9c"), .pairs = ALL_PAIRS, .formats = "\1\0"};
  greet(built_in, TEST_CREDENTIALS, &hello);
  took(built_in, ECDSA, 0xC02B);
  hello.formats = "\2\1\0";
  greet(built_in, TEST_CREDENTIALS, &hello);
  took(built_in, ECDSA, 0xC02B);
  hello.formats = "\1\1"; /* no client may leave out uncompressed points, of which our certificates are */
  greet(built_in, TEST_CREDENTIALS, &hello);
  refused(R8422_5_1_02, TLS12_ILLEGAL_PARAMETER);
}
END_TEST

static int read_key(const uint8_t *der, size_t length, struct tls12_private_key *key)
{
  return private_key_parse(der, (uint32_t)length, key) == TLS12_PRIVATE_KEY_OK;
}

int main(void)
{
  Suite *suite = suite_create("handshake/selection");
  TCase *tests = tcase_create("selection");
  struct certificates roots;
  static const uint8_t scalar[48] = {1};
  if (test_credentials(built_in, &roots) != 0 || !read_key(rsa_pkcs8, sizeof rsa_pkcs8, &wild_rsa.key) ||
      !read_key(ec_pkcs8, sizeof ec_pkcs8, &wild_ec.key))
    return 1;
  wild_p384.key = (struct tls12_private_key){/* any key: nobody verifies what it signs */
                                             .kind = TLS12_KEY_EC,
                                             .group = TLS12_SECP384R1,
                                             .scalar = {scalar, sizeof scalar}};
  tcase_add_test(tests, by_key_exchange);
  tcase_add_test(tests, by_server_name);
  tcase_add_test(tests, by_signature_algorithms);
  tcase_add_test(tests, by_supported_groups);
  tcase_add_test(tests, by_point_formats);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
