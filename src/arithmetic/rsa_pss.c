#include "arithmetic/rsa_pss.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/pss.h"
#include "arithmetic/rsa_crt.h"
#include "arithmetic/rsa_private.h"
#include "crypto/hash.h"
#include "crypto/wipe.h"
#include <stddef.h>

/* emBits: one less than the modulus has. */
/*@ requires modulus: 128 <= n.length <= 1024 && \valid_read(n.data) && n.data[0] > 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bits: \result == modulus_bits(n.data, n.length) - 1; */
static uint32_t encoding_bits(struct tls12_bytes n)
{
  const uint32_t first = n.data[0];
  const uint32_t bits = first >= 128  ? 8
                        : first >= 64 ? 7
                        : first >= 32 ? 6
                        : first >= 16 ? 5
                        : first >= 8  ? 4
                        : first >= 4  ? 3
                        : first >= 2  ? 2
                                      : 1;
  return 8 * (n.length - 1) + bits - 1;
}

/* Whether em, k bytes, encodes the digest; one byte more than the encoding has, if the modulus needs it, is zero. */
/*@ requires size: 128 <= k <= 1024 && 8 * k - 8 <= bits < 8 * k;
    requires memory: \valid_read(em + (0 .. k - 1)) && \valid_read(digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures encodes: \result == 1 <==> pss_encoding(value(em, k), bits, hash, digest.data, digest.length, salt); */
static int encodes(const uint8_t *em, uint32_t k, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest,
                   uint32_t salt)
{
  const uint32_t more = k - (bits + 7) / 8;
  //@ assert more: more == 0 || (more == 1 && (bits + 7) / 8 == k - 1);
  if (more == 1 && em[0] != 0) {
    //@ assert large: pow256(k - 1) <= value(em, k);
    return 0;
  }
  //@ assert zero: zero_bytes(em, more);
  //@ assert same: value(em + more, k - more) == value(em, k);
  return pss_verify_encoding(em + more, bits, hash, digest, salt);
}

int rsa_pss_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest, uint32_t salt,
                   struct tls12_bytes signature)
{
  uint8_t em[RSA_MAX_BYTES];
  const uint32_t k = rsa_size(key);
  if (k == 0 || signature.length != k) return 0;
  if (!rsa_public_power(em, key, signature.data)) {
    //@ assert zero: power(0, value(key->exponent.data, key->exponent.length)) == 0;
    /*@ assert none: !pss_encoding(0, modulus_bits(key->modulus.data, k) - 1, hash, digest.data, digest.length, salt); */
    return 0;
  }
  return encodes(em, k, encoding_bits(key->modulus), hash, digest, salt);
}

int rsa_pss_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
                 void *context, uint8_t *signature)
{
  uint8_t em[RSA_MAX_BYTES], salt[TLS12_HASH_SIZE_MAX];
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  const uint32_t k = rsa_private_size(key), h = tls12_hash_size(hash);
  if (k == 0 || !random_draw(random, context, salt, h)) return 0;
  const uint32_t bits = encoding_bits(key->modulus);
  em[0] = 0;
  if (!pss_encode(em + (k - (bits + 7) / 8), bits, hash, digest, (struct tls12_bytes){salt, h})) return 0;
  if (!rsa_private_power(signature, em, key, random, context)) return 0;
  if (rsa_pss_verify(&public, hash, digest, h, (struct tls12_bytes){signature, k})) return 1;
  wipe(signature, k);
  return 0;
}
