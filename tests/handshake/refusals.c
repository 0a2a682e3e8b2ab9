/* What an engine refuses by what was negotiated: in a complete handshake one plaintext message is changed on its way, or
 * one is put in, and the receiver names the rule. The alert is the catalogue's. Unchanged, the same handshakes complete. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/engine.h"
#include "handshake/internal.h"
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "handshake/signature.h"
#include "tests/hex.h"
#include "tests/suite.h"
#include "tool/credentials.h"
#include "tool/names.h"
#include "tool/rule_text.h"

static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;
static struct tls12_engine client, server;
static struct tls12_config client_config, server_config;
static uint16_t suite_value;

/* xorshift: the same bytes in every run. */
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

static void start(uint16_t suite, enum tls12_policy policy)
{
  static uint64_t seed;
  seed = 0x9E3779B97F4A7C15u ^ suite;
  suite_value = suite;
  client_config = (struct tls12_config){.policy = policy,
                                        .random = random_bytes,
                                        .random_context = &seed,
                                        .suites = &suite_value,
                                        .suite_count = 1,
                                        .server_name = "server.example",
                                        .anchors = roots.list,
                                        .anchor_count = roots.count,
                                        .time = 20260101000000};
  server_config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                        .random = random_bytes,
                                        .random_context = &seed,
                                        .credentials = credentials,
                                        .credential_count = TEST_CREDENTIALS,
                                        .time = 20260101000000};
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
}

/* A change of the message of that type: at that place, counted with its header, these bytes. With BEFORE: these bytes as
 * they are before the record of that message, or of ChangeCipherSpec (CCS). SIGNED: the server signs its ServerKeyExchange
 * anew, after the change. */
struct change {
  int type;
  uint32_t at;
  const char *bytes;
};

enum { BEFORE = 256, CCS = 255, ASKED = BEFORE + TLS12_SERVER_HELLO_DONE, SIGNED = 512 + TLS12_SERVER_KEY_EXCHANGE };
enum { OF_SERVER = 0, OF_CLIENT = 1, SECP256R1 = 2 };

static void hand_over(struct tls12_engine *to, const uint8_t *bytes, uint32_t n)
{
  for (uint32_t at = 0, taken = 1; at < n && taken > 0; at += taken) taken = tls12_receive(to, bytes + at, n - at);
}

/* A record with a ServerKeyExchange, its RSA signature of 256 bytes made anew. */
static void sign(uint8_t *record, uint32_t n)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  uint8_t *const pair = record + n - 256 - 4;
  const uint32_t scheme = PAIR(pair[0], pair[1]);
  const struct tls12_bytes params = {record + 9, (uint32_t)(pair - record) - 9};
  const struct tls12_bytes signed_bytes = key_exchange_digest(&server, scheme_hash(scheme), params, digest);
  ck_assert_uint_eq(256,
                    handshake_signature_make(&server_config, &server.credential->key, scheme, signed_bytes, pair + 4));
}

/* A record with a ClientHello whose supported_groups begins with x25519: then with a group that nobody has. */
static void without_x25519(uint8_t *record, uint32_t n)
{
  static const uint8_t groups[] = {0, 10, 0, 12, 0, 10, 0, TLS12_X25519};
  for (uint32_t at = 0; at + sizeof groups <= n; at++)
    if (memcmp(record + at, groups, sizeof groups) == 0) memset(record + at + 6, 10, 2);
}

/* One record on its way. Each message begins in a record of its own. */
static void pass_record(struct tls12_engine *to, uint8_t *record, uint32_t n, const struct change *change)
{
  uint8_t bytes[512];
  const uint32_t count = from_hex(change->bytes, bytes, sizeof bytes);
  const int type = record[0] == TLS12_CHANGE_CIPHER_SPEC ? CCS : record[0] == TLS12_HANDSHAKE ? record[5] : -2;
  if (!to->reading_protected && change->type == BEFORE + type) hand_over(to, bytes, count);
  const int again = change->type == SIGNED && type == TLS12_SERVER_KEY_EXCHANGE;
  if (!to->reading_protected && (change->type == type || again)) {
    ck_assert_uint_le(5 + change->at + count, n);
    memcpy(record + 5 + change->at, bytes, count);
    if (again) sign(record, n);
  }
  hand_over(to, record, n);
}

/* The handshake, with that change of what one side sends, and on secp256r1 where it is to be. */
static void converse_on(int of_client, const struct change *change, int on_secp256r1)
{
  static const struct change none = {-1, 0, ""};
  for (;;) {
    struct tls12_engine *from = tls12_output(&client).length > 0 ? &client : &server;
    struct tls12_engine *to = from == &client ? &server : &client;
    const struct tls12_bytes output = tls12_output(from);
    if (output.length == 0) return;
    const uint32_t n = 5 + 256u * output.data[3] + output.data[4];
    uint8_t *record = malloc(n);
    ck_assert_uint_le(n, output.length);
    memcpy(record, output.data, n);
    if (on_secp256r1) without_x25519(record, n);
    pass_record(to, record, n, of_client == (from == &client) ? change : &none);
    free(record);
    tls12_sent(from, n);
  }
}

static void converse(int of_client, const struct change *change)
{
  converse_on(of_client, change, 0);
}

/* A record with a CertificateRequest: the two lengths, types and authorities; the pairs are always the same. */
#define ASK(record, body, types, authorities) "160303" record "0d0000" body types "000404010403" authorities

#define ZERO31 "00000000000000000000000000000000000000000000000000000000000000"
#define ZERO32 "00" ZERO31
#define ZERO224 ZERO32 ZERO32 ZERO32 ZERO32 ZERO32 ZERO32 ZERO32
#define ZERO256 ZERO224 ZERO32

/* The prime of ffdhe2048 up to its last byte. */
#define FFDHE2048                                                                                                      \
  "ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1d8b9c583ce2d3695a9e13641146433fbcc939dce249b3ef97d2fe363630c75d8f6" \
  "81b202aec4617ad3df1ed5d5fd65612433f51f5f066ed0856365553ded1af3b557135e7f57c935984f0c70e0e68b77e2a689daf3efe8721df1" \
  "58a136ade73530acca4f483a797abc0ab182b324fb61d108a94bb2c8e3fbb96adab760d7f4681d4f42a3de394df4ae56ede76372bb190b07a7" \
  "c8ee0a6d709e02fce1cdf7e2ecc03404cd28342f619172fe9ce98583ff8e4f1232eef28183c3fe3b1b4c6fad733bb5fcbc2ec22005c58ef183" \
  "7d1683b2c6f34a26c1b2effa886b423861285c97ffffffffffffff"

#define FF32 "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"

/* RSAPublicKey with a modulus of 2047 bits and an exponent of one byte more, up to its last four. */
#define SHORT_KEY "028201007f" ZERO32 ZERO32 ZERO32 ZERO32 ZERO32 ZERO32 ZERO32 ZERO31 "0204"

static const struct {
  enum tls12_rule rule;
  uint16_t suite;
  enum tls12_policy policy; /* of the client */
  int how;                  /* whose message is changed; whether the handshake is on secp256r1 */
  struct change change;
} table[] = {
    /* ClientHello: version, suite, signature_algorithms made supported_groups with a finite-field group that the server does not have,
     * renegotiation_info, {sha256, anonymous} */
    {R5246_E_1_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 4, "0302"}},
    {R5246_7_4_1_2_13, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 41, "1301"}},
    {R7919_4_02, 0x009E, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 79, "000a002600240104"}},
    {R5746_3_6_02, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 70, "ff01000504aabbccdd"}},
    {R5246_7_4_1_4_1_02, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 110, "00"}},
    /* ClientHello: a host name with a trailing dot, not in ASCII, 192.168.100.10, 2001:db8::1234 */
    {R6066_3_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 69, "2e"}},
    {R6066_3_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 57, "e9"}},
    {R6066_3_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 56, "3139322e3136382e3130302e3130"}},
    {R6066_3_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 56, "323030313a6462383a3a31323334"}},
    /* ServerHello: version, suite, compression, an extension that was not asked for, renegotiation_info */
    {R5246_E_1_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 4, "0302"}},
    {R5246_7_4_1_3_08, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 39, "002f"}},
    {R5246_7_4_1_3_09, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 41, "01"}},
    {R5246_7_4_1_4_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 44, "0010"}},
    /* ec_point_formats, which a client without elliptic curves did not send */
    {R5246_7_4_1_4_03, 0x009C, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 44, "000b"}},
    {R5746_3_4_03, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_SERVER_HELLO, 48, "ff01000504aabbccdd"}},
    {R9325_3_5_01, 0xC02F, TLS12_POLICY_MODERN, OF_SERVER, {TLS12_SERVER_HELLO, 48, "00170000000b000706000102030405"}},
    /* Certificate: a short key, which policy modern refuses at once, and which nobody has signed */
    {R9325_4_5_03, 0xC02F, TLS12_POLICY_MODERN, OF_SERVER, {TLS12_CERTIFICATE, 213, SHORT_KEY}},
    {R5280_6_1_3_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {TLS12_CERTIFICATE, 213, SHORT_KEY}},
    /* ServerKeyExchange: the curve secp192r1, a pair that was not offered, one for another key, one for another signature */
    {R8422_5_4_04, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {TLS12_SERVER_KEY_EXCHANGE, 5, "0013"}},
    {R5246_7_4_3_08, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {TLS12_SERVER_KEY_EXCHANGE, 73, "0101"}},
    {R5246_7_4_3_10, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {TLS12_SERVER_KEY_EXCHANGE, 73, "0403"}},
    {R5246_7_4_3_07, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {TLS12_SERVER_KEY_EXCHANGE, 73, "0501"}},
    /* CertificateRequest: rsa_fixed_ecdh and ecdsa_fixed_ecdh, names that are a SET or end too early */
    {R4492_3_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {ASKED, 0, ASK("000f", "0b", "020141", "0000")}},
    {R4492_3_01, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {ASKED, 0, ASK("000e", "0a", "0142", "0000")}},
    {R5246_7_4_4_06,
     0xC02F,
     TLS12_POLICY_REFERENCE,
     OF_SERVER,
     {ASKED, 0, ASK("0013", "0f", "020140", "000400023100")}},
    {R5246_7_4_4_06,
     0x009C,
     TLS12_POLICY_REFERENCE,
     OF_SERVER,
     {ASKED, 0, ASK("0016", "12", "020140", "000700023000000130")}},
    /* ServerKeyExchange: an even p, a p of zeros, g = 0, 1; Ys = 0, 1, p - 1, p */
    {R5246_F_1_1_3_02, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 261, "fe"}},
    {R5246_F_1_1_3_02, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 6, ZERO256}},
    {R5246_F_1_1_3_02, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 264, "00"}},
    {R5246_F_1_1_3_02, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 264, "01"}},
    {R7919_3_04, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 267, ZERO256}},
    {R7919_3_04, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 267, ZERO224 ZERO31 "01"}},
    {R7919_3_04, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 267, FFDHE2048 "fe"}},
    {R7919_3_04, 0x009E, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 267, FFDHE2048 "ff"}},
    /* ServerKeyExchange: a compressed point, one beside the curve, one with x above p; a signature that is no SEQUENCE */
    {R8422_5_4_1_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {SIGNED, 8, "02"}},
    {R8422_5_11_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {SIGNED, 41, ZERO32}},
    {R8422_5_11_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {SIGNED, 9, FF32}},
    {R5246_7_4_3_07, 0xC02B, TLS12_POLICY_REFERENCE, OF_SERVER | SECP256R1, {TLS12_SERVER_KEY_EXCHANGE, 77, "31"}},
    /* ClientKeyExchange: Yc = 0, 1, p - 1, p; a compressed point, one beside the curve, one with x above p */
    {R7919_4_06, 0x009E, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 6, ZERO256}},
    {R7919_4_06, 0x009E, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 6, ZERO224 ZERO31 "01"}},
    {R7919_4_06, 0x009E, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 6, FFDHE2048 "fe"}},
    {R7919_4_06, 0x009E, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 6, FFDHE2048 "ff"}},
    {R8422_5_4_1_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT | SECP256R1, {TLS12_CLIENT_KEY_EXCHANGE, 5, "02"}},
    {R8422_5_11_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT | SECP256R1, {TLS12_CLIENT_KEY_EXCHANGE, 38, ZERO32}},
    {R8422_5_11_01, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT | SECP256R1, {TLS12_CLIENT_KEY_EXCHANGE, 6, FF32}},
    /* ServerKeyExchange: the curve x448, of another length; x25519 with u = 0; ClientKeyExchange: u = 0, and 1 */
    {R8422_5_4_05, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 6, "1e"}},
    {R8422_5_10_02, 0xC02F, TLS12_POLICY_REFERENCE, OF_SERVER, {SIGNED, 8, ZERO32}},
    {R8422_5_11_02, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 5, ZERO32}},
    {R8422_5_11_02, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_KEY_EXCHANGE, 5, "01" ZERO31}},
    /* ChangeCipherSpec after a part of a handshake message */
    {R5246_7_1_05, 0xC02F, TLS12_POLICY_REFERENCE, OF_CLIENT, {BEFORE + CCS, 0, "1603030002 1400"}},
    /* HelloRequest with a body, passed over otherwise */
    {R5246_7_4_1_1_05,
     0xC02F,
     TLS12_POLICY_REFERENCE,
     OF_SERVER,
     {BEFORE + TLS12_SERVER_HELLO, 0, "1603030005 0000000100"}},
    /* Without extended_master_secret only Finished shows that the ClientHello is not the one that was sent. */
    {R5246_7_4_9_03, 0x009C, TLS12_POLICY_REFERENCE, OF_CLIENT, {TLS12_CLIENT_HELLO, 75, "5555"}},
};

/* The catalogue's alert; but a group that is none is not only a weak one, for which the catalogue leaves the choice. */
static const char *expected_alert(enum tls12_rule rule)
{
  const char *alert = rule_text(rule)->alert;
  return rule == R5246_F_1_1_3_02 ? "illegal_parameter" : alert + (*alert == '~');
}

START_TEST(refused)
{
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    const struct rule_text *text = rule_text(table[i].rule);
    start(table[i].suite, table[i].policy);
    const int of_client = table[i].how & OF_CLIENT;
    converse_on(of_client, &table[i].change, table[i].how & SECP256R1);
    const struct tls12_failure *failure = of_client ? &server.failure : &client.failure;
    ck_assert_msg(failure->fault.rule == table[i].rule, "%s: %s, cause %d", text->id,
                  rule_text(failure->fault.rule)->id, (int)failure->cause);
    ck_assert_msg(strcmp(alert_name((int)failure->fault.alert), expected_alert(table[i].rule)) == 0, "%s: %s", text->id,
                  alert_name((int)failure->fault.alert));
    ck_assert_int_eq((of_client ? &client : &server)->failure.cause, TLS12_PEER_ALERT);
  }
}
END_TEST

START_TEST(accepted)
{
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    start(table[i].suite, table[i].policy);
    converse(1, &(struct change){-1, 0, ""});
    ck_assert_int_eq(tls12_status(&client), TLS12_CONNECTED);
    ck_assert_int_eq(tls12_status(&server), TLS12_CONNECTED);
  }
}
END_TEST

/* The client sends no name that the server would refuse: without the dot at its end, and no address. */
START_TEST(host_names)
{
  static const struct {
    const char *name;
    int sent;
  } names[] = {{"server.example", 1},
               {"server.example.", 1},
               {"SERVER-1.example", 1},
               {"1.example", 1},
               {"localhost", 1},
               {"192.0.2.7", 0},
               {"2001:db8::7", 0},
               {"fe80::1%eth0", 0},
               {"b\xc3\xbc.example", 0},
               {".", 0},
               {"", 0}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    start(0xC02F, TLS12_POLICY_REFERENCE);
    client_config.server_name = names[i].name;
    client_config.accept_any_chain = 1;
    tls12_client(&client, &client_config);
    converse(0, &(struct change){-1, 0, ""});
    ck_assert_msg(tls12_status(&client) == TLS12_CONNECTED, "%s", names[i].name);
    ck_assert_int_eq(server.server_name_acknowledged, names[i].sent);
  }
}
END_TEST

/* A CertificateRequest that nothing is wrong with: all types but the two, no name, an empty one, and C=DE. Here it is the
 * server that refuses the answer, which it has not asked for. */
START_TEST(asked)
{
  static const char request[] = ASK("0027", "23", "050102030440", "0015 0002 3000 000f 300d310b3009060355040613024445");
  static const uint16_t suites[] = {0xC02F, 0x009E, 0x009C, 0xC02B};
  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) {
    start(suites[i], TLS12_POLICY_REFERENCE);
    converse(0, &(struct change){ASKED, 0, request});
    ck_assert_int_eq(client.failure.cause, TLS12_PEER_ALERT);
    ck_assert_int_eq(server.failure.fault.rule, R5246_7_4_6_01);
    ck_assert_int_eq(server.failure.message, TLS12_CERTIFICATE);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/refusals");
  TCase *tests = tcase_create("refusals");
  if (test_credentials(credentials, &roots) != 0) return 1;
  tcase_set_timeout(tests, 0);
  tcase_add_test(tests, refused);
  tcase_add_test(tests, accepted);
  tcase_add_test(tests, host_names);
  tcase_add_test(tests, asked);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
