/* spec/fitness.h, cell by cell: key exchanges and client certificate types against all kinds of keys, uses, curves, point
 * formats, pairs and parameters. */
#include <stdint.h>

#include "x509/fitness.h"
#include "x509/fitness_lists.h"
#include "x509/fixed_parameters.h"

#include "suite.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "certificates.inc"

#define KIND(name) (1u << TLS12_KEY_##name)
#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { SIGNING = 128, ENCIPHERMENT = 32, AGREEMENT = 8 };

/* The usage bits alone, all bits, all but these, and no extension. */
START_TEST(server_keys)
{
  static const struct {
    enum tls12_key_exchange kx;
    unsigned kinds, usage;
    enum tls12_rule rule;
  } table[] = {
      {TLS12_KX_RSA, KIND(RSA), ENCIPHERMENT, R5246_7_4_2_12},
      {TLS12_KX_RSA_PSK, KIND(RSA), ENCIPHERMENT, R5246_7_4_2_12},
      {TLS12_KX_DHE_RSA, KIND(RSA), SIGNING, R5246_7_4_2_13},
      {TLS12_KX_ECDHE_RSA, KIND(RSA), SIGNING, R5246_7_4_2_13},
      {TLS12_KX_DHE_DSS, KIND(DSA), SIGNING, R5246_7_4_2_14},
      {TLS12_KX_DH_DSS, KIND(DH), AGREEMENT, R5246_7_4_2_15},
      {TLS12_KX_DH_RSA, KIND(DH), AGREEMENT, R5246_7_4_2_15},
      {TLS12_KX_ECDH_ECDSA, KIND(EC) | KIND(ECDH), AGREEMENT, R5246_7_4_2_16},
      {TLS12_KX_ECDH_RSA, KIND(EC) | KIND(ECDH), AGREEMENT, R5246_7_4_2_16},
      {TLS12_KX_ECDHE_ECDSA, KIND(EC) | KIND(ED25519) | KIND(ED448), SIGNING, R5246_7_4_2_17},
      {TLS12_KX_DH_ANON, 0, SIGNING, R5246_7_4_2_02},
      {TLS12_KX_ECDH_ANON, 0, SIGNING, R5246_7_4_2_02},
      {TLS12_KX_PSK, 0, SIGNING, R5246_7_4_2_02},
      {TLS12_KX_DHE_PSK, 0, SIGNING, R5246_7_4_2_02},
      {TLS12_KX_ECDHE_PSK, 0, SIGNING, R5246_7_4_2_02},
  };
  for (size_t i = 0; i < COUNT(table); i++)
    for (enum tls12_key_kind kind = TLS12_KEY_OTHER; kind <= TLS12_KEY_ED448; kind++) {
      const enum tls12_rule good = table[i].kinds >> kind & 1 ? TLS12_NO_RULE : table[i].rule;
      ck_assert_int_eq(fitness_check(table[i].kx, kind, 0, 0), good);
      ck_assert_int_eq(fitness_check(table[i].kx, kind, 1, table[i].usage), good);
      ck_assert_int_eq(fitness_check(table[i].kx, kind, 1, 65535), good);
      ck_assert_int_eq(fitness_check(table[i].kx, kind, 1, 65535 - table[i].usage), table[i].rule);
    }
}
END_TEST

START_TEST(client_keys)
{
  static const struct {
    uint32_t type;
    unsigned kinds, usage;
    enum tls12_rule rule;
  } table[] = {
      {TLS12_RSA_SIGN, KIND(RSA), SIGNING, R5246_7_4_6_06},
      {TLS12_DSS_SIGN, KIND(DSA), SIGNING, R5246_7_4_6_07},
      {TLS12_ECDSA_SIGN, KIND(EC) | KIND(ED25519) | KIND(ED448), SIGNING, R5246_7_4_6_08},
      {TLS12_RSA_FIXED_DH, KIND(DH), AGREEMENT, R5246_7_4_6_09},
      {TLS12_DSS_FIXED_DH, KIND(DH), AGREEMENT, R5246_7_4_6_09},
      {TLS12_RSA_FIXED_ECDH, KIND(EC) | KIND(ECDH), AGREEMENT, R5246_7_4_6_10},
      {TLS12_ECDSA_FIXED_ECDH, KIND(EC) | KIND(ECDH), AGREEMENT, R5246_7_4_6_10},
      {5, 0, SIGNING, R5246_7_4_4_09}, /* SSL 3.0's, and one of nobody */
      {0, 0, SIGNING, R5246_7_4_4_09},
      {255, 0, AGREEMENT, R5246_7_4_4_09},
  };
  for (size_t i = 0; i < COUNT(table); i++)
    for (enum tls12_key_kind kind = TLS12_KEY_OTHER; kind <= TLS12_KEY_ED448; kind++) {
      const enum tls12_rule good = table[i].kinds >> kind & 1 ? TLS12_NO_RULE : table[i].rule;
      ck_assert_int_eq(fitness_check_client(table[i].type, kind, 0, 0), good);
      ck_assert_int_eq(fitness_check_client(table[i].type, kind, 1, table[i].usage), good);
      ck_assert_int_eq(fitness_check_client(table[i].type, kind, 1, 65535), good);
      ck_assert_int_eq(fitness_check_client(table[i].type, kind, 1, 65535 - table[i].usage), table[i].rule);
    }
}
END_TEST

#define KX(name) (1u << TLS12_KX_##name)

START_TEST(client_types)
{
  static const struct {
    uint32_t type;
    unsigned exchanges;
  } table[] = {
      {TLS12_RSA_SIGN, ~0u},
      {TLS12_DSS_SIGN, ~0u},
      {TLS12_ECDSA_SIGN, ~0u},
      {TLS12_RSA_FIXED_DH, KX(DH_DSS) | KX(DH_RSA) | KX(DHE_DSS) | KX(DHE_RSA)},
      {TLS12_DSS_FIXED_DH, KX(DH_DSS) | KX(DH_RSA) | KX(DHE_DSS) | KX(DHE_RSA)},
      {TLS12_RSA_FIXED_ECDH, KX(ECDH_ECDSA) | KX(ECDH_RSA)},
      {TLS12_ECDSA_FIXED_ECDH, KX(ECDH_ECDSA) | KX(ECDH_RSA)},
      {6, 0},
  };
  for (size_t i = 0; i < COUNT(table); i++)
    for (enum tls12_key_exchange kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++)
      ck_assert_int_eq(fitness_type_usable(kx, table[i].type), (int)(table[i].exchanges >> kx & 1));
}
END_TEST

/* Two certificates for one RSA server, as RFC 5280 section 4.2.1.3 lets them be split: one to sign with, one to encipher
 * with. rsa_leaf asserts keyEncipherment alone. */
START_TEST(split_usages)
{
  static const uint8_t encipherment[] = {3, 2, 5, ENCIPHERMENT}, signing[] = {3, 2, 7, SIGNING};
  struct tls12_x509 encipher, sign;
  uint8_t *changed = copy_of(rsa_leaf, sizeof rsa_leaf);
  memcpy(changed + find(rsa_leaf, sizeof rsa_leaf, encipherment, 4), signing, 4);
  ck_assert_int_eq(x509_parse(rsa_leaf, sizeof rsa_leaf, &encipher).rule, TLS12_NO_RULE);
  ck_assert_int_eq(x509_parse(changed, sizeof rsa_leaf, &sign).rule, TLS12_NO_RULE);
  free(changed);

  static const enum tls12_key_exchange enciphering[] = {TLS12_KX_RSA, TLS12_KX_RSA_PSK},
                                       signed_ones[] = {TLS12_KX_DHE_RSA, TLS12_KX_ECDHE_RSA};
  for (size_t i = 0; i < 2; i++) {
    ck_assert_int_eq(x509_check_fitness(enciphering[i], &encipher).rule, TLS12_NO_RULE);
    ck_assert_int_eq(x509_check_fitness(enciphering[i], &sign).rule, R5246_7_4_2_12);
    ck_assert_int_eq(x509_check_fitness(signed_ones[i], &sign).rule, TLS12_NO_RULE);
    ck_assert_int_eq(x509_check_fitness(signed_ones[i], &encipher).rule, R5246_7_4_2_13);
    ck_assert_int_eq(x509_check_fitness(signed_ones[i], &encipher).alert, TLS12_UNSUPPORTED_CERTIFICATE);
  }
}
END_TEST

START_TEST(curves_and_point_formats)
{
  const uint8_t groups[] = {0, 29, 0, 24, 0, 0, 23, 0}, uncompressed[] = {0}, both[] = {2, 0, 1};
  const struct tls12_bytes list = {groups, sizeof groups}, absent = {NULL, 0};
  ck_assert(fitness_check_curve(list, TLS12_SECP384R1));
  ck_assert(fitness_check_curve(list, TLS12_X25519));
  ck_assert(
      !fitness_check_curve(list, TLS12_SECP256R1)); /* its bytes are there, but as 00 and 23 of two other groups */
  ck_assert(!fitness_check_curve(list, 0));
  ck_assert(fitness_check_curve(absent, TLS12_SECP256R1));
  ck_assert(fitness_check_curve(absent, 0));

  for (uint8_t first = 2; first <= 4; first++) {
    ck_assert_int_eq(fitness_check_point_format(absent, first), first == 4);
    ck_assert_int_eq(fitness_check_point_format((struct tls12_bytes){uncompressed, 1}, first), first == 4);
    ck_assert(fitness_check_point_format((struct tls12_bytes){both, 3}, first));
  }
}
END_TEST

START_TEST(pairs)
{
  static const enum tls12_signature defaults[] = {
      [TLS12_KX_RSA] = TLS12_RSA,           [TLS12_KX_DHE_RSA] = TLS12_RSA,  [TLS12_KX_DH_RSA] = TLS12_RSA,
      [TLS12_KX_RSA_PSK] = TLS12_RSA,       [TLS12_KX_ECDH_RSA] = TLS12_RSA, [TLS12_KX_ECDHE_RSA] = TLS12_RSA,
      [TLS12_KX_DHE_DSS] = TLS12_DSA,       [TLS12_KX_DH_DSS] = TLS12_DSA,   [TLS12_KX_ECDH_ECDSA] = TLS12_ECDSA,
      [TLS12_KX_ECDHE_ECDSA] = TLS12_ECDSA,
  };
  const uint8_t listed[] = {4, 1, 5, 3};
  const struct tls12_bytes list = {listed, sizeof listed}, absent = {NULL, 0};
  for (enum tls12_hash hash = TLS12_HASH_NONE; hash <= TLS12_SHA512; hash++)
    for (enum tls12_signature signature = TLS12_ANONYMOUS; signature <= TLS12_ECDSA; signature++) {
      const int in_list =
          (hash == TLS12_SHA256 && signature == TLS12_RSA) || (hash == TLS12_SHA384 && signature == TLS12_ECDSA);
      ck_assert_int_eq(fitness_check_algorithm(TLS12_KX_RSA, list, hash, signature), in_list);
      for (size_t kx = TLS12_KX_RSA; kx < COUNT(defaults); kx++)
        ck_assert_int_eq(fitness_check_algorithm((enum tls12_key_exchange)kx, absent, hash, signature),
                         hash == TLS12_SHA1 && signature == defaults[kx] && signature != TLS12_ANONYMOUS);
    }
}
END_TEST

static int same_group(const uint8_t *a, uint32_t m, const uint8_t *b, uint32_t n)
{
  uint8_t *x = copy_of(a, m), *y = copy_of(b, n);
  const int same = x509_same_group((struct tls12_bytes){x, m}, (struct tls12_bytes){y, n});
  free(x);
  free(y);
  return same;
}

/* DomainParameters of X9.42 (with q, and without p), and DHParameter of PKCS #3 with the same p and g. */
START_TEST(parameters)
{
  const uint8_t x942[] = {0x30, 9, 2, 1, 23, 2, 1, 5, 2, 1, 11}, pkcs3[] = {0x30, 6, 2, 1, 23, 2, 1, 5};
  const uint8_t other_g[] = {0x30, 6, 2, 1, 23, 2, 1, 7}, other_p[] = {0x30, 6, 2, 1, 29, 2, 1, 5};
  const uint8_t longer_p[] = {0x30, 7, 2, 2, 1, 23, 2, 1, 5}, only_p[] = {0x30, 3, 2, 1, 23},
                over[] = {0x30, 6, 2, 1, 23, 2, 2, 5};
  ck_assert(same_group(x942, sizeof x942, x942, sizeof x942));
  ck_assert(same_group(x942, sizeof x942, pkcs3, sizeof pkcs3));
  ck_assert(!same_group(x942, sizeof x942, other_g, sizeof other_g));
  ck_assert(!same_group(x942, sizeof x942, other_p, sizeof other_p));
  ck_assert(!same_group(pkcs3, sizeof pkcs3, longer_p, sizeof longer_p));
  ck_assert(!same_group(only_p, sizeof only_p, only_p, sizeof only_p));
  ck_assert(!same_group(over, sizeof over, over, sizeof over));
  ck_assert(!same_group(x942, 0, x942, 0));
  ck_assert(!same_group(x942, sizeof x942 - 1, x942, sizeof x942 - 1));
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/fitness");
  TCase *tests = tcase_create("the table");
  tcase_add_test(tests, server_keys);
  tcase_add_test(tests, client_keys);
  tcase_add_test(tests, client_types);
  tcase_add_test(tests, split_usages);
  tcase_add_test(tests, curves_and_point_formats);
  tcase_add_test(tests, pairs);
  tcase_add_test(tests, parameters);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
