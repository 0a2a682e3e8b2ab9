/* Hashes, HMAC and the PRF against the numbers of the RFCs, and against the files of ../shared/vectors when they are there. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "crypto/hmac.h"
#include "crypto/hmac_secret_length.h"
#include "crypto/prf.h"
#include "tests/hex.h"
#include "tests/suite.h"

static const struct tls12_bytes nothing = {0};

static void same(const uint8_t *bytes, const char *expected)
{
  uint8_t want[512];
  const uint32_t n = from_hex(expected, want, sizeof want);
  ck_assert_mem_eq(bytes, want, n);
}

/* RFC 3174 section 7.3, RFC 1321 appendix A.5 and RFC 6234 section 8.5: "abc". */
START_TEST(digests)
{
  static const struct {
    enum tls12_hash hash;
    const char *digest;
  } cases[] = {
      {TLS12_MD5, "900150983cd24fb0d6963f7d28e17f72"},
      {TLS12_SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d"},
      {TLS12_SHA224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
      {TLS12_SHA256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {TLS12_SHA384,
       "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"},
      {TLS12_SHA512, "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"},
  };
  const struct tls12_bytes parts[] = {{(const uint8_t *)"a", 1}, nothing, {(const uint8_t *)"bc", 2}};
  for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint8_t digest[TLS12_HASH_SIZE_MAX];
    tls12_hash_parts(cases[i].hash, parts, 3, digest);
    same(digest, cases[i].digest);
    ck_assert_uint_eq(tls12_hash_size(cases[i].hash) * 2, strlen(cases[i].digest));

    struct tls12_hash_context one, two;
    tls12_hash_init(&one, cases[i].hash);
    tls12_hash_update(&one, (const uint8_t *)"ab", 2);
    two = one; /* a copy goes its own way */
    tls12_hash_update(&one, (const uint8_t *)"x", 1);
    tls12_hash_update(&two, (const uint8_t *)"c", 1);
    tls12_hash_final(&two, digest);
    same(digest, cases[i].digest);
  }
  ck_assert_uint_eq(tls12_hash_size(TLS12_HASH_NONE), 0);
}
END_TEST

START_TEST(hmac)
{
  static const char *const cases[][6] = {
#include "tests/crypto/rfc4231.inc"
  };
  for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint8_t key[256], data[256], mac[TLS12_HASH_SIZE_MAX];
    const struct tls12_bytes secret = {key, from_hex(cases[i][0], key, sizeof key)};
    const struct tls12_bytes text = {data, from_hex(cases[i][1], data, sizeof data)};
    for (unsigned h = 0; h < 4; h++) {
      tls12_hmac((enum tls12_hash)(TLS12_SHA224 + h), secret, &text, 1, mac);
      same(mac, cases[i][2 + h]);
    }
  }
  /* RFC 2202 sections 2 and 3, case 2 */
  uint8_t mac[TLS12_HASH_SIZE_MAX];
  const struct tls12_bytes text = {(const uint8_t *)"what do ya want for nothing?", 28};
  tls12_hmac(TLS12_MD5, (struct tls12_bytes){(const uint8_t *)"Jefe", 4}, &text, 1, mac);
  same(mac, "750c783e6ab0b503eaa86e310a5db738");
  tls12_hmac(TLS12_SHA1, (struct tls12_bytes){(const uint8_t *)"Jefe", 4}, &text, 1, mac);
  same(mac, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}
END_TEST

/* The HMAC that hides the length equals the plain one at every length, for every hash. */
START_TEST(secret_length)
{
  const enum tls12_hash hash = (enum tls12_hash)(_i + 1);
  uint8_t key[48], data[600], want[TLS12_HASH_SIZE_MAX], got[TLS12_HASH_SIZE_MAX];
  for (unsigned i = 0; i < sizeof data; i++) data[i] = (uint8_t)(i * 7 + 1);
  for (unsigned i = 0; i < sizeof key; i++) key[i] = (uint8_t)(200 - i);
  struct tls12_hmac_context context;
  tls12_hmac_init(&context, hash, (struct tls12_bytes){key, sizeof key});
  for (uint32_t longest = 0; longest <= 600; longest += longest < 300 ? 23 : 61) {
    const uint32_t shortest = longest < 255 ? 0 : longest - 255;
    for (uint32_t length = shortest; length <= longest; length++) {
      const struct tls12_bytes parts[] = {{key, 13}, {data, length}};
      tls12_hmac(hash, (struct tls12_bytes){key, sizeof key}, parts, 2, want);
      tls12_hmac_secret_length(&context, key, 13, data, length, shortest, longest, got);
      ck_assert_mem_eq(got, want, tls12_hash_size(hash));
    }
  }
}
END_TEST

static struct tls12_bytes text(const char *s)
{
  return (struct tls12_bytes){(const uint8_t *)s, (uint32_t)strlen(s)};
}

/* The vectors of the TLS working group's list, label "test label". */
START_TEST(prf)
{
  uint8_t secret[64], seed[64], out[200];
  struct tls12_bytes s = {secret, from_hex("9bbe436ba940f017b17652849a71db35", secret, sizeof secret)};
  struct tls12_bytes r = {seed, from_hex("a0ba9f936cda311827a6f796ffd5198c", seed, sizeof seed)};
  p_hash(TLS12_SHA256, s, text("test label"), r, nothing, out, 100);
  same(
      out,
      "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17"
      "abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66");
  p_hash(TLS12_SHA256, s, text("test label"), (struct tls12_bytes){seed, 5}, (struct tls12_bytes){seed + 5, 11}, out,
         33);
  same(out, "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b");

  s.length = from_hex("b80b733d6ceefcdc71566ea48e5567df", secret, sizeof secret);
  r.length = from_hex("cd665cf6a8447dd6ff8b27555edb7465", seed, sizeof seed);
  memset(out, 0xee, sizeof out);
  p_hash(TLS12_SHA384, s, text("test label"), r, nothing, out, 148);
  same(
      out,
      "7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0e534cb400fed2700"
      "884f9dc236f80edd8bfa961144c9e8d792eca722a7b32fc3d416d473ebc2c5fd4abfdad05d9184259b5bf8cd4d90fa0d31e2dec479e4f1a2"
      "6066f2eea9a69236a3e52655c9e9aee691c8f3a26854308d5eaa3be85e0990703d73e56f");
  ck_assert_uint_eq(out[148], 0xee);
}
END_TEST

/* NIST's TLS 1.2 key derivation set: master secret and key block, 30 cases. */
START_TEST(nist)
{
  FILE *file = fopen("../shared/vectors/nist-cavp/components/800-135testvectors/tls.rsp", "r");
  if (file == NULL) {
    puts("skipped: ../shared/vectors is not there");
    return;
  }
  static const char *const names[] = {"pre_master_secret", "serverHello_random", "clientHello_random", "server_random",
                                      "client_random",     "master_secret",      "key_block"};
  char line[4096];
  uint8_t field[7][512], out[512];
  struct tls12_bytes value[7];
  enum tls12_hash hash = TLS12_HASH_NONE;
  unsigned cases = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    if (strncmp(line, "[TLS", 4) == 0)
      hash = strstr(line, "SHA-256")   ? TLS12_SHA256
             : strstr(line, "SHA-384") ? TLS12_SHA384
             : strstr(line, "SHA-512") ? TLS12_SHA512
                                       : TLS12_HASH_NONE;
    char *equals = strstr(line, " = ");
    if (equals == NULL) continue;
    *equals = 0;
    for (unsigned i = 0; i < 7; i++)
      if (strcmp(line, names[i]) == 0)
        value[i] = (struct tls12_bytes){field[i], from_hex(equals + 3, field[i], sizeof field[i])};
    if (strcmp(line, "key_block") != 0 || hash == TLS12_HASH_NONE) continue;
    p_hash(hash, value[0], text("master secret"), value[2], value[1], out, 48);
    ck_assert_uint_eq(value[5].length, 48);
    ck_assert_mem_eq(out, value[5].data, 48);
    p_hash(hash, value[5], text("key expansion"), value[3], value[4], out, value[6].length);
    ck_assert_mem_eq(out, value[6].data, value[6].length);
    cases++;
  }
  fclose(file);
  ck_assert_uint_eq(cases, 30);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("crypto/hash");
  TCase *tests = tcase_create("hash, HMAC, PRF");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, digests);
  tcase_add_test(tests, hmac);
  tcase_add_loop_test(tests, secret_length, 0, 6);
  tcase_add_test(tests, prf);
  tcase_add_test(tests, nist);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
