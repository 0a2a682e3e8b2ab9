#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa_private.h"
#include "crypto/wipe.h"

/* out = em^d mod n, blinded: (em r^e)^d r^-1 for a random r. r has a leading zero byte, so it is below n. */
static int blinded_power(const struct rsa_private_key *key, struct tls12_bytes em, tls12_random random, void *context,
                         uint8_t *out)
{
  uint8_t r[RSA_MAX_BYTES], inverse[RSA_MAX_BYTES];
  const struct tls12_bytes n = key->modulus, blind = {r, n.length}, unblind = {inverse, n.length},
                           result = {out, n.length};
  r[0] = 0;
  int done = random_draw(random, context, r + 1, n.length - 1) && number_inverse(inverse, blind, n);
  if (done) {
    number_power(out, blind, number_trim(key->public_exponent), n);
    number_product(out, result, em, n);
    number_power(r, result, key->private_exponent, n);
    number_product(out, blind, unblind, n);
  }
  tls12_wipe(r, n.length);
  tls12_wipe(inverse, n.length);
  return done;
}

int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
             void *context, uint8_t *signature)
{
  uint8_t em[RSA_MAX_BYTES];
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  const uint32_t k = rsa_private_size(key);
  if (k == 0 || !pkcs1_signature_encoding(em, k, hash, digest, 1)) return 0;
  if (!blinded_power(key, (struct tls12_bytes){em, k}, random, context, signature)) return 0;
  if (rsa_verify(&public, hash, digest, (struct tls12_bytes){signature, k})) return 1;
  tls12_wipe(signature, k);
  return 0;
}
