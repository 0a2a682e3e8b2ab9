/* HMAC of a message whose length is secret, in a time that depends on public numbers only. What MAC-then-encrypt with CBC
 * needs, RFC 5246 section 6.2.3.2: the length depends on the padding, and must not show. */
#ifndef TLS12_CRYPTO_HMAC_SECRET_LENGTH_H
#define TLS12_CRYPTO_HMAC_SECRET_LENGTH_H

#include "crypto/hmac.h"

/* The HMAC, under the key of *context, of the public head followed by data[0 .. length-1], into mac. The length is secret
 * and between the public numbers shortest and longest; data[0 .. longest-1] is readable, longest + head_length < 2^24.
 * head is shorter than a block of the hash. *context stays ready for a new message. */
void tls12_hmac_secret_length(struct tls12_hmac_context *context, const uint8_t *head, uint32_t head_length,
                              const uint8_t *data, uint32_t length, uint32_t shortest, uint32_t longest, uint8_t *mac);

#endif
