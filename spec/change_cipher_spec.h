/* RFC 5246 section 7.1, ChangeCipherSpec, a protocol of its own beside the handshake:
 *
 *     struct {
 *         enum { change_cipher_spec(1), (255) } type;
 *     } ChangeCipherSpec;
 */
#ifndef TLS12_SPEC_CHANGE_CIPHER_SPEC_H
#define TLS12_SPEC_CHANGE_CIPHER_SPEC_H

#include "spec/presentation.h"

#define TLS12_CHANGE_CIPHER_SPEC_TYPE 1

/* There is one value, and b[0 .. n-1] is its encoding. */
/*@ predicate is_change_cipher_spec{L}(uint8_t *b, integer n) = n == 1 && b[0] == TLS12_CHANGE_CIPHER_SPEC_TYPE;

    // What breaks R5246-7.1-01: no byte, a wrong one, or the bytes after it.
    logic integer change_cipher_spec_offset{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != TLS12_CHANGE_CIPHER_SPEC_TYPE ? 0 : 1;
*/

#endif
