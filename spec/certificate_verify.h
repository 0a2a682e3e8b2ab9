/* CertificateVerify, RFC 5246 sections 7.4.8 and 4.7:
 *
 *     struct {
 *         digitally-signed struct {
 *             opaque handshake_messages[handshake_messages_length];
 *         }
 *     } CertificateVerify;
 *
 *     struct {
 *         SignatureAndHashAlgorithm algorithm;
 *         opaque signature<0..2^16-1>;
 *     } DigitallySigned;
 *
 * What is signed is not on the wire (4.7). Not judged here: the pair and the signature.
 */
#ifndef TLS12_SPEC_CERTIFICATE_VERIFY_H
#define TLS12_SPEC_CERTIFICATE_VERIFY_H

#include "spec/presentation.h"

/*@ predicate certificate_verify_value(integer hash, integer signature_algorithm, integer signature_n) =
      0 <= hash <= 255 && 0 <= signature_algorithm <= 255 && 0 <= signature_n <= 65535;

    logic integer certificate_verify_size(integer signature_n) = 4 + signature_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate certificate_verify{L}(uint8_t *b, integer n, integer hash, integer signature_algorithm, uint8_t *signature, integer signature_n) =
      0 <= signature_n <= 65535 && b[0] == hash && b[1] == signature_algorithm &&
      vector16(b, 2, n, signature, signature_n);

    predicate is_certificate_verify{L}(uint8_t *b, integer n) =
      \exists uint8_t *signature, integer hash, integer signature_algorithm, integer signature_n;
        certificate_verify(b, n, hash, signature_algorithm, signature, signature_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer certificate_verify_end{L}(uint8_t *b, integer n) = vector16_end(b, 2, n, 0, 65535);

    logic integer certificate_verify_rule{L}(uint8_t *b, integer n) =
      n < 2 ? R5246_4_7_01 : certificate_verify_end(b, n) == 0 ? R5246_4_3_06 : certificate_verify_end(b, n) != n ? R5246_7_4_02 : TLS12_NO_RULE;

    logic integer certificate_verify_offset{L}(uint8_t *b, integer n) =
      n < 2 ? 0 : certificate_verify_end(b, n) == 0 ? 2 : certificate_verify_end(b, n);

    logic integer certificate_verify_extent{L}(uint8_t *b, integer n) = n - certificate_verify_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma certificate_verify_accepted{L}: \forall uint8_t *b, integer n; certificate_verify_rule(b, n) == TLS12_NO_RULE ==>
      certificate_verify(b, n, b[0], b[1], b + 4, n - 4);

    lemma certificate_verify_only{L}: \forall uint8_t *b, *signature, integer n, hash, signature_algorithm, signature_n;
      certificate_verify(b, n, hash, signature_algorithm, signature, signature_n) ==> certificate_verify_rule(b, n) == TLS12_NO_RULE;

    lemma certificate_verify_exact{L}: \forall uint8_t *b, integer n; is_certificate_verify(b, n) <==> certificate_verify_rule(b, n) == TLS12_NO_RULE;
*/

#endif
