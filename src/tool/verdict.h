/* What the decoders of message/ say of one message. */
#ifndef TLS12_TOOL_VERDICT_H
#define TLS12_TOOL_VERDICT_H

#include "spec/key_exchange.h"
#include "wire/fault.h"

/* Offset and length of the fault count in the body. */
struct tls12_fault message_verdict(int handshake_type, enum tls12_key_exchange kx, const uint8_t *body,
                                   uint32_t length);

#endif
