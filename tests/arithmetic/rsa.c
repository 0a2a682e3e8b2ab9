/* RSA PKCS#1 v1.5 against RFC 7515 appendix A.2 and RFC 7516 appendix A.2, and wrong inputs. */
#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa.h"
#include "tests/hex.h"
#include "rfc7515.inc"
#include "tests/suite.h"
#include "tool/rule_text.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

static uint8_t n_bytes[256], e_bytes[3], d_bytes[256], digest_bytes[32], signature[256];
static struct rsa_public_key key;
static struct rsa_private_key private_key;
static struct tls12_bytes digest;

static int counting_random(void *context, uint8_t *out, size_t n)
{
  uint8_t *state = context;
  for (size_t i = 0; i < n; i++) out[i] = (*state)++;
  return 0;
}

static int failing_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  return 1;
}

static int zero_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  return 0;
}

static void load(const char *n, const char *e, const char *d)
{
  ck_assert_uint_eq(from_hex(n, n_bytes, 256), 256);
  ck_assert_uint_eq(from_hex(e, e_bytes, 3), 3);
  ck_assert_uint_eq(from_hex(d, d_bytes, 256), 256);
  key = (struct rsa_public_key){{n_bytes, 256}, {e_bytes, 3}};
  private_key = (struct rsa_private_key){
      .modulus = key.modulus, .public_exponent = key.exponent, .private_exponent = {d_bytes, 256}};
}

static void load_signature(void)
{
  load(rfc7515_n, rfc7515_e, rfc7515_d);
  ck_assert_uint_eq(from_hex(rfc7515_digest, digest_bytes, 32), 32);
  ck_assert_uint_eq(from_hex(rfc7515_signature, signature, 256), 256);
  digest = (struct tls12_bytes){digest_bytes, 32};
}

static int verifies(void)
{
  return rsa_verify(&key, TLS12_SHA256, digest, (struct tls12_bytes){signature, 256});
}

//= build/requirements.md#R5246-4.7-04
//= type=test
//# When producing an RSA signature the DigestInfo AlgorithmIdentifier parameters for a parameterless hash are encoded
//# as NULL.
START_TEST(rfc7515)
{
  uint8_t made[256], state = 1;
  load_signature();
  ck_assert_int_eq(verifies(), 1);
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, counting_random, &state, made), 1);
  ck_assert_mem_eq(made, signature, 256);
}
END_TEST

START_TEST(signature_changed)
{
  load_signature();
  for (unsigned i = 0; i < 256; i++) {
    signature[i] ^= (uint8_t)(1u << i % 8);
    ck_assert_int_eq(verifies(), 0);
    signature[i] ^= (uint8_t)(1u << i % 8);
  }
  for (unsigned i = 0; i < 32; i++) {
    digest_bytes[i] ^= 0x80;
    ck_assert_int_eq(verifies(), 0);
    digest_bytes[i] ^= 0x80;
  }
  ck_assert_int_eq(rsa_verify(&key, TLS12_SHA224, digest, (struct tls12_bytes){signature, 256}), 0);
  ck_assert_int_eq(rsa_verify(&key, TLS12_MD5, digest, (struct tls12_bytes){signature, 256}), 0);
  ck_assert_int_eq(rsa_verify(&key, TLS12_SHA256, digest, (struct tls12_bytes){signature, 255}), 0);
  ck_assert_int_eq(
      rsa_verify(&key, TLS12_SHA256, (struct tls12_bytes){digest_bytes, 31}, (struct tls12_bytes){signature, 256}), 0);
  memset(signature, 0, 256);
  ck_assert_int_eq(verifies(), 0);
  memcpy(signature, n_bytes, 256);
  ck_assert_int_eq(verifies(), 0);
  memset(signature, 0xff, 256);
  ck_assert_int_eq(verifies(), 0);
}
END_TEST

START_TEST(every_hash)
{
  static const uint8_t sizes[] = {0, 16, 20, 28, 32, 48, 64};
  uint8_t bytes[64], made[256], em[256], state = 9;
  memset(bytes, 0x5a, 64);
  load_signature();
  for (int hash = TLS12_HASH_NONE; hash <= TLS12_SHA512; hash++) {
    struct tls12_bytes d = {bytes, sizes[hash]};
    int ok = hash >= TLS12_SHA1;
    ck_assert_int_eq(rsa_sign(&private_key, (enum tls12_hash)hash, d, counting_random, &state, made), ok);
    ck_assert_int_eq(rsa_verify(&key, (enum tls12_hash)hash, d, (struct tls12_bytes){made, 256}), ok);
    if (!ok) continue;
    ck_assert_int_eq(pkcs1_signature_encoding(em, 256, (enum tls12_hash)hash, d, 0), 1);
    number_power(made, (struct tls12_bytes){em, 256}, private_key.private_exponent, key.modulus);
    ck_assert_int_eq(rsa_verify(&key, (enum tls12_hash)hash, d, (struct tls12_bytes){made, 256}), 1);
  }
}
END_TEST

/* A wrong private exponent makes a wrong signature, which does not leave. */
START_TEST(fault_caught)
{
  uint8_t made[256] = {1}, zero[256] = {0}, state = 4;
  load_signature();
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, failing_random, NULL, made), 0);
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, zero_random, NULL, made), 0);
  d_bytes[100] ^= 1;
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, counting_random, &state, made), 0);
  ck_assert_mem_eq(made, zero, 256);
}
END_TEST

START_TEST(sources_refused)
{
  uint8_t made[256];
  load_signature();
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, failing_random, NULL, made), 0);
  ck_assert_int_eq(rsa_sign(&private_key, TLS12_SHA256, digest, zero_random, NULL, made), 0);
}
END_TEST

START_TEST(keys_refused)
{
  load_signature();
  ck_assert_uint_eq(rsa_size(&key), 256);
  n_bytes[255] ^= 1; /* even */
  ck_assert_msg(rsa_size(&key) == 0, "%s", rule_text(R8017_3_1_01)->id);
  ck_assert_int_eq(verifies(), 0);
  n_bytes[255] ^= 1;
  e_bytes[2] ^= 1;
  ck_assert_uint_eq(rsa_size(&key), 0);
  ck_assert_int_eq(verifies(), 0);
  key.exponent = (struct tls12_bytes){(const uint8_t *)"\1", 1};
  ck_assert_uint_eq(rsa_size(&key), 0);
  key.exponent = key.modulus;
  ck_assert_uint_eq(rsa_size(&key), 0);
  load_signature();
  key.modulus.length = 127; /* below 1024 bits, and its last byte happens to decide nothing */
  ck_assert_uint_eq(rsa_size(&key), 0);
  static uint8_t large[1025];
  memset(large, 0xff, sizeof large);
  key.modulus = (struct tls12_bytes){large, 1025};
  ck_assert_uint_eq(rsa_size(&key), 0);
  key.modulus.length = 1024;
  ck_assert_uint_eq(rsa_size(&key), 1024);
  large[0] = 0; /* a leading zero byte */
  ck_assert_uint_eq(rsa_size(&key), 0);
  large[0] = 0xff;
  uint8_t exponent[12] = {0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}; /* of 64 bits, with leading zeros */
  key.exponent = (struct tls12_bytes){exponent, 12};
  ck_assert_uint_eq(rsa_size(&key), 1024);
  exponent[3] = 1; /* of 65 bits: for moduli of up to 3072 bits */
  ck_assert_uint_eq(rsa_size(&key), 0);
  key.modulus.length = RSA_FREE_EXPONENT_BYTES + 1;
  ck_assert_uint_eq(rsa_size(&key), 0);
  key.modulus.length = RSA_FREE_EXPONENT_BYTES;
  ck_assert_uint_eq(rsa_size(&key), RSA_FREE_EXPONENT_BYTES);
}
END_TEST

START_TEST(rfc7516)
{
  uint8_t ciphertext[256], em[256], cek[32];
  load(rfc7516_n, rfc7516_e, rfc7516_d);
  ck_assert_uint_eq(from_hex(rfc7516_ciphertext, ciphertext, 256), 256);
  ck_assert_uint_eq(from_hex(rfc7516_cek, cek, 32), 32);
  number_power(em, (struct tls12_bytes){ciphertext, 256}, private_key.private_exponent, key.modulus);
  ck_assert(em[0] == 0 && em[1] == 2 && em[223] == 0);
  ck_assert_mem_eq(em + 224, cek, 32);
}
END_TEST

static uint8_t premaster[48], substitute[48], ciphertext[256], out[48];

static void encrypt(const uint8_t *em)
{
  number_power(ciphertext, (struct tls12_bytes){em, 256}, key.exponent, key.modulus);
}

static void selected(const uint8_t expected[48], uint32_t length)
{
  uint8_t state = 1;
  memset(out, 0xee, 48);
  ck_assert_int_eq(rsa_decrypt_premaster(&private_key, (struct tls12_bytes){ciphertext, length}, 0x0303, substitute,
                                         counting_random, &state, out),
                   1);
  ck_assert_uint_eq(state, 0); /* 255 bytes were drawn, whatever the ciphertext */
  ck_assert_mem_eq(out, expected, 48);
}

/* It cannot be blinded, or the key is unfit: the substitute. */
static void unanswered(tls12_random source)
{
  uint8_t state = 1;
  memset(out, 0xee, 48);
  ck_assert_int_eq(rsa_decrypt_premaster(&private_key, (struct tls12_bytes){ciphertext, 256}, 0x0303, substitute,
                                         source, &state, out),
                   0);
  ck_assert_mem_eq(out, substitute, 48);
}

//= build/requirements.md#R5246-7.4.7.1-06
//= type=test
//# Alternative construction: draw 48 random bytes R; use R on bad padding, wrong length or version mismatch, else M.
START_TEST(premaster_selection)
{
  uint8_t state = 3, em[256];
  load(rfc7516_n, rfc7516_e, rfc7516_d);
  memset(substitute, 0x77, 48);
  for (unsigned i = 0; i < 48; i++) premaster[i] = (uint8_t)(200 - i);
  premaster[0] = premaster[1] = 3;
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){premaster, 48}, counting_random, &state, ciphertext), 1);
  selected(premaster, 256);
  unanswered(failing_random);
  unanswered(zero_random);
  selected(substitute, 255); /* wrong length */
  selected(substitute, 0);
  memset(ciphertext, 0, 256);
  selected(substitute, 256);
  memcpy(ciphertext, n_bytes, 256);
  selected(substitute, 256);
  memset(ciphertext, 0xff, 256);
  selected(substitute, 256);
  memset(em, 0x99, 256);
  em[0] = 0, em[1] = 2, em[207] = 0;
  memcpy(em + 208, premaster, 48);
  encrypt(em);
  selected(premaster, 256);
  for (unsigned i = 0; i < 210; i++) { /* every byte that has to have a value, wrong */
    uint8_t kept = em[i];
    em[i] = i == 0 ? 1 : i == 1 ? 1 : i < 207 ? 0 : i == 207 ? 5 : 2;
    encrypt(em);
    selected(substitute, 256);
    em[i] = kept;
  }
  n_bytes[255] ^= 1; /* a key that cannot be used */
  unanswered(counting_random);
}
END_TEST

/* The decision alone, on 10,000 random blocks, most of them good but for one byte. */
START_TEST(premaster_good)
{
  uint32_t state = 7;
  uint8_t em[128];
  for (int i = 0; i < 10000; i++) {
    for (unsigned k = 0; k < 128; k++) {
      state = state * 1103515245u + 12345u;
      em[k] = (uint8_t)((state >> 16) % 255 + 1);
    }
    em[0] = 0, em[1] = 2, em[79] = 0, em[80] = 3, em[81] = 1;
    ck_assert_uint_eq(pkcs1_premaster_good(em, 128, 0x0301), 1);
    unsigned place = (state >> 16) % 82;
    uint8_t kept = em[place];
    em[place] = (uint8_t)(place >= 2 && place < 79 ? 0 : kept + 1 + (state >> 24) % 255);
    ck_assert_uint_eq(pkcs1_premaster_good(em, 128, 0x0301), 0);
  }
}
END_TEST

START_TEST(encryption_refused)
{
  uint8_t state = 0, message[246] = {0};
  load(rfc7516_n, rfc7516_e, rfc7516_d);
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){message, 246}, counting_random, &state, ciphertext), 0);
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){message, 245}, counting_random, &state, ciphertext), 1);
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){message, 48}, failing_random, NULL, ciphertext), 0);
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){message, 48}, zero_random, NULL, ciphertext), 0);
  uint8_t em[256];
  ck_assert_int_eq(pkcs1_encryption_encoding(em, 256, (struct tls12_bytes){message, 48}, counting_random, &state), 1);
  for (unsigned i = 2; i < 207; i++) ck_assert_uint_ne(em[i], 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("rsa");
  TCase *tests = tcase_create("rsa");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, rfc7515);
  tcase_add_test(tests, signature_changed);
  tcase_add_test(tests, every_hash);
  tcase_add_test(tests, fault_caught);
  tcase_add_test(tests, sources_refused);
  tcase_add_test(tests, keys_refused);
  tcase_add_test(tests, rfc7516);
  tcase_add_test(tests, premaster_selection);
  tcase_add_test(tests, premaster_good);
  tcase_add_test(tests, encryption_refused);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
