/* The fields of every message in the order of the wire, after the RFCs' structures: what the tree is made of. Whether the
 * bytes are a message is for the decoders of message/ to say, where there is one; a layout names what is there. */
#ifndef TLS12_TOOL_LAYOUT_H
#define TLS12_TOOL_LAYOUT_H

#include "spec/key_exchange.h"
#include "tool/tree.h"
#include "wire/fault.h"

/* Adds the fields of a message body to `message`, each with the rule that has it; bytes that fit no field become one node
 * "rest". Answers with the first such bytes, or with TLS12_NO_RULE. With TLS12_KX_NULL, what a ServerKeyExchange or a
 * ClientKeyExchange holds is not known, and is no fault. */
struct tls12_fault layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx,
                               const uint8_t *body, uint32_t length, const struct origin *origin);

/* The same for one extension alone, with its type and length, or without; in a ServerHello or in a ClientHello. */
struct tls12_fault layout_extension(struct node *node, int from_server, const uint8_t *bytes, uint32_t length,
                                    const struct origin *origin);
struct tls12_fault layout_extension_body(struct node *node, int type, int from_server, const uint8_t *body,
                                         uint32_t length, const struct origin *origin);

/* "server_name" and so on; NULL for a type without a name here. */
const char *extension_word(int type);

/* The type for such a word, or for "alpn"; -1 for another. */
int extension_by_word(const char *word);

/* Whether ClientKeyExchange may be empty, after a client certificate with a fixed key of this key exchange. */
int may_be_implicit(enum tls12_key_exchange kx);

#endif
