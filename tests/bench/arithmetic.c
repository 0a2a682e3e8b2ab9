/* Every operation of src/arithmetic against other libraries. All must come to the same result before anything is timed; our own
 * must not allocate. A ratio is our best time divided by theirs: below 1, we are faster. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "operation.h"
#include "spec/algorithms.h"

#define ROUNDS 9
#define SLICE 4e6

static const struct operation operations[] = {
    {"ffdhe2048, shared secret, 225 bits", DH_SHARED, TLS12_FFDHE2048},
    {"ffdhe3072, shared secret, 275 bits", DH_SHARED, TLS12_FFDHE3072},
    {"ffdhe4096, shared secret, 325 bits", DH_SHARED, TLS12_FFDHE4096},
    {"ffdhe2048, key, 225 bits", DH_PUBLIC, TLS12_FFDHE2048},
    {"ffdhe3072, key, 275 bits", DH_PUBLIC, TLS12_FFDHE3072},
    {"ffdhe4096, key, 325 bits", DH_PUBLIC, TLS12_FFDHE4096},
    {"ffdhe2048, key, from a table", DH_COMB, TLS12_FFDHE2048},
    {"ffdhe3072, key, from a table", DH_COMB, TLS12_FFDHE3072},
    {"ffdhe4096, key, from a table", DH_COMB, TLS12_FFDHE4096},
    {"RSA 2048, sign", RSA_SIGN, 2048},
    {"RSA 2048, verify", RSA_VERIFY, 2048},
    {"RSA 3072, sign", RSA_SIGN, 3072},
    {"RSA 3072, verify", RSA_VERIFY, 3072},
    {"RSA 4096, sign", RSA_SIGN, 4096},
    {"RSA 4096, verify", RSA_VERIFY, 4096},
    {"secp256r1, shared secret", ECDH_SHARED, TLS12_SECP256R1},
    {"secp384r1, shared secret", ECDH_SHARED, TLS12_SECP384R1},
    {"secp521r1, shared secret", ECDH_SHARED, TLS12_SECP521R1},
    {"secp256r1, key", ECDH_PUBLIC, TLS12_SECP256R1},
    {"secp384r1, key", ECDH_PUBLIC, TLS12_SECP384R1},
    {"secp521r1, key", ECDH_PUBLIC, TLS12_SECP521R1},
    {"ECDSA secp256r1, sign", ECDSA_SIGN, TLS12_SECP256R1},
    {"ECDSA secp384r1, sign", ECDSA_SIGN, TLS12_SECP384R1},
    {"ECDSA secp521r1, sign", ECDSA_SIGN, TLS12_SECP521R1},
    {"ECDSA secp256r1, verify", ECDSA_VERIFY, TLS12_SECP256R1},
    {"ECDSA secp384r1, verify", ECDSA_VERIFY, TLS12_SECP384R1},
    {"ECDSA secp521r1, verify", ECDSA_VERIFY, TLS12_SECP521R1},
    {"X25519, shared secret", XDH_SHARED, TLS12_X25519},
    {"X448, shared secret", XDH_SHARED, TLS12_X448},
    {"X25519, key", XDH_PUBLIC, TLS12_X25519},
    {"X448, key", XDH_PUBLIC, TLS12_X448},
    {"Ed25519, sign", EDDSA_SIGN, TLS12_ED25519},
    {"Ed448, sign", EDDSA_SIGN, TLS12_ED448},
    {"Ed25519, verify", EDDSA_VERIFY, TLS12_ED25519},
    {"Ed448, verify", EDDSA_VERIFY, TLS12_ED448},
    {"RSA-PSS 2048, sign", PSS_SIGN, 2048},
    {"RSA-PSS 2048, verify", PSS_VERIFY, 2048},
    {"DSA 2048, sign", DSA_SIGN, 2048},
    {"DSA 2048, verify", DSA_VERIFY, 2048},
};

static const struct peer *const peers[] = {&peer_ours, &peer_openssl, &peer_nettle, &peer_mbedtls, &peer_bearssl};

#define OPERATIONS (sizeof operations / sizeof operations[0])
#define PEERS (sizeof peers / sizeof peers[0])

static struct material materials[OPERATIONS];
static struct job jobs[OPERATIONS][PEERS];
static struct bench_case cases[OPERATIONS * PEERS];
static size_t case_of[OPERATIONS][PEERS], stacks[OPERATIONS];

static uint64_t work(void *context, unsigned count)
{
  struct job *job = context;
  uint64_t sum = 0;
  while (count-- > 0) sum += (uint64_t)job->work(job) + job->out[0];
  return sum;
}

static void stop(const char *operation, const char *peer, const char *what)
{
  fprintf(stderr, "%s, %s: %s\n", operation, peer, what);
  exit(2);
}

static int is_randomized(enum operation_kind kind)
{
  return kind == ECDSA_SIGN || kind == PSS_SIGN || kind == DSA_SIGN;
}

/* Nonces and salts differ: whether OpenSSL accepts the signature shows that it is one. */
static int accepted(const struct job *job)
{
  struct material *material = malloc(sizeof *material);
  const struct operation operation = {"", (enum operation_kind)(job->operation->kind + 1), job->operation->group};
  struct job verify = {.operation = &operation, .material = material};
  if (material == NULL) return 0;
  *material = *job->material;
  memcpy(material->signature.data, job->out, job->length);
  material->signature.length = job->length;
  return peer_openssl.prepare(&verify) && verify.work(&verify);
}

/* Does each peer's job once and compares the results; measures heap and stack of ours. */
static void check(size_t i)
{
  const struct operation *operation = &operations[i];
  for (size_t k = 0; k < PEERS; k++) {
    struct job *job = &jobs[i][k];
    if (job->work == NULL) continue;
    if (!job->work(job)) stop(operation->name, peers[k]->name, "failed");
    if (is_randomized(operation->kind)) {
      if (!accepted(job)) stop(operation->name, peers[k]->name, "signed something else");
    } else if (job->length != jobs[i][0].length || memcmp(job->out, jobs[i][0].out, job->length) != 0) {
      stop(operation->name, peers[k]->name, "came to another result");
    }
  }
  const size_t before = heap_calls();
  jobs[i][0].work(&jobs[i][0]);
  if (heap_calls() != before) stop(operation->name, peers[0]->name, "allocated memory");
  stacks[i] = stack_used(&jobs[i][0]);
}

static size_t prepare(void)
{
  size_t n = 0;
  for (size_t i = 0; i < OPERATIONS; i++) {
    if (!material_make(&operations[i], &materials[i])) stop(operations[i].name, "input", "failed");
    for (size_t k = 0; k < PEERS; k++) {
      struct job *job = &jobs[i][k];
      job->operation = &operations[i];
      job->material = &materials[i];
      if (!peers[k]->prepare(job)) {
        job->work = NULL;
        continue;
      }
      case_of[i][k] = n;
      cases[n++] = (struct bench_case){.name = operations[i].name, .work = work, .context = job, .base = case_of[i][0]};
    }
    check(i);
  }
  return n;
}

static void print(void)
{
  printf("%-36s %10s %10s", "operation", "min us", "median us");
  for (size_t k = 1; k < PEERS; k++) printf(" %8s", peers[k]->name);
  printf(" %7s\n", "stack");
  for (size_t i = 0; i < OPERATIONS; i++) {
    const struct bench_case *ours = &cases[case_of[i][0]];
    printf("%-36s %10.1f %10.1f", operations[i].name, ours->min / 1e3, ours->median / 1e3);
    for (size_t k = 1; k < PEERS; k++)
      if (jobs[i][k].work != NULL)
        printf(" %8.2f", ours->min / cases[case_of[i][k]].min);
      else
        printf(" %8s", "-");
    printf(" %7zu\n", stacks[i]);
  }
  printf("heap allocations of ours: none\n");
}

int main(int argc, char **argv)
{
  const size_t n = prepare();
  bench_time(cases, n, ROUNDS, SLICE);
  print();
  if (argc > 1 && !bench_json(cases, n, argv[1])) {
    perror(argv[1]);
    return 2;
  }
  return 0;
}
