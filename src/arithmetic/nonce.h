/* Nonces of (EC)DSA: deterministic, RFC 6979 section 3.2, or with random bytes added, section 3.6. Steps are named as in section 3.2. */
#ifndef TLS12_ARITHMETIC_NONCE_H
#define TLS12_ARITHMETIC_NONCE_H

#include <stdint.h>

#include "crypto/hmac.h"
#include "spec/algorithms.h"
#include "wire/bytes.h"

#define NONCE_HASH_MAX 64 /* bytes of a digest: SHA-512 */

/* The state of HMAC_DRBG. Secret: clear it. */
struct nonce {
  enum tls12_hash hash;
  uint32_t size; /* bytes of the hash */
  uint8_t K[NONCE_HASH_MAX], V[NONCE_HASH_MAX];
};

/*@ predicate nonce_ready{L}(struct nonce *g) = 0 < hash_size(g->hash) && g->size == hash_size(g->hash);

    // The text whose digest is HMAC_K(V).
    logic text nonce_text{L}(struct nonce *g) =
      hmac_text(g->hash, hmac_outer(g->hash, &g->K[0], g->size),
                with_bytes(hmac_inner(g->hash, &g->K[0], g->size), &g->V[0], g->size));
*/

/* Steps b to g: private_key is int2octets(x), message is bits2octets(h1), both as long as the order; `added` is k' of section 3.6, of any
 * length: the nonce is secure if either these bytes or the private key are, and without any it is that of section 3.2. */
/*@ requires memory: \valid(g) && \valid_read(private_key.data + (0 .. private_key.length - 1)) &&
                     \valid_read(message.data + (0 .. message.length - 1)) &&
                     \valid_read(added.data + (0 .. added.length - 1));
    requires separated: \separated(g, private_key.data + (0 .. private_key.length - 1)) &&
                        \separated(g, message.data + (0 .. message.length - 1)) &&
                        \separated(g, added.data + (0 .. added.length - 1));
    requires hash: 0 < hash_size(hash);
    terminates \true;
    exits \false;
    assigns *g;
    ensures ready: nonce_ready(g) && g->hash == hash; */
void nonce_start(struct nonce *g, enum tls12_hash hash, struct tls12_bytes private_key, struct tls12_bytes message,
                 struct tls12_bytes added);

/* Step h: the next `size` bytes of T. */
/*@ requires memory: \valid(g) && \valid(T + (0 .. size - 1)) && nonce_ready(g);
    requires separated: \separated(g, T + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns *g, T[0 .. size - 1];
    ensures ready: nonce_ready(g); */
void nonce_next(struct nonce *g, uint8_t *T, uint32_t size);

/* Step h.3, after a candidate that was out of range or unsuitable. */
/*@ requires memory: \valid(g) && nonce_ready(g);
    terminates \true;
    exits \false;
    assigns *g;
    ensures ready: nonce_ready(g); */
void nonce_retry(struct nonce *g);

/* Clears K and V. */
/*@ requires memory: \valid(g);
    terminates \true;
    exits \false;
    assigns *g;
    ensures kept: g->hash == \old(g->hash) && g->size == \old(g->size);
    ensures cleared: \forall integer i; 0 <= i < NONCE_HASH_MAX ==> g->K[i] == 0 && g->V[i] == 0; */
void nonce_clear(struct nonce *g);

#endif
