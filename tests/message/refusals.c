/* Rules of the catalogue that say what another rule says too, or a case of it (spec/aliases.tsv): for each a broken message,
 * the rule that is reported, and the same message unbroken, which is accepted. The alert is the catalogue's. */
#include "arithmetic/dh.h"
#include "arithmetic/ecdh.h"
#include "message/alert.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_verify.h"
#include "message/change_cipher_spec.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa.h"
#include "message/client_key_exchange_rsa_psk.h"
#include "message/ec_point_formats.h"
#include "message/empty.h"
#include "message/finished.h"
#include "message/new_session_ticket.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_dh_anon.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_dhe_psk.h"
#include "message/server_key_exchange_ecdh_anon.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/server_key_exchange_ecdhe_psk.h"
#include "message/server_key_exchange_psk.h"
#include "message/server_name.h"
#include "message/supported_groups.h"
#include "tests/hex.h"
#include "tests/message/expect.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "x509/fitness.h"

/* A decoder without its value. */
#define READS(name)                                                                                                    \
  static struct tls12_fault read_##name(const uint8_t *body, uint32_t length)                                          \
  {                                                                                                                    \
    struct name value;                                                                                                 \
    return name##_decode(body, length, &value);                                                                        \
  }

READS(alert)
READS(certificate_request)
READS(certificate_verify)
READS(client_hello)
READS(client_key_exchange_dh)
READS(client_key_exchange_ecdhe_psk)
READS(client_key_exchange_psk)
READS(client_key_exchange_rsa)
READS(client_key_exchange_rsa_psk)
READS(ec_point_formats)
READS(finished)
READS(new_session_ticket)
READS(renegotiation_info)
READS(server_hello)
READS(server_key_exchange_dh_anon)
READS(server_key_exchange_dhe)
READS(server_key_exchange_dhe_psk)
READS(server_key_exchange_ecdh_anon)
READS(server_key_exchange_ecdhe)
READS(server_key_exchange_ecdhe_psk)
READS(server_key_exchange_psk)
READS(server_name)
READS(supported_groups)

static struct tls12_fault read_certificate(const uint8_t *body, uint32_t length)
{
  struct certificate value;
  return client_certificate_decode(body, length, &value);
}

static void alert_of_catalogue(enum tls12_rule rule, enum tls12_alert alert)
{
  const char *text = rule_text(rule)->alert;
  ck_assert_str_eq(alert_name((int)alert), text + (*text == '~'));
}

#define RANDOM "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"
#define CLIENT_HELLO "0303" RANDOM "00 0002c02f 0100"
#define SERVER_HELLO "0303" RANDOM "00 c02f 00"
#define DH "000117 000102 000105"
#define POINT "030017 0104"
#define SIGNED "0403 0002 3000"

static const struct {
  enum tls12_rule says;
  struct tls12_fault (*decode)(const uint8_t *body, uint32_t length);
  const char *broken;
  enum tls12_rule reported;
  uint32_t offset, length;
  const char *good;
} table[] = {
    /* a length before a vector of fixed length */
    {R5246_4_3_01, read_finished, "0c 000102030405060708090a0b", R5246_7_4_02, 12, 1, "000102030405060708090a0b"},
    /* one byte of length where the ceiling needs two */
    {R5246_4_3_02, read_new_session_ticket, "00000000 01aa", R5246_4_3_06, 4, 2, "00000000 0001aa"},
    /* the number of groups, not of bytes */
    {R5246_4_3_03, read_supported_groups, "0002 001d0017", R5246_7_4_1_4_01, 4, 2, "0004 001d0017"},
    {R5246_4_3_04, read_ec_point_formats, "00", R8422_5_1_2_01, 0, 1, "0100"},
    {R5246_4_3_05, read_supported_groups, "0003 001d00", R8422_5_1_1_01, 0, 5, "0004 001d0017"},
    {R5246_4_5_01, read_alert, "0300", R5246_7_2_01, 0, 1, "0200"},
    /* an enum of two bytes */
    {R5246_4_5_02, change_cipher_spec_decode, "0001", R5246_7_1_01, 0, 2, "01"},
    /* the selector of the variant, encoded */
    {R5246_4_6_1_01, read_client_key_exchange_dh, "01 000105", R5246_4_3_06, 0, 4, "000105"},
    {R5246_4_7_07, read_client_key_exchange_rsa, "0003 a1b2", R5246_4_3_06, 0, 4, "0002 a1b2"},
    {R5246_7_4_1_2_16, read_client_hello, CLIENT_HELLO "0001", R5246_7_4_1_2_15, 41, 2, CLIENT_HELLO "0000"},
    /* DH_anon with a signature, DHE_RSA without */
    {R5246_7_4_3_06, read_server_key_exchange_dh_anon, DH SIGNED, R5246_7_4_02, 9, 6, DH},
    {R5246_7_4_3_06, read_server_key_exchange_dhe, DH, R5246_4_7_01, 9, 0, DH SIGNED},
    /* the form of SSL 3.0 */
    {R5246_7_4_7_1_09, read_client_key_exchange_rsa, "a1b2c3d4", R5246_4_3_06, 0, 4, "0004 a1b2c3d4"},
    {R5246_7_4_7_2_02, read_client_key_exchange_dh, "", R5246_4_3_06, 0, 0, "000105"},
    {R5246_7_4_8_03, read_certificate_verify, SIGNED "00", R5246_7_4_02, 6, 1, SIGNED},
    /* the form of TLS 1.1, without pairs */
    {R5246_A_4_01, read_certificate_request, "0101 0000", R5246_7_4_4_04, 2, 2, "0101 00020401 0000"},
    {R5246_A_4_02, read_certificate, "000003 000000", R5246_7_4_2_05, 3, 3, "000004 00000130"},
    /* a signature without the pair before it */
    {R5246_A_7_01, read_server_key_exchange_ecdhe, POINT "0002 3000", R5246_4_3_06, 7, 2, POINT SIGNED},
    {R8422_2_3_03, read_server_key_exchange_ecdh_anon, POINT SIGNED, R5246_7_4_02, 5, 6, POINT},
    /* a list of point formats where groups belong */
    {R8422_5_1_01, read_supported_groups, "0100", R5246_4_3_06, 0, 2, "0002001d"},
    {R8422_5_1_2_04, read_ec_point_formats, "0101", R8422_5_1_02, 0, 2, "020001"},
    {R8422_5_7_02, client_key_exchange_ecdh_implicit_decode, "00", R4492_3_2_02, 0, 1, ""},
    {R4492_5_1_1_01, read_supported_groups, "0000", R8422_5_1_1_01, 0, 2, "0002001d"},
    {R5246_4_3_06, read_renegotiation_info, "0200", R5246_4_3_06, 0, 2, "0100"},
    {R6066_3_04, read_server_name, "0005 0700036162", R6066_3_01, 2, 5, "0005 0700026162"},
    /* two lists of groups, one for elliptic curves and one for finite fields */
    {R7919_3_01, read_client_hello, CLIENT_HELLO "0010 000a000400020017 000a000400020100", R5246_7_4_1_4_04, 51, 8,
     CLIENT_HELLO "000a 000a0006000400170100"},
    {R8446_4_2_01, read_server_hello, SERVER_HELLO "0008 00170000 00170000", R5246_7_4_1_4_04, 44, 4,
     SERVER_HELLO "0004 00170000"},
    {R4279_2_02, read_server_key_exchange_psk, "0001 68 00", R5246_7_4_02, 3, 1, "0001 68"},
    {R4279_2_03, read_client_key_exchange_psk, "0001 69 00", R5246_7_4_02, 3, 1, "0001 69"},
    {R4279_3_01, read_server_key_exchange_dhe_psk, "0000" DH SIGNED, R5246_7_4_02, 11, 6, "0000" DH},
    {R4279_4_02, read_server_key_exchange_psk, "0000" DH, R5246_7_4_02, 2, 9, "0000"},
    {R4279_4_03, read_client_key_exchange_rsa_psk, "0001 69 a1b2c3d4", R5246_4_3_06, 3, 4, "0001 69 0004 a1b2c3d4"},
    {R5489_2_01, read_server_key_exchange_ecdhe_psk, "0000" POINT SIGNED, R5246_7_4_02, 7, 6, "0000" POINT},
    {R5489_2_02, read_client_key_exchange_ecdhe_psk, "0001 69 00", R8422_5_7_01, 3, 1, "0001 69 0104"},
};

START_TEST(messages)
{
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    uint8_t body[256];
    uint32_t n = from_hex(table[i].broken, body, sizeof body);
    const struct tls12_fault fault = table[i].decode(body, n);
    ck_assert_msg(fault.rule == table[i].reported && fault.offset == table[i].offset && fault.length == table[i].length,
                  "%s: %s at %u, %u bytes", rule_text(table[i].says)->id, rule_text(fault.rule)->id, fault.offset,
                  fault.length);
    alert_of_catalogue(table[i].reported, fault.alert);
    n = from_hex(table[i].good, body, sizeof body);
    ck_assert_msg(table[i].decode(body, n).rule == TLS12_NO_RULE, "%s", table[i].good);
  }
}
END_TEST

/* The base point of secp256r1. */
#define X "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
#define Y "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"

static void point_refused(enum tls12_rule says, enum tls12_group group, const char *text, enum tls12_rule reported)
{
  uint8_t point[65];
  const struct tls12_bytes bytes = {point, from_hex(text, point, sizeof point)};
  ck_assert_msg(ecdh_check_point((uint32_t)group, bytes) == reported, "%s", rule_text(says)->id);
}

START_TEST(public_values)
{
  point_refused(TLS12_NO_RULE, TLS12_SECP256R1, "04" X Y, TLS12_NO_RULE);
  point_refused(R8422_5_1_2_03, TLS12_SECP256R1, "03" X, R8422_5_4_1_01); /* compressed */
  point_refused(R4492_5_1_2_01, TLS12_SECP256R1, "03" X, R8422_5_4_1_01);
  point_refused(R4492_5_4_06, TLS12_SECP256R1, "03" X, R8422_5_4_1_01);
  point_refused(R4492_5_7_01, TLS12_SECP256R1, "03" X, R8422_5_4_1_01);
  point_refused(R8422_2_1_03, TLS12_SECP384R1, "04" X Y, R8422_5_4_1_01); /* of another curve */
  point_refused(R8422_5_7_03, TLS12_SECP256R1, "04" Y X, R8422_5_11_01);  /* not on the curve */

  static const uint8_t p[] = {23}, y[] = {1, 2, 21, 22};
  for (uint32_t i = 0; i < 4; i++) {
    const int inside = y[i] != 1 && y[i] != 22;
    ck_assert_msg(dh_check_public((struct tls12_bytes){p, 1}, (struct tls12_bytes){y + i, 1}) ==
                      (inside ? TLS12_NO_RULE : R7919_3_04),
                  "%s: %u", rule_text(R7919_5_1_01)->id, y[i]);
  }
}
END_TEST

/* The key of the certificate does not suit the key exchange: the kind of key, its keyUsage. */
START_TEST(certificate_keys)
{
  static const struct {
    enum tls12_rule says;
    enum tls12_key_exchange kx;
    enum tls12_key_kind broken, good;
    uint32_t usage;
    enum tls12_rule reported;
  } keys[] = {
      {R5246_7_4_2_11, TLS12_KX_RSA, TLS12_KEY_EC, TLS12_KEY_RSA, 32, R5246_7_4_2_12},
      {R5246_7_4_2_21, TLS12_KX_ECDHE_RSA, TLS12_KEY_RSA_PSS, TLS12_KEY_RSA, 128, R5246_7_4_2_13},
      {R4055_1_2_01, TLS12_KX_RSA, TLS12_KEY_RSA_PSS, TLS12_KEY_RSA, 32, R5246_7_4_2_12},
      {R8422_2_1_01, TLS12_KX_ECDHE_ECDSA, TLS12_KEY_RSA, TLS12_KEY_EC, 128, R5246_7_4_2_17},
      {R8422_2_2_01, TLS12_KX_ECDHE_RSA, TLS12_KEY_EC, TLS12_KEY_RSA, 128, R5246_7_4_2_13},
      {R8422_5_3_03, TLS12_KX_ECDHE_ECDSA, TLS12_KEY_DSA, TLS12_KEY_EC, 128, R5246_7_4_2_17},
      {R4492_2_1_01, TLS12_KX_ECDH_ECDSA, TLS12_KEY_RSA, TLS12_KEY_EC, 8, R5246_7_4_2_16},
      {R4492_2_3_01, TLS12_KX_ECDH_RSA, TLS12_KEY_RSA, TLS12_KEY_EC, 8, R5246_7_4_2_16},
      {R5480_3_01, TLS12_KX_ECDHE_ECDSA, TLS12_KEY_ECDH, TLS12_KEY_EC, 128, R5246_7_4_2_17},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    struct tls12_x509 leaf = {.key = {.kind = keys[i].broken},
                              .extensions = {.has_key_usage = 1, .key_usage = keys[i].usage}};
    const struct tls12_fault fault = x509_check_fitness(keys[i].kx, &leaf);
    ck_assert_msg(fault.rule == keys[i].reported, "%s: %s", rule_text(keys[i].says)->id, rule_text(fault.rule)->id);
    alert_of_catalogue(keys[i].reported, fault.alert);
    leaf.key.kind = keys[i].good;
    ck_assert_int_eq(x509_check_fitness(keys[i].kx, &leaf).rule, TLS12_NO_RULE);
    leaf.extensions.key_usage = 255 - keys[i].usage; /* every other use */
    ck_assert_int_eq(x509_check_fitness(keys[i].kx, &leaf).rule, keys[i].reported);
  }
}
END_TEST

int main(void)
{
  Suite *const suite = suite_create("message/refusals");
  TCase *const all = tcase_create("refusals");
  tcase_add_test(all, messages);
  tcase_add_test(all, public_values);
  tcase_add_test(all, certificate_keys);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
