/* RFC 5246 section 7.4, the header of every handshake message:
 *
 *     struct {
 *         HandshakeType msg_type;
 *         uint24 length;
 *         select (HandshakeType) { ... } body;
 *     } Handshake;
 *
 * Not judged here: whether that type exists and may come now, which is a question for the machine (R5246-7.4-03).
 */
#ifndef TLS12_SPEC_HANDSHAKE_H
#define TLS12_SPEC_HANDSHAKE_H

#include "spec/presentation.h"

#define TLS12_HANDSHAKE_HEADER_LENGTH 4u

/* b[0 .. 3] is the encoding of that header; every four bytes are one. */
/*@ predicate handshake_header{L}(uint8_t *b, integer msg_type, integer length) = b[0] == msg_type && be24(b, 1) == length;
*/

#endif
