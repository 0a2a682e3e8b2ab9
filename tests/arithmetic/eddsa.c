/* Ed25519 and Ed448: RFC 8032 sections 7.1 and 7.4, nettle's functions on random inputs, what verification refuses. */
#include "arithmetic/eddsa.h"

#include <check.h>
#include <nettle/eddsa.h>
#include <stdlib.h>
#include <string.h>

#include "spec/algorithms.h"
#include "tests/hex.h"
#include "tests/suite.h"

static const struct {
  unsigned signature;
  const char *private_key, *public_key, *message, *bytes;
} examples[] = {
#include "rfc8032.inc"
};

#define EXAMPLES ((int)(sizeof examples / sizeof *examples))

static const unsigned signatures[] = {TLS12_ED25519, TLS12_ED448};

struct example {
  unsigned signature, size;
  uint8_t private_key[EDDSA_KEY_MAX], public_key[EDDSA_KEY_MAX], message[1024], bytes[EDDSA_SIGNATURE_MAX];
  uint32_t length;
};

static struct example example(int i)
{
  struct example e = {.signature = examples[i].signature, .size = eddsa_size(examples[i].signature)};
  ck_assert_uint_eq(from_hex(examples[i].private_key, e.private_key, sizeof e.private_key), e.size);
  ck_assert_uint_eq(from_hex(examples[i].public_key, e.public_key, sizeof e.public_key), e.size);
  ck_assert_uint_eq(from_hex(examples[i].bytes, e.bytes, sizeof e.bytes), 2 * e.size);
  e.length = from_hex(examples[i].message, e.message, sizeof e.message);
  return e;
}

static int verify(const struct example *e)
{
  return eddsa_verify(e->signature, (struct tls12_bytes){e->public_key, e->size},
                      (struct tls12_bytes){e->message, e->length}, (struct tls12_bytes){e->bytes, 2 * e->size});
}

START_TEST(rfc8032)
{
  const struct example e = example(_i);
  uint8_t made[EDDSA_SIGNATURE_MAX];
  ck_assert(eddsa_public(e.signature, e.private_key, made));
  ck_assert_mem_eq(made, e.public_key, e.size);
  ck_assert(eddsa_sign(e.signature, e.private_key, (struct tls12_bytes){e.message, e.length}, made));
  ck_assert_mem_eq(made, e.bytes, 2 * e.size);
  ck_assert_int_eq(verify(&e), 1);
}
END_TEST

/* A bit of R, of S, of the public key or of the message; another length; the other algorithm. */
START_TEST(changed)
{
  struct example e = example(_i == 0 ? 1 : 7);
  for (uint32_t bit = 0; bit < 16 * e.size; bit += 5) {
    e.bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    ck_assert_int_eq(verify(&e), 0);
    e.bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
  }
  for (uint32_t bit = 0; bit < 8 * e.size; bit += 7) {
    e.public_key[bit / 8] ^= (uint8_t)(1u << bit % 8);
    ck_assert_int_eq(verify(&e), 0);
    e.public_key[bit / 8] ^= (uint8_t)(1u << bit % 8);
  }
  e.message[0] ^= 1;
  ck_assert_int_eq(verify(&e), 0);
  e.message[0] ^= 1;
  ck_assert_int_eq(verify(&e), 1);
  const struct tls12_bytes key = {e.public_key, e.size}, message = {e.message, e.length};
  for (uint32_t n = 0; n < 2 * e.size; n++)
    ck_assert_int_eq(eddsa_verify(e.signature, key, message, (struct tls12_bytes){e.bytes, n}), 0);
  for (uint32_t n = 0; n < e.size; n++)
    ck_assert_int_eq(eddsa_verify(e.signature, (struct tls12_bytes){e.public_key, n}, message,
                                  (struct tls12_bytes){e.bytes, 2 * e.size}),
                     0);
  ck_assert_int_eq(eddsa_verify(e.signature ^ (TLS12_ED25519 ^ TLS12_ED448), key, message,
                                (struct tls12_bytes){e.bytes, 2 * e.size}),
                   0);
}
END_TEST

/* S + L satisfies the equation, but is no S (RFC 8032 section 5.1.7). */
START_TEST(scalar_not_reduced)
{
  struct example e = example(0);
  uint8_t order[32];
  unsigned carry = 0;
  from_hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010", order, sizeof order);
  for (int i = 0; i < 32; i++) {
    carry += e.bytes[32 + i] + (unsigned)order[i];
    e.bytes[32 + i] = (uint8_t)carry;
    carry >>= 8;
  }
  ck_assert_uint_eq(carry, 0);
  ck_assert_int_eq(verify(&e), 0);
}
END_TEST

/* y = p and p + 1; x = 0 with the bit of an odd x; y = 2, where x would be no root on edwards25519; a wrong last byte of Ed448. */
START_TEST(no_points)
{
  const struct edwards_curve *c = edwards_curve(signatures[_i]);
  struct edwards_point P;
  uint8_t bytes[EDDSA_KEY_MAX] = {1};
  ck_assert_int_eq(edwards_decode(c, bytes, &P), 1);
  bytes[c->bytes - 1] = 0x80;
  ck_assert_int_eq(edwards_decode(c, bytes, &P), 0);
  bytes[c->bytes - 1] = 0x40;
  if (c->signature == TLS12_ED448) ck_assert_int_eq(edwards_decode(c, bytes, &P), 0);
  for (uint8_t add = 0; add <= 1; add++) {
    from_hex(c->signature == TLS12_ED25519 ? "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
                                           : "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffffffffffff"
                                             "fffffffffffffffffffffffffffffffffffffff"
                                             "00",
             bytes, sizeof bytes);
    if (c->signature == TLS12_ED25519) bytes[0] = (uint8_t)(bytes[0] + add);
    if (c->signature == TLS12_ED448 && add == 1) memset(bytes, 0, 28), bytes[28] = 0xff;
    ck_assert_int_eq(edwards_decode(c, bytes, &P), 0);
  }
  unsigned roots = 0;
  for (uint8_t y = 2; y < 66; y++) { /* about every other y has a point */
    memset(bytes, 0, sizeof bytes);
    bytes[0] = y;
    const int point = edwards_decode(c, bytes, &P);
    roots += (unsigned)point;
    uint8_t again[EDDSA_KEY_MAX];
    if (point) edwards_encode(c, P, again);
    if (point) ck_assert_mem_eq(again, bytes, c->bytes);
  }
  ck_assert_uint_gt(roots, 16);
  ck_assert_uint_lt(roots, 48);
}
END_TEST

/* Messages of random lengths, signed by both, with each other's signature verified. */
START_TEST(nettle)
{
  const unsigned signature = signatures[_i], size = eddsa_size(signature);
  uint8_t private_key[EDDSA_KEY_MAX], public_key[EDDSA_KEY_MAX], expected[EDDSA_SIGNATURE_MAX], message[300],
      made[EDDSA_SIGNATURE_MAX];
  for (int n = 0; n < 40; n++) {
    const uint32_t length = (uint32_t)rand() % sizeof message;
    for (unsigned k = 0; k < size; k++) private_key[k] = (uint8_t)(rand() >> 7);
    for (unsigned k = 0; k < length; k++) message[k] = (uint8_t)(rand() >> 7);
    if (signature == TLS12_ED25519) {
      ed25519_sha512_public_key(public_key, private_key);
      ed25519_sha512_sign(public_key, private_key, length, message, expected);
    } else {
      ed448_shake256_public_key(public_key, private_key);
      ed448_shake256_sign(public_key, private_key, length, message, expected);
    }
    ck_assert(eddsa_public(signature, private_key, made));
    ck_assert_mem_eq(made, public_key, size);
    ck_assert(eddsa_sign(signature, private_key, (struct tls12_bytes){message, length}, made));
    ck_assert_mem_eq(made, expected, 2 * size);
    ck_assert(eddsa_verify(signature, (struct tls12_bytes){public_key, size}, (struct tls12_bytes){message, length},
                           (struct tls12_bytes){expected, 2 * size}));
  }
}
END_TEST

START_TEST(other_algorithms)
{
  uint8_t key[EDDSA_KEY_MAX] = {1}, out[EDDSA_SIGNATURE_MAX] = {7};
  ck_assert_uint_eq(eddsa_size(TLS12_ED25519), 32);
  ck_assert_uint_eq(eddsa_size(TLS12_ED448), 57);
  ck_assert_uint_eq(eddsa_size(TLS12_ECDSA), 0);
  ck_assert(!eddsa_public(TLS12_ECDSA, key, out));
  ck_assert(!eddsa_sign(TLS12_ECDSA, key, (struct tls12_bytes){key, 1}, out));
  ck_assert(!eddsa_verify(TLS12_ECDSA, (struct tls12_bytes){key, 0}, (struct tls12_bytes){key, 1},
                          (struct tls12_bytes){out, 0}));
  ck_assert_uint_eq(out[0], 7);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("eddsa");
  TCase *tests = tcase_create("eddsa");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, rfc8032, 0, EXAMPLES);
  tcase_add_loop_test(tests, changed, 0, 2);
  tcase_add_test(tests, scalar_not_reduced);
  tcase_add_loop_test(tests, no_points, 0, 2);
  tcase_add_loop_test(tests, nettle, 0, 2);
  tcase_add_test(tests, other_algorithms);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
