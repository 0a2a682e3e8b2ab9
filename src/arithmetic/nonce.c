#include "arithmetic/nonce.h"

#include "crypto/wipe.h"

/*@ requires memory: \valid(out + (0 .. n - 1)) && \valid_read(in + (0 .. n - 1));
    requires separated: \separated(out + (0 .. n - 1), in + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures copy: \forall integer i; 0 <= i < n ==> out[i] == \old(in[i]); */
static void copy_bytes(uint8_t *out, const uint8_t *in, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant copy: \forall integer j; 0 <= j < i ==> out[j] == \at(in[j],Pre);
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = in[i];
}

/*@ requires memory: \valid(out + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures filled: \forall integer i; 0 <= i < n ==> out[i] == byte; */
static void fill_bytes(uint8_t *out, uint8_t byte, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant filled: \forall integer j; 0 <= j < i ==> out[j] == byte;
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = byte;
}

/* V = HMAC_K(V) */
/*@ requires memory: \valid(g) && nonce_ready(g);
    terminates \true;
    exits \false;
    assigns g->V[0 .. NONCE_HASH_MAX - 1];
    ensures V: digest_at(&g->V[0], hash_size(g->hash), g->hash, nonce_text{Pre}(g)); */
static void nonce_step(struct nonce *g)
{
  uint8_t mac[NONCE_HASH_MAX];
  const struct tls12_bytes key = {g->K, g->size}, part = {g->V, g->size};
  tls12_hmac(g->hash, key, &part, 1, mac);
  copy_bytes(g->V, mac, g->size);
  wipe(mac, sizeof mac);
}

/* K = HMAC_K(V || mark || private_key || message || added), then V = HMAC_K(V) */
/*@ requires memory: \valid(g) && \valid_read(private_key.data + (0 .. private_key.length - 1)) &&
                     \valid_read(message.data + (0 .. message.length - 1)) &&
                     \valid_read(added.data + (0 .. added.length - 1)) && nonce_ready(g);
    terminates \true;
    exits \false;
    assigns g->K[0 .. NONCE_HASH_MAX - 1], g->V[0 .. NONCE_HASH_MAX - 1]; */
static void nonce_update(struct nonce *g, uint8_t mark, struct tls12_bytes private_key, struct tls12_bytes message,
                         struct tls12_bytes added)
{
  uint8_t mac[NONCE_HASH_MAX];
  const struct tls12_bytes key = {g->K, g->size};
  const struct tls12_bytes parts[5] = {{g->V, g->size}, {&mark, 1}, private_key, message, added};
  tls12_hmac(g->hash, key, parts, 5, mac);
  copy_bytes(g->K, mac, g->size);
  wipe(mac, sizeof mac);
  nonce_step(g);
}

void nonce_start(struct nonce *g, enum tls12_hash hash, struct tls12_bytes private_key, struct tls12_bytes message,
                 struct tls12_bytes added)
{
  g->hash = hash;
  g->size = tls12_hash_size(hash);
  fill_bytes(g->V, 1, NONCE_HASH_MAX);             /* step b */
  fill_bytes(g->K, 0, NONCE_HASH_MAX);             /* step c */
  nonce_update(g, 0, private_key, message, added); /* steps d, e */
  nonce_update(g, 1, private_key, message, added); /* steps f, g */
}

void nonce_next(struct nonce *g, uint8_t *T, uint32_t size)
{
  uint32_t done = 0;
  /*@ loop invariant range: 0 <= done <= size;
      loop assigns done, g->V[0 .. NONCE_HASH_MAX - 1], T[0 .. size - 1];
      loop variant size - done; */
  while (done < size) {
    const uint32_t n = size - done < g->size ? size - done : g->size;
    nonce_step(g);
    copy_bytes(T + done, g->V, n);
    done += n;
  }
}

void nonce_retry(struct nonce *g)
{
  const struct tls12_bytes none = {g->V, 0};
  nonce_update(g, 0, none, none, none);
}

void nonce_clear(struct nonce *g)
{
  wipe(g->K, NONCE_HASH_MAX);
  wipe(g->V, NONCE_HASH_MAX);
}
