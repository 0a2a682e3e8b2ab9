/* CBC over whole blocks, in place: RFC 5246 section 6.2.3.2. */
#ifndef TLS12_RECORD_CBC_H
#define TLS12_RECORD_CBC_H

#include "record/protection.h"

/* iv becomes the last block of ciphertext. */
/*@ requires cipher: \valid_read(key) && 0 < cipher_block(key->cipher);
    requires iv: \valid(iv + (0 .. cipher_block(key->cipher) - 1));
    requires data: \valid(data + (0 .. n - 1)) && n % cipher_block(key->cipher) == 0;
    requires apart: \separated(key, iv + (0 .. cipher_block(key->cipher) - 1), data + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns iv[0 .. cipher_block(key->cipher) - 1], data[0 .. n - 1];
*/
void cbc_seal(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data);

/*@ requires cipher: \valid_read(key) && 0 < cipher_block(key->cipher);
    requires iv: \valid(iv + (0 .. cipher_block(key->cipher) - 1));
    requires data: \valid(data + (0 .. n - 1)) && n % cipher_block(key->cipher) == 0;
    requires apart: \separated(key, iv + (0 .. cipher_block(key->cipher) - 1), data + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns iv[0 .. cipher_block(key->cipher) - 1], data[0 .. n - 1];
*/
void cbc_open(const struct tls12_record_key *key, uint8_t *iv, uint32_t n, uint8_t *data);

#endif
