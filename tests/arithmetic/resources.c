/* No operation of the arithmetic allocates memory, and each stays within the stack that its header states: it runs on a stack of
 * its own, painted before, where the lowest byte that changed shows how deep it went. */
#include <check.h>
#include <gmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

#include "arithmetic/dh.h"
#include "arithmetic/dsa.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/ecdsa.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/ffdhe_comb.h"
#include "arithmetic/rsa_pss.h"
#include "crypto/hmac.h"
#include "crypto/prf.h"
#include "handshake/key_schedule.h"
#include "rfc5114.inc"
#include "rfc7515.inc"
#include "rfc7515_primes.inc"
#include "tests/hex.h"
#include "tests/suite.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* --- Counting allocations: of the whole program, and of GMP by its own hooks --- */

static unsigned allocations;

#if SANITIZED
int __sanitizer_install_malloc_and_free_hooks(void (*allocated)(const volatile void *, size_t),
                                              void (*freed)(const volatile void *));

static void count(const volatile void *p, size_t n)
{
  (void)p, (void)n;
  allocations++;
}

static void ignore(const volatile void *p)
{
  (void)p;
}

static void count_allocations(void)
{
  ck_assert_int_ne(__sanitizer_install_malloc_and_free_hooks(count, ignore), 0);
}
#else
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *p, size_t n);

void *malloc(size_t n)
{
  allocations++;
  return __libc_malloc(n);
}

void *calloc(size_t count, size_t n)
{
  allocations++;
  return __libc_calloc(count, n);
}

void *realloc(void *p, size_t n)
{
  allocations++;
  return __libc_realloc(p, n);
}

static void count_allocations(void)
{
}
#endif

/* --- The operations --- */

static uint8_t n[1024], e[3], d[1024], p[128], q[128], dp[128], dq[128], qi[128], out[1024], x[1024], seed[64];
static struct rsa_public_key public_key;
static struct rsa_private_key private_key;
static int good;

static const struct tls12_bytes none; /* nothing is added to the nonce */

static int some_random(void *context, uint8_t *to, size_t size)
{
  (void)context;
  memset(to, 0x35, size);
  return 0;
}

static struct tls12_bytes bytes(uint8_t *data, uint32_t length)
{
  return (struct tls12_bytes){data, length};
}

static void load(void)
{
  public_key = (struct rsa_public_key){bytes(n, 256), bytes(e, 3)};
  private_key = (struct rsa_private_key){bytes(n, 256), bytes(e, 3),    bytes(d, 256),  bytes(p, 128),
                                         bytes(q, 128), bytes(dp, 128), bytes(dq, 128), bytes(qi, 128)};
  good = from_hex(rfc7515_n, n, 256) == 256 && from_hex(rfc7515_e, e, 3) == 3 && from_hex(rfc7515_d, d, 256) == 256 &&
         from_hex(rfc7515_p, p, 128) == 128 && from_hex(rfc7515_q, q, 128) == 128 &&
         from_hex(rfc7515_dp, dp, 128) == 128 && from_hex(rfc7515_dq, dq, 128) == 128 &&
         from_hex(rfc7515_qi, qi, 128) == 128;
  memset(x, 0x5a, sizeof x);
}

static void nothing(void)
{
  good = 1;
}

/* 8192 bits: the largest number. */
static void power_8192(void)
{
  memset(out, 0xff, sizeof out);
  memset(n, 0xff, sizeof n);
  number_power(out, bytes(x, 1024), bytes(x, 64), bytes(n, 1024));
  number_product(out, bytes(x, 1024), bytes(x, 1024), bytes(n, 1024));
  good = number_inverse(out, bytes(x, 1024), bytes(n, 1024)) >= 0;
}

static void dh_key(void)
{
  dh_public(ffdhe_prime(TLS12_FFDHE4096), ffdhe_generator(), bytes(x, 32), out);
}

static void dh_named(void)
{
  ffdhe_public(TLS12_FFDHE4096, bytes(x, ffdhe_exponent_length(TLS12_FFDHE4096)), out);
}

static void dh_secret(void)
{
  uint32_t length;
  const struct tls12_bytes prime = ffdhe_prime(TLS12_FFDHE4096);
  good = dh_check_group(prime, ffdhe_generator()) == TLS12_NO_RULE &&
         dh_check_public(prime, bytes(x, 512)) == TLS12_NO_RULE;
  dh_shared(prime, bytes(x, 512), bytes(x, 32), out, &length);
}

static void sign_rsa(void)
{
  load();
  good = good && rsa_sign(&private_key, TLS12_SHA256, bytes(x, 32), some_random, NULL, out);
}

static void verify_rsa(void)
{
  load();
  good = good && !rsa_verify(&public_key, TLS12_SHA256, bytes(x, 32), bytes(x, 256));
}

static void pss(void)
{
  load();
  good = good && rsa_pss_sign(&private_key, TLS12_SHA256, bytes(x, 32), some_random, NULL, out) &&
         rsa_pss_verify(&public_key, TLS12_SHA256, bytes(x, 32), 32, bytes(out, 256));
}

static void dsa(void)
{
  static const char order[] = "F518AA8781A8DF278ABA4E7D64B7CB9D49462353";
  uint32_t length;
  const uint32_t p_length = from_hex(rfc5114_p1, n, 128), g_length = from_hex(rfc5114_g1, d, 128);
  struct dsa_key key = {bytes(n, p_length), bytes(q, from_hex(order, q, 20)), bytes(d, g_length),
                        bytes(seed, from_hex(rfc5114_xa1, seed, 20))};
  good = dsa_sign(&key, TLS12_SHA256, bytes(x, 32), none, out, &length);
  key.key = bytes(p, from_hex(rfc5114_ya1, p, 128));
  good = good && dsa_verify(&key, bytes(x, 32), bytes(out, length));
}

static void encrypt(void)
{
  load();
  good = good && rsa_encrypt(&public_key, bytes(x, 48), some_random, NULL, out);
}

static void decrypt(void)
{
  uint8_t premaster[48];
  load();
  good = good && rsa_decrypt_premaster(&private_key, bytes(x, 256), 0x0303, x, some_random, NULL, premaster);
  good = good && memcmp(premaster, x, 48) == 0;
}

static void curve(void)
{
  uint8_t a[ECDH_SIZE_MAX], A[ECDH_POINT_MAX], shared[ECDH_SIZE_MAX];
  good = ecdh_generate(TLS12_SECP521R1, some_random, NULL, a, A) &&
         ecdh_shared(TLS12_SECP521R1, a, bytes(A, ECDH_POINT_MAX), shared);
}

static void signature(void)
{
  uint8_t a[ECDH_SIZE_MAX], A[ECDH_POINT_MAX], made[ECDSA_SIGNATURE_MAX];
  uint32_t length;
  good = ecdh_generate(TLS12_SECP521R1, some_random, NULL, a, A) &&
         ecdsa_sign(TLS12_SECP521R1, a, TLS12_SHA512, bytes(x, 64), none, made, &length) &&
         ecdsa_verify(TLS12_SECP521R1, bytes(A, ECDH_POINT_MAX), bytes(x, 64), bytes(made, length));
}

static void derive(void)
{
  p_hash(TLS12_SHA384, bytes(x, 48), (struct tls12_bytes){label_master_secret, 13}, bytes(seed, 64), bytes(seed, 0),
         out, 48);
}

static const struct {
  const char *name;
  void (*run)(void);
  const char *header;
  unsigned kibibytes; /* as the header states */
} operations[] = {
    {"number_power, number_product, number_inverse", power_8192, "src/arithmetic/number.h", 80},
    {"dh_public", dh_key, "src/arithmetic/dh.h", 80},
    {"ffdhe_public", dh_named, "src/arithmetic/ffdhe_comb.h", 12},
    {"dh_check_group, dh_check_public, dh_shared", dh_secret, "src/arithmetic/dh.h", 80},
    {"rsa_sign", sign_rsa, "src/arithmetic/rsa.h", 92},
    {"rsa_verify", verify_rsa, "src/arithmetic/rsa.h", 92},
    {"rsa_pss_sign, rsa_pss_verify", pss, "src/arithmetic/rsa_pss.h", 92},
    {"dsa_sign, dsa_verify", dsa, "src/arithmetic/dsa.h", 84},
    {"rsa_encrypt", encrypt, "src/arithmetic/rsa.h", 92},
    {"rsa_decrypt_premaster", decrypt, "src/arithmetic/rsa.h", 92},
    {"ecdh_generate, ecdh_shared", curve, "src/arithmetic/ecdh.h", 12},
    {"ecdsa_sign, ecdsa_verify", signature, "src/arithmetic/ecdsa.h", 12},
    {"p_hash", derive, "src/crypto/prf.h", 8},
};

/* --- The painted stack --- */

enum { STACK = 1 << 20, PAINT = 0xb7 };

static uint8_t stack[STACK] __attribute__((aligned(64)));
static ucontext_t here, there;

static void (*operation)(void);
static unsigned made; /* allocations by the operation */

static void run_operation(void)
{
  const unsigned before = allocations;
  operation();
  made = allocations - before;
}

/* The bytes of stack that a function uses. */
static size_t depth(void (*run)(void))
{
  operation = run;
  memset(stack, PAINT, sizeof stack);
  ck_assert_int_eq(getcontext(&there), 0);
  there.uc_stack = (stack_t){.ss_sp = stack, .ss_size = sizeof stack};
  there.uc_link = &here;
  makecontext(&there, run_operation, 0);
  ck_assert_int_eq(swapcontext(&here, &there), 0);
  size_t untouched = 0;
  while (untouched < sizeof stack && stack[untouched] == PAINT) untouched++;
  ck_assert_uint_gt(untouched, 0);
  return sizeof stack - untouched;
}

/* Whether the header states this bound. */
static int states(const char *header, unsigned kibibytes)
{
  static char text[1 << 16];
  char statement[64];
  snprintf(statement, sizeof statement, "below %u KiB of stack", kibibytes);
  FILE *file = fopen(header, "r");
  if (file == NULL) return 0;
  text[fread(text, 1, sizeof text - 1, file)] = 0;
  fclose(file);
  return strstr(text, statement) != NULL;
}

START_TEST(resources)
{
  size_t used = 0;
  count_allocations();
  memset(x, 0x5a, sizeof x);
  good = 1;
  if (SANITIZED) { /* frames are larger there */
    operation = operations[_i].run;
    run_operation();
  } else {
    used = depth(nothing);
    used = depth(operations[_i].run) - used;
    fprintf(stderr, "# %s: %zu bytes of stack\n", operations[_i].name, used);
  }
  ck_assert_int_eq(good, 1);
  ck_assert_msg(states(operations[_i].header, operations[_i].kibibytes), "%s: no such bound", operations[_i].header);
  ck_assert_msg(made == 0, "%s: %u allocations", operations[_i].name, made);
  ck_assert_msg(used <= 1024 * (size_t)operations[_i].kibibytes, "%s: %zu bytes of stack", operations[_i].name, used);
}
END_TEST

/* An allocation of the program is seen, and one of GMP. */
START_TEST(allocations_are_seen)
{
  mpz_t z;
  count_allocations();
  unsigned before = allocations;
  void *(*volatile allocate)(size_t) = malloc; /* not to be optimized away */
  void *block = allocate(100);
  ck_assert_uint_gt(allocations, before);
  free(block);
  before = allocations;
  mpz_init2(z, 10000);
  ck_assert_uint_gt(allocations, before);
  mpz_clear(z);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("arithmetic/resources");
  TCase *tests = tcase_create("resources");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, resources, 0, sizeof operations / sizeof *operations);
  tcase_add_test(tests, allocations_are_seen);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
