/* GenericBlockCipher, RFC 5246 section 6.2.3.2: CBC with HMAC, MAC-then-encrypt or (RFC 7366) encrypt-then-MAC. */
#ifndef TLS12_RECORD_BLOCK_H
#define TLS12_RECORD_BLOCK_H

#include "record/protection.h"

/* The additional data of section 6.2.3.3, and the head of the MAC's input: seq_num, type, version, length. */
#define TLS12_RECORD_HEAD 13
void record_head(uint64_t sequence, uint8_t type, uint16_t version, uint32_t length, uint8_t head[TLS12_RECORD_HEAD]);

void block_key(struct tls12_record_key *key, enum tls12_direction direction, const uint8_t *cipher_key);

/* As tls12_record_seal and tls12_record_open, with the limits checked and the sequence number left as it is. */
void block_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                const uint8_t *iv, uint8_t *out);
struct tls12_fault block_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                              uint32_t n, struct tls12_span *plaintext);

#endif
