/* RSA with the primes of the key: sizes from 1024 bits up, primes of different lengths, and keys whose numbers do not belong together. */
#include "arithmetic/rsa_crt.h"

#include <check.h>
#include <gmp.h>
#include <string.h>

#include "arithmetic/ffdhe.h"
#include "arithmetic/rsa_pss.h"
#include "tests/suite.h"

enum { N, E, D, P, Q, DP, DQ, QI, NUMBERS };

static uint8_t numbers[NUMBERS][RSA_MAX_BYTES], state;
static struct rsa_private_key key, without; /* the same without primes */
static struct rsa_public_key public_key;

static int counting_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  for (size_t i = 0; i < n; i++) out[i] = state++;
  return 0;
}

static int failing_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 1, n);
  return 1;
}

static int zero_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  return 0;
}

static struct tls12_bytes bytes(int i, const mpz_t x)
{
  size_t length = 0;
  mpz_export(numbers[i], &length, 1, 1, 1, 0, x);
  return (struct tls12_bytes){numbers[i], (uint32_t)length};
}

/* The key of two primes. */
static void make_key(const mpz_t p, const mpz_t q, unsigned long exponent)
{
  mpz_t n, e, d, p1, q1, order, x;
  mpz_inits(n, e, d, p1, q1, order, x, NULL);
  mpz_mul(n, p, q);
  mpz_set_ui(e, exponent);
  mpz_sub_ui(p1, p, 1);
  mpz_sub_ui(q1, q, 1);
  mpz_lcm(order, p1, q1);
  ck_assert_int_ne(mpz_invert(d, e, order), 0);
  key.modulus = bytes(N, n);
  key.public_exponent = bytes(E, e);
  key.private_exponent = bytes(D, d);
  key.prime1 = bytes(P, p);
  key.prime2 = bytes(Q, q);
  mpz_mod(x, d, p1);
  key.exponent1 = bytes(DP, x);
  mpz_mod(x, d, q1);
  key.exponent2 = bytes(DQ, x);
  ck_assert_int_ne(mpz_invert(x, q, p), 0);
  key.coefficient = bytes(QI, x);
  without = (struct rsa_private_key){
      .modulus = key.modulus, .public_exponent = key.public_exponent, .private_exponent = key.private_exponent};
  public_key = (struct rsa_public_key){key.modulus, key.public_exponent};
  mpz_clears(n, e, d, p1, q1, order, x, NULL);
}

/* A prime of `bits` bits: a Mersenne prime if there is one, of a named group for its sizes, else the next one after 3/4 2^bits. */
static void prime(mpz_t p, unsigned bits)
{
  static const unsigned mersenne[] = {521, 607, 1279, 2203, 2281, 3217, 4253};
  for (size_t i = 0; i < sizeof mersenne / sizeof *mersenne; i++)
    if (mersenne[i] == bits) {
      mpz_set_ui(p, 0);
      mpz_setbit(p, bits);
      mpz_sub_ui(p, p, 1);
      return;
    }
  const enum tls12_group group = bits == 2048 ? TLS12_FFDHE2048 : bits == 3072 ? TLS12_FFDHE3072 : TLS12_FFDHE4096;
  if (bits >= 2048) {
    const struct tls12_bytes known = ffdhe_prime(group);
    mpz_import(p, known.length, 1, 1, 1, 0, known.data);
    ck_assert_uint_eq(mpz_sizeinbase(p, 2), bits);
  } else {
    mpz_set_ui(p, 3);
    mpz_mul_2exp(p, p, bits - 2);
    mpz_nextprime(p, p);
  }
}

static void load(unsigned p_bits, unsigned q_bits, unsigned long exponent)
{
  mpz_t p, q;
  mpz_inits(p, q, NULL);
  prime(p, p_bits);
  prime(q, q_bits);
  if (mpz_cmp(p, q) == 0) mpz_nextprime(q, q);
  make_key(p, q, exponent);
  mpz_clears(p, q, NULL);
}

static const struct {
  unsigned p, q;
  unsigned long e;
} keys[] = {{512, 512, 65537}, {521, 607, 65537},   {607, 521, 65537},   {1024, 1024, 65537}, {700, 1348, 17},
            {1348, 700, 17},   {1000, 48, 65537},   {48, 1000, 65537},   {1279, 1279, 5},     {2048, 1024, 3},
            {2203, 2281, 257}, {4096, 3072, 65537}, {3217, 4253, 65537}, {4253, 607, 65537}};

static const uint8_t substitute[48] = {1};

static void decrypt(const struct rsa_private_key *with, const uint8_t *ciphertext, uint32_t k, uint8_t out[48])
{
  ck_assert_int_eq(
      rsa_decrypt_premaster(with, (struct tls12_bytes){ciphertext, k}, 0x0303, substitute, counting_random, NULL, out),
      1);
}

/* Signatures are the same with the primes and without them, and what is encrypted is decrypted. */
START_TEST(sizes)
{
  uint8_t digest[32], one[RSA_MAX_BYTES], other[RSA_MAX_BYTES], premaster[48] = {3, 3, 9}, out[48];
  load(keys[_i].p, keys[_i].q, keys[_i].e);
  const uint32_t k = key.modulus.length;
  ck_assert_int_eq(rsa_crt_usable(&key), 1);
  ck_assert_int_eq(rsa_crt_usable(&without), 0);
  for (int i = 0; i < 3; i++) {
    memset(digest, 17 + i, sizeof digest);
    const struct tls12_bytes hashed = {digest, sizeof digest};
    ck_assert_int_eq(rsa_sign(&key, TLS12_SHA256, hashed, counting_random, NULL, one), 1);
    ck_assert_int_eq(rsa_verify(&public_key, TLS12_SHA256, hashed, (struct tls12_bytes){one, k}), 1);
    if (k > 512 && i > 0) continue;
    ck_assert_int_eq(rsa_sign(&without, TLS12_SHA256, hashed, counting_random, NULL, other), 1);
    ck_assert_mem_eq(one, other, k);
    ck_assert_int_eq(rsa_pss_sign(&key, TLS12_SHA256, hashed, counting_random, NULL, one), 1);
    ck_assert_int_eq(rsa_pss_verify(&public_key, TLS12_SHA256, hashed, 32, (struct tls12_bytes){one, k}), 1);
  }
  ck_assert_int_eq(rsa_encrypt(&public_key, (struct tls12_bytes){premaster, 48}, counting_random, NULL, other), 1);
  decrypt(&key, other, k, out);
  ck_assert_mem_eq(out, premaster, 48);
  if (k <= 512) decrypt(&without, other, k, out);
  ck_assert_mem_eq(out, premaster, 48);
  other[k - 1] ^= 1;
  decrypt(&key, other, k, out);
  ck_assert_mem_eq(out, substitute, 48);
}
END_TEST

/* The power itself: of 1, n-1 and other numbers, against mpz_powm. */
START_TEST(powers)
{
  uint8_t in[RSA_MAX_BYTES] = {0}, out[RSA_MAX_BYTES], expected[RSA_MAX_BYTES];
  mpz_t n, d, x;
  mpz_inits(n, d, x, NULL);
  load(keys[_i].p, keys[_i].q, keys[_i].e);
  const uint32_t k = key.modulus.length;
  mpz_import(n, k, 1, 1, 1, 0, key.modulus.data);
  mpz_import(d, key.private_exponent.length, 1, 1, 1, 0, key.private_exponent.data);
  for (unsigned i = 0; i < 4; i++) {
    memset(in, 0, k);
    if (i == 0) in[k - 1] = 1;
    if (i == 1) memcpy(in, key.modulus.data, k), in[k - 1]--;
    for (uint32_t j = 1; i > 1 && j < k; j++) in[j] = (uint8_t)(j * j * i + 3);
    mpz_import(x, k, 1, 1, 1, 0, in);
    mpz_powm(x, x, d, n);
    memset(expected, 0, k);
    mpz_export(expected + (k - (mpz_sizeinbase(x, 2) + 7) / 8), NULL, 1, 1, 1, 0, x);
    ck_assert_int_eq(rsa_crt_power(out, in, &key, counting_random, NULL), 1);
    ck_assert_mem_eq(out, expected, k);
  }
  mpz_clears(n, d, x, NULL);
}
END_TEST

/* One number of the key is wrong: no signature leaves, and the premaster secret is found by the private exponent. */
START_TEST(faults)
{
  uint8_t digest[32] = {5}, made[RSA_MAX_BYTES], zero[RSA_MAX_BYTES] = {0}, ciphertext[RSA_MAX_BYTES];
  uint8_t premaster[48] = {3, 3, 9}, out[48];
  load(keys[3].p, keys[3].q, keys[3].e);
  const struct tls12_bytes hashed = {digest, sizeof digest};
  const uint32_t k = key.modulus.length;
  ck_assert_int_eq(rsa_encrypt(&public_key, (struct tls12_bytes){premaster, 48}, counting_random, NULL, ciphertext), 1);
  for (int bit = 0; bit < 1024; bit += bit < 8 ? 1 : 61) {
    uint8_t *byte = &numbers[_i][127 - bit / 8];
    *byte ^= (uint8_t)(1 << bit % 8);
    memset(made, 7, sizeof made);
    const int usable = rsa_crt_usable(&key);
    const int lowest = bit == 0 && (_i == DP || _i == DQ); /* is not looked at: they are odd */
    const int exponent_is_used = !usable || lowest;
    ck_assert_int_eq(rsa_sign(&key, TLS12_SHA256, hashed, counting_random, NULL, made), exponent_is_used);
    if (!exponent_is_used) ck_assert_mem_eq(made, zero, k);
    memset(made, 7, sizeof made);
    ck_assert_int_eq(rsa_pss_sign(&key, TLS12_SHA256, hashed, counting_random, NULL, made), exponent_is_used);
    if (!exponent_is_used) ck_assert_mem_eq(made, zero, k);
    decrypt(&key, ciphertext, k, out);
    ck_assert_mem_eq(out, premaster, 48);
    *byte ^= (uint8_t)(1 << bit % 8);
  }
}
END_TEST

/* A prime that divides the number shows as such, and breaks the key anyway. */
START_TEST(sources_and_multiples)
{
  uint8_t digest[32] = {5}, made[RSA_MAX_BYTES], in[RSA_MAX_BYTES] = {0};
  load(keys[3].p, keys[3].q, keys[3].e);
  const struct tls12_bytes hashed = {digest, sizeof digest};
  ck_assert_int_eq(rsa_sign(&key, TLS12_SHA256, hashed, failing_random, NULL, made), 0);
  ck_assert_int_eq(rsa_sign(&key, TLS12_SHA256, hashed, zero_random, NULL, made), 0);
  memcpy(in + key.modulus.length - key.prime2.length, key.prime2.data, key.prime2.length);
  ck_assert_int_eq(rsa_crt_power(made, in, &key, counting_random, NULL), 0);
  ck_assert_int_eq(rsa_checked_power(made, in, &key, failing_random, NULL), 0);
  ck_assert_int_eq(rsa_checked_power(made, in, &key, zero_random, NULL), 0);
  ck_assert_int_eq(rsa_checked_power(made, in, &key, counting_random, NULL), 1); /* with the private exponent */
  ck_assert_int_eq(rsa_checked_power(in, made, &key, counting_random, NULL), 1);
}
END_TEST

/* What the source gives takes part in each power to decrypt: a prime that divides it is of no use, and the private exponent is taken, if
 * the next number is better. */
static unsigned draws, left; /* left: how many more are `given`; then they are 3 */
static struct tls12_bytes given;

static int given_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  memset(out, 0, n);
  out[n - 1] = 3;
  for (size_t i = 0; left > 0 && i < n && i < given.length; i++) out[n - 1 - i] = given.data[given.length - 1 - i];
  left -= left > 0;
  draws++;
  return 0;
}

START_TEST(blinded)
{
  const struct {
    struct tls12_bytes *given;
    unsigned times, draws;
    int answer;
  } cases[] = {{&key.public_exponent, 9, 2, 1},
               {&key.prime1, 1, 2, 1},
               {&key.prime2, 2, 3, 1},
               {&key.prime1, 2, 2, 0},
               {&key.prime2, 3, 3, 0}};
  uint8_t premaster[48] = {3, 3, 9}, ciphertext[RSA_MAX_BYTES], out[48];
  load(512, 520, 65537);
  const struct tls12_bytes message = {premaster, 48}, input = {ciphertext, key.modulus.length};
  ck_assert_int_eq(rsa_encrypt(&public_key, message, counting_random, NULL, ciphertext), 1);
  given = *cases[_i].given;
  left = cases[_i].times;
  draws = 0;
  ck_assert_int_eq(rsa_decrypt_premaster(&key, input, 0x0303, substitute, given_random, NULL, out), cases[_i].answer);
  ck_assert_uint_eq(draws, cases[_i].draws);
  ck_assert_mem_eq(out, cases[_i].answer ? premaster : substitute, 48);
}
END_TEST

START_TEST(unusable)
{
  static const uint8_t zero[1] = {0};
  load(keys[3].p, keys[3].q, keys[3].e);
  struct tls12_bytes *const parts[] = {&key.prime1, &key.prime2, &key.exponent1, &key.exponent2, &key.coefficient};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    const struct tls12_bytes kept = *parts[i];
    parts[i]->length = 0;
    ck_assert_int_eq(rsa_crt_usable(&key), 0);
    *parts[i] = key.modulus; /* too long */
    ck_assert_int_eq(rsa_crt_usable(&key), 0);
    *parts[i] = (struct tls12_bytes){zero, 1};
    ck_assert_int_eq(rsa_crt_usable(&key), i >= 2);
    *parts[i] = kept;
    ck_assert_int_eq(rsa_crt_usable(&key), 1);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("rsa_crt");
  TCase *tests = tcase_create("rsa_crt");
  const int count = sizeof keys / sizeof *keys;
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, sizes, 0, count);
  tcase_add_loop_test(tests, powers, 0, count);
  tcase_add_loop_test(tests, faults, P, NUMBERS);
  tcase_add_test(tests, sources_and_multiples);
  tcase_add_loop_test(tests, blinded, 0, 5);
  tcase_add_test(tests, unusable);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
