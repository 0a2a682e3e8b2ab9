/* What the decoders of message/ say of one message. */
#ifndef TLS12_TOOL_VERDICT_H
#define TLS12_TOOL_VERDICT_H

#include "spec/key_exchange.h"
#include "wire/fault.h"

enum sender { EITHER_SENDER, FROM_CLIENT, FROM_SERVER };

/* Offset and length of the fault count in the body. A key exchange that is not known is not judged. */
struct tls12_fault message_verdict(int handshake_type, enum tls12_key_exchange kx, enum sender sender,
                                   const uint8_t *body, uint32_t length);

/* The same for the body of one extension, in a ServerHello or in a ClientHello. Extensions of other types are accepted as they
 * are. */
struct tls12_fault extension_verdict(unsigned type, int from_server, const uint8_t *body, uint32_t length);

#endif
