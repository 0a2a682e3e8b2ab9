/* Signature blocks that RFC 8017 section 8.2.2 refuses and that a verifier which parses, or looks at a prefix, would take:
 * made with the private key of RFC 7515 appendix A.2, so that everything but the block is right. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "arithmetic/number.h"
#include "arithmetic/rsa.h"
#include "rfc7515.inc"
#include "tests/hex.h"
#include "tests/suite.h"
#include "tool/rule_text.h"

enum { K = 256 };

static uint8_t n_bytes[K], e_bytes[3], d_bytes[K], digest_bytes[32];
static const struct rsa_public_key key = {{n_bytes, K}, {e_bytes, 3}};
static const struct tls12_bytes digest = {digest_bytes, 32};

static void load(void)
{
  ck_assert_uint_eq(from_hex(rfc7515_n, n_bytes, K), K);
  ck_assert_uint_eq(from_hex(rfc7515_e, e_bytes, 3), 3);
  ck_assert_uint_eq(from_hex(rfc7515_d, d_bytes, K), K);
  ck_assert_uint_eq(from_hex(rfc7515_digest, digest_bytes, 32), 32);
}

#define SHA256 "060960864801650304020105"

/* 00 01, ff as often as there is room or `ps` says, 00, DigestInfo up to the digest, the digest, then zeros. */
static const struct {
  enum tls12_rule rule; /* TLS12_NO_RULE: it is right */
  uint32_t ps;
  const char *info;
} blocks[] = {
    {TLS12_NO_RULE, K, "3031300d" SHA256 "000420"},
    {TLS12_NO_RULE, K,
     "302f300b"
     "0609608648016503040201"
     "0420"}, /* parameters absent */
    {R5246_D_4_01, 8, "3031300d" SHA256 "000420"},
    {R5246_4_7_03, K, "308131300d" SHA256 "000420"},     /* BER: the long form of a short length */
    {R5246_4_7_03, 200, "3080300d" SHA256 "000420"},     /* BER: an indefinite length, with two zeros at the end */
    {R8017_8_2_2_02, K, "3033300f" SHA256 "02aabb0420"}, /* bytes in the NULL */
    {R8017_8_2_2_02, K, "3031300d060960864801650304020205000420"}, /* the OID of SHA-384 */
    {R8017_9_2_01, 7, "3031300d" SHA256 "000420"},                 /* fewer than eight ff */
};

static void sign(const uint8_t *em, uint8_t *signature)
{
  number_power(signature, (struct tls12_bytes){em, K}, (struct tls12_bytes){d_bytes, K}, key.modulus);
}

static int verifies(const uint8_t *signature, uint32_t n)
{
  return rsa_verify(&key, TLS12_SHA256, digest, (struct tls12_bytes){signature, n});
}

static void block(uint8_t *em, uint32_t ps, const char *info_text)
{
  uint8_t info[64];
  const uint32_t n = from_hex(info_text, info, sizeof info), room = K - 3 - n - 32;
  const uint32_t padding = ps < room ? ps : room;
  memset(em, 0, K);
  em[1] = 1;
  memset(em + 2, 0xff, padding);
  memcpy(em + 3 + padding, info, n);
  memcpy(em + 3 + padding + n, digest_bytes, 32);
}

START_TEST(forged)
{
  uint8_t em[K], signature[K];
  load();
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
    block(em, blocks[i].ps, blocks[i].info);
    sign(em, signature);
    ck_assert_msg(verifies(signature, K) == (blocks[i].rule == TLS12_NO_RULE), "%s %s", rule_text(blocks[i].rule)->id,
                  blocks[i].info);
  }
  for (uint32_t at = 0; at < K; at++) { /* a bit anywhere in a right block */
    block(em, K, blocks[0].info);
    em[at] ^= (uint8_t)(at == 0 ? 0 : 1u << at % 7);
    sign(em, signature);
    ck_assert_msg(verifies(signature, K) == (at == 0), "%s: byte %u", rule_text(R8017_9_2_01)->id, at);
  }
}
END_TEST

/* A byte too many or too few, and the same residue above n: for that a digest is looked for whose signature is small. */
START_TEST(representatives)
{
  uint8_t em[K], signature[K + 1] = {0}, sum[K];
  load();
  do {
    digest_bytes[0]++;
    block(em, K, blocks[0].info);
    sign(em, signature + 1);
  } while (signature[1] + n_bytes[0] >= 255);
  ck_assert(verifies(signature + 1, K));
  ck_assert_msg(!verifies(signature, K + 1), "%s", rule_text(R8017_8_2_2_01)->id);
  ck_assert_msg(!verifies(signature + 1, K - 1), "%s", rule_text(R8017_8_2_2_01)->id);

  uint32_t carry = 0;
  for (uint32_t i = K; i-- > 0; carry /= 256) {
    carry += (uint32_t)signature[1 + i] + n_bytes[i];
    sum[i] = (uint8_t)(carry % 256);
  }
  ck_assert_uint_eq(carry, 0);
  ck_assert_msg(!verifies(sum, K), "%s", rule_text(R8017_5_2_2_01)->id);
}
END_TEST

int main(void)
{
  Suite *const suite = suite_create("arithmetic/rsa_forged");
  TCase *const all = tcase_create("rsa_forged");
  tcase_set_timeout(all, 0);
  tcase_add_test(all, forged);
  tcase_add_test(all, representatives);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
