/* RSASSA-PSS against RFC 7520 section 4.2 and OpenSSL, and wrong inputs. */
#include "arithmetic/rsa_pss.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "arithmetic/number.h"
#include "arithmetic/pss.h"
#include "crypto/hash.h"
#include "pss_moduli.inc"
#include "rfc7520.inc"
#include "tests/hex.h"
#include "tests/suite.h"

static uint8_t n_bytes[512], e_bytes[512], d_bytes[256], digest_bytes[64], signature[512];
static struct rsa_public_key key;
static struct rsa_private_key private_key;

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

static struct tls12_bytes digest_of(enum tls12_hash hash, const void *bytes, uint32_t length)
{
  const struct tls12_bytes part = {bytes, length};
  tls12_hash_parts(hash, &part, 1, digest_bytes);
  return (struct tls12_bytes){digest_bytes, tls12_hash_size(hash)};
}

static void load(const char *n, const char *e, const char *d)
{
  key.modulus = number_trim((struct tls12_bytes){n_bytes, from_hex(n, n_bytes, sizeof n_bytes)});
  key.exponent = (struct tls12_bytes){e_bytes, from_hex(e, e_bytes, sizeof e_bytes)};
  private_key = (struct rsa_private_key){.modulus = key.modulus,
                                         .public_exponent = key.exponent,
                                         .private_exponent = {d_bytes, from_hex(d, d_bytes, sizeof d_bytes)}};
}

static int verifies(enum tls12_hash hash, struct tls12_bytes digest, uint32_t salt, const char *hex)
{
  const uint32_t length = from_hex(hex, signature, sizeof signature);
  return rsa_pss_verify(&key, hash, digest, salt, (struct tls12_bytes){signature, length});
}

START_TEST(rfc7520)
{
  load(rfc7520_n, rfc7520_e, rfc7520_d);
  const struct tls12_bytes digest = digest_of(TLS12_SHA384, rfc7520_input, (uint32_t)strlen(rfc7520_input));
  ck_assert(verifies(TLS12_SHA384, digest, 48, rfc7520_signature));
  ck_assert(!verifies(TLS12_SHA384, digest, 47, rfc7520_signature));
  ck_assert(!verifies(TLS12_SHA384, digest, 49, rfc7520_signature));
  ck_assert(!verifies(TLS12_SHA256, (struct tls12_bytes){digest_bytes, 32}, 48, rfc7520_signature));
  ck_assert(!verifies(TLS12_SHA384, (struct tls12_bytes){digest_bytes, 47}, 48, rfc7520_signature));
  for (unsigned i = 0; i < 256; i++) {
    from_hex(rfc7520_signature, signature, sizeof signature);
    signature[i] ^= (uint8_t)(1u << i % 8);
    ck_assert(!rsa_pss_verify(&key, TLS12_SHA384, digest, 48, (struct tls12_bytes){signature, 256}));
  }
  digest_bytes[0] ^= 1;
  ck_assert(!verifies(TLS12_SHA384, digest, 48, rfc7520_signature));
}
END_TEST

START_TEST(every_hash)
{
  uint8_t state = 9;
  load(rfc7520_n, rfc7520_e, rfc7520_d);
  for (int hash = TLS12_SHA1; hash <= TLS12_SHA512; hash++) {
    const struct tls12_bytes digest = digest_of((enum tls12_hash)hash, "hash", 4);
    ck_assert(rsa_pss_sign(&private_key, (enum tls12_hash)hash, digest, counting_random, &state, signature));
    const struct tls12_bytes made = {signature, 256};
    ck_assert(rsa_pss_verify(&key, (enum tls12_hash)hash, digest, digest.length, made));
    ck_assert(!rsa_pss_verify(&key, (enum tls12_hash)hash, digest, digest.length - 1, made));
    ck_assert(!rsa_verify(&key, (enum tls12_hash)hash, digest, made));
  }
}
END_TEST

/* The leftmost bits that do not count are other ones for each length, and with 1025 bits there is a byte more. */
START_TEST(lengths)
{
  uint8_t state = 1;
  load(moduli[_i].n, "010001", moduli[_i].d);
  const struct tls12_bytes digest = digest_of(TLS12_SHA256, "PSS", 3);
  ck_assert_uint_eq(key.modulus.length, (moduli[_i].bits + 7) / 8);
  ck_assert(verifies(TLS12_SHA256, digest, 32, moduli[_i].signature));
  ck_assert(rsa_pss_sign(&private_key, TLS12_SHA256, digest, counting_random, &state, signature));
  ck_assert(rsa_pss_verify(&key, TLS12_SHA256, digest, 32, (struct tls12_bytes){signature, key.modulus.length}));
}
END_TEST

/* Encodings with one fault each: signed with the private key, so that everything else is right. */
START_TEST(encodings_refused)
{
  uint8_t em[256], salt[32];
  load(rfc7520_n, rfc7520_e, rfc7520_d);
  memset(salt, 0x5a, sizeof salt);
  const struct tls12_bytes digest = digest_of(TLS12_SHA256, "PSS", 3);
  for (int fault = 0; fault <= 256; fault++) { /* 256: none */
    ck_assert(pss_encode(em, 2047, TLS12_SHA256, digest, (struct tls12_bytes){salt, 32}));
    if (fault < 256) em[fault] ^= fault == 0 ? 0x80 : 1;
    ck_assert_int_eq(pss_verify_encoding(em, 2047, TLS12_SHA256, digest, 32), fault == 256);
    if (fault == 0) continue; /* not below the modulus */
    number_power(signature, (struct tls12_bytes){em, 256}, private_key.private_exponent, key.modulus);
    ck_assert_int_eq(rsa_pss_verify(&key, TLS12_SHA256, digest, 32, (struct tls12_bytes){signature, 256}),
                     fault == 256);
  }
  ck_assert(!pss_encode(em, 520, TLS12_SHA256, digest, (struct tls12_bytes){salt, 32}));
  ck_assert(pss_encode(em, 521, TLS12_SHA256, digest, (struct tls12_bytes){salt, 32}));
  ck_assert(pss_verify_encoding(em, 521, TLS12_SHA256, digest, 32));
}
END_TEST

START_TEST(inputs_refused)
{
  static const uint8_t zero[256];
  uint8_t state = 1;
  load(rfc7520_n, rfc7520_e, rfc7520_d);
  const struct tls12_bytes digest = digest_of(TLS12_SHA256, "PSS", 3);
  ck_assert(!rsa_pss_verify(&key, TLS12_SHA256, digest, 32, (struct tls12_bytes){zero, 256}));
  ck_assert(!rsa_pss_verify(&key, TLS12_SHA256, digest, 32, (struct tls12_bytes){zero, 0}));
  ck_assert(!rsa_pss_verify(&key, TLS12_SHA256, digest, 32, key.modulus));
  ck_assert(!rsa_pss_verify(&key, TLS12_HASH_NONE, (struct tls12_bytes){zero, 0}, 0, (struct tls12_bytes){zero, 256}));
  ck_assert(!rsa_pss_sign(&private_key, TLS12_SHA384, digest, counting_random, &state, signature));
  ck_assert(!rsa_pss_sign(&private_key, TLS12_SHA256, digest, failing_random, NULL, signature));
  d_bytes[100] ^= 1; /* a wrong signature does not leave */
  memset(signature, 1, sizeof signature);
  ck_assert(!rsa_pss_sign(&private_key, TLS12_SHA256, digest, counting_random, &state, signature));
  ck_assert_mem_eq(signature, zero, 256);
  n_bytes[255] ^= 1; /* even */
  ck_assert(!rsa_pss_sign(&private_key, TLS12_SHA256, digest, counting_random, &state, signature));
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("rsa_pss");
  TCase *tests = tcase_create("rsa_pss");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, rfc7520);
  tcase_add_test(tests, every_hash);
  tcase_add_loop_test(tests, lengths, 0, sizeof moduli / sizeof *moduli);
  tcase_add_test(tests, encodings_refused);
  tcase_add_test(tests, inputs_refused);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
