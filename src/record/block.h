/* GenericBlockCipher, RFC 5246 section 6.2.3.2: CBC with HMAC, MAC-then-encrypt or (RFC 7366) encrypt-then-MAC. */
#ifndef TLS12_RECORD_BLOCK_H
#define TLS12_RECORD_BLOCK_H

#include "record/head.h"
#include "record/protection.h"

/*@ requires key: \valid(key) && 0 < cipher_block(key->cipher);
    requires cipher_key: \valid_read(cipher_key + (0 .. cipher_key(key->cipher) - 1));
    terminates \true;
    exits \false;
    assigns key->state;
*/
void block_key(struct tls12_record_key *key, enum tls12_direction direction, const uint8_t *cipher_key);

/* padding_size. */
/*@ requires block: block == 8 || block == 16;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures R5246_6_2_3_2_padding: \result == padding_size(block, n);
    ensures bounds: 1 <= \result <= block;
    ensures whole: (n + \result) % block == 0;
*/
uint32_t block_padding(uint32_t block, uint32_t n);

/* As tls12_record_seal and tls12_record_open, with the limits checked and the sequence number left as it is. */
/*@ requires key: \valid(key) && record_key_ready(key) && 0 < cipher_block(key->cipher);
    requires input: plaintext.length <= TLS12_PLAINTEXT_MAX &&
                    \valid_read(plaintext.data + (0 .. plaintext.length - 1)) &&
                    \valid_read(iv + (0 .. cipher_block(key->cipher) - 1));
    requires output: \valid(out + (0 .. sealed_size(key->cipher, key->mac, key->encrypt_then_mac, plaintext.length) - 1));
    requires apart: \separated(key, out + (0 .. sealed_size(key->cipher, key->mac, key->encrypt_then_mac,
                                                           plaintext.length) - 1)) &&
                    \separated(out + (0 .. sealed_size(key->cipher, key->mac, key->encrypt_then_mac,
                                                       plaintext.length) - 1),
                               plaintext.data + (0 .. plaintext.length - 1)) &&
                    \separated(out + (0 .. sealed_size(key->cipher, key->mac, key->encrypt_then_mac,
                                                       plaintext.length) - 1),
                               iv + (0 .. cipher_block(key->cipher) - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message,
      out[0 .. sealed_size(key->cipher, key->mac, key->encrypt_then_mac, plaintext.length) - 1];
    ensures ready: record_key_ready(key);
    ensures iv: copy{Post,Pre}(out, 0, iv, cipher_block(key->cipher));
*/
void block_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                const uint8_t *iv, uint8_t *out);

/*@ requires key: \valid(key) && record_key_ready(key) && 0 < cipher_block(key->cipher);
    requires fragment: n <= TLS12_CIPHERTEXT_MAX && \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message, fragment[0 .. n - 1], *plaintext;
    ensures ready: record_key_ready(key);
    ensures content: \result.rule == TLS12_NO_RULE ==> plaintext->offset == cipher_block(key->cipher) &&
      plaintext->offset + plaintext->length + 1 + hash_size(key->mac) <= n;
    ensures refused: \result.rule != TLS12_NO_RULE ==> *plaintext == \old(*plaintext) &&
      \result.alert == TLS12_BAD_RECORD_MAC;
    ensures alert: \result.rule == TLS12_NO_RULE ==> \result.alert == TLS12_NO_ALERT;
*/
struct tls12_fault block_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                              uint32_t n, struct tls12_span *plaintext);

#endif
