/* Reading certificates: DER primitives, fields, each refusal once, public sets, and damaged bytes. */
#include "x509/certificate.h"

#include <stdio.h>

#include "x509/der.h"
#include "x509/extension_values.h"
#include "x509/extensions.h"
#include "x509/public_key.h"

#include "suite.h"
#include "tests/hex.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "certificates.inc"

static struct tls12_fault parse(const uint8_t *der, uint32_t n, struct tls12_x509 *value)
{
  uint8_t *copy = copy_of(der, n);
  struct tls12_fault fault = x509_parse(copy, n, value);
  free(copy);
  return fault;
}

typedef uint32_t (*reader)(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What a reader answers for bytes given as hex. */
static uint32_t answer(reader read, const char *hex)
{
  uint8_t bytes[64];
  uint32_t n = 0;
  for (; hex[2 * n]; n++) {
    unsigned byte;
    ck_assert_int_eq(sscanf(hex + 2 * n, "%2x", &byte), 1);
    bytes[n] = (uint8_t)byte;
  }
  uint8_t *copy = copy_of(bytes, n);
  uint32_t end = read(copy, 0, n);
  free(copy);
  return end;
}

START_TEST(lengths)
{
  ck_assert_uint_eq(answer(der_read_any, "0500"), 2);
  ck_assert_uint_eq(answer(der_read_any, "0401ff00"), 3);
  ck_assert_uint_eq(answer(der_read_any, ""), 0);
  ck_assert_uint_eq(answer(der_read_any, "04"), 0);
  ck_assert_uint_eq(answer(der_read_any, "0402ff"), 0);
  ck_assert_uint_eq(answer(der_read_any, "1f0100"), 0);     /* tag of several bytes */
  ck_assert_uint_eq(answer(der_read_any, "30800000"), 0);   /* indefinite */
  ck_assert_uint_eq(answer(der_read_any, "048101ff"), 0);   /* not minimal */
  ck_assert_uint_eq(answer(der_read_any, "04820001ff"), 0); /* not minimal */
  ck_assert_uint_eq(answer(der_read_any, "0484000000"), 0);
  uint8_t *big = calloc(70000, 1);
  memcpy(big, (const uint8_t[]){4, 0x81, 0x80}, 3);
  ck_assert_uint_eq(der_read_any(big, 0, 131), 131);
  ck_assert_uint_eq(der_read_any(big, 0, 130), 0);
  memcpy(big, (const uint8_t[]){4, 0x82, 1, 0}, 4);
  ck_assert_uint_eq(der_read_any(big, 0, 260), 260);
  memcpy(big, (const uint8_t[]){4, 0x83, 1, 0, 0}, 5);
  ck_assert_uint_eq(der_read_any(big, 0, 70000), 65541);
  ck_assert_uint_eq(der_read_any(big, 0, 65540), 0);
  free(big);
}
END_TEST

START_TEST(primitives)
{
  ck_assert_uint_eq(answer(der_read_boolean, "0101ff"), 3);
  ck_assert_uint_eq(answer(der_read_boolean, "010100"), 3);
  ck_assert_uint_eq(answer(der_read_boolean, "010101"), 0);
  ck_assert_uint_eq(answer(der_read_boolean, "0100"), 0);
  ck_assert_uint_eq(answer(der_read_integer, "020100"), 3);
  ck_assert_uint_eq(answer(der_read_integer, "02020080"), 4);
  ck_assert_uint_eq(answer(der_read_integer, "0202ff7f"), 4);
  ck_assert_uint_eq(answer(der_read_integer, "0200"), 0);
  ck_assert_uint_eq(answer(der_read_integer, "0202007f"), 0);
  ck_assert_uint_eq(answer(der_read_integer, "0202ff80"), 0);
  ck_assert_uint_eq(answer(der_read_bit_string, "030100"), 3);
  ck_assert_uint_eq(answer(der_read_bit_string, "03020780"), 4);
  ck_assert_uint_eq(answer(der_read_bit_string, "0300"), 0);
  ck_assert_uint_eq(answer(der_read_bit_string, "030101"), 0);
  ck_assert_uint_eq(answer(der_read_bit_string, "03020880"), 0);
  ck_assert_uint_eq(answer(der_read_bit_string, "030207c0"), 0);
  ck_assert_uint_eq(answer(der_read_object_identifier, "0603551d0e"), 5);
  ck_assert_uint_eq(answer(der_read_object_identifier, "0600"), 0);
  ck_assert_uint_eq(answer(der_read_object_identifier, "0603558001"), 0);
  ck_assert_uint_eq(answer(der_read_object_identifier, "06028001"), 0);
  ck_assert_uint_eq(answer(der_read_object_identifier, "06025580"), 0);
}
END_TEST

static uint64_t time_of(uint8_t tag, const char *text)
{
  uint8_t bytes[40] = {tag, (uint8_t)strlen(text)};
  memcpy(bytes + 2, text, strlen(text));
  return der_read_time(bytes, 0, 2 + (uint32_t)strlen(text));
}

START_TEST(times)
{
  ck_assert_uint_eq(time_of(DER_UTC_TIME, "500102030405Z"), 19500102030405u);
  ck_assert_uint_eq(time_of(DER_UTC_TIME, "491231235959Z"), 20491231235959u);
  ck_assert_uint_eq(time_of(DER_GENERALIZED_TIME, "20500101000000Z"), 20500101000000u);
  ck_assert_uint_eq(time_of(DER_UTC_TIME, "240229000000Z"), 20240229000000u);
  ck_assert_uint_eq(time_of(DER_GENERALIZED_TIME, "20000229000000Z"), 20000229000000u);
  const char *bad[] = {"230229000000Z", "230001000000Z", "231301000000Z",    "230100000000Z", "230132000000Z",
                       "230431000000Z", "230101240000Z", "230101006000Z",    "230101000060Z", "2301010000Z",
                       "23010100000 Z", "230101000000+", "230101000000+0000"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) ck_assert_uint_eq(time_of(DER_UTC_TIME, bad[i]), 0);
  ck_assert_uint_eq(time_of(DER_GENERALIZED_TIME, "21000229000000Z"), 0);
  ck_assert_uint_eq(time_of(DER_GENERALIZED_TIME, "20500101000000.5Z"), 0);
}
END_TEST

START_TEST(fields)
{
  struct tls12_x509 v;
  ck_assert_int_eq(parse(ec_leaf, sizeof ec_leaf, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.version, 3);
  ck_assert_int_eq(v.signature_kind, TLS12_ECDSA);
  ck_assert_int_eq(v.signature_hash, TLS12_SHA256);
  ck_assert_int_eq(v.key.kind, TLS12_KEY_EC);
  ck_assert_uint_eq(v.key.group, TLS12_SECP256R1);
  ck_assert_uint_eq(v.key.point.length, 65);
  ck_assert_uint_eq(v.extensions.key_usage, TLS12_USAGE_DIGITAL_SIGNATURE);
  ck_assert_uint_eq(v.extensions.purposes, TLS12_PURPOSE_SERVER_AUTH);
  ck_assert_uint_eq(v.extensions.is_ca, 0);
  ck_assert_uint_eq(v.extensions.subject_key_id.length, 20);
  ck_assert(v.not_before > 20200101000000u && v.not_after > v.not_before);
  ck_assert(!x509_is_self_issued(ec_leaf, &v));
  ck_assert_int_eq(parse(rsa_leaf, sizeof rsa_leaf, &v).rule, TLS12_NO_RULE);
  ck_assert_int_eq(v.signature_hash, TLS12_SHA512);
  ck_assert_int_eq(v.key.kind, TLS12_KEY_RSA);
  ck_assert_uint_eq(v.key.modulus.length, 256);
  ck_assert_uint_eq(v.key.exponent.length, 3);
  ck_assert_uint_eq(v.extensions.key_usage, TLS12_USAGE_KEY_ENCIPHERMENT);
  ck_assert_int_eq(parse(path_zero, sizeof path_zero, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.extensions.is_ca, 1);
  ck_assert_uint_eq(v.extensions.has_path_length, 1);
  ck_assert_uint_eq(v.extensions.path_length, 0);
  ck_assert_int_eq(parse(rsa_root, sizeof rsa_root, &v).rule, TLS12_NO_RULE);
  ck_assert(x509_is_self_issued(rsa_root, &v));
  ck_assert_int_eq(parse(p384_leaf, sizeof p384_leaf, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.key.group, TLS12_SECP384R1);
}
END_TEST

/* The rule that a certificate breaks with one byte changed. */
static enum tls12_rule changed(const uint8_t *der, uint32_t n, uint32_t at, uint8_t byte)
{
  struct tls12_x509 v;
  uint8_t *copy = copy_of(der, n);
  ck_assert_uint_lt(at, n);
  copy[at] = byte;
  struct tls12_fault fault = x509_parse(copy, n, &v);
  free(copy);
  ck_assert(fault.rule == TLS12_NO_RULE || (fault.offset <= n && fault.alert != TLS12_NO_ALERT));
  return fault.rule;
}

START_TEST(refusals)
{
  const uint8_t *ec = ec_leaf, *rsa = rsa_leaf;
  const uint32_t n = sizeof ec_leaf, m = sizeof rsa_leaf;
  struct tls12_x509 v, w;
  ck_assert_int_eq(x509_parse(ec, n, &v).rule, TLS12_NO_RULE);
  ck_assert_int_eq(x509_parse(rsa, m, &w).rule, TLS12_NO_RULE);

  ck_assert_int_eq(changed(ec, n, 0, 0x31), R5280_4_1_01);
  ck_assert_int_eq(parse(ec, n - 1, &v).rule, R5280_4_1_01);
  ck_assert_int_eq(parse(ec, 0, &v).rule, R5280_4_1_01);
  ck_assert_int_eq(x509_parse(ec, n, &v).rule, TLS12_NO_RULE);
  ck_assert_int_eq(changed(ec, n, v.serial.offset - 2, 4), R5280_4_1_02);
  ck_assert_int_eq(changed(ec, n, v.key.key.offset - 1, 8), R5280_4_1_02);
  ck_assert_int_eq(changed(ec, n, v.issuer.offset - 1, 9), R5280_4_1_1_2_01);
  ck_assert_int_eq(changed(ec, n, v.serial.offset - 3, 3), R5280_4_1_2_1_01);
  ck_assert_int_eq(changed(ec, n, v.serial.offset - 3, 1), R5280_4_1_2_9_01);
  ck_assert_int_eq(changed(ec, n, v.serial.offset - 3, 0), R5280_4_1_01); /* the default value is left out */
  ck_assert_int_eq(changed(ec, n, v.issuer.offset + 2, 0x30), R5280_4_1_2_4_01);
  ck_assert_int_eq(changed(ec, n, v.issuer.offset + v.issuer.length + 4, 'x'), R5280_4_1_2_5_01);
  ck_assert_int_eq(changed(ec, n, v.key.algorithm.offset + 2 + 9, 4), R5480_2_1_1_01);
  ck_assert_int_eq(changed(ec, n, v.key.point.offset, 6), R5480_2_2_01);
  ck_assert_int_eq(changed(ec, n, v.key.point.offset, 2), R5480_2_2_01);
  ck_assert_int_eq(changed(rsa, m, w.key.parameters.offset, 4), R3279_2_3_1_01);
  ck_assert_int_eq(changed(rsa, m, w.key.key.offset, 0x31), R3279_2_3_1_01);
  ck_assert_int_eq(changed(rsa, m, w.algorithm.offset + w.algorithm.length - 2, 4), R3279_2_2_1_01);

  uint8_t *bits = copy_of(ec, n); /* seven bits in the last byte of the point */
  bits[v.key.key.offset - 1] = 1;
  bits[v.key.key.offset + 64] = 2;
  ck_assert_int_eq(parse(bits, n, &v).rule, R5280_4_1_03);
  free(bits);
  ck_assert_int_eq(x509_parse(ec, n, &v).rule, TLS12_NO_RULE);

  const uint8_t usage[] = {3, 2, 7, 128}, authority[] = {0x55, 0x1d, 0x23}, basic[] = {0x55, 0x1d, 0x13};
  ck_assert_int_eq(changed(ec, n, find(ec, n, usage, 4) + 2, 6), R5280_4_2_1_3_01);
  ck_assert_int_eq(changed(ec, n, find(ec, n, usage, 4) + 3, 0), R5280_4_2_1_3_01);
  ck_assert_int_eq(changed(ec, n, find(ec, n, authority, 3) + 2, 0x0e), R5280_4_2_02);
  ck_assert_int_eq(changed(ec, n, find(ec, n, basic, 3) + 8, 0x31), R5280_4_2_1_9_02);
  ck_assert_int_eq(changed(ec, n, v.extensions.subject_alt_name.offset, 0x87), R5280_4_2_1_6_01);
  ck_assert_int_eq(changed(ec, n, v.extensions.subject_alt_name.offset + 2, 0xe9), R5280_4_2_1_6_01);
  const uint8_t server[] = {6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1};
  ck_assert_int_eq(changed(ec, n, find(ec, n, server, 10), 4), R5280_4_2_1_12_01);

  /* keyUsage without a bit; signed with ECDSA and with DSA, each with the parameters NULL and then without */
  const uint8_t no_use[] = {0x30, 12, 0x30, 10, 6, 3, 0x55, 0x1d, 15, 4, 3, 3, 1, 0};
  struct tls12_certificate_extensions none;
  ck_assert_int_eq(x509_read_extensions(no_use, 0, sizeof no_use, &none).rule, R5280_4_2_1_3_02);
  const uint8_t ecdsa[] = {0x30, 19, 0x30, 0, 0x30, 12, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2, 5, 0, 3, 1, 0};
  const uint8_t dsa[] = {0x30, 18, 0x30, 0, 0x30, 11, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 3, 5, 0, 3, 1, 0};
  const uint8_t ecdsa_good[] = {0x30, 17, 0x30, 0, 0x30, 10, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2, 3, 1, 0};
  const uint8_t dsa_good[] = {0x30, 16, 0x30, 0, 0x30, 9, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 3, 3, 1, 0};
  ck_assert_int_eq(parse(ecdsa, sizeof ecdsa, &v).rule, R3279_2_2_3_01);
  ck_assert_int_eq(parse(dsa, sizeof dsa, &v).rule, R3279_2_2_2_01);
  ck_assert_int_eq(parse(ecdsa_good, sizeof ecdsa_good, &v).rule, R5280_4_1_02); /* of tbsCertificate */
  ck_assert_int_eq(parse(dsa_good, sizeof dsa_good, &v).rule, R5280_4_1_02);

  /* signed with RSA, without parameters: only with SHA-2 */
  uint8_t pkcs1[] = {0x30, 18, 0x30, 0, 0x30, 11, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 5, 3, 1, 0};
  ck_assert_int_eq(parse(pkcs1, sizeof pkcs1, &v).rule, R3279_2_2_1_01);
  pkcs1[16] = 4;
  ck_assert_int_eq(parse(pkcs1, sizeof pkcs1, &v).rule, R3279_2_2_1_01);
  for (uint8_t last = 11; last <= 14; last++) {
    pkcs1[16] = last;
    ck_assert_int_eq(parse(pkcs1, sizeof pkcs1, &v).rule, R5280_4_1_02);
  }

  const uint8_t empty[] = {3, 1, 0}, two[] = {3, 3, 7, 0, 128}, ten[] = {3, 3, 6, 0, 192};
  ck_assert_uint_eq(x509_key_usage(empty, 0, 3), 0);
  ck_assert_uint_eq(x509_key_usage(two, 0, 5), TLS12_USAGE_DECIPHER_ONLY);
  ck_assert_uint_eq(x509_key_usage(ten, 0, 5), 49152);
  struct tls12_certificate_extensions x = {0};
  const uint8_t negative[] = {0x30, 6, 1, 1, 255, 2, 1, 255}, large[] = {0x30, 10, 1, 1, 255, 2, 5, 1, 0, 0, 0, 0};
  ck_assert(!x509_basic_constraints(negative, 0, sizeof negative, &x));
  ck_assert(x509_basic_constraints(large, 0, sizeof large, &x));
  ck_assert_uint_eq(x.path_length, DER_MAX);

  static const uint8_t choices[] = {0xa0, 0x81, 0x82, 0xa3, 0xa4, 0xa5, 0x86, 0x87, 0x88}; /* GeneralName */
  for (unsigned tag = 0; tag < 256; tag++) {
    const uint8_t name[] = {0x30, 6, (uint8_t)tag, 4, 1, 2, 3, 4};
    struct tls12_span names;
    ck_assert_int_eq(x509_alternative_names(name, 0, sizeof name, &names), memchr(choices, (int)tag, 9) != NULL);
  }
}
END_TEST

/* What is said of a SubjectPublicKeyInfo with that algorithm, its parameters and the octets of the key. */
static struct tls12_fault read_key(const char *algorithm, const char *parameters, const char *octets)
{
  uint8_t name[16], about[64], number[64], bytes[160];
  const uint32_t n = from_hex(algorithm, name, sizeof name), p = from_hex(parameters, about, sizeof about),
                 k = from_hex(octets, number, sizeof number), end = n + p + k + 9;
  const uint8_t head[] = {0x30, (uint8_t)(end - 2), 0x30, (uint8_t)(2 + n + p), 6, (uint8_t)n};
  const uint8_t key[] = {3, (uint8_t)(1 + k), 0};
  struct tls12_public_key value;
  memcpy(bytes, head, 6);
  memcpy(bytes + 6, name, n);
  memcpy(bytes + 6 + n, about, p);
  memcpy(bytes + 6 + n + p, key, 3);
  memcpy(bytes + end - k, number, k);
  uint8_t *copy = copy_of(bytes, end);
  const struct tls12_fault fault = x509_read_public_key(copy, 0, end, &value);
  free(copy);
  return fault;
}

static void refuses_key(const char *algorithm, const char *parameters, const char *octets, enum tls12_rule rule,
                        uint32_t offset, uint32_t length, enum tls12_alert alert)
{
  const struct tls12_fault fault = read_key(algorithm, parameters, octets);
  ck_assert_int_eq(fault.rule, rule);
  ck_assert_uint_eq(fault.offset, offset);
  ck_assert_uint_eq(fault.length, length);
  ck_assert_int_eq(fault.alert, alert);
}

START_TEST(finite_field_keys)
{
  const char *dsa = "2a8648ce380401", *dh = "2a8648ce3e0201", *pkcs3 = "2a864886f70d010301";
  const enum tls12_alert alert = TLS12_UNSUPPORTED_CERTIFICATE;
  ck_assert_int_eq(read_key(dsa, "300a 02020083 020103 020102", "020107").rule, TLS12_NO_RULE);
  ck_assert_int_eq(read_key(dsa, "", "02020087").rule, TLS12_NO_RULE);
  refuses_key(dsa, "0500", "020107", R3279_2_3_2_01, 13, 2, alert);
  refuses_key(dsa, "3006 020105 020103", "020107", R3279_2_3_2_01, 13, 8, alert);
  refuses_key(dsa, "300c 020105 020103 020102 020101", "020107", R3279_2_3_2_01, 13, 14, alert);
  refuses_key(dsa, "3109 020105 020103 020102", "020107", R3279_2_3_2_01, 13, 11, alert);
  refuses_key(dsa, "3009 020105 020103 030102", "020107", R3279_2_3_2_01, 13, 11, alert);
  refuses_key(dsa, "", "", R3279_2_3_2_01, 16, 0, alert);
  refuses_key(dsa, "", "040107", R3279_2_3_2_01, 16, 3, alert);
  refuses_key(dsa, "", "02020007", R3279_2_3_2_01, 16, 4, alert); /* not minimal */
  refuses_key(dsa, "", "02010700", R3279_2_3_2_01, 16, 4, alert);

  ck_assert_int_eq(read_key(dh, "3009 020117 020102 02010b", "020107").rule, TLS12_NO_RULE);
  ck_assert_int_eq(read_key(dh, "300c 020117 020102 02010b 020102", "020107").rule, TLS12_NO_RULE);
  ck_assert_int_eq(read_key(dh, "3012 020117 020102 02010b 3007 030200ff 020101", "020107").rule, TLS12_NO_RULE);
  ck_assert_int_eq(read_key(dh, "3015 020117 020102 02010b 020102 3007 030200ff 020101", "020107").rule, TLS12_NO_RULE);
  refuses_key(dh, "", "020107", R3279_2_3_3_01, 13, 0, alert);
  refuses_key(dh, "0500", "020107", R3279_2_3_3_01, 13, 2, alert);
  refuses_key(dh, "3006 020117 020102", "020107", R3279_2_3_3_01, 13, 8, alert); /* as of PKCS #3 */
  refuses_key(dh, "300b 020117 020102 02010b 0202", "020107", R3279_2_3_3_01, 13, 13, alert);
  refuses_key(dh, "300f 020117 020102 02010b 020102 020102", "020107", R3279_2_3_3_01, 13, 17, alert);
  refuses_key(dh, "300f 020117 020102 02010b 3004 030200ff", "020107", R3279_2_3_3_01, 13, 17, alert); /* one of two */
  refuses_key(dh, "300e 020117 020102 02010b 3003 020101", "020107", R3279_2_3_3_01, 13, 16, alert);
  refuses_key(dh, "3009 020117 020102 02010b", "040107", R3279_2_3_3_01, 27, 3, alert);
  refuses_key(dh, "3009 020117 020102 02010b", "", R3279_2_3_3_01, 27, 0, alert);
  ck_assert_int_eq(read_key(pkcs3, "3006 020117 020102", "020107").rule, TLS12_NO_RULE);
}
END_TEST

START_TEST(keys_without_parameters)
{
  /* RFC 8410 section 10.1, and the four algorithms with other keys */
  ck_assert_int_eq(read_key("2b6570", "", "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1").rule,
                   TLS12_NO_RULE);
  const char *algorithms[] = {"2b656e", "2b656f", "2b6570", "2b6571"};
  for (size_t i = 0; i < 4; i++) {
    ck_assert_int_eq(read_key(algorithms[i], "", "0102").rule, TLS12_NO_RULE);
    refuses_key(algorithms[i], "0500", "0102", R8410_3_01, 9, 2, TLS12_BAD_CERTIFICATE);
    refuses_key(algorithms[i], "3000", "0102", R8410_3_01, 9, 2, TLS12_BAD_CERTIFICATE);
  }
}
END_TEST

/* Every truncation, and every bit flipped: no byte outside the certificate is read. */
static void damage(const uint8_t *der, uint32_t n)
{
  struct tls12_x509 v;
  for (uint32_t k = 0; k < n; k++) ck_assert_int_ne(parse(der, k, &v).rule, TLS12_NO_RULE);
  for (uint32_t k = 0; k < 8 * n; k++) changed(der, n, k / 8, (uint8_t)(der[k / 8] ^ (1u << k % 8)));
}

START_TEST(damaged)
{
  damage(ec_leaf, sizeof ec_leaf);
  damage(rsa_leaf, sizeof rsa_leaf);
  damage(unknown_critical, sizeof unknown_critical);
  uint32_t seed = 1;
  for (int round = 0; round < 20000; round++) { /* several bytes at once */
    struct tls12_x509 v;
    uint8_t *copy = copy_of(ec_leaf, sizeof ec_leaf);
    for (int k = 0; k < 3; k++) {
      seed = seed * 1103515245u + 12345u;
      copy[(seed >> 8) % sizeof ec_leaf] = (uint8_t)(seed >> 24);
    }
    x509_parse(copy, sizeof ec_leaf, &v);
    free(copy);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/certificate");
  TCase *tests = tcase_create("DER and certificates");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, lengths);
  tcase_add_test(tests, primitives);
  tcase_add_test(tests, times);
  tcase_add_test(tests, fields);
  tcase_add_test(tests, refusals);
  tcase_add_test(tests, finite_field_keys);
  tcase_add_test(tests, keys_without_parameters);
  tcase_add_test(tests, damaged);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
