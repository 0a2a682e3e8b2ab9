/* HMAC of a message whose length is secret, in a time that depends on public numbers only. What MAC-then-encrypt with CBC
 * needs, RFC 5246 section 6.2.3.2: the length depends on the padding, and must not show. */
#ifndef TLS12_CRYPTO_HMAC_SECRET_LENGTH_H
#define TLS12_CRYPTO_HMAC_SECRET_LENGTH_H

#include "crypto/hmac.h"

/* The HMAC, under the key of *context, of the public head followed by data[0 .. length-1], into mac. The length is secret
 * and between the public numbers shortest and longest; data[0 .. longest-1] is readable. *context stays ready for a new
 * message. */
/*@ requires context: \valid(context) && hmac_ready(context);
    requires head: head_length < 64 && \valid_read(head + (0 .. head_length - 1));
    requires length: shortest <= length <= longest <= 0xFFFFFF;
    requires data: \valid_read(data + (0 .. longest - 1));
    requires mac: \valid(mac + (0 .. hash_size(context->inner.hash) - 1));
    requires apart: \separated(context, mac + (0 .. hash_size(context->inner.hash) - 1)) &&
                    \separated(context, head + (0 .. head_length - 1)) && \separated(context, data + (0 .. longest - 1));
    terminates \true;
    exits \false;
    assigns context->message, mac[0 .. hash_size(context->inner.hash) - 1];
    ensures key: hmac_same_key{Post,Pre}(context);
    ensures ready: hmac_ready(context);
    ensures begun: hashed(&context->message) == hashed(&context->inner);
*/
void tls12_hmac_secret_length(struct tls12_hmac_context *context, const uint8_t *head, uint32_t head_length,
                              const uint8_t *data, uint32_t length, uint32_t shortest, uint32_t longest, uint8_t *mac);

#endif
