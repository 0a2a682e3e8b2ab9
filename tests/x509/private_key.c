/* Private keys in their three forms, and what is refused. */
#include "x509/private_key.h"

#include "suite.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "certificates.inc"

static enum tls12_private_key_error read_key(const uint8_t *der, uint32_t n, struct tls12_private_key *key)
{
  return private_key_parse(der, n, key);
}

START_TEST(rsa)
{
  struct tls12_private_key a, b;
  ck_assert_int_eq(read_key(rsa_pkcs1, sizeof rsa_pkcs1, &a), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(read_key(rsa_pkcs8, sizeof rsa_pkcs8, &b), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(a.kind, TLS12_KEY_RSA);
  ck_assert_uint_eq(a.modulus.length, 256);
  ck_assert_uint_eq(a.prime1.length, 128);
  ck_assert_uint_eq(a.public_exponent.length, 3);
  ck_assert_uint_eq(b.coefficient.length, a.coefficient.length);
  ck_assert_mem_eq(a.modulus.data, b.modulus.data, 256);
  ck_assert_mem_eq(a.coefficient.data, b.coefficient.data, a.coefficient.length);
}
END_TEST

START_TEST(ec)
{
  struct tls12_private_key a, b;
  ck_assert_int_eq(read_key(ec_sec1, sizeof ec_sec1, &a), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(read_key(ec_pkcs8, sizeof ec_pkcs8, &b), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(a.kind, TLS12_KEY_EC);
  ck_assert_uint_eq(a.group, 23);
  ck_assert_uint_eq(b.group, 23);
  ck_assert_uint_eq(a.scalar.length, 32);
  ck_assert_mem_eq(a.scalar.data, b.scalar.data, 32);
  ck_assert_uint_eq(a.public_point.length, 65);
  ck_assert_mem_eq(a.public_point.data, b.public_point.data, 65);
}
END_TEST

START_TEST(ed25519)
{
  struct tls12_private_key key;
  ck_assert_int_eq(read_key(ed25519_pkcs8, sizeof ed25519_pkcs8, &key), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(key.kind, TLS12_KEY_ED25519);
  ck_assert_uint_eq(key.scalar.length, 32);
  ck_assert_ptr_eq(key.scalar.data, ed25519_pkcs8 + sizeof ed25519_pkcs8 - 32);
}
END_TEST

START_TEST(refusals)
{
  struct tls12_private_key key;
  ck_assert_int_eq(read_key(ec_encrypted, sizeof ec_encrypted, &key), TLS12_PRIVATE_KEY_ENCRYPTED);
  ck_assert_int_eq(read_key(k1_pkcs8, sizeof k1_pkcs8, &key), TLS12_PRIVATE_KEY_CURVE);
  ck_assert_int_eq(read_key(ec_leaf, sizeof ec_leaf, &key), TLS12_PRIVATE_KEY_MALFORMED);
}
END_TEST

static void damage(const uint8_t *der, uint32_t n)
{
  struct tls12_private_key key;
  for (uint32_t k = 0; k < n; k++) {
    uint8_t *copy = copy_of(der, k);
    ck_assert_int_eq(read_key(copy, k, &key), TLS12_PRIVATE_KEY_MALFORMED);
    free(copy);
  }
  for (uint32_t k = 0; k < 8 * n; k++) {
    uint8_t *copy = copy_of(der, n);
    copy[k / 8] ^= (uint8_t)(1u << k % 8);
    read_key(copy, n, &key);
    free(copy);
  }
}

START_TEST(damaged)
{
  damage(rsa_pkcs1, sizeof rsa_pkcs1);
  damage(rsa_pkcs8, sizeof rsa_pkcs8);
  damage(ec_sec1, sizeof ec_sec1);
  damage(ec_pkcs8, sizeof ec_pkcs8);
  damage(ec_encrypted, sizeof ec_encrypted);
  damage(ed25519_pkcs8, sizeof ed25519_pkcs8);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/private_key");
  TCase *tests = tcase_create("private keys");
  tcase_add_test(tests, rsa);
  tcase_add_test(tests, ec);
  tcase_add_test(tests, ed25519);
  tcase_add_test(tests, refusals);
  tcase_add_test(tests, damaged);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
