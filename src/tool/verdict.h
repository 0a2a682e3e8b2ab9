/* What the decoders of message/ say of one message. */
#ifndef TLS12_TOOL_VERDICT_H
#define TLS12_TOOL_VERDICT_H

#include "spec/key_exchange.h"
#include "wire/fault.h"

enum sender { EITHER_SENDER, FROM_CLIENT, FROM_SERVER };

/* Offset and length of the fault count in the body. A key exchange that is not known is not judged. */
struct tls12_fault message_verdict(int handshake_type, enum tls12_key_exchange kx, enum sender sender,
                                   const uint8_t *body, uint32_t length);

/* Whether ClientKeyExchange may be empty, after a client certificate with a fixed key of this key exchange: RFC 5246 section
 * 7.4.7.2, RFC 4492 section 5.7. */
int may_be_implicit(enum tls12_key_exchange kx);

/* The verdict on the body of one extension, in a ServerHello or in a ClientHello. Extensions of other types are accepted as they
 * are. */
struct tls12_fault extension_verdict(unsigned type, int from_server, const uint8_t *body, uint32_t length);

/* Of an extension alone: whether the bytes are a type and a body with its length, and nothing more. */
struct tls12_fault extension_frame_verdict(const uint8_t *bytes, uint32_t length);

#endif
