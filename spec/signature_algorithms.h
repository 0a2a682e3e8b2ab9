/* RFC 5246 section 7.4.1.4.1, signature_algorithms:
 *
 *     struct {
 *         HashAlgorithm hash;
 *         SignatureAlgorithm signature;
 *     } SignatureAndHashAlgorithm;
 *
 *     SignatureAndHashAlgorithm supported_signature_algorithms<2..2^16-2>;
 *
 * Unknown pairs are not judged: they are skipped.
 */
#ifndef TLS12_SPEC_SIGNATURE_ALGORITHMS_H
#define TLS12_SPEC_SIGNATURE_ALGORITHMS_H

#include "spec/presentation.h"

/*@ predicate signature_algorithms_value{L}(integer pairs_n) = 2 <= pairs_n <= 65534 && pairs_n % 2 == 0;

    logic integer signature_algorithms_size(integer pairs_n) = 2 + pairs_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ //= build/requirements.md#R5246-7.4.1.4.1-10
    //= type=implication
    //# A TLS 1.2 server is able to receive the extension.
    predicate signature_algorithms{L}(uint8_t *b, integer n, uint8_t *pairs, integer pairs_n) =
      2 <= pairs_n <= 65534 && pairs_n % 2 == 0 && vector16(b, 0, n, pairs, pairs_n);

    predicate is_signature_algorithms{L}(uint8_t *b, integer n) =
      \exists uint8_t *pairs, integer pairs_n; signature_algorithms(b, n, pairs, pairs_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer supported_algorithms_end{L}(uint8_t *b, integer n) = pairs16_end(b, 0, n, 2, 65534);

    logic integer signature_algorithms_rule{L}(uint8_t *b, integer n) =
      supported_algorithms_end(b, n) == 0 ? vector16_rule(b, 0, n, R5246_7_4_1_4_1_01) :
      supported_algorithms_end(b, n) != n ? R5246_7_4_1_4_01 : TLS12_NO_RULE;

    logic integer signature_algorithms_offset{L}(uint8_t *b, integer n) =
      supported_algorithms_end(b, n);

    logic integer signature_algorithms_extent{L}(uint8_t *b, integer n) =
      supported_algorithms_end(b, n) == 0 ? vector16_extent(b, 0, n) : n - supported_algorithms_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma signature_algorithms_accepted{L}: \forall uint8_t *b, integer n; signature_algorithms_rule(b, n) == TLS12_NO_RULE ==>
      signature_algorithms(b, n, b + 2, n - 2);

    lemma signature_algorithms_only{L}: \forall uint8_t *b, *pairs, integer n, pairs_n; signature_algorithms(b, n, pairs, pairs_n) ==>
      signature_algorithms_rule(b, n) == TLS12_NO_RULE;

    lemma signature_algorithms_exact{L}: \forall uint8_t *b, integer n; is_signature_algorithms(b, n) <==> signature_algorithms_rule(b, n) == TLS12_NO_RULE;
*/

#endif
