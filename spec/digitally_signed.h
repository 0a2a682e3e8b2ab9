/* RFC 5246 section 4.7, the digitally-signed element:
 *
 *     struct {
 *         SignatureAndHashAlgorithm algorithm;     HashAlgorithm hash, then SignatureAlgorithm signature
 *         opaque signature<0..2^16-1>;
 *     } DigitallySigned;
 *
 * Not judged here: whether the pair is known, offered, and fits the key.
 */
#ifndef TLS12_SPEC_DIGITALLY_SIGNED_H
#define TLS12_SPEC_DIGITALLY_SIGNED_H

#include "spec/presentation.h"

/* b[i .. e-1] is the encoding of hash, algorithm and the signature d[0 .. n-1]. */
/*@ //= build/requirements.md#R5246-4.7-02
    //= type=implication
    //# The data that is signed is never transmitted inside the DigitallySigned element; both sides reconstruct it.
    predicate digitally_signed{L}(uint8_t *b, integer i, integer e, integer hash, integer algorithm, uint8_t *d, integer n) =
      b[i] == hash && b[i+1] == algorithm && vector16(b, i + 2, e, d, n);
*/

/* Where the element at offset i ends; 0 when it does not fit before e. Then: the rule, and where it is broken. */
/*@ logic integer digitally_signed_end{L}(uint8_t *b, integer i, integer e) = vector16_end(b, i + 2, e, 0, 65535);

    logic integer digitally_signed_rule(integer i, integer e) = 2 <= e - i ? R5246_4_3_06 : R5246_4_7_01;
    logic integer digitally_signed_offset(integer i, integer e) = 2 <= e - i ? i + 2 : i;
*/

#endif
