/* Certificate chains: those that are valid, each refusal with its certificate, rule and alert, and host names. */
#include <stdint.h>

#include "x509/ip_address.h"
#include "x509/verify.h"

#include "suite.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "certificates.inc"

#define B(name)                                                                                                        \
  {                                                                                                                    \
    name, sizeof name                                                                                                  \
  }
#define COUNT(list) (uint32_t)(sizeof(list) / sizeof *(list))

static const struct tls12_bytes roots[] = {B(rsa_root), B(ec_root)};
static struct tls12_chain_options options;

static void defaults(void)
{
  options = (struct tls12_chain_options){roots, 2, 20300101000000u, TLS12_PURPOSE_SERVER_AUTH, {NULL, 0}, {NULL, 0}};
}

static void judge(const struct tls12_bytes *chain, uint32_t count, enum tls12_rule rule, uint32_t index,
                  enum tls12_alert alert)
{
  const struct tls12_chain_verdict verdict = x509_verify_chain(chain, count, &options);
  ck_assert_int_eq(verdict.fault.rule, rule);
  ck_assert_int_eq(verdict.fault.alert, alert);
  if (rule != TLS12_NO_RULE) ck_assert_uint_eq(verdict.index, index);
}

static void valid(const struct tls12_bytes *chain, uint32_t count)
{
  judge(chain, count, TLS12_NO_RULE, 0, TLS12_NO_ALERT);
}

static const struct tls12_bytes ec_chain[] = {B(ec_leaf), B(ec_inter), B(ec_root)};
static const struct tls12_bytes rsa_chain[] = {B(rsa_leaf), B(rsa_inter), B(rsa_root)};

//= build/requirements.md#R5246-7.4.2-09
//= type=test
//# The self-signed root may be left out; a receiver must cope with both forms.
//= build/requirements.md#R5280-6.1-03
//= type=test
//# A self-signed trust anchor is not itself part of the path and its validity or extensions are not processed.
START_TEST(accepted_chains)
{
  defaults();
  valid(ec_chain, 2); /* the root may be left out ... */
  valid(ec_chain, 3); /* ... or sent */
  valid(rsa_chain, 2);
  valid(rsa_chain, 3);
  const struct tls12_bytes p384[] = {B(p384_leaf)};
  valid(p384, 1);
  const struct tls12_bytes path[] = {B(path_zero_leaf), B(path_zero)};
  valid(path, 2);

  /* a trust anchor anywhere, also an intermediate or the leaf itself, whatever its basicConstraints */
  const struct tls12_bytes own[] = {B(self_signed)}, leaf[] = {B(ec_leaf)}, inter[] = {B(ec_inter)};
  options.anchor_count = 1;
  options.anchors = own;
  valid(own, 1);
  options.anchors = leaf;
  valid(leaf, 1);
  options.anchors = inter;
  valid(ec_chain, 1);
  valid(ec_chain, 3);
  judge(rsa_chain, 3, R5280_6_1_01, 2, TLS12_UNKNOWN_CA);
}
END_TEST

//= build/requirements.md#R5246-D.2-01
//= type=test
//# Certificates are always verified to be signed by a trusted CA, and revocation information is supported.
START_TEST(order_and_anchors)
{
  defaults();
  judge(ec_chain, 0, R5246_7_4_2_23, 0, TLS12_DECODE_ERROR);
  judge(ec_chain, 1, R5280_6_1_01, 0, TLS12_UNKNOWN_CA);
  const struct tls12_bytes swapped[] = {B(ec_leaf), B(ec_root), B(ec_inter)};
  judge(swapped, 3, R5246_7_4_2_08, 1, TLS12_BAD_CERTIFICATE);
  const struct tls12_bytes twice[] = {B(ec_leaf), B(ec_inter), B(ec_root), B(ec_root)};
  judge(twice, 4, R5280_6_1_02, 3, TLS12_BAD_CERTIFICATE);
  struct tls12_bytes many[TLS12_CHAIN_MAX + 1];
  for (uint32_t i = 0; i <= TLS12_CHAIN_MAX; i++) many[i] = ec_chain[0];
  judge(many, TLS12_CHAIN_MAX + 1, R5246_7_4_2_08, TLS12_CHAIN_MAX, TLS12_BAD_CERTIFICATE);
  options.anchor_count = 0;
  judge(ec_chain, 3, R5280_6_1_01, 2, TLS12_UNKNOWN_CA);
}
END_TEST

//= build/requirements.md#R8446-4.2.3-04
//= type=test
//# Signatures on self-signed certificates and trust anchors are not subject to signature_algorithms.
START_TEST(signatures)
{
  defaults();
  for (int rsa = 0; rsa < 2; rsa++)
    for (uint32_t which = 0; which < 2; which++) {
      struct tls12_bytes chain[2];
      memcpy(chain, rsa ? rsa_chain : ec_chain, sizeof chain);
      uint8_t *changed = copy_of(chain[which].data, chain[which].length);
      changed[chain[which].length - 1] ^= 1;
      chain[which].data = changed;
      judge(chain, 2, R5280_6_1_3_01, which, TLS12_BAD_CERTIFICATE);
      free(changed);
    }
  /* where no trust anchor is found, no signature is looked at */
  struct tls12_bytes chain[2] = {rsa_chain[0], rsa_chain[1]};
  uint8_t *changed = copy_of(chain[0].data, chain[0].length);
  changed[chain[0].length - 1] ^= 1;
  chain[0].data = changed;
  options.anchor_count = 0;
  judge(chain, 2, R5280_6_1_01, 1, TLS12_UNKNOWN_CA);
  free(changed);
  /* a key of RSA that is none: its exponent is even */
  struct tls12_x509 issuer;
  changed = copy_of(rsa_chain[1].data, rsa_chain[1].length);
  ck_assert_int_eq(x509_parse(changed, rsa_chain[1].length, &issuer).rule, TLS12_NO_RULE);
  changed[issuer.key.exponent.offset + issuer.key.exponent.length - 1] ^= 1;
  const struct tls12_bytes anchor = {changed, rsa_chain[1].length};
  options.anchors = &anchor;
  options.anchor_count = 1;
  judge(rsa_chain, 1, R8017_3_1_01, 0, TLS12_BAD_CERTIFICATE);
  changed[issuer.key.exponent.offset + issuer.key.exponent.length - 1] ^= 1;
  valid(rsa_chain, 1);
  free(changed);
  defaults();
  const uint8_t sha1_rsa[] = {2, 1}, pairs[] = {4, 3, 6, 1};
  options.accepted = (struct tls12_bytes){sha1_rsa, 2};
  judge(ec_chain, 3, R5246_7_4_2_18, 0, TLS12_BAD_CERTIFICATE);
  options.accepted = (struct tls12_bytes){pairs, 4};
  valid(ec_chain, 3);
  judge(rsa_chain, 3, R5246_7_4_2_18, 1, TLS12_BAD_CERTIFICATE);
}
END_TEST

START_TEST(validity)
{
  defaults();
  struct tls12_x509 leaf;
  ck_assert_int_eq(x509_parse(ec_leaf, sizeof ec_leaf, &leaf).rule, TLS12_NO_RULE);
  options.time = 20200101000000u;
  judge(ec_chain, 2, R5280_6_1_3_02, 0, TLS12_CERTIFICATE_EXPIRED);
  options.time = 22000101000000u;
  judge(ec_chain, 2, R5280_6_1_3_02, 0, TLS12_CERTIFICATE_EXPIRED);
  options.time = leaf.not_after + 1;
  judge(ec_chain, 2, R5280_6_1_3_02, 0, TLS12_CERTIFICATE_EXPIRED);
  options.time = leaf.not_before;
  valid(ec_chain, 2);
}
END_TEST

START_TEST(authority)
{
  defaults();
  const struct tls12_bytes flag[] = {B(no_ca_leaf), B(no_ca)}, sign[] = {B(no_sign_leaf), B(no_sign)};
  judge(flag, 2, R5280_6_1_4_01, 1, TLS12_BAD_CERTIFICATE);
  judge(sign, 2, R5280_6_1_4_03, 1, TLS12_BAD_CERTIFICATE);
  const struct tls12_bytes path[] = {B(path_below_leaf), B(path_below), B(path_zero)};
  judge(path, 3, R5280_6_1_4_02, 2, TLS12_BAD_CERTIFICATE);
  const struct tls12_bytes critical[] = {B(unknown_critical)}, purpose[] = {B(client_only)}, odd[] = {B(sign_no_ca)};
  judge(critical, 1, R5280_4_2_01, 0, TLS12_UNSUPPORTED_CERTIFICATE);
  judge(purpose, 1, R5280_4_2_1_12_01, 0, TLS12_UNSUPPORTED_CERTIFICATE);
  judge(odd, 1, R5280_4_2_1_3_04, 0, TLS12_BAD_CERTIFICATE);
  options.purpose = TLS12_PURPOSE_CLIENT_AUTH;
  valid(purpose, 1);
  judge(ec_chain, 2, R5280_4_2_1_12_01, 0, TLS12_UNSUPPORTED_CERTIFICATE);
}
END_TEST

START_TEST(versions)
{
  defaults();
  const struct tls12_bytes good[] = {B(old_issuer_leaf), B(old_root)}, old[] = {B(old_leaf), B(old_root)};
  options.anchor_count = 1;
  options.anchors = good + 1; /* a trust anchor of version 1, left out or sent */
  valid(good, 1);
  valid(good, 2);
  judge(old, 1, R5246_7_4_2_10, 0, TLS12_UNSUPPORTED_CERTIFICATE);
  judge(old, 2, R5246_7_4_2_10, 0, TLS12_UNSUPPORTED_CERTIFICATE);
  options.anchors = old; /* the leaf is trusted itself */
  judge(old, 1, R5246_7_4_2_10, 0, TLS12_UNSUPPORTED_CERTIFICATE);
}
END_TEST

/* dh_leaf asserts keyAgreement (8), encipherOnly (1) and, in the second byte, decipherOnly (128). */
START_TEST(dh_usages)
{
  static const struct {
    uint8_t usage[3]; /* with the number of unused bits */
    int good;
  } table[] = {{{7, 8, 128}, 1}, {{0, 9, 1}, 1},   {{7, 24, 128}, 1}, {{7, 9, 128}, 0},
               {{7, 1, 128}, 0}, {{7, 0, 128}, 0}, {{7, 128, 128}, 0}};
  static const uint8_t original[] = {3, 3, 7, 9, 128};
  const struct tls12_bytes signed_leaf[] = {B(dh_leaf)};
  defaults();
  judge(signed_leaf, 1, R3279_2_3_3_02, 0, TLS12_UNSUPPORTED_CERTIFICATE);
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    uint8_t *changed = copy_of(dh_leaf, sizeof dh_leaf);
    memcpy(changed + find(dh_leaf, sizeof dh_leaf, original, 5) + 2, table[i].usage, 3);
    const struct tls12_bytes own = {changed, sizeof dh_leaf}; /* trusted itself, so that no signature is asked for */
    options.anchors = &own;
    options.anchor_count = 1;
    if (table[i].good)
      valid(&own, 1);
    else
      judge(&own, 1, R3279_2_3_3_02, 0, TLS12_UNSUPPORTED_CERTIFICATE);
    free(changed);
  }
}
END_TEST

//= build/requirements.md#R9325-3.7-03
//= type=test
//# If the server acknowledged SNI, a certificate for another name aborts the handshake.
START_TEST(hosts)
{
  static const struct {
    const char *host;
    int good;
  } table[] = {
      {"server.example", 1},     {"SERVER.Example", 1},
      {"server.example.", 1},    {"a.wild.example", 1},
      {"A.WILD.EXAMPLE", 1},     {"192.0.2.7", 1},
      {"2001:db8::7", 1},        {"2001:DB8:0:0:0:0:0:7", 1},
      {"www.server.example", 0}, {"example", 0},
      {"wild.example", 0},       {"a.b.wild.example", 0},
      {".wild.example", 0},      {"192.0.2.8", 0},
      {"2001:db8::8", 0},        {"192.0.2.07", 0},
      {"*.wild.example", 1},     {"tls12 test ec_leaf", 0},
      {"server.exampl", 0},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    defaults();
    options.host = (struct tls12_bytes){(const uint8_t *)table[i].host, (uint32_t)strlen(table[i].host)};
    if (table[i].good)
      valid(ec_chain, 2);
    else
      judge(ec_chain, 2, R9325_7_1_01, 0, TLS12_CERTIFICATE_UNKNOWN);
  }
  const struct tls12_bytes nameless[] = {B(client_only)};
  options.purpose = TLS12_PURPOSE_CLIENT_AUTH;
  judge(nameless, 1, R9325_7_1_01, 0, TLS12_CERTIFICATE_UNKNOWN);
}
END_TEST

static uint32_t address_of(const char *text, uint8_t address[16])
{
  return x509_ip_address((const uint8_t *)text, (uint32_t)strlen(text), address);
}

START_TEST(addresses)
{
  uint8_t a[16];
  ck_assert_uint_eq(address_of("255.0.10.1", a), 4);
  ck_assert_mem_eq(a, "\xff\0\x0a\x01", 4);
  ck_assert_uint_eq(address_of("::", a), 16);
  ck_assert_mem_eq(a, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
  ck_assert_uint_eq(address_of("1:2::f", a), 16);
  ck_assert_mem_eq(a, "\0\x01\0\x02\0\0\0\0\0\0\0\0\0\0\0\x0f", 16);
  ck_assert_uint_eq(address_of("1:2:3:4:5:6:7:8", a), 16);
  ck_assert_mem_eq(a, "\0\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0\x07\0\x08", 16);
  ck_assert_uint_eq(address_of("::ffff:1.2.3.4", a), 16);
  ck_assert_mem_eq(a, "\0\0\0\0\0\0\0\0\0\0\xff\xff\x01\x02\x03\x04", 16);
  ck_assert_uint_eq(address_of("1::", a), 16);
  ck_assert_mem_eq(a, "\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
  const char *bad[] = {"",
                       "1.2.3",
                       "1.2.3.4.5",
                       "256.1.1.1",
                       "01.2.3.4",
                       "1..2.3",
                       "1:2",
                       ":",
                       ":::",
                       "1:2:3:4:5:6:7:",
                       "1:2:3:4:5:6:7:8:9",
                       "::1::",
                       "12345::",
                       "g::",
                       "1.2.3.4.",
                       "1:2:3:4:5:6:7:1.2.3.4",
                       "example",
                       "::1.2.3",
                       ":1:2:3:4:5:6:7",
                       "1:2:3:4:5:6:7::8"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) ck_assert_msg(address_of(bad[i], a) == 0, "%s", bad[i]);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/chain");
  TCase *tests = tcase_create("chains");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, accepted_chains);
  tcase_add_test(tests, order_and_anchors);
  tcase_add_test(tests, signatures);
  tcase_add_test(tests, validity);
  tcase_add_test(tests, authority);
  tcase_add_test(tests, versions);
  tcase_add_test(tests, dh_usages);
  tcase_add_test(tests, hosts);
  tcase_add_test(tests, addresses);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
