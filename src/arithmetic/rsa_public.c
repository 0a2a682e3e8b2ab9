#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa.h"
#include "crypto/wipe.h"

uint32_t rsa_size(struct rsa_public_key key)
{
  static const uint8_t two[1] = {2};
  struct tls12_bytes n = number_trim(key.modulus), e = number_trim(key.exponent);
  if (n.length < 128 || n.length > RSA_MAX_BYTES || n.data[n.length - 1] % 2 == 0) return 0;
  if (n.length == 128 && n.data[0] < 0x80) /* fewer than 1024 bits */
    return 0;
  if (e.length == 0 || e.length > n.length || e.data[e.length - 1] % 2 == 0) return 0;
  return number_less((struct tls12_bytes){two, 1}, e) && number_less(e, n) ? n.length : 0;
}

int rsa_verify(struct rsa_public_key key, enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes signature)
{
  static const uint8_t zero[1] = {0};
  uint8_t recovered[RSA_MAX_BYTES], expected[RSA_MAX_BYTES];
  uint32_t k = rsa_size(key);
  struct tls12_bytes n = number_trim(key.modulus), e = number_trim(key.exponent);
  if (k == 0 || signature.length != k) return 0;
  if (!number_less((struct tls12_bytes){zero, 1}, signature) || !number_less(signature, n)) return 0;
  number_power(recovered, signature, e, n);
  for (int null_parameters = 1; null_parameters >= 0; null_parameters--) {
    uint32_t different = 0;
    if (!pkcs1_signature_encoding(expected, k, hash, digest, null_parameters)) continue;
    for (uint32_t i = 0; i < k; i++) different += recovered[i] != expected[i];
    if (different == 0) return 1;
  }
  return 0;
}

int rsa_encrypt(struct rsa_public_key key, struct tls12_bytes message, tls12_random random, void *context, uint8_t *out)
{
  uint8_t em[RSA_MAX_BYTES];
  uint32_t k = rsa_size(key);
  int encoded = k != 0 && pkcs1_encryption_encoding(em, k, message, random, context);
  if (encoded) number_power(out, (struct tls12_bytes){em, k}, number_trim(key.exponent), number_trim(key.modulus));
  tls12_wipe(em, sizeof em);
  return encoded;
}
