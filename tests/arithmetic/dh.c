/* Finite-field Diffie-Hellman against RFC 5114 appendix A, the RFC 7919 groups, and groups and public values to refuse. */
#include "arithmetic/dh.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/ffdhe_comb.h"
#include "arithmetic/modp.h"
#include "arithmetic/gmp_calls.h"
#include "tests/hex.h"
#include "rfc5114.inc"
#include "tests/suite.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

struct number {
  uint8_t bytes[1100];
  uint32_t length;
};

static struct number hex(const char *text)
{
  struct number r = {{0}, 0};
  r.length = from_hex(text, r.bytes, sizeof r.bytes);
  return r;
}

static struct tls12_bytes view(const struct number *n)
{
  return (struct tls12_bytes){n->bytes, n->length};
}

static const char *const examples[3][7] = {
    {rfc5114_p1, rfc5114_g1, rfc5114_xa1, rfc5114_ya1, rfc5114_xb1, rfc5114_yb1, rfc5114_z1},
    {rfc5114_p2, rfc5114_g2, rfc5114_xa2, rfc5114_ya2, rfc5114_xb2, rfc5114_yb2, rfc5114_z2},
    {rfc5114_p3, rfc5114_g3, rfc5114_xa3, rfc5114_ya3, rfc5114_xb3, rfc5114_yb3, rfc5114_z3}};

START_TEST(rfc5114)
{
  struct number v[7];
  uint8_t out[NUMBER_BYTES];
  uint32_t length;
  for (int i = 0; i < 7; i++) v[i] = hex(examples[_i][i]);
  ck_assert_int_eq(dh_check_group(view(&v[0]), view(&v[1])), TLS12_NO_RULE);
  ck_assert_uint_eq(dh_bits(view(&v[0])), _i == 0 ? 1024 : 2048);
  for (int side = 0; side < 2; side++) {
    const struct number *x = &v[2 + 2 * side], *y = &v[3 + 2 * side], *peer = &v[5 - 2 * side];
    dh_public(view(&v[0]), view(&v[1]), view(x), out);
    ck_assert_uint_eq(y->length, v[0].length);
    ck_assert_mem_eq(out, y->bytes, y->length);
    ck_assert_int_eq(dh_check_public(view(&v[0]), view(peer)), TLS12_NO_RULE);
    dh_shared(view(&v[0]), view(peer), view(x), out, &length);
    ck_assert_uint_eq(length, v[6].length);
    ck_assert_mem_eq(out, v[6].bytes, length);
  }
}
END_TEST

static const enum tls12_group groups[5] = {TLS12_FFDHE2048, TLS12_FFDHE3072, TLS12_FFDHE4096, TLS12_FFDHE6144,
                                           TLS12_FFDHE8192};
static const uint32_t sizes[5] = {256, 384, 512, 768, 1024};

/* The table of ffdhe_public against dh_public: exponents of one bit, of all bits, and random ones. */
START_TEST(comb)
{
  const struct tls12_bytes p = ffdhe_prime(groups[_i]);
  uint8_t bytes[41], fast[512], slow[512];
  const struct tls12_bytes x = {bytes, ffdhe_exponent_length(groups[_i])};
  const uint32_t bits = 8 * x.length;
  static const uint32_t lengths[] = {29, 35, 41};
  ck_assert_uint_eq(x.length, lengths[_i]);
  for (uint32_t k = 0; k <= bits + 20; k++) {
    for (uint32_t i = 0; i < x.length; i++) bytes[i] = k < bits ? 0 : k == bits ? 0xff : (uint8_t)rand();
    if (k < bits) bytes[x.length - 1 - k / 8] = (uint8_t)(1u << (k % 8));
    ffdhe_public(groups[_i], x, fast);
    dh_public(p, ffdhe_generator(), x, slow);
    ck_assert_mem_eq(fast, slow, p.length);
  }
  ck_assert_int_le(mpn_sec_sqr_itch(64), PRODUCT_SCRATCH);
  ck_assert_int_le(mpn_sec_mul_itch(64, 64), PRODUCT_SCRATCH);
  ck_assert_uint_eq(ffdhe_exponent_length(TLS12_FFDHE8192), 0);
}
END_TEST

/* p = 7 modulo 8 is a safe prime, so 2 is a square and 2^((p - 1) / 2) = 1: a wrong digit would break it. */
START_TEST(rfc7919)
{
  struct tls12_bytes p = ffdhe_prime(groups[_i]), g = ffdhe_generator();
  uint8_t q[NUMBER_BYTES], y[NUMBER_BYTES];
  ck_assert_uint_eq(p.length, sizes[_i]);
  ck_assert_int_eq(dh_check_group(p, g), TLS12_NO_RULE);
  for (uint32_t i = 0; i < p.length; i++) q[i] = (uint8_t)(p.data[i] / 2 + (i > 0 ? p.data[i - 1] % 2 * 128 : 0));
  dh_public(p, g, (struct tls12_bytes){q, p.length}, y);
  for (uint32_t i = 0; i + 1 < p.length; i++) ck_assert_uint_eq(y[i], 0);
  ck_assert_uint_eq(y[p.length - 1], 1);
  ck_assert_uint_eq(ffdhe_prime(TLS12_SECP256R1).length, 0);
}
END_TEST

/* e = 1 + 1/1! + 1/2! + ..., in units of 2^-scale */
static void sum_e(mpz_t sum, unsigned scale)
{
  mpz_t term;
  mpz_init(term);
  mpz_set_ui(sum, 0);
  mpz_setbit(term, scale);
  for (unsigned k = 1; mpz_sgn(term) > 0; k++) {
    mpz_add(sum, sum, term);
    mpz_tdiv_q_ui(term, term, k);
  }
  mpz_clear(term);
}

/* pi = 3 + 3/(2 2^2) (1/3) + ..., Newton's series of 6 arcsin(1/2), in units of 2^-scale: the term of (1/2)^(2k+1) is
 * (2k)! / (4^k k!^2) / (2k + 1). */
static void sum_pi(mpz_t sum, unsigned scale)
{
  mpz_t term, part;
  mpz_inits(term, part, NULL);
  mpz_set_ui(sum, 0);
  mpz_setbit(term, scale);
  mpz_mul_ui(term, term, 3);
  for (unsigned k = 0; mpz_sgn(term) > 0; k++) {
    mpz_tdiv_q_ui(part, term, 2 * k + 1);
    mpz_add(sum, sum, part);
    mpz_mul_ui(term, term, 2 * k + 1);
    mpz_tdiv_q_ui(term, term, 8 * (k + 1));
  }
  mpz_clears(term, part, NULL);
}

/* 2^bits - 2^(bits - 64) + 2^64 (floor(2^(bits - 130) c) + x) - 1 */
static void check_formula(struct tls12_bytes p, void (*sum)(mpz_t, unsigned), unsigned bits, unsigned long x)
{
  mpz_t expected, found;
  mpz_inits(expected, found, NULL);
  sum(expected, bits - 130 + 64);
  mpz_tdiv_q_2exp(expected, expected, 64);
  mpz_add_ui(expected, expected, x);
  mpz_mul_2exp(expected, expected, 64);
  mpz_setbit(found, bits);
  mpz_add(expected, expected, found);
  mpz_set_ui(found, 0);
  mpz_setbit(found, bits - 64);
  mpz_sub(expected, expected, found);
  mpz_sub_ui(expected, expected, 1);
  ck_assert_uint_eq(p.length, bits / 8);
  mpz_import(found, p.length, 1, 1, 1, 0, p.data);
  ck_assert_int_eq(mpz_cmp(expected, found), 0);
  mpz_clears(expected, found, NULL);
}

static const unsigned long e_added[] = {560316, 2625351, 5736041, 15705020, 10965728}; /* RFC 7919 appendix A */
static const struct {
  const char *name;
  unsigned bits;
  unsigned long added;
} modp[] = {{"MODP 1536", 1536, 741804}, {"MODP 2048", 2048, 124476}, {"MODP 3072", 3072, 1690314},
            {"MODP 4096", 4096, 240904}, {"MODP 6144", 6144, 929484}, {"MODP 8192", 8192, 4743158}}; /* RFC 3526 */

/* The primes are what the formulas of the RFCs give, with the digits of e and of pi. */
START_TEST(formulas)
{
  static const char *const names[] = {"ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"};
  const struct tls12_bytes two = ffdhe_generator();
  for (int i = 0; i < 5; i++) {
    check_formula(ffdhe_prime(groups[i]), sum_e, 8 * sizes[i], e_added[i]);
    ck_assert_str_eq(dh_group_name(ffdhe_prime(groups[i]), two), names[i]);
  }
  for (int i = 0; i < 6; i++) {
    const struct tls12_bytes p = modp_prime(modp[i].bits);
    check_formula(p, sum_pi, modp[i].bits, modp[i].added);
    ck_assert_str_eq(dh_group_name(p, two), modp[i].name);
    ck_assert_int_eq(dh_check_group(p, two), TLS12_NO_RULE);
  }
  ck_assert_uint_eq(modp_prime(1024).length, 0);
}
END_TEST

/* Leading zeros do not matter; another generator or another digit does. */
START_TEST(names)
{
  const struct tls12_bytes p = modp_prime(2048);
  uint8_t other[258] = {0}, three[] = {3}, two[] = {0, 0, 2};
  memcpy(other + 2, p.data, 256);
  ck_assert_str_eq(dh_group_name((struct tls12_bytes){other, 258}, (struct tls12_bytes){two, 3}), "MODP 2048");
  ck_assert_ptr_null(dh_group_name(p, (struct tls12_bytes){three, 1}));
  other[100] ^= 1;
  ck_assert_ptr_null(dh_group_name((struct tls12_bytes){other, 258}, (struct tls12_bytes){two, 3}));
  ck_assert_ptr_null(dh_group_name((struct tls12_bytes){other, 0}, (struct tls12_bytes){two, 3}));
}
END_TEST

START_TEST(refused)
{
  struct number p = hex(rfc5114_p1), y = p;
  const enum tls12_rule bad = R7919_3_04;
  ck_assert_int_eq(dh_check_public(view(&p), (struct tls12_bytes){y.bytes, 0}), bad);
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), bad); /* p */
  y.bytes[y.length - 1]--;                                    /* p - 1 */
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), bad);
  y.bytes[y.length - 1]--; /* p - 2 */
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), TLS12_NO_RULE);
  y = hex("0000");
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), bad);
  y = hex("0001");
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), bad);
  y = hex("0002");
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), TLS12_NO_RULE);
  y.length = 1100; /* 2, then zeros: far above p */
  ck_assert_int_eq(dh_check_public(view(&p), view(&y)), bad);
  struct number g = hex("00");
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  g = hex("01");
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  g = p;
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  g.bytes[g.length - 1]--; /* p - 1 */
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  g.bytes[g.length - 1]--; /* p - 2 */
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), TLS12_NO_RULE);
  g = hex("02");
  p.bytes[p.length - 1]--; /* even */
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  p = hex("0005");
  ck_assert_uint_eq(dh_bits(view(&p)), 3);
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), TLS12_NO_RULE);
  p = hex("03");
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  p = hex("01");
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  memset(p.bytes, 0xff, sizeof p.bytes);
  p.length = 1025;
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), R5246_F_1_1_3_02);
  p.bytes[0] = 0; /* a leading zero is tolerated */
  ck_assert_int_eq(dh_check_group(view(&p), view(&g)), TLS12_NO_RULE);
}
END_TEST

/* Small groups, where leading zeros and zero results are frequent, against plain arithmetic. */
START_TEST(small_groups)
{
  uint32_t state = 1, stripped = 0;
  for (int i = 0; i < 10000; i++) {
    uint32_t r[3];
    for (int k = 0; k < 3; k++) r[k] = state = state * 1103515245u + 12345u;
    uint32_t p = (r[0] >> 8) % 65000 + 5, x = (r[1] >> 8) % 60000, expected = 1;
    p += 1 - p % 2;
    uint32_t y = (r[2] >> 8) % (p - 3) + 2;
    for (uint32_t bit = 0; bit < 32; bit++)
      expected = (uint32_t)((uint64_t)expected * expected % p * (x >> (31 - bit) & 1 ? y : 1) % p);
    uint8_t pb[4] = {0, (uint8_t)(p >> 16), (uint8_t)(p >> 8), (uint8_t)p}, yb[3] = {0, (uint8_t)(y >> 8), (uint8_t)y};
    uint8_t xb[2] = {(uint8_t)(x >> 8), (uint8_t)x}, z[4], full[4];
    struct tls12_bytes pv = {pb, 4}, yv = {yb, 3}, xv = {xb, 2};
    uint32_t length = 99, got = 0;
    ck_assert_int_eq(dh_check_group(pv, yv), TLS12_NO_RULE);
    dh_public(pv, yv, xv, full);
    dh_shared(pv, yv, xv, z, &length);
    ck_assert_uint_eq((uint32_t)full[1] * 65536 + full[2] * 256u + full[3], expected);
    ck_assert_uint_eq(full[0], 0);
    ck_assert(length <= 3 && (length == 0 || z[0] != 0));
    for (uint32_t k = 0; k < length; k++) got = 256 * got + z[k];
    ck_assert_uint_eq(got, expected);
    stripped += length < (p > 65535 ? 3 : p > 255 ? 2 : 1);
  }
  ck_assert_uint_gt(stripped, 10);
}
END_TEST

START_TEST(bits)
{
  const uint8_t p[] = {0, 0, 1, 0xff, 0x80};
  ck_assert_uint_eq(dh_bits((struct tls12_bytes){p, 2}), 0);
  ck_assert_uint_eq(dh_bits((struct tls12_bytes){p, 3}), 1);
  ck_assert_uint_eq(dh_bits((struct tls12_bytes){p, 5}), 17);
  ck_assert_uint_eq(dh_bits((struct tls12_bytes){p + 3, 1}), 8);
  ck_assert_uint_eq(dh_bits(ffdhe_prime(TLS12_FFDHE3072)), 3072);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("dh");
  TCase *tests = tcase_create("dh");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, rfc5114, 0, 3);
  tcase_add_loop_test(tests, rfc7919, 0, 5);
  tcase_add_test(tests, formulas);
  tcase_add_test(tests, names);
  tcase_add_loop_test(tests, comb, 0, 3);
  tcase_add_test(tests, refused);
  tcase_add_test(tests, small_groups);
  tcase_add_test(tests, bits);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
