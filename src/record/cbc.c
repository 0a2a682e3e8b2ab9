/* nettle's CBC takes the cipher as a function of void pointers, which the memory model of the proofs does not follow. */
#include "record/cbc.h"

#include <nettle/cbc.h>

void cbc_seal(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data)
{
  if (key->cipher == TLS12_CIPHER_3DES_EDE_CBC)
    cbc_encrypt(&key->state.des3, (nettle_cipher_func *)des3_encrypt, DES3_BLOCK_SIZE, iv, n, data, data);
  else if (key->cipher == TLS12_CIPHER_AES_128_CBC)
    cbc_encrypt(&key->state.aes128, (nettle_cipher_func *)aes128_encrypt, AES_BLOCK_SIZE, iv, n, data, data);
  else
    cbc_encrypt(&key->state.aes256, (nettle_cipher_func *)aes256_encrypt, AES_BLOCK_SIZE, iv, n, data, data);
}

void cbc_open(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data)
{
  if (key->cipher == TLS12_CIPHER_3DES_EDE_CBC)
    cbc_decrypt(&key->state.des3, (nettle_cipher_func *)des3_decrypt, DES3_BLOCK_SIZE, iv, n, data, data);
  else if (key->cipher == TLS12_CIPHER_AES_128_CBC)
    cbc_decrypt(&key->state.aes128, (nettle_cipher_func *)aes128_decrypt, AES_BLOCK_SIZE, iv, n, data, data);
  else
    cbc_decrypt(&key->state.aes256, (nettle_cipher_func *)aes256_decrypt, AES_BLOCK_SIZE, iv, n, data, data);
}
