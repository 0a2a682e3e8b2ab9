/* Splits bytes into the fields of message/fields.h, for the tree. Whether the bytes are a message is for the decoders of
 * message/ to say; bytes that fit no field become one node "rest". */
#ifndef TLS12_TOOL_LAYOUT_H
#define TLS12_TOOL_LAYOUT_H

#include "message/fields.h"
#include "tool/tree.h"

/* Adds these fields to the node, each with the rule that has it. */
void layout_fields(struct node *node, const struct field *fields, const uint8_t *bytes, uint32_t length,
                   const struct origin *origin);

/* The fields of a message body. With TLS12_KX_NULL, nothing is known of what a ServerKeyExchange or a ClientKeyExchange
 * holds. */
void layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx, const uint8_t *body,
                 uint32_t length, const struct origin *origin);

/* The same for one extension alone, with its type and length, or without; in a ServerHello or in a ClientHello. */
void layout_extension(struct node *node, int from_server, const uint8_t *bytes, uint32_t length,
                      const struct origin *origin);
void layout_extension_body(struct node *node, int type, int from_server, const uint8_t *body, uint32_t length,
                           const struct origin *origin);

#endif
