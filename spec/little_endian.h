/* Numbers as RFC 7748 and RFC 8032 write them: least significant byte first. */
#ifndef TLS12_SPEC_LITTLE_ENDIAN_H
#define TLS12_SPEC_LITTLE_ENDIAN_H

#include <stdint.h>

/*@ // decodeLittleEndian (RFC 7748 section 5): the number of the n bytes from i.
    logic integer little_endian{L}(uint8_t *b, integer i, integer n) = n <= 0 ? 0 : b[i] + 256 * little_endian{L}(b, i + 1, n - 1);

    // The bit of weight 2^t.
    logic integer bit{L}(uint8_t *b, integer t) = (b[t / 8] >> (t % 8)) & 1; */

#endif
