/* RFC 4279 sections 2 to 4 and RFC 5489: what the key exchange messages with pre-shared keys begin with,
 *
 *     opaque psk_identity_hint<0..2^16-1>;     from the server
 *     opaque psk_identity<0..2^16-1>;          from the client
 */
#ifndef TLS12_SPEC_PSK_H
#define TLS12_SPEC_PSK_H

#include "spec/presentation.h"

/* Where it ends in the body b[0 .. n-1]; 0 when it does not fit. */
/*@ logic integer psk_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 0, 65535);

    lemma psk_accepted{L}: \forall uint8_t *b, integer n, i;
      i == psk_end(b, n) && i != 0 ==> 2 <= i <= 65537 && i <= n && vector16(b, 0, i, b + 2, i - 2);

    lemma psk_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      0 <= d_n <= 65535 && 2 + d_n <= n && vector16(b, 0, 2 + d_n, d, d_n) ==> psk_end(b, n) == 2 + d_n;
*/

#endif
