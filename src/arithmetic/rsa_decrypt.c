#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa_private.h"
#include "crypto/wipe.h"

/* The k bytes to decrypt: the ciphertext, or the number 1 when it has another length, is zero or not below the modulus (RFC
 * 8017 section 7.2.2). All of that is public; the path goes on either way, and 1 decrypts to bytes without good padding. */
static void input_of(uint8_t *input, struct tls12_bytes ciphertext, struct tls12_bytes modulus)
{
  const uint32_t k = modulus.length;
  const int usable = ciphertext.length == k && number_trim(ciphertext).length > 0 && number_less(ciphertext, modulus);
  for (uint32_t i = 0; i < k; i++) input[i] = usable ? ciphertext.data[i] : 0;
  if (!usable) input[k - 1] = 1;
}

void rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint32_t client_version,
                           const uint8_t random[48], uint8_t premaster[48])
{
  uint8_t input[RSA_MAX_BYTES], em[RSA_MAX_BYTES];
  const uint32_t k = rsa_private_size(key);
  if (k == 0) {
    pkcs1_premaster_select(premaster, 0, random, random);
    return;
  }
  input_of(input, ciphertext, key->modulus);
  number_power(em, (struct tls12_bytes){input, k}, key->private_exponent, key->modulus);
  const uint32_t good = pkcs1_premaster_good(em, k, client_version);
  pkcs1_premaster_select(premaster, good, em + k - 48, random);
  tls12_wipe(em, k);
}
