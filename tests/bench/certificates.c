/* What x509_parse costs against mbedTLS' parser, without a copy there either, of the same three certificates: a leaf, an intermediate
 * and a root, once of RSA and once of EC. Ours allocates nothing. Both must find the same fields at the same places before
 * anything is timed. mbedTLS also turns the key into numbers, and checks that an EC key is on its curve; here that is left to who
 * uses the key. */
#include <mbedtls/x509_crt.h>
#include <stdio.h>

#include "bench.h"
#include "operation.h"
#include "x509/certificate.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "tests/x509/certificates.inc"

#define CHAIN 3
#define CERTIFICATE(name)                                                                                              \
  {                                                                                                                    \
    name, sizeof name                                                                                                  \
  }

static const struct tls12_bytes rsa_chain[CHAIN] = {CERTIFICATE(rsa_leaf), CERTIFICATE(rsa_inter),
                                                    CERTIFICATE(rsa_root)},
                                ec_chain[CHAIN] = {CERTIFICATE(ec_leaf), CERTIFICATE(ec_inter), CERTIFICATE(ec_root)};

static uint64_t parse_ours(void *context, unsigned count)
{
  const struct tls12_bytes *chain = context;
  uint64_t sum = 0;
  while (count-- > 0)
    for (size_t i = 0; i < CHAIN; i++) {
      struct tls12_x509 parsed;
      sum += (uint64_t)x509_parse(chain[i].data, chain[i].length, &parsed).rule;
      __asm__ volatile("" : : "r"(&parsed) : "memory");
    }
  return sum;
}

static uint64_t parse_mbedtls(void *context, unsigned count)
{
  const struct tls12_bytes *chain = context;
  uint64_t sum = 0;
  while (count-- > 0)
    for (size_t i = 0; i < CHAIN; i++) {
      mbedtls_x509_crt parsed;
      mbedtls_x509_crt_init(&parsed);
      sum += (uint64_t)mbedtls_x509_crt_parse_der_nocopy(&parsed, chain[i].data, chain[i].length);
      mbedtls_x509_crt_free(&parsed);
    }
  return sum;
}

static int same_place(const uint8_t *der, struct tls12_span ours, mbedtls_x509_buf theirs)
{
  return theirs.p == der + ours.offset && theirs.len == ours.length;
}

static int same_fields(struct tls12_bytes certificate)
{
  struct tls12_x509 ours;
  mbedtls_x509_crt theirs;
  mbedtls_x509_crt_init(&theirs);
  const int same = x509_parse(certificate.data, certificate.length, &ours).rule == TLS12_NO_RULE &&
                   mbedtls_x509_crt_parse_der_nocopy(&theirs, certificate.data, certificate.length) == 0 &&
                   ours.version == (uint32_t)theirs.version &&
                   same_place(certificate.data, ours.to_be_signed, theirs.tbs) &&
                   same_place(certificate.data, ours.serial, theirs.serial) &&
                   same_place(certificate.data, ours.issuer, theirs.issuer_raw) &&
                   same_place(certificate.data, ours.subject, theirs.subject_raw) &&
                   same_place(certificate.data, ours.signature, theirs.sig) &&
                   ours.not_after / 10000000000u == (uint64_t)theirs.valid_to.year &&
                   ours.extensions.key_usage == theirs.key_usage && (int)ours.extensions.is_ca == theirs.ca_istrue;
  mbedtls_x509_crt_free(&theirs);
  return same;
}

int main(int argc, char **argv)
{
  void *const rsa = (void *)rsa_chain, *const ec = (void *)ec_chain;
  struct bench_case cases[] = {
      {.name = "three RSA certificates: mbedTLS", .work = parse_mbedtls, .context = rsa},
      {.name = "three RSA certificates: ours", .work = parse_ours, .context = rsa, .limit = 0.5},
      {.name = "three EC certificates: mbedTLS", .work = parse_mbedtls, .context = ec, .base = 2},
      {.name = "three EC certificates: ours", .work = parse_ours, .context = ec, .base = 2, .limit = 0.5},
  };
  const size_t n = sizeof cases / sizeof cases[0];

  for (size_t i = 0; i < CHAIN; i++)
    if (!same_fields(rsa_chain[i]) || !same_fields(ec_chain[i])) {
      fprintf(stderr, "certificate %zu: mbedTLS finds other fields\n", i);
      return 2;
    }
  const size_t before = heap_calls();
  if (parse_ours(rsa, 1) != 0 || parse_ours(ec, 1) != 0 || heap_calls() != before) return 2;
  bench_time(cases, n, 21, 8e6);
  bench_print(cases, n);
  printf("heap allocations of ours: none\n");
  if (argc > 1 && !bench_json(cases, n, argv[1])) {
    perror(argv[1]);
    return 2;
  }
  return 0;
}
