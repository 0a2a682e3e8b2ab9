#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa_crt.h"
#include "arithmetic/rsa_private.h"
#include "crypto/wipe.h"
#include <stddef.h>

/* r, random and with a leading zero byte, so below n, and its inverse. */
/*@ requires modulus: rsa_modulus(n.data, n.length) && value(n.data, n.length) > 1;
    requires memory: \valid_read(n.data + (0 .. n.length - 1)) && \valid(r + (0 .. n.length - 1)) &&
                     \valid(inverse + (0 .. n.length - 1));
    requires separated: \separated(r + (0 .. n.length - 1), n.data + (0 .. n.length - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n.length - 1], inverse[0 .. n.length - 1];
    ensures answer: \result == 0 || \result == 1; */
static int blinding(uint8_t *r, uint8_t *inverse, struct tls12_bytes n, tls12_random random, void *context)
{
  r[0] = 0;
  if (!random_draw(random, context, r + 1, n.length - 1)) return 0;
  //@ assert same: same_bytes{Pre,Here}(n.data, n.data, n.length);
  return number_inverse(inverse, (struct tls12_bytes){r, n.length}, n);
}

/* out = (em out)^d / r, where out is r^e; 0 when em out is zero, which it is only if em is. */
/*@ requires modulus: rsa_modulus(n.data, n.length) && 1 <= d.length <= 1024;
    requires memory: \valid_read(n.data + (0 .. n.length - 1)) && \valid_read(d.data + (0 .. d.length - 1)) &&
                     \valid_read(em + (0 .. n.length - 1)) && \valid_read(inverse + (0 .. n.length - 1)) &&
                     \valid(out + (0 .. n.length - 1)) && \valid(r + (0 .. n.length - 1));
    requires separated: \separated(out + (0 .. n.length - 1), n.data + (0 .. n.length - 1)) &&
                        \separated(r + (0 .. n.length - 1), n.data + (0 .. n.length - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n.length - 1], out[0 .. n.length - 1];
    ensures answer: \result == 0 || \result == 1; */
static int private_power(uint8_t *out, uint8_t *r, const uint8_t *inverse, const uint8_t *em, struct tls12_bytes n,
                         struct tls12_bytes d)
{
  const struct tls12_bytes blinded = {out, n.length}, power = {r, n.length}, zero = {NULL, 0};
  number_product(out, blinded, (struct tls12_bytes){em, n.length}, n);
  //@ assert product: same_bytes{Pre,Here}(n.data, n.data, n.length);
  if (!number_less(zero, blinded)) return 0;
  number_power(r, blinded, d, n);
  //@ assert power: same_bytes{Pre,Here}(n.data, n.data, n.length);
  number_product(out, power, (struct tls12_bytes){inverse, n.length}, n);
  return 1;
}

int blinded_power(uint8_t *out, const uint8_t *em, const struct rsa_public_key *key, struct tls12_bytes d,
                  tls12_random random, void *context)
{
  uint8_t r[RSA_MAX_BYTES], inverse[RSA_MAX_BYTES];
  const uint32_t k = key->modulus.length;
  int done = blinding(r, inverse, key->modulus, random, context);
  //@ assert modulus: same_bytes{Pre,Here}(key->modulus.data, key->modulus.data, k);
  //@ assert exponent: same_bytes{Pre,Here}(key->exponent.data, key->exponent.data, key->exponent.length);
  //@ assert usable: rsa_modulus(key->modulus.data, key->modulus.length);
  //@ assert odd: key->exponent.length > 0 && key->exponent.data[key->exponent.length - 1] % 2 == 1;
  //@ assert order: 2 < value(key->exponent.data, key->exponent.length) < value(key->modulus.data, key->modulus.length);
  if (done) done = rsa_secret_power(out, key, r);
  if (done) done = private_power(out, r, inverse, em, key->modulus, d);
  wipe(r, k);
  wipe(inverse, k);
  return done;
}

int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
             void *context, uint8_t *signature)
{
  uint8_t em[RSA_MAX_BYTES];
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  const uint32_t k = rsa_private_size(key);
  if (k == 0 || !pkcs1_signature_encoding(em, k, hash, digest, 1)) return 0;
  //@ assert modulus: same_bytes{Pre,Here}(public.modulus.data, public.modulus.data, k);
  //@ assert exponent: same_bytes{Pre,Here}(public.exponent.data, public.exponent.data, public.exponent.length);
  if (!rsa_private_power(signature, em, key, random, context)) return 0;
  if (rsa_verify(&public, hash, digest, (struct tls12_bytes){signature, k})) return 1;
  wipe(signature, k);
  return 0;
}
