/* ECDH: RFC 5903 section 8, refusals, key generation. */
#include "arithmetic/ecdh.h"

#include <check.h>
#include <stdlib.h>

#include "spec/algorithms.h"
#include "tests/hex.h"
#include "tests/suite.h"

/* i, gix, giy, r, grx, gry, girx */
static const struct {
  unsigned group;
  const char *i, *gix, *giy, *r, *grx, *gry, *girx;
} examples[] = {
    {TLS12_SECP256R1, "C88F01F5 10D9AC3F 70A292DA A2316DE5 44E9AAB8 AFE84049 C62A9C57 862D1433",
     "DAD0B653 94221CF9 B051E1FE CA5787D0 98DFE637 FC90B9EF 945D0C37 72581180",
     "5271A046 1CDB8252 D61F1C45 6FA3E59A B1F45B33 ACCF5F58 389E0577 B8990BB3",
     "C6EF9C5D 78AE012A 011164AC B397CE20 88685D8F 06BF9BE0 B283AB46 476BEE53",
     "D12DFB52 89C8D4F8 1208B702 70398C34 2296970A 0BCCB74C 736FC755 4494BF63",
     "56FBF3CA 366CC23E 8157854C 13C58D6A AC23F046 ADA30F83 53E74F33 039872AB",
     "D6840F6B 42F6EDAF D13116E0 E1256520 2FEF8E9E CE7DCE03 812464D0 4B9442DE"},
    {TLS12_SECP384R1,
     "099F3C70 34D4A2C6 99884D73 A375A67F 7624EF7C 6B3C0F16 0647B674 14DCE655 E35B5380 41E649EE 3FAEF896 783AB194",
     "667842D7 D180AC2C DE6F74F3 7551F557 55C7645C 20EF73E3 1634FE72 B4C55EE6 DE3AC808 ACB4BDB4 C88732AE E95F41AA",
     "9482ED1F C0EEB9CA FC498462 5CCFC23F 65032149 E0E144AD A0241815 35A0F38E EB9FCFF3 C2C947DA E69B4C63 4573A81C",
     "41CB0779 B4BDB85D 47846725 FBEC3C94 30FAB46C C8DC5060 855CC9BD A0AA2942 E0308312 916B8ED2 960E4BD5 5A7448FC",
     "E558DBEF 53EECDE3 D3FCCFC1 AEA08A89 A987475D 12FD950D 83CFA417 32BC509D 0D1AC43A 0336DEF9 6FDA41D0 774A3571",
     "DCFBEC7A ACF31964 72169E83 8430367F 66EEBE3C 6E70C416 DD5F0C68 759DD1FF F83FA401 42209DFF 5EAAD96D B9E6386C",
     "11187331 C279962D 93D60424 3FD592CB 9D0A926F 422E4718 7521287E 7156C5C4 D6031355 69B9E9D0 9CF5D4A2 70F59746"},
    {TLS12_SECP521R1,
     "0037ADE9 319A89F4 DABDB3EF 411AACCC A5123C61 ACAB57B5 393DCE47 608172A0 95AA85A3 0FE1C295 2C6771D9 37BA9777 "
     "F5957B26 39BAB072 462F68C2 7A57382D 4A52",
     "0015417E 84DBF28C 0AD3C278 713349DC 7DF153C8 97A1891B D98BAB43 57C9ECBE E1E3BF42 E00B8E38 0AEAE57C 2D107564 "
     "94188594 2AF5A7F4 601723C4 195D176C ED3E",
     "017CAE20 B6641D2E EB695786 D8C94614 6239D099 E18E1D5A 514C739D 7CB4A10A D8A78801 5AC405D7 799DC75E 7B7D5B6C "
     "F2261A6A 7F150743 8BF01BEB 6CA3926F 9582",
     "0145BA99 A847AF43 793FDD0E 872E7CDF A16BE30F DC780F97 BCCC3F07 8380201E 9C677D60 0B343757 A3BDBF2A 3163E4C2 "
     "F869CCA7 458AA4A4 EFFC311F 5CB15168 5EB9",
     "00D0B397 5AC4B799 F5BEA16D 5E13E9AF 971D5E9B 984C9F39 728B5E57 39735A21 9B97C356 436ADC6E 95BB0352 F6BE64A6 "
     "C2912D4E F2D0433C ED2B6171 640012D9 460F",
     "015C6822 6383956E 3BD066E7 97B623C2 7CE0EAC2 F551A10C 2C724D98 52077B87 220B6536 C5C408A1 D2AEBB8E 86D678AE "
     "49CB5709 1F473229 6579AB44 FCD17F0F C56A",
     "01144C7D 79AE6956 BC8EDB8E 7C787C45 21CB086F A64407F9 7894E5E6 B2D79B04 D1427E73 CA4BAA24 0A347868 59810C06 "
     "B3C715A3 A8CC3151 F2BEE417 996D19F3 DDEA"},
};

static struct tls12_bytes make_point(const char *x, const char *y, uint8_t *out)
{
  out[0] = 4;
  uint32_t n = from_hex(x, out + 1, ECDH_SIZE_MAX);
  n += from_hex(y, out + 1 + n, ECDH_SIZE_MAX);
  return (struct tls12_bytes){out, n + 1};
}

START_TEST(rfc5903)
{
  uint8_t i[ECDH_SIZE_MAX], r[ECDH_SIZE_MAX], x[ECDH_SIZE_MAX], shared[ECDH_SIZE_MAX];
  uint8_t gi[ECDH_POINT_MAX], gr[ECDH_POINT_MAX], made[ECDH_POINT_MAX];
  unsigned group = examples[_i].group, size = ecdh_size(group);
  struct tls12_bytes pi = make_point(examples[_i].gix, examples[_i].giy, gi);
  struct tls12_bytes pr = make_point(examples[_i].grx, examples[_i].gry, gr);
  ck_assert_uint_eq(from_hex(examples[_i].i, i, sizeof i), size);
  ck_assert_uint_eq(from_hex(examples[_i].r, r, sizeof r), size);
  ck_assert_uint_eq(from_hex(examples[_i].girx, x, sizeof x), size);
  ck_assert_uint_eq(pi.length, 1 + 2 * size);
  ck_assert(ecdh_public(group, i, made));
  ck_assert_mem_eq(made, gi, pi.length);
  ck_assert(ecdh_public(group, r, made));
  ck_assert_mem_eq(made, gr, pr.length);
  ck_assert(ecdh_shared(group, i, pr, shared));
  ck_assert_mem_eq(shared, x, size);
  ck_assert(ecdh_shared(group, r, pi, shared));
  ck_assert_mem_eq(shared, x, size);
}
END_TEST

START_TEST(points_refused)
{
  uint8_t b[ECDH_POINT_MAX + 1] = {0};
  unsigned group = examples[_i].group, size = ecdh_size(group);
  struct tls12_bytes p = make_point(examples[_i].gix, examples[_i].giy, b);
  ck_assert_int_eq(ecdh_check_point(group, p), TLS12_NO_RULE);
  ck_assert_int_eq(ecdh_check_point(TLS12_X25519, p), R8422_5_4_1_01);
  for (uint32_t n = 0; n < p.length; n++)
    ck_assert_int_eq(ecdh_check_point(group, (struct tls12_bytes){b, n}), R8422_5_4_1_01);
  ck_assert_int_eq(ecdh_check_point(group, (struct tls12_bytes){b, p.length + 1}), R8422_5_4_1_01);
  for (unsigned first = 0; first < 256; first++) {
    b[0] = (uint8_t)first;
    ck_assert_int_eq(ecdh_check_point(group, p), first == 4 ? TLS12_NO_RULE : R8422_5_4_1_01);
  }
  b[0] = 4;
  for (uint32_t bit = 8; bit < 8 * p.length; bit++) {
    b[bit / 8] ^= (uint8_t)(1u << bit % 8);
    ck_assert_int_eq(ecdh_check_point(group, p), R8422_5_11_01);
    b[bit / 8] ^= (uint8_t)(1u << bit % 8);
  }
  memset(b + 1, 0xff, 2 * size);
  ck_assert_int_eq(ecdh_check_point(group, p), R8422_5_11_01);
  memset(b + 1, 0, 2 * size);
  ck_assert_int_eq(ecdh_check_point(group, p), R8422_5_11_01);
}
END_TEST

/* y + p is congruent to y but no coordinate: on P-521 there is room for such a number in 66 bytes */
START_TEST(coordinate_not_reduced)
{
  uint8_t b[ECDH_POINT_MAX];
  struct tls12_bytes p = make_point(examples[2].gix, examples[2].giy, b);
  unsigned carry = 0;
  for (int k = 66; k > 0; k--) { /* x + 2^521 - 1 */
    unsigned sum = b[k] + (k == 1 ? 1u : 255u) + carry;
    b[k] = (uint8_t)sum;
    carry = sum >> 8;
  }
  ck_assert_int_eq(ecdh_check_point(TLS12_SECP521R1, p), R8422_5_11_01);
}
END_TEST

START_TEST(scalars_refused)
{
  static const char *const order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
  uint8_t scalar[32] = {0}, point[65], peer[65], x[32], base[65];
  struct tls12_bytes p = make_point(examples[0].gix, examples[0].giy, peer);
  ck_assert(!ecdh_public(TLS12_SECP256R1, scalar, point));
  memset(x, 1, sizeof x);
  ck_assert(!ecdh_shared(TLS12_SECP256R1, scalar, p, x));
  for (int k = 0; k < 32; k++) ck_assert_uint_eq(x[k], 0);
  from_hex(order, scalar, sizeof scalar);
  ck_assert(!ecdh_public(TLS12_SECP256R1, scalar, point));
  scalar[31]--; /* n - 1: the base point with y negated */
  ck_assert(ecdh_public(TLS12_SECP256R1, scalar, point));
  memset(scalar, 0, sizeof scalar);
  scalar[31] = 1;
  ck_assert(ecdh_public(TLS12_SECP256R1, scalar, base));
  ck_assert_mem_eq(point, base, 33);
  ck_assert_mem_ne(point, base, 65);
  memset(scalar, 0xff, sizeof scalar);
  ck_assert(!ecdh_public(TLS12_SECP256R1, scalar, point));
  ck_assert(!ecdh_public(TLS12_X25519, scalar, point));
  ck_assert_uint_eq(ecdh_size(TLS12_X25519), 0);
}
END_TEST

struct stream {
  unsigned calls, bad, fail;
  uint8_t next;
};

/* All ones, out of range on P-256, for the first `bad` calls; failure at call `fail`. */
static int stream_random(void *context, uint8_t *out, size_t n)
{
  struct stream *s = context;
  s->calls++;
  if (s->calls == s->fail) return -1;
  for (size_t k = 0; k < n; k++) out[k] = s->calls <= s->bad ? 0xff : s->next++;
  return 0;
}

START_TEST(key_generation)
{
  uint8_t a[ECDH_SIZE_MAX], b[ECDH_SIZE_MAX], A[ECDH_POINT_MAX], B[ECDH_POINT_MAX], x[ECDH_SIZE_MAX], y[ECDH_SIZE_MAX];
  unsigned group = examples[_i].group, size = ecdh_size(group);
  struct stream s = {.next = 3};
  ck_assert(ecdh_generate(group, stream_random, &s, a, A));
  ck_assert(ecdh_generate(group, stream_random, &s, b, B));
  ck_assert_uint_eq(s.calls, 2);
  ck_assert_mem_ne(a, b, size);
  ck_assert(ecdh_shared(group, a, (struct tls12_bytes){B, 1 + 2 * size}, x));
  ck_assert(ecdh_shared(group, b, (struct tls12_bytes){A, 1 + 2 * size}, y));
  ck_assert_mem_eq(x, y, size);
  struct stream retries = {.bad = 3};
  ck_assert(ecdh_generate(group, stream_random, &retries, a, A));
  ck_assert_uint_eq(retries.calls, 4);
  struct stream broken = {.bad = 3, .fail = 2};
  ck_assert(!ecdh_generate(group, stream_random, &broken, a, A));
  struct stream stuck = {.bad = 1000};
  ck_assert(!ecdh_generate(group, stream_random, &stuck, a, A));
  ck_assert(!ecdh_generate(TLS12_X25519, stream_random, &stuck, a, A));
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("ecdh");
  TCase *tests = tcase_create("ecdh");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, rfc5903, 0, 3);
  tcase_add_loop_test(tests, points_refused, 0, 3);
  tcase_add_test(tests, coordinate_not_reduced);
  tcase_add_test(tests, scalars_refused);
  tcase_add_loop_test(tests, key_generation, 0, 3);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
