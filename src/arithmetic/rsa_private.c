#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa.h"
#include "crypto/wipe.h"
#include <string.h>

static struct rsa_public_key public_part(const struct rsa_private_key *key)
{
  return (struct rsa_public_key){key->modulus, key->public_exponent};
}

/* k, or 0 when the key is unfit. The private exponent is not trimmed: its leading zeros are secret. */
static uint32_t private_size(const struct rsa_private_key *key)
{
  if (key->private_exponent.length == 0 || key->private_exponent.length > RSA_MAX_BYTES) return 0;
  return rsa_size(public_part(key));
}

/* mpn_sec_powm takes the same time for every private exponent and base of the same size: the counter to timing attacks that
 * RFC 5246 section 7.4.7.1 asks for. The check with the public exponent keeps a faulty result, which could reveal the key,
 * from leaving. */
int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, uint8_t *out)
{
  uint8_t em[RSA_MAX_BYTES];
  uint32_t k = private_size(key);
  if (k == 0 || !pkcs1_signature_encoding(em, k, hash, digest, 1)) return 0;
  number_power(out, (struct tls12_bytes){em, k}, key->private_exponent, number_trim(key->modulus));
  if (rsa_verify(public_part(key), hash, digest, (struct tls12_bytes){out, k})) return 1;
  tls12_wipe(out, k);
  return 0;
}

int rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint16_t client_version,
                          const uint8_t random48[48], uint8_t out48[48])
{
  static const uint8_t zero[1] = {0};
  uint8_t base[RSA_MAX_BYTES] = {0}, em[RSA_MAX_BYTES];
  uint32_t k = private_size(key);
  struct tls12_bytes n = number_trim(key->modulus);
  if (k == 0) {
    memmove(out48, random48, 48);
    return 0;
  }
  /* A ciphertext of another length, zero or not below the modulus: decrypt 1 in its place, whose padding is wrong.
   * Only public values decide here, and the path stays the same. */
  struct tls12_bytes input = {base, k};
  if (ciphertext.length == k) memcpy(base, ciphertext.data, k);
  uint32_t in_range = (uint32_t)(number_less((struct tls12_bytes){zero, 1}, input) * number_less(input, n));
  for (uint32_t i = 0; i < k; i++) base[i] = (uint8_t)(in_range * base[i]);
  base[k - 1] = (uint8_t)(base[k - 1] + (1 - in_range));
  number_power(em, input, key->private_exponent, n);
  uint32_t good = in_range * pkcs1_premaster_good(em, k, client_version);
  for (uint32_t i = 0; i < 48; i++) out48[i] = (uint8_t)(good * em[k - 48 + i] + (1 - good) * random48[i]);
  tls12_wipe(em, sizeof em);
  return 1;
}
