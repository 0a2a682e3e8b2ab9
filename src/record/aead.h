/* GenericAEADCipher, RFC 5246 section 6.2.3.3: GCM (RFC 5288) and ChaCha20-Poly1305 (RFC 7905). */
#ifndef TLS12_RECORD_AEAD_H
#define TLS12_RECORD_AEAD_H

#include "record/protection.h"

void aead_key(struct tls12_record_key *key, const uint8_t *cipher_key);

/* As tls12_record_seal and tls12_record_open, with the limits checked and the sequence number left as it is. */
void aead_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
               uint8_t *out);
struct tls12_fault aead_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                             uint32_t n, struct tls12_span *plaintext);

#endif
