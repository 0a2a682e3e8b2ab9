/* DSA against RFC 6979 appendix A.2 and OpenSSL, and keys and signatures to refuse. */
#include "arithmetic/dsa.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "crypto/hash.h"
#include "rfc6979_dsa.inc"
#include "tests/hex.h"
#include "tests/suite.h"

static const struct tls12_bytes none; /* nothing is added to the nonce */

enum { ROOM = 400 };

static uint8_t p[ROOM], q[ROOM], g[ROOM], x[ROOM], y[ROOM], digest_bytes[64], signature[ECDSA_SIGNATURE_MAX];

static struct tls12_bytes bytes_of(const char *hex, uint8_t *room)
{
  return (struct tls12_bytes){room, from_hex(hex, room, ROOM)};
}

static struct dsa_key public_of(const struct dsa_example_key *k)
{
  return (struct dsa_key){bytes_of(k->p, p), bytes_of(k->q, q), bytes_of(k->g, g), bytes_of(k->y, y)};
}

static struct dsa_key private_of(const struct dsa_example_key *k)
{
  return (struct dsa_key){bytes_of(k->p, p), bytes_of(k->q, q), bytes_of(k->g, g), bytes_of(k->x, x)};
}

static enum tls12_hash hash_of(int bits)
{
  return bits == 1     ? TLS12_SHA1
         : bits == 224 ? TLS12_SHA224
         : bits == 256 ? TLS12_SHA256
         : bits == 384 ? TLS12_SHA384
                       : TLS12_SHA512;
}

static struct tls12_bytes digest_of(enum tls12_hash hash, const char *message)
{
  const struct tls12_bytes part = {(const uint8_t *)message, (uint32_t)strlen(message)};
  tls12_hash_parts(hash, &part, 1, digest_bytes);
  return (struct tls12_bytes){digest_bytes, tls12_hash_size(hash)};
}

START_TEST(rfc6979)
{
  uint8_t r[32], s[32], expected[ROOM];
  uint32_t length;
  const struct dsa_example_key *k = &example_keys[examples[_i].key];
  const enum tls12_hash hash = hash_of(examples[_i].hash);
  const struct tls12_bytes digest = digest_of(hash, examples[_i].message);
  const struct dsa_key private_key = private_of(k);
  const uint32_t n = private_key.q.length;
  ck_assert(dsa_sign(&private_key, hash, digest, none, signature, &length));
  ck_assert(ecdsa_signature_read((struct tls12_bytes){signature, length}, n, r, s));
  ck_assert_uint_eq(from_hex(examples[_i].r, expected, ROOM), n);
  ck_assert_mem_eq(r, expected, n);
  ck_assert_uint_eq(from_hex(examples[_i].s, expected, ROOM), n);
  ck_assert_mem_eq(s, expected, n);
  const struct dsa_key key = public_of(k);
  ck_assert(dsa_verify(&key, digest, (struct tls12_bytes){signature, length}));
  uint8_t hedged[ECDSA_SIGNATURE_MAX];
  uint32_t hedged_length;
  ck_assert(dsa_sign(&private_key, hash, digest, digest, hedged, &hedged_length)); /* section 3.6, with any bytes */
  ck_assert(hedged_length != length || memcmp(hedged, signature, length) != 0);
  ck_assert(dsa_verify(&key, digest, (struct tls12_bytes){hedged, hedged_length}));
  digest_bytes[0] ^= 1;
  ck_assert(!dsa_verify(&key, digest, (struct tls12_bytes){signature, length}));
}
END_TEST

START_TEST(made_by_openssl)
{
  const struct dsa_key key = {bytes_of(made[_i].p, p), bytes_of(made[_i].q, q), bytes_of(made[_i].g, g),
                              bytes_of(made[_i].y, y)};
  const struct tls12_bytes digest = digest_of(TLS12_SHA256, "DSA");
  const uint32_t length = from_hex(made[_i].signature, signature, sizeof signature);
  ck_assert(dsa_verify(&key, digest, (struct tls12_bytes){signature, length}));
  for (uint32_t i = 0; i < length; i++) {
    signature[i] ^= 1;
    ck_assert(!dsa_verify(&key, digest, (struct tls12_bytes){signature, length}));
    signature[i] ^= 1;
    ck_assert(!dsa_verify(&key, digest, (struct tls12_bytes){signature, i}));
  }
}
END_TEST

static int verifies(const struct dsa_key *key, const uint8_t *r, const uint8_t *s)
{
  const uint32_t length = ecdsa_signature_write(r, s, key->q.length, signature);
  return dsa_verify(key, digest_of(TLS12_SHA1, "sample"), (struct tls12_bytes){signature, length});
}

/* r and s are in 1..q-1; r + q and s + q stand for the same residues. */
START_TEST(ranges)
{
  uint8_t r[32], s[32], wrong[32], zero[32] = {0};
  const struct dsa_key key = public_of(&example_keys[0]);
  from_hex(examples[0].r, r, 32);
  from_hex(examples[0].s, s, 32);
  ck_assert(verifies(&key, r, s));
  ck_assert(!verifies(&key, zero, s));
  ck_assert(!verifies(&key, r, zero));
  ck_assert(!verifies(&key, q, s));
  ck_assert(!verifies(&key, r, q));
  int carry = 0;
  for (int i = 19; i >= 0; i--) {
    carry += r[i] + q[i];
    wrong[i] = (uint8_t)carry;
    carry /= 256;
  }
  ck_assert_int_eq(carry, 0);
  ck_assert(!verifies(&key, wrong, s));
}
END_TEST

/* Of the key one number at a time is changed. */
START_TEST(keys_refused)
{
  uint8_t r[32], s[32], one[1] = {1}, wide[ROOM] = {0};
  uint32_t length = 7;
  struct dsa_key key = public_of(&example_keys[0]);
  const struct tls12_bytes digest = digest_of(TLS12_SHA1, "sample");
  from_hex(examples[0].r, r, 32);
  from_hex(examples[0].s, s, 32);
  ck_assert(verifies(&key, r, s));
  const struct tls12_bytes right = key.key;
  memcpy(wide + 5, y, right.length);
  key.key = (struct tls12_bytes){wide, right.length + 5}; /* leading zeros */
  ck_assert(verifies(&key, r, s));
  key.key = (struct tls12_bytes){one, 1};
  ck_assert(!verifies(&key, r, s));
  key.key = (struct tls12_bytes){one, 0};
  ck_assert(!verifies(&key, r, s));
  key.key = key.p;
  ck_assert(!verifies(&key, r, s));
  key.key = right;
  y[right.length - 1] ^= 2; /* another residue: not of the order q */
  ck_assert(!dsa_check_order(key.key, key.q, key.p));
  ck_assert(!verifies(&key, r, s));
  key = public_of(&example_keys[0]);
  ck_assert(dsa_check_order(key.key, key.q, key.p));
  g[0] ^= 1;
  ck_assert(!verifies(&key, r, s));
  key = public_of(&example_keys[0]);
  q[19] ^= 2; /* does not divide p - 1 */
  ck_assert(!verifies(&key, r, s));
  q[19] ^= 3; /* even */
  ck_assert(!verifies(&key, r, s));
  key = public_of(&example_keys[0]);
  p[0] = 0x7f; /* 1023 bits */
  ck_assert(!verifies(&key, r, s));
  key = public_of(&example_keys[0]);
  key.q.length = 19;
  ck_assert(!verifies(&key, r, s));
  key.q.length = 0;
  ck_assert(!dsa_verify(&key, digest, (struct tls12_bytes){signature, 40}));
  key = public_of(&example_keys[0]);
  key.p.length = 0;
  ck_assert(!verifies(&key, r, s));

  key = private_of(&example_keys[0]);
  ck_assert(!dsa_sign(&key, TLS12_SHA256, digest, none, signature, &length));
  ck_assert_uint_eq(length, 0);
  key.key = (struct tls12_bytes){one, 0}; /* zero */
  ck_assert(!dsa_sign(&key, TLS12_SHA1, digest, none, signature, &length));
  key.key = key.q;
  ck_assert(!dsa_sign(&key, TLS12_SHA1, digest, none, signature, &length));
  memset(wide, 0, sizeof wide);
  memcpy(wide + 3, x, 20);
  key.key = (struct tls12_bytes){wide, 23};
  ck_assert(dsa_sign(&key, TLS12_SHA1, digest, none, signature, &length));
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("dsa");
  TCase *tests = tcase_create("dsa");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, rfc6979, 0, sizeof examples / sizeof *examples);
  tcase_add_loop_test(tests, made_by_openssl, 0, sizeof made / sizeof *made);
  tcase_add_test(tests, ranges);
  tcase_add_test(tests, keys_refused);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
