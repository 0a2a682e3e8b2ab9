#include "arithmetic/nonce.h"

#include <string.h>

#include "arithmetic/field.h"
#include "crypto/hmac.h"
#include "crypto/wipe.h"

/* V = HMAC_K(V) */
static void nonce_step(struct nonce *g)
{
  uint8_t mac[NONCE_HASH_MAX];
  const struct tls12_bytes key = {g->K, g->size}, part = {g->V, g->size};
  tls12_hmac(g->hash, key, &part, 1, mac);
  memcpy(g->V, mac, g->size);
  tls12_wipe(mac, sizeof mac);
}

/* K = HMAC_K(V || mark || private_key || message), then V = HMAC_K(V) */
static void nonce_update(struct nonce *g, uint8_t mark, struct tls12_bytes private_key, struct tls12_bytes message)
{
  uint8_t mac[NONCE_HASH_MAX];
  const struct tls12_bytes key = {g->K, g->size};
  const struct tls12_bytes parts[4] = {{g->V, g->size}, {&mark, 1}, private_key, message};
  tls12_hmac(g->hash, key, parts, 4, mac);
  memcpy(g->K, mac, g->size);
  tls12_wipe(mac, sizeof mac);
  nonce_step(g);
}

void nonce_start(struct nonce *g, enum tls12_hash hash, struct tls12_bytes private_key, struct tls12_bytes message)
{
  g->hash = hash;
  g->size = tls12_hash_size(hash);
  memset(g->V, 1, sizeof g->V);             /* step b */
  memset(g->K, 0, sizeof g->K);             /* step c */
  nonce_update(g, 0, private_key, message); /* steps d, e */
  nonce_update(g, 1, private_key, message); /* steps f, g */
}

void nonce_next(struct nonce *g, uint8_t *T, uint32_t size)
{
  uint32_t done = 0;
  while (done < size) {
    uint32_t n = size - done < g->size ? size - done : g->size;
    nonce_step(g);
    memcpy(T + done, g->V, n);
    done += n;
  }
}

void nonce_retry(struct nonce *g)
{
  const struct tls12_bytes none = {g->V, 0};
  nonce_update(g, 0, none, none);
}
