#include "arithmetic/dh.h"
#include "crypto/wipe.h"
#include <string.h>

/* 1 < y < p - 1 for an odd p without leading zeros: p - 1 is p with its last bit cleared. */
static int inside_group(struct tls12_bytes p, struct tls12_bytes y)
{
  static const uint8_t one[1] = {1};
  uint8_t last[NUMBER_BYTES]; /* p - 1 */
  struct tls12_bytes trimmed = number_trim(y);
  if (trimmed.length > p.length) return 0;
  memcpy(last, p.data, p.length);
  last[p.length - 1]--;
  return number_less((struct tls12_bytes){one, 1}, trimmed) &&
         number_less(trimmed, (struct tls12_bytes){last, p.length});
}

enum tls12_rule dh_check_group(struct tls12_bytes p, struct tls12_bytes g)
{
  struct tls12_bytes prime = number_trim(p);
  if (prime.length == 0 || prime.length > NUMBER_BYTES) return R5246_F_1_1_3_02;
  if (prime.data[prime.length - 1] % 2 == 0) return R5246_F_1_1_3_02;
  return inside_group(prime, g) ? TLS12_NO_RULE : R5246_F_1_1_3_02;
}

enum tls12_rule dh_check_public(struct tls12_bytes p, struct tls12_bytes y)
{
  return inside_group(number_trim(p), y) ? TLS12_NO_RULE : R7919_3_04;
}

uint32_t dh_bits(struct tls12_bytes p)
{
  struct tls12_bytes prime = number_trim(p);
  uint32_t bits = 0;
  if (prime.length == 0) return 0;
  for (uint32_t first = prime.data[0]; first > 0; first /= 2) bits++;
  return 8 * (prime.length - 1) + bits;
}

void dh_public(struct tls12_bytes p, struct tls12_bytes g, struct tls12_bytes x, uint8_t *y_out)
{
  struct tls12_bytes prime = number_trim(p);
  uint32_t zeros = p.length - prime.length;
  memset(y_out, 0, zeros);
  number_power(y_out + zeros, number_trim(g), x, prime);
}

void dh_shared(struct tls12_bytes p, struct tls12_bytes y, struct tls12_bytes x, uint8_t *z_out, uint32_t *length)
{
  uint8_t z[NUMBER_BYTES];
  struct tls12_bytes prime = number_trim(p);
  number_power(z, number_trim(y), x, prime);
  struct tls12_bytes stripped = number_trim((struct tls12_bytes){z, prime.length});
  memcpy(z_out, stripped.data, stripped.length);
  *length = stripped.length;
  tls12_wipe(z, sizeof z);
}
