#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "crypto/wipe.h"

uint32_t rsa_size(const struct rsa_public_key *key)
{
  static const uint8_t two[1] = {2};
  const struct tls12_bytes n = key->modulus, e = number_trim(key->exponent);
  if (n.length < 128 || n.length > RSA_MAX_BYTES) return 0;
  if (n.data[0] == 0 || n.data[n.length - 1] % 2 == 0) return 0;
  if (n.length == 128 && n.data[0] < 0x80) return 0; /* fewer than 1024 bits */
  if (e.length == 0 || e.length > n.length || e.data[e.length - 1] % 2 == 0) return 0;
  return number_less((struct tls12_bytes){two, 1}, e) && number_less(e, n) ? n.length : 0;
}

/* Signatures and what they should be are public: the comparison may take any time. */
static int encodes(const uint8_t *em, uint32_t k, enum tls12_hash hash, struct tls12_bytes digest, int null_parameters)
{
  uint8_t expected[RSA_MAX_BYTES];
  if (!pkcs1_signature_encoding(expected, k, hash, digest, null_parameters)) return 0;
  for (uint32_t i = 0; i < k; i++)
    if (em[i] != expected[i]) return 0;
  return 1;
}

int rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes signature)
{
  uint8_t em[RSA_MAX_BYTES];
  const uint32_t k = rsa_size(key);
  if (k == 0 || signature.length != k) return 0;
  if (number_trim(signature).length == 0 || !number_less(signature, key->modulus)) return 0;
  number_power(em, signature, number_trim(key->exponent), key->modulus);
  return encodes(em, k, hash, digest, 1) || encodes(em, k, hash, digest, 0);
}

int rsa_encrypt(const struct rsa_public_key *key, struct tls12_bytes message, tls12_random random, void *context,
                uint8_t *out)
{
  uint8_t em[RSA_MAX_BYTES];
  const uint32_t k = rsa_size(key);
  if (k == 0) return 0;
  const int encoded = pkcs1_encryption_encoding(em, k, message, random, context);
  if (encoded) number_power(out, (struct tls12_bytes){em, k}, number_trim(key->exponent), key->modulus);
  tls12_wipe(em, k);
  return encoded;
}
