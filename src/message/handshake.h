/* The header of a handshake message, RFC 5246 section 7.4: four bytes before the body. */
#ifndef TLS12_MESSAGE_HANDSHAKE_H
#define TLS12_MESSAGE_HANDSHAKE_H

#include "spec/handshake.h"
#include "wire/bytes.h"

struct handshake_header {
  uint8_t msg_type; /* enum tls12_handshake_type, or a number that it does not know */
  uint32_t length;  /* of the body, at most TLS12_BODY_MAX */
};

/* Every four bytes are a header. */
/*@ requires readable: \valid_read(bytes + (0 .. 3));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: handshake_header(bytes, \result.msg_type, \result.length);
    ensures range: \result.length <= TLS12_BODY_MAX;
*/
struct handshake_header handshake_header_decode(const uint8_t *bytes);

/* Writes a header to out[0 .. 3] and answers with its length; 0, and nothing written, if there is no such header. */
/*@ requires writable: \valid(out + (0 .. 3));
    terminates \true;
    exits \false;
    assigns out[0 .. 3];
    ensures written: msg_type <= 255 && length <= TLS12_BODY_MAX ==> \result == 4 && handshake_header(out, msg_type, length);
    ensures refused: msg_type > 255 || length > TLS12_BODY_MAX ==> \result == 0 && kept{Pre,Here}(out, 0, 4);
*/
uint32_t handshake_header_encode(uint32_t msg_type, uint32_t length, uint8_t *out);

#endif
