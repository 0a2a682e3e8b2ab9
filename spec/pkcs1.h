/* The block that RSA decryption of a premaster secret must give (RFC 8017 section 7.2, RFC 5246 section 7.4.7.1). */
#ifndef TLS12_SPEC_PKCS1_H
#define TLS12_SPEC_PKCS1_H

#include <stdint.h>

/*@ // 00 02 PS 00 M: PS without zero, M is 48 bytes that start with the version.
    predicate is_premaster_block(uint8_t *em, integer k, integer version) =
      em[0] == 0 && em[1] == 2 && (\forall integer i; 2 <= i < k - 49 ==> em[i] != 0) && em[k - 49] == 0 &&
      em[k - 48] == version / 256 && em[k - 47] == version % 256; */

#endif
