#include "arithmetic/modp.h"

#include <string.h>

#include "arithmetic/ffdhe.h"
#include "arithmetic/number.h"
#include "modp.inc"

static const struct {
  const char *name;
  struct tls12_bytes prime;
} groups[] = {{"MODP 1536", {modp1536, sizeof modp1536}}, {"MODP 2048", {modp2048, sizeof modp2048}},
              {"MODP 3072", {modp3072, sizeof modp3072}}, {"MODP 4096", {modp4096, sizeof modp4096}},
              {"MODP 6144", {modp6144, sizeof modp6144}}, {"MODP 8192", {modp8192, sizeof modp8192}}};

struct tls12_bytes modp_prime(uint32_t bits)
{
  for (unsigned i = 0; i < sizeof groups / sizeof *groups; i++)
    if (bits == 8 * groups[i].prime.length) return groups[i].prime;
  return (struct tls12_bytes){0, 0};
}

static int same(struct tls12_bytes a, struct tls12_bytes b)
{
  return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

const char *dh_group_name(struct tls12_bytes p, struct tls12_bytes g)
{
  static const char *const names[] = {"ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"};
  const struct tls12_bytes prime = number_trim(p);
  if (!same(number_trim(g), ffdhe_generator())) return NULL;
  for (unsigned i = 0; i < sizeof groups / sizeof *groups; i++)
    if (same(prime, groups[i].prime)) return groups[i].name;
  for (unsigned group = TLS12_FFDHE2048; group <= TLS12_FFDHE8192; group++)
    if (same(prime, ffdhe_prime((enum tls12_group)group))) return names[group - TLS12_FFDHE2048];
  return NULL;
}
