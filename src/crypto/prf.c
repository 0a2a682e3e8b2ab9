#include "crypto/prf.h"

#include <string.h>

#include "crypto/hmac.h"
#include "crypto/wipe.h"

/* RFC 5246 section 5:
 *   P_hash(secret, seed) = HMAC_hash(secret, A(1) + seed) + HMAC_hash(secret, A(2) + seed) + ...
 *   A(0) = seed, A(i) = HMAC_hash(secret, A(i-1)), where the seed here is label + seed1 + seed2. */
void tls12_prf(enum tls12_hash hash, struct tls12_bytes secret, const char *label, struct tls12_bytes seed1,
               struct tls12_bytes seed2, uint8_t *out, uint32_t n)
{
  const uint32_t size = tls12_hash_size(hash);
  const struct tls12_bytes name = {(const uint8_t *)label, (uint32_t)strlen(label)};
  uint8_t a[TLS12_HASH_SIZE_MAX], block[TLS12_HASH_SIZE_MAX];
  struct tls12_hmac_context context;

  tls12_hmac_init(&context, hash, secret);
  tls12_hmac_update(&context, name.data, name.length);
  tls12_hmac_update(&context, seed1.data, seed1.length);
  tls12_hmac_update(&context, seed2.data, seed2.length);
  tls12_hmac_final(&context, a);

  for (uint32_t at = 0; at < n && size > 0;) {
    const uint32_t part = n - at < size ? n - at : size;
    tls12_hmac_update(&context, a, size);
    tls12_hmac_update(&context, name.data, name.length);
    tls12_hmac_update(&context, seed1.data, seed1.length);
    tls12_hmac_update(&context, seed2.data, seed2.length);
    tls12_hmac_final(&context, block);
    memcpy(out + at, block, part);
    at += part;
    tls12_hmac_update(&context, a, size);
    tls12_hmac_final(&context, a);
  }

  tls12_wipe(&context, sizeof context);
  tls12_wipe(a, sizeof a);
  tls12_wipe(block, sizeof block);
}
