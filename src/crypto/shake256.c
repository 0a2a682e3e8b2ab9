#include "crypto/shake256.h"

#include <nettle/sha3.h>

#include "crypto/wipe.h"

void shake256(const struct tls12_bytes *parts, unsigned count, uint8_t *out, uint32_t length)
{
  struct sha3_256_ctx context;
  sha3_256_init(&context);
  for (unsigned i = 0; i < count; i++)
    if (parts[i].length > 0) sha3_256_update(&context, parts[i].length, parts[i].data);
  sha3_256_shake(&context, length, out);
  tls12_wipe(&context, sizeof context);
}
