/* Master secrets, the key block and verify_data: against computations of another program, transcribed below, and against
 * the ACVP cases for RFC 7627 when ../shared is there. */
#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "handshake/key_schedule.h"
#include "tests/suite.h"

static uint32_t from_hex(const char *text, uint8_t *out)
{
  uint32_t n = 0;
  for (; text[2 * n] != 0; n++) {
    unsigned byte;
    ck_assert_int_eq(sscanf(text + 2 * n, "%2x", &byte), 1);
    out[n] = (uint8_t)byte;
  }
  return n;
}

static void is_hex(const uint8_t *bytes, uint32_t n, const char *expected)
{
  uint8_t wanted[256];
  ck_assert_uint_eq(from_hex(expected, wanted), n);
  ck_assert_mem_eq(bytes, wanted, n);
}

/* Inputs that count up; the outputs were computed with Python's hmac module from the definition in RFC 5246 section 5. */
static const struct {
  enum tls12_hash prf;
  const char *plain, *extended, *key_block, *client_finished, *server_finished;
} known[] = {
    {TLS12_SHA256, "a1b3c58fbcafdd223ec0a71efbb1f6be268642b5ce2ae0a70f69273cd5e3af02ec675cd902da4b307993a7a6e3f3c441",
     "c33d63e5a4ff641b03662fb6c717904f2c753e969eef0f9279aaa5cf472ef4adb23f955db1ccd6f52e48e635b7f18b9b",
     "a1c8bdbce8830007e5719b5f9764ae0c42c3a103d08d01b711b292bfd1f332473e5667ef1f21ed64b616b533929f8e737406938bbae4d1387"
     "dbb67a32bbfd03fe3f3a5e61a434e9c07de3b04218aeb811ebeced2da38d56b4c318ab230f63e80162eca54d13940d2",
     "15a5f773ec894021b297d704", "fe6c845062172842f3e210cd"},
    {TLS12_SHA384, "89f5a0912340fc16083ccf6048e820e04431bcd8ea2f6945c8573077c17c8045f538747e67106bd634b1c52c9359bc1c",
     "b9e76736be3ce17dfbf4786d2d6f38dc774c499f1ccf7f3af17b8ec52dc0571bdf29c0ed7f7a8e7942dfcdf2af81bbc8",
     "c01fa61789f58022d722461abcb5df04cf985a08f0d461ab4d544db598b8531903c0472368c11f6751efc2d81d6b896d8db6be95536abb42a"
     "66b015259cf7264092ed6c52036945c1a1532642e1a3be6037af7f0ea0fb87c941fd78779c54d6c8b831aed894566e6",
     "ba9a22d40edcbf2a03fd0316", "d45407a30ef52afea92dad53"},
};

//= build/requirements.md#R5246-5-01
//= type=test
//# P_hash(secret,seed) is the concatenation of HMAC(secret, A(i)+seed) for i=1,2,.. with A(0)=seed and
//# A(i)=HMAC(secret,A(i-1)), cut to the requested length with the excess of the last block dropped.
//= build/requirements.md#R5246-8.1-01
//= type=test
//# master_secret = PRF(premaster, "master secret", client_random+server_random)[0..47], 48 bytes whatever the key
//# exchange.
//= build/requirements.md#R5246-6.3-01
//= type=test
//# key_block = PRF(master_secret,"key expansion",server_random+client_random): note that the randoms are in the
//# opposite order to the master secret computation.
//= build/requirements.md#R7627-4-01
//= type=test
//# With the extension agreed in a full handshake, master_secret = PRF(premaster, "extended master secret",
//# session_hash)[0..47].
//= build/requirements.md#R5246-7.4.9-04
//= type=test
//# verify_data = PRF(master_secret, label, Hash(handshake_messages))[0..11]; label is "client finished" or "server
//# finished" according to the sender.
START_TEST(known_answers)
{
  uint8_t premaster[48], client_random[32], server_random[32], session_hash[48], out[104];
  for (unsigned i = 0; i < 48; i++) premaster[i] = (uint8_t)i;
  for (unsigned i = 0; i < 32; i++) client_random[i] = (uint8_t)(64 + i);
  for (unsigned i = 0; i < 32; i++) server_random[i] = (uint8_t)(128 + i);
  for (unsigned i = 0; i < 48; i++) session_hash[i] = (uint8_t)(192 + i);
  const struct tls12_bytes secret = {premaster, 48};
  for (unsigned i = 0; i < sizeof known / sizeof known[0]; i++) {
    const struct tls12_bytes hash = {session_hash, known[i].prf == TLS12_SHA256 ? 32 : 48};
    tls12_master_secret(known[i].prf, secret, client_random, server_random, out);
    is_hex(out, 48, known[i].plain);
    tls12_extended_master_secret(known[i].prf, secret, hash, out);
    is_hex(out, 48, known[i].extended);
    tls12_key_block(known[i].prf, premaster, client_random, server_random, out, 104);
    is_hex(out, 104, known[i].key_block);
    tls12_verify_data(known[i].prf, premaster, 1, hash, out);
    is_hex(out, 12, known[i].client_finished);
    tls12_verify_data(known[i].prf, premaster, 0, hash, out);
    is_hex(out, 12, known[i].server_finished);
  }
}
END_TEST

static const char *text(json_t *object, const char *key)
{
  const char *value = json_string_value(json_object_get(object, key));
  ck_assert_ptr_nonnull(value);
  return value;
}

START_TEST(acvp_rfc7627)
{
  json_t *asked = json_load_file("../shared/vectors/acvp-boringssl/TLS-v1.2-KDF-RFC7627.vectors.json", 0, NULL);
  json_t *expected = json_load_file("../shared/vectors/acvp-boringssl/TLS-v1.2-KDF-RFC7627.expected.json", 0, NULL);
  if (asked == NULL || expected == NULL) {
    puts("skipped: ../shared/vectors is not there");
    return;
  }
  size_t g, t;
  json_t *group, *test;
  unsigned cases = 0;
  json_array_foreach(json_object_get(json_array_get(asked, 1), "testGroups"), g, group)
  {
    const char *name = text(group, "hashAlg");
    const enum tls12_hash prf = strcmp(name, "SHA2-256") == 0   ? TLS12_SHA256
                                : strcmp(name, "SHA2-384") == 0 ? TLS12_SHA384
                                                                : TLS12_SHA512;
    json_t *answers =
        json_object_get(json_array_get(json_object_get(json_array_get(expected, 1), "testGroups"), g), "tests");
    json_array_foreach(json_object_get(group, "tests"), t, test)
    {
      json_t *answer = json_array_get(answers, t);
      uint8_t premaster[64], session_hash[64], client_random[32], server_random[32], master[48], block[256];
      const struct tls12_bytes secret = {premaster, from_hex(text(test, "preMasterSecret"), premaster)};
      const struct tls12_bytes hash = {session_hash, from_hex(text(test, "sessionHash"), session_hash)};
      from_hex(text(test, "clientRandom"), client_random);
      from_hex(text(test, "serverRandom"), server_random);
      tls12_extended_master_secret(prf, secret, hash, master);
      is_hex(master, 48, text(answer, "masterSecret"));
      const uint32_t n = (uint32_t)json_integer_value(json_object_get(group, "keyBlockLength")) / 8;
      tls12_key_block(prf, master, client_random, server_random, block, n);
      is_hex(block, n, text(answer, "keyBlock"));
      cases++;
    }
  }
  ck_assert_uint_ge(cases, 14);
  json_decref(asked);
  json_decref(expected);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/key_schedule");
  TCase *tests = tcase_create("key schedule");
  tcase_add_test(tests, known_answers);
  tcase_add_test(tests, acvp_rfc7627);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
