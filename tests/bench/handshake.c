/* Full handshakes, both ends in memory, against OpenSSL's: a leaf and an intermediate, both verified, ephemeral keys made anew, connections
 * begun and ended. A ratio is our best time divided by theirs. That ours allocates nothing is checked. */
#include "handshake.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "operation.h"

#define ROUNDS 9
#define SLICE 3e7

static const struct bench_suite suites[] = {
    {"ECDHE_RSA", "ECDHE-RSA-AES128-GCM-SHA256", 0xC02F, 0, 0.75},
    {"ECDHE_ECDSA", "ECDHE-ECDSA-AES128-GCM-SHA256", 0xC02B, 1, 0.65},
    {"DHE_RSA", "DHE-RSA-AES128-GCM-SHA256", 0x009E, 0, 0.3},
    {"RSA", "AES128-GCM-SHA256", 0x009C, 0, 0.8},
};

#define SUITES (sizeof suites / sizeof suites[0])

static struct bench_case cases[2 * SUITES];
static size_t stacks[SUITES];

static void stop(const char *suite, const char *what)
{
  fprintf(stderr, "%s: %s\n", suite, what);
  exit(2);
}

static int once(struct job *job)
{
  return ours_handshake(job->key, 1) > 0;
}

static void prepare(size_t i, const struct bench_chain *chain)
{
  const struct bench_suite *suite = &suites[i];
  void *ours = ours_prepare(suite, chain), *openssl = openssl_prepare(suite, chain);
  struct job job = {.work = once, .key = ours};
  if (ours == NULL || openssl == NULL) stop(suite->name, "not prepared");
  if (ours_handshake(ours, 1) == 0) stop(suite->name, "our handshake failed");
  if (openssl_handshake(openssl, 1) == 0) stop(suite->name, "OpenSSL's handshake failed");
  const size_t before = heap_calls();
  ours_handshake(ours, 1);
  if (heap_calls() != before) stop(suite->name, "allocated memory");
  stacks[i] = stack_used(&job);
  cases[2 * i] = (struct bench_case){.name = suite->name, .work = openssl_handshake, .context = openssl, .base = 2 * i};
  cases[2 * i + 1] = (struct bench_case){
      .name = suite->name, .work = ours_handshake, .context = ours, .base = 2 * i, .limit = suite->limit};
}

static void print(void)
{
  printf("%-12s %10s %10s %10s %6s %6s %7s\n", "handshake", "min us", "median us", "OpenSSL us", "ratio", "limit",
         "stack");
  for (size_t i = 0; i < SUITES; i++) {
    const struct bench_case *theirs = &cases[2 * i], *ours = theirs + 1;
    printf("%-12s %10.1f %10.1f %10.1f %6.2f %6.2f %7zu\n", ours->name, ours->min / 1e3, ours->median / 1e3,
           theirs->min / 1e3, ours->min / theirs->min, ours->limit, stacks[i]);
  }
  printf("heap allocations of ours: none; both engines, with their buffers: %zu bytes\n", ours_size());
}

int main(int argc, char **argv)
{
  static struct bench_chain chains[2];
  for (int ecdsa = 0; ecdsa < 2; ecdsa++)
    if (!chain_make(ecdsa, &chains[ecdsa])) stop("chain", "not made");
  for (size_t i = 0; i < SUITES; i++) prepare(i, &chains[suites[i].ecdsa]);
  bench_time(cases, 2 * SUITES, ROUNDS, SLICE);
  print();
  if (argc > 1 && !bench_json(cases, 2 * SUITES, argv[1])) {
    perror(argv[1]);
    return 2;
  }
  return 0;
}
