#include "arithmetic/ffdhe.h"

static const uint8_t ffdhe_g[1] = {2};

struct tls12_bytes ffdhe_prime(enum tls12_group group)
{
  switch (group) {
  case TLS12_FFDHE2048: return ffdhe2048_prime();
  case TLS12_FFDHE3072: return ffdhe3072_prime();
  case TLS12_FFDHE4096: return ffdhe4096_prime();
  case TLS12_FFDHE6144: return ffdhe6144_prime();
  case TLS12_FFDHE8192: return ffdhe8192_prime();
  default: return (struct tls12_bytes){0, 0};
  }
}

struct tls12_bytes ffdhe_generator(void)
{
  return (struct tls12_bytes){ffdhe_g, sizeof ffdhe_g};
}
