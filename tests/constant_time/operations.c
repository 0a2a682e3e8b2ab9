/* Every operation on secrets, with the secrets marked: no branch and no address depends on them. tests/constant_time/run.py
 * runs this under valgrind; alone it tests only that the results are right.
 *
 * What becomes public inside an operation is marked by the functions below, which the linker puts in front of the library's
 * (TEST_LINK in the Makefile): the library itself knows nothing of valgrind. */
#include <stdlib.h>
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/dsa.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/ecdsa.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/ffdhe_comb.h"
#include "arithmetic/field.h"
#include "arithmetic/multiply_fast.h"
#include "arithmetic/multiply_proven.h"
#include "arithmetic/pss.h"
#include "arithmetic/rsa_pss.h"
#include "arithmetic/scalar.h"
#include "arithmetic/xdh.h"
#include "crypto/hmac.h"
#include "crypto/hmac_secret_length.h"
#include "crypto/prf.h"
#include "handshake/key_schedule.h"
#include "secret.h"
#include "tests/arithmetic/rfc5114.inc"
#include "tests/arithmetic/rfc7515.inc"
#include "tests/arithmetic/rfc7515_primes.inc"
#include "tests/hex.h"
#include "tests/suite.h"

/* --- What becomes public --- */

/* Whether a number is a scalar. A private key that is none is refused, which shows. A candidate for a key or a nonce that is none
 * is thrown away whole, and the next one is drawn independently of it: that it was none tells nothing of the one that stays. */
int __real_scalar_in_range(const struct prime_curve *c, const uint8_t *scalar);
int __wrap_scalar_in_range(const struct prime_curve *c, const uint8_t *scalar);
int __wrap_scalar_in_range(const struct prime_curve *c, const uint8_t *scalar)
{
  return public_int(__real_scalar_in_range(c, scalar));
}

/* Two elements are compared where a signature is refused, or where r or s is zero and another nonce is drawn: such an r or s leaves
 * in no signature, and does not happen by chance. */
int __real_field_equal(struct field_element a, struct field_element b);
int __wrap_field_equal(struct field_element a, struct field_element b);
int __wrap_field_equal(struct field_element a, struct field_element b)
{
  return public_int(__real_field_equal(a, b));
}

/* r and s leave as the signature: their DER lengths depend on them. */
uint32_t __real_ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out);
uint32_t __wrap_ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out);
uint32_t __wrap_ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out)
{
  public(r, size);
  public(s, size);
  return __real_ecdsa_signature_write(r, s, size, out);
}

/* Whether a number is below another: of the values that are secret, the random r of the blinding (below n, as its first byte is
 * zero; or not zero) and em r^e, which is zero only if n has a factor in common with one of them; and of what is decrypted, that it
 * is below n and encrypted gives the ciphertext, as it does with every key whose numbers belong together. */
int __real_number_less(struct tls12_bytes a, struct tls12_bytes b);
int __wrap_number_less(struct tls12_bytes a, struct tls12_bytes b);
int __wrap_number_less(struct tls12_bytes a, struct tls12_bytes b)
{
  return public_int(__real_number_less(a, b));
}

/* Whether the primes can be moduli: that they are odd and have no leading zero byte is known of every key. */
int __real_rsa_crt_usable(const struct rsa_private_key *key);
int __wrap_rsa_crt_usable(const struct rsa_private_key *key);
int __wrap_rsa_crt_usable(const struct rsa_private_key *key)
{
  return public_int(__real_rsa_crt_usable(key));
}

/* Whether a number has an inverse: the blinding's r, which has none only if it has a factor of n. */
int __real___gmpn_sec_invert(mp_limb_t *r, mp_limb_t *a, const mp_limb_t *m, mp_size_t n, mp_bitcnt_t steps,
                             mp_limb_t *t);
int __wrap___gmpn_sec_invert(mp_limb_t *r, mp_limb_t *a, const mp_limb_t *m, mp_size_t n, mp_bitcnt_t steps,
                             mp_limb_t *t);
int __wrap___gmpn_sec_invert(mp_limb_t *r, mp_limb_t *a, const mp_limb_t *m, mp_size_t n, mp_bitcnt_t steps,
                             mp_limb_t *t)
{
  return public_int(__real___gmpn_sec_invert(r, a, m, n, steps, t));
}

/* A signature of RSA is verified before it leaves. A right one is public; a wrong one is cleared, and that it was wrong shows. */
int __real_rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
                      struct tls12_bytes signature);
int __wrap_rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
                      struct tls12_bytes signature);
int __wrap_rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
                      struct tls12_bytes signature)
{
  public(signature.data, signature.length);
  return __real_rsa_verify(key, hash, digest, signature);
}

/* A PSS signature is verified before it leaves, too. */
int __real_rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in);
int __wrap_rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in);
int __wrap_rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in)
{
  public(in, key->modulus.length);
  return __real_rsa_public_power(out, key, in);
}

/* What encodes the digest can be read from the signature. */
int __real_pss_verify_encoding(const uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest,
                               uint32_t salt);
int __wrap_pss_verify_encoding(const uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest,
                               uint32_t salt);
int __wrap_pss_verify_encoding(const uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest,
                               uint32_t salt)
{
  public(em, (bits + 7) / 8);
  return __real_pss_verify_encoding(em, bits, hash, digest, salt);
}

/* The leading zeros of Z: RFC 5246 section 8.1.2 strips them, and the length of the premaster secret shows. Only there: no other
 * secret may have its zeros counted. */
static int of_z;

struct tls12_bytes __real_number_trim(struct tls12_bytes a);
struct tls12_bytes __wrap_number_trim(struct tls12_bytes a);
struct tls12_bytes __wrap_number_trim(struct tls12_bytes a)
{
  static uint8_t copy[NUMBER_BYTES];
  if (!of_z || a.length > sizeof copy) return __real_number_trim(a);
  memcpy(copy, a.data, a.length);
  public(copy, a.length);
  const uint32_t left = __real_number_trim((struct tls12_bytes){copy, a.length}).length;
  return (struct tls12_bytes){a.data + (a.length - left), left};
}

/* --- The operations --- */

static unsigned before;

static void start(void)
{
  of_z = 0;
  before = leaks();
}

static void quiet(void)
{
  ck_assert_uint_eq(leaks(), before);
}

/* Secret bytes, none of them zero. */
static int secret_random(void *context, uint8_t *out, size_t n)
{
  uint8_t *next = context;
  for (size_t i = 0; i < n; i++) out[i] = (uint8_t)(*next = (uint8_t)(*next % 251 + 1));
  if (n > 0) secret(out, n);
  return 0;
}

static int public_random(void *context, uint8_t *out, size_t n)
{
  const int failed = secret_random(context, out, n);
  public(out, n);
  return failed;
}

START_TEST(diffie_hellman)
{
  uint8_t p[128], g[128], x[20], y[128], z[128], expected[128], other[128];
  uint32_t length;
  const struct tls12_bytes pv = {p, from_hex(rfc5114_p1, p, sizeof p)}, gv = {g, from_hex(rfc5114_g1, g, sizeof g)};
  const struct tls12_bytes xv = {x, from_hex(rfc5114_xa1, x, sizeof x)};
  const struct tls12_bytes peer = {other, from_hex(rfc5114_yb1, other, sizeof other)};
  secret(x, sizeof x);
  dh_public(pv, gv, xv, y);
  reveal(y, pv.length);
  from_hex(rfc5114_ya1, expected, sizeof expected);
  ck_assert_mem_eq(y, expected, pv.length);
  of_z = 1;
  dh_shared(pv, peer, xv, z, &length);
  reveal(z, pv.length);
  ck_assert_uint_eq(length, from_hex(rfc5114_z1, expected, sizeof expected));
  ck_assert_mem_eq(z, expected, length);
  quiet();
}
END_TEST

START_TEST(named_group)
{
  static const enum tls12_group named[] = {TLS12_FFDHE2048, TLS12_FFDHE3072, TLS12_FFDHE4096};
  const struct tls12_bytes p = ffdhe_prime(named[_i]);
  uint8_t bytes[41], y[512], expected[512], next = 7;
  const struct tls12_bytes x = {bytes, ffdhe_exponent_length(named[_i])};
  secret_random(&next, bytes, x.length);
  ffdhe_public(named[_i], x, y);
  reveal(y, p.length);
  reveal(bytes, x.length);
  dh_public(p, ffdhe_generator(), x, expected);
  ck_assert_mem_eq(y, expected, p.length);
  quiet();
}
END_TEST

static const unsigned groups[] = {TLS12_SECP256R1, TLS12_SECP384R1, TLS12_SECP521R1};

START_TEST(elliptic_curves)
{
  const unsigned group = groups[_i], size = ecdh_size(group);
  uint8_t a[ECDH_SIZE_MAX], b[ECDH_SIZE_MAX], A[ECDH_POINT_MAX], B[ECDH_POINT_MAX], again[ECDH_POINT_MAX];
  uint8_t x[ECDH_SIZE_MAX], y[ECDH_SIZE_MAX], next = 7;
  ck_assert_int_eq(ecdh_generate(group, secret_random, &next, a, A), 1);
  ck_assert_int_eq(ecdh_generate(group, secret_random, &next, b, B), 1);
  reveal(A, 1 + 2 * size);
  reveal(B, 1 + 2 * size);
  ck_assert_int_eq(ecdh_public(group, a, again), 1);
  reveal(again, 1 + 2 * size);
  ck_assert_mem_eq(again, A, 1 + 2 * size);
  ck_assert_int_eq(ecdh_shared(group, a, (struct tls12_bytes){B, 1 + 2 * size}, x), 1);
  ck_assert_int_eq(ecdh_shared(group, b, (struct tls12_bytes){A, 1 + 2 * size}, y), 1);
  reveal(x, size);
  reveal(y, size);
  ck_assert_mem_eq(x, y, size);
  quiet();
}
END_TEST

static void reveal_point(const struct curve_point *P, unsigned size)
{
  reveal(P->x.limb, size);
  reveal(P->y.limb, size);
  public(P, sizeof *P);
}

/* Both multiplications, whichever of them the operations use. */
START_TEST(multiplications)
{
  const unsigned group = groups[_i], size = ecdh_size(group);
  uint8_t bytes[ECDH_SIZE_MAX];
  memset(bytes, 0x5a, sizeof bytes);
  bytes[0] = 0;
  struct field_element k = field_from_bytes(bytes, size);
  secret(&k, sizeof k);
  struct curve_point fast = fast_multiply_base(group, k), proven = proven_multiply_base(group, k);
  reveal_point(&fast, size);
  reveal_point(&proven, size);
  ck_assert_mem_eq(&fast, &proven, sizeof fast);
  const struct curve_point P = fast;
  fast = fast_multiply_point(group, k, P);
  proven = proven_multiply_point(group, k, P);
  reveal_point(&fast, size);
  reveal_point(&proven, size);
  ck_assert_mem_eq(&fast, &proven, sizeof fast);
  quiet();
}
END_TEST

static const unsigned montgomery_groups[] = {TLS12_X25519, TLS12_X448};

START_TEST(montgomery_curves)
{
  const unsigned group = montgomery_groups[_i], size = xdh_size(group);
  uint8_t a[XDH_SIZE_MAX], b[XDH_SIZE_MAX], A[XDH_SIZE_MAX], B[XDH_SIZE_MAX], x[XDH_SIZE_MAX], y[XDH_SIZE_MAX],
      next = 7;
  ck_assert_int_eq(xdh_generate(group, secret_random, &next, a, A), 1);
  ck_assert_int_eq(xdh_generate(group, secret_random, &next, b, B), 1);
  reveal(A, size);
  reveal(B, size);
  ck_assert_int_eq(xdh_shared(group, a, (struct tls12_bytes){B, size}, x), 1);
  ck_assert_int_eq(xdh_shared(group, b, (struct tls12_bytes){A, size}, y), 1);
  reveal(x, size);
  reveal(y, size);
  ck_assert_mem_eq(x, y, size);
  quiet();
}
END_TEST

static const unsigned edwards_signatures[] = {TLS12_ED25519, TLS12_ED448};

START_TEST(edwards_curves)
{
  static const uint8_t text[] = "text";
  const unsigned signature = edwards_signatures[_i], size = eddsa_size(signature);
  const struct tls12_bytes message = {text, sizeof text};
  uint8_t own[EDDSA_KEY_MAX], public_key[EDDSA_KEY_MAX], bytes[EDDSA_SIGNATURE_MAX], next = 7;
  ck_assert_int_eq(secret_random(&next, own, size), 0);
  ck_assert_int_eq(eddsa_public(signature, own, public_key), 1);
  ck_assert_int_eq(eddsa_sign(signature, own, message, bytes), 1);
  reveal(public_key, size);
  reveal(bytes, 2 * size);
  ck_assert_int_eq(
      eddsa_verify(signature, (struct tls12_bytes){public_key, size}, message, (struct tls12_bytes){bytes, 2 * size}),
      1);
  quiet();
}
END_TEST

static uint8_t extra[40];

/* What is added to a nonce is as secret as that. */
static struct tls12_bytes added(void)
{
  memset(extra, 0x6b, sizeof extra);
  secret(extra, sizeof extra);
  return (struct tls12_bytes){extra, sizeof extra};
}

START_TEST(ecdsa)
{
  const unsigned group = groups[_i], size = ecdh_size(group);
  uint8_t scalar[ECDH_SIZE_MAX], point[ECDH_POINT_MAX], digest[48], signature[ECDSA_SIGNATURE_MAX], next = 11;
  uint32_t length;
  memset(digest, 0x3c, sizeof digest);
  ck_assert_int_eq(ecdh_generate(group, secret_random, &next, scalar, point), 1);
  ck_assert_int_eq(
      ecdsa_sign(group, scalar, TLS12_SHA384, (struct tls12_bytes){digest, 48}, added(), signature, &length), 1);
  reveal(point, 1 + 2 * size);
  ck_assert_int_eq(ecdsa_verify(group, (struct tls12_bytes){point, 1 + 2 * size}, (struct tls12_bytes){digest, 48},
                                (struct tls12_bytes){signature, length}),
                   1);
  quiet();
}
END_TEST

/* The first group of RFC 5114. */
START_TEST(dsa)
{
  uint8_t p[128], g[128], q[20], x[20], y[128], digest[32], signature[ECDSA_SIGNATURE_MAX];
  uint32_t length;
  struct dsa_key key = {{p, from_hex(rfc5114_p1, p, sizeof p)},
                        {q, from_hex("F518AA8781A8DF278ABA4E7D64B7CB9D49462353", q, sizeof q)},
                        {g, from_hex(rfc5114_g1, g, sizeof g)},
                        {x, from_hex(rfc5114_xa1, x, sizeof x)}};
  memset(digest, 0x3c, sizeof digest);
  secret(x, sizeof x);
  ck_assert_int_eq(dsa_sign(&key, TLS12_SHA256, (struct tls12_bytes){digest, 32}, added(), signature, &length), 1);
  public(x, sizeof x);
  public(signature, sizeof signature);
  public(&length, sizeof length);
  key.key = (struct tls12_bytes){y, from_hex(rfc5114_ya1, y, sizeof y)};
  ck_assert_int_eq(dsa_verify(&key, (struct tls12_bytes){digest, 32}, (struct tls12_bytes){signature, length}), 1);
  quiet();
}
END_TEST

/* A key of 2048 bits, its private part secret. */
static uint8_t n[256], e[3], d[256], p[128], q[128], dp[128], dq[128], qi[128];
static const struct rsa_public_key key = {{n, 256}, {e, 3}};
static const struct rsa_private_key private_key = {{n, 256}, {e, 3},    {d, 256},  {p, 128},
                                                   {q, 128}, {dp, 128}, {dq, 128}, {qi, 128}};

static const struct rsa_private_key without_primes = {
    .modulus = {n, 256}, .public_exponent = {e, 3}, .private_exponent = {d, 256}};

static void load_key(void)
{
  static const struct {
    const char *text;
    uint8_t *to;
    uint32_t size;
    int is_secret;
  } numbers[] = {{rfc7515_n, n, 256, 0}, {rfc7515_e, e, 3, 0},     {rfc7515_d, d, 256, 1},   {rfc7515_p, p, 128, 1},
                 {rfc7515_q, q, 128, 1}, {rfc7515_dp, dp, 128, 1}, {rfc7515_dq, dq, 128, 1}, {rfc7515_qi, qi, 128, 1}};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    ck_assert_uint_eq(from_hex(numbers[i].text, numbers[i].to, numbers[i].size), numbers[i].size);
    if (numbers[i].is_secret) secret(numbers[i].to, numbers[i].size);
  }
  /* What GMP looks at of a modulus: rsa_crt.h. */
  public(p, 8);
  public(q, 8);
  public(p + 127, 1);
  public(q + 127, 1);
}

START_TEST(rsa_signature)
{
  uint8_t digest[32], signature[256], expected[256], next = 13;
  load_key();
  from_hex(rfc7515_digest, digest, sizeof digest);
  from_hex(rfc7515_signature, expected, sizeof expected);
  ck_assert_int_eq(
      rsa_sign(&private_key, TLS12_SHA256, (struct tls12_bytes){digest, 32}, secret_random, &next, signature), 1);
  ck_assert_mem_eq(signature, expected, sizeof signature);
  quiet();
}
END_TEST

/* The salt is public with the signature, but not before. */
START_TEST(pss_signature)
{
  uint8_t digest[32], signature[256], next = 19;
  load_key();
  memset(digest, 0x3c, sizeof digest);
  ck_assert_int_eq(
      rsa_pss_sign(&private_key, TLS12_SHA256, (struct tls12_bytes){digest, 32}, secret_random, &next, signature), 1);
  ck_assert_int_eq(
      rsa_pss_verify(&key, TLS12_SHA256, (struct tls12_bytes){digest, 32}, 32, (struct tls12_bytes){signature, 256}),
      1);
  quiet();
}
END_TEST

/* The client's side: the premaster secret is secret. The padding is drawn in the open, since its bytes are looked at for zeros:
 * one that is zero is thrown away, and of the others only that shows. */
static void encrypt(uint8_t premaster[48], uint8_t ciphertext[256])
{
  uint8_t next = 17;
  secret(premaster, 48);
  ck_assert_int_eq(rsa_encrypt(&key, (struct tls12_bytes){premaster, 48}, public_random, &next, ciphertext), 1);
  public(premaster, 48);
  reveal(ciphertext, 256);
}

/* The server's side, with a good premaster secret (_i is 0), of another version (1), or with a ciphertext of nothing (2); and the
 * same without the primes of the key (3 to 5). */
//= build/requirements.md#R5246-7.4.7.1-08
//= type=test
//# The handshake goes on with the random premaster, without revealing the cause by timing, logs or any other
//# observable.
START_TEST(rsa_premaster)
{
  uint8_t premaster[48], substitute[48], ciphertext[256], out[48], next = 23;
  load_key();
  for (unsigned i = 0; i < 48; i++) premaster[i] = (uint8_t)(3 + i);
  premaster[1] = 3;
  encrypt(premaster, ciphertext);
  if (_i % 3 == 2) ciphertext[100] ^= 1;
  memset(substitute, 0x77, sizeof substitute);
  secret(substitute, sizeof substitute);
  ck_assert_int_eq(rsa_decrypt_premaster(_i < 3 ? &private_key : &without_primes, (struct tls12_bytes){ciphertext, 256},
                                         _i % 3 == 1 ? 0x0301 : 0x0303, substitute, secret_random, &next, out),
                   1);
  reveal(out, sizeof out);
  public(substitute, sizeof substitute);
  ck_assert_mem_eq(out, _i % 3 == 0 ? premaster : substitute, 48);
  quiet();
}
END_TEST

/* The key is secret, and what the message is. */
START_TEST(hmac)
{
  uint8_t secret_key[200], message[100], mac[64], expected[64];
  const struct tls12_bytes part = {message, sizeof message};
  memset(message, 9, sizeof message);
  for (uint32_t length = 20; length <= 200; length += 180) { /* a longer one is hashed first */
    memset(secret_key, 5, sizeof secret_key);
    tls12_hmac((enum tls12_hash)_i, (struct tls12_bytes){secret_key, length}, &part, 1, expected);
    secret(secret_key, sizeof secret_key);
    secret(message, sizeof message);
    tls12_hmac((enum tls12_hash)_i, (struct tls12_bytes){secret_key, length}, &part, 1, mac);
    reveal(mac, tls12_hash_size((enum tls12_hash)_i));
    public(message, sizeof message);
    ck_assert_mem_eq(mac, expected, tls12_hash_size((enum tls12_hash)_i));
  }
  quiet();
}
END_TEST

/* The length is secret, too. */
START_TEST(hmac_of_secret_length)
{
  struct tls12_hmac_context context;
  uint8_t mac_key[32], data[300], head[13], mac[64], expected[64];
  memset(mac_key, 5, sizeof mac_key);
  memset(data, 6, sizeof data);
  memset(head, 7, sizeof head);
  for (uint32_t length = 44; length <= 300; length += 64) {
    const struct tls12_bytes parts[] = {{head, sizeof head}, {data, length}};
    uint32_t hidden = length;
    tls12_hmac((enum tls12_hash)_i, (struct tls12_bytes){mac_key, sizeof mac_key}, parts, 2, expected);
    secret(mac_key, sizeof mac_key);
    secret(data, sizeof data);
    secret(&hidden, sizeof hidden);
    tls12_hmac_init(&context, (enum tls12_hash)_i, (struct tls12_bytes){mac_key, sizeof mac_key});
    tls12_hmac_secret_length(&context, head, sizeof head, data, hidden, 44, 300, mac);
    reveal(mac, tls12_hash_size((enum tls12_hash)_i));
    public(mac_key, sizeof mac_key);
    public(data, sizeof data);
    ck_assert_mem_eq(mac, expected, tls12_hash_size((enum tls12_hash)_i));
    hmac_wipe(&context);
  }
  quiet();
}
END_TEST

START_TEST(prf)
{
  uint8_t premaster[48], seed[32], out[48], expected[48];
  const struct tls12_bytes secret_bytes = {premaster, 48}, seed_bytes = {seed, 32}, label = {label_master_secret, 13};
  memset(premaster, 1, sizeof premaster);
  memset(seed, 2, sizeof seed);
  p_hash(TLS12_SHA384, secret_bytes, label, seed_bytes, seed_bytes, expected, 48);
  secret(premaster, sizeof premaster);
  p_hash(TLS12_SHA384, secret_bytes, label, seed_bytes, seed_bytes, out, 48);
  reveal(out, sizeof out);
  ck_assert_mem_eq(out, expected, 48);
  quiet();
}
END_TEST

/* --- That a leak is seen --- */

static volatile unsigned sink;

static void branch(const volatile uint8_t *byte)
{
  if (*byte & 1) sink++;
}

static void index_by(const volatile uint8_t *byte)
{
  static const volatile uint8_t table[256] = {1};
  sink += table[*byte];
}

static void nothing(const volatile uint8_t *byte)
{
  uint8_t copy = (uint8_t)(*byte ^ 1);
  secret(&copy, 1);
}

START_TEST(leaks_are_seen)
{
  static void (*const use[])(const volatile uint8_t *) = {branch, index_by, nothing};
  uint8_t byte = 77;
  use[_i](&byte);
  quiet(); /* of what is public, anything may be done */
  secret(&byte, 1);
  use[_i](&byte);
  ck_assert(!RUNNING_ON_VALGRIND || (leaks() > before) == (_i < 2));
}
END_TEST

/* A case of its own, so that run.py can ask for it. */
static TCase *add_case(Suite *suite, const char *name)
{
  TCase *tests = tcase_create(name);
  tcase_set_timeout(tests, 300);
  tcase_add_checked_fixture(tests, start, NULL);
  suite_add_tcase(suite, tests);
  return tests;
}

int main(void)
{
  Suite *suite = suite_create("constant_time/operations");
  tcase_add_test(add_case(suite, "dh"), diffie_hellman);
  tcase_add_loop_test(add_case(suite, "named_group"), named_group, 0, 3);
  TCase *curves = add_case(suite, "ec");
  tcase_add_loop_test(curves, elliptic_curves, 0, 3);
  tcase_add_loop_test(curves, multiplications, 0, 3);
  tcase_add_loop_test(curves, montgomery_curves, 0, 2);
  tcase_add_loop_test(curves, edwards_curves, 0, 2);
  tcase_add_loop_test(curves, ecdsa, 0, 3);
  TCase *rsa = add_case(suite, "rsa");
  tcase_add_test(rsa, rsa_signature);
  tcase_add_test(rsa, pss_signature);
  tcase_add_test(add_case(suite, "dsa"), dsa);
  tcase_add_loop_test(rsa, rsa_premaster, 0, 6);
  TCase *hashes = add_case(suite, "hmac");
  tcase_add_loop_test(hashes, hmac, TLS12_MD5, TLS12_SHA512 + 1);
  tcase_add_loop_test(hashes, hmac_of_secret_length, TLS12_MD5, TLS12_SHA512 + 1);
  tcase_add_test(hashes, prf);
  tcase_add_loop_test(add_case(suite, "leaks"), leaks_are_seen, 0, 3);
  return run_suite(suite);
}
