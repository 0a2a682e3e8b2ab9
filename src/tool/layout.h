/* The fields of every message in the order of the wire, after the RFCs' structures: what the tree is made of. Whether the
 * bytes are a message is for the decoders of message/ to say; a layout only names what is there. */
#ifndef TLS12_TOOL_LAYOUT_H
#define TLS12_TOOL_LAYOUT_H

#include "spec/key_exchange.h"
#include "tool/tree.h"

/* Adds the fields of a message body to `message`; bytes that fit no field become one node "rest". */
void layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx, const uint8_t *body,
                 uint32_t length, const struct origin *origin);

#endif
