/* X25519 and X448: RFC 7748 sections 5.2 and 6, secrets of zero refused, key generation, nettle's functions on random inputs. */
#include "arithmetic/xdh.h"

#include <check.h>
#include <nettle/curve25519.h>
#include <nettle/curve448.h>
#include <stdlib.h>

#include "spec/algorithms.h"
#include "tests/hex.h"
#include "tests/suite.h"

static const unsigned groups[] = {TLS12_X25519, TLS12_X448};

static struct tls12_bytes key(unsigned group, const uint8_t *bytes)
{
  return (struct tls12_bytes){bytes, xdh_size(group)};
}

/* RFC 7748 section 5.2 */
//= build/requirements.md#R7748-5-01
//= type=test
//# X25519 clears the unused top bit of a received u-coordinate and accepts non-canonical values; X448 has no such
//# bit; scalars are clamped.
START_TEST(functions)
{
  static const struct {
    unsigned group;
    const char *scalar, *u, *out;
  } examples[] = {
      {TLS12_X25519, "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
       "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
       "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"},
      {TLS12_X25519, "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
       "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
       "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"},
      {TLS12_X448,
       "3d262fddf9ec8e88495266fea19a34d28882acef045104d0d1aae121700a779c984c24f8cdd78fbff44943eba368f54b29259a4f1c600ad"
       "3",
       "06fce640fa3487bfda5f6cf2d5263f8aad88334cbd07437f020f08f9814dc031ddbdc38c19c6da2583fa5429db94ada18aa7a7fb4ef8a08"
       "6",
       "ce3e4ff95a60dc6697da1db1d85e6afbdf79b50a2412d7546d5f239fe14fbaadeb445fc66a01b0779d98223961111e21766282f73dd96b6"
       "f"},
      {TLS12_X448,
       "203d494428b8399352665ddca42f9de8fef600908e0d461cb021f8c538345dd77c3e4806e25f46d3315c44e0a5b4371282dd2c8d5be3095"
       "f",
       "0fbcc2f993cd56d3305b0b7d9e55d4c1a8fb5dbb52f8e9a1e9b6201b165d015894e56c4d3570bee52fe205e28a78b91cdfbde71ce8d157d"
       "b",
       "884a02576239ff7a2f2f63b2db6a9ff37047ac13568e1e30fe63c4a7ad1b3ee3a5700df34321d62077e63633c575c1c954514e99da7c179"
       "d"},
  };
  uint8_t scalar[XDH_SIZE_MAX], u[XDH_SIZE_MAX], out[XDH_SIZE_MAX], expected[XDH_SIZE_MAX];
  const unsigned group = examples[_i].group, size = xdh_size(group);
  ck_assert_uint_eq(from_hex(examples[_i].scalar, scalar, sizeof scalar), size);
  ck_assert_uint_eq(from_hex(examples[_i].u, u, sizeof u), size);
  ck_assert_uint_eq(from_hex(examples[_i].out, expected, sizeof expected), size);
  ck_assert(xdh_shared(group, scalar, key(group, u), out));
  ck_assert_mem_eq(out, expected, size);
}
END_TEST

/* RFC 7748 section 5.2: k and u become f(k, u) and k */
START_TEST(iterated)
{
  static const char *const once[] = {"422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079",
                                     "3f482c8a9f19b01e6c46ee9711d9dc14fd4bf67af30765c2ae2b846a4d23a8cd0db897086239492ca"
                                     "f350b51f833868b9bc2b3bca9cf4113"};
  static const char *const thousand[] = {"684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51",
                                         "aa3b4749d55b9daf1e5b00288826c467274ce3ebbdd5c17b975e09d4af6c67cf10d087202db88"
                                         "286e2b79fceea3ec353ef54faa26e219f38"};
  const unsigned group = groups[_i], size = xdh_size(group);
  uint8_t k[XDH_SIZE_MAX] = {group == TLS12_X25519 ? 9 : 5}, u[XDH_SIZE_MAX], out[XDH_SIZE_MAX], expected[XDH_SIZE_MAX];
  memcpy(u, k, sizeof u);
  for (unsigned i = 0; i < 1000; i++) {
    ck_assert(xdh_shared(group, k, key(group, u), out));
    memcpy(u, k, size);
    memcpy(k, out, size);
    if (i > 0) continue;
    from_hex(once[_i], expected, sizeof expected);
    ck_assert_mem_eq(k, expected, size);
  }
  from_hex(thousand[_i], expected, sizeof expected);
  ck_assert_mem_eq(k, expected, size);
}
END_TEST

/* RFC 7748 section 6 */
START_TEST(diffie_hellman)
{
  static const struct {
    const char *a, *A, *b, *B, *K;
  } examples[] = {
      {"77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
       "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
       "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
       "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
       "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"},
      {"9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726"
       "b",
       "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d9bbc836647241d953d40c5b12da88120d53177f80e532c41fa"
       "0",
       "1c306a7ac2a0e2e0990b294470cba339e6453772b075811d8fad0d1d6927c120bb5ee8972b0d3e21374c9c921b09d1b0366f10b65173992"
       "d",
       "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf3360"
       "9",
       "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879"
       "d"},
  };
  const unsigned group = groups[_i], size = xdh_size(group);
  uint8_t a[XDH_SIZE_MAX], A[XDH_SIZE_MAX], b[XDH_SIZE_MAX], B[XDH_SIZE_MAX], K[XDH_SIZE_MAX], out[XDH_SIZE_MAX];
  ck_assert_uint_eq(from_hex(examples[_i].a, a, sizeof a), size);
  ck_assert_uint_eq(from_hex(examples[_i].A, A, sizeof A), size);
  ck_assert_uint_eq(from_hex(examples[_i].b, b, sizeof b), size);
  ck_assert_uint_eq(from_hex(examples[_i].B, B, sizeof B), size);
  ck_assert_uint_eq(from_hex(examples[_i].K, K, sizeof K), size);
  ck_assert(xdh_public(group, a, out));
  ck_assert_mem_eq(out, A, size);
  ck_assert(xdh_public(group, b, out));
  ck_assert_mem_eq(out, B, size);
  ck_assert(xdh_shared(group, a, key(group, B), out));
  ck_assert_mem_eq(out, K, size);
  ck_assert(xdh_shared(group, b, key(group, A), out));
  ck_assert_mem_eq(out, K, size);
}
END_TEST

static int from_rand(void *context, uint8_t *out, size_t n)
{
  (void)context;
  for (size_t k = 0; k < n; k++) out[k] = (uint8_t)(rand() >> 7);
  return 0;
}

static int no_random(void *context, uint8_t *out, size_t n)
{
  (void)context, (void)out, (void)n;
  return -1;
}

/* u = 0, 1 and -1, the same plus p, and other lengths */
START_TEST(keys_refused)
{
  const unsigned group = groups[_i], size = xdh_size(group);
  uint8_t scalar[XDH_SIZE_MAX], u[XDH_SIZE_MAX + 1] = {0}, p[XDH_SIZE_MAX], out[XDH_SIZE_MAX];
  const uint8_t zero[XDH_SIZE_MAX] = {0};
  from_rand(NULL, scalar, sizeof scalar);
  from_hex(group == TLS12_X25519 ? "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
                                 : "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffffffffffffffffffffff"
                                   "fffffffffffffffffffffffffffff",
           p, sizeof p);
  for (int add = -1; add <= 1; add++) {
    memcpy(u, p, size);
    if (add == 1 && group == TLS12_X448) /* p + 1 has a carry: p ends with 224 bits of ones */
      memset(u, 0, 28), u[28] = 0xff;
    else
      u[0] = (uint8_t)(u[0] + add);
    memset(out, 1, sizeof out);
    ck_assert(!xdh_shared(group, scalar, key(group, u), out));
    ck_assert_mem_eq(out, zero, size);
    u[size - 1] |= 0x80; /* no bit of an X25519 u-coordinate */
    ck_assert(!xdh_shared(group, scalar, key(group, u), out));
  }
  for (uint8_t small = 0; small <= 1; small++) {
    memset(u, 0, sizeof u);
    u[0] = small;
    ck_assert(!xdh_shared(group, scalar, key(group, u), out));
  }
  u[0] = 9;
  ck_assert(xdh_shared(group, scalar, key(group, u), out));
  for (uint32_t n = 0; n <= size + 1; n++) {
    memset(out, 1, sizeof out);
    ck_assert_int_eq(xdh_shared(group, scalar, (struct tls12_bytes){u, n}, out), n == size);
    ck_assert_int_eq(memcmp(out, zero, size) == 0, n != size);
  }
}
END_TEST

START_TEST(other_groups)
{
  uint8_t scalar[XDH_SIZE_MAX] = {8}, out[XDH_SIZE_MAX] = {7};
  ck_assert_uint_eq(xdh_size(TLS12_SECP256R1), 0);
  ck_assert(!xdh_public(TLS12_SECP256R1, scalar, out));
  ck_assert(!xdh_generate(TLS12_SECP256R1, from_rand, NULL, scalar, out));
  ck_assert(!xdh_shared(TLS12_SECP256R1, scalar, (struct tls12_bytes){scalar, 0}, out));
  ck_assert_uint_eq(scalar[0], 8);
  ck_assert_uint_eq(out[0], 7);
}
END_TEST

START_TEST(key_generation)
{
  const unsigned group = groups[_i], size = xdh_size(group);
  uint8_t a[XDH_SIZE_MAX], b[XDH_SIZE_MAX], A[XDH_SIZE_MAX], B[XDH_SIZE_MAX], x[XDH_SIZE_MAX], y[XDH_SIZE_MAX];
  ck_assert(xdh_generate(group, from_rand, NULL, a, A));
  ck_assert(xdh_generate(group, from_rand, NULL, b, B));
  ck_assert_mem_ne(a, b, size);
  ck_assert(xdh_shared(group, a, key(group, B), x));
  ck_assert(xdh_shared(group, b, key(group, A), y));
  ck_assert_mem_eq(x, y, size);
  ck_assert(!xdh_generate(group, no_random, NULL, a, A));
}
END_TEST

/* Random scalars and u-coordinates; the highest bit too, where nettle masks it. */
START_TEST(nettle)
{
  uint8_t scalar[XDH_SIZE_MAX], u[XDH_SIZE_MAX], out[XDH_SIZE_MAX], expected[XDH_SIZE_MAX];
  const unsigned group = groups[_i], size = xdh_size(group);
  for (int n = 0; n < 200; n++) {
    from_rand(NULL, scalar, size);
    from_rand(NULL, u, size);
    if (group == TLS12_X25519)
      curve25519_mul(expected, scalar, u);
    else
      curve448_mul(expected, scalar, u);
    ck_assert(xdh_shared(group, scalar, key(group, u), out));
    ck_assert_mem_eq(out, expected, size);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("xdh");
  TCase *tests = tcase_create("xdh");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, functions, 0, 4);
  tcase_add_loop_test(tests, iterated, 0, 2);
  tcase_add_loop_test(tests, diffie_hellman, 0, 2);
  tcase_add_loop_test(tests, keys_refused, 0, 2);
  tcase_add_test(tests, other_groups);
  tcase_add_loop_test(tests, key_generation, 0, 2);
  tcase_add_loop_test(tests, nettle, 0, 2);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
