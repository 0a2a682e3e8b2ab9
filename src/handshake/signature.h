/* Signatures over the handshake: RFC 5246 sections 4.7 and 7.4.3. */
#ifndef TLS12_HANDSHAKE_SIGNATURE_H
#define TLS12_HANDSHAKE_SIGNATURE_H

#include "handshake/engine.h"

/* The longest signature: RSA with a modulus of 8192 bits. */
#define TLS12_SIGNATURE_MAX 1024

/* Whether the server's certificate key made this signature of the digest. */
int handshake_signature_verify(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes digest,
                               struct tls12_bytes signature);

/* Signs the digest with the credential's key. Returns the length of the signature, 0 on a failure. */
uint32_t handshake_signature_make(const struct tls12_config *config, const struct tls12_private_key *key,
                                  enum tls12_hash hash, struct tls12_bytes digest,
                                  uint8_t signature[TLS12_SIGNATURE_MAX]);

#endif
