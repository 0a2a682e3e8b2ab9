/* The state between two blocks of a hash. */
#ifndef TLS12_CRYPTO_HASH_STATE_H
#define TLS12_CRYPTO_HASH_STATE_H

#include "crypto/hash.h"

/* The chaining state as the bytes of the digest that it would be, all of them, SHA-384's too (RFC 6234 section 6); zeros
 * after them. */
/*@ requires memory: \valid_read(context) && \valid(out + (0 .. TLS12_HASH_SIZE_MAX - 1));
    requires apart: \separated(context, out + (0 .. TLS12_HASH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. TLS12_HASH_SIZE_MAX - 1];
*/
void hash_state(const struct tls12_hash_context *context, uint8_t out[TLS12_HASH_SIZE_MAX]);

#endif
