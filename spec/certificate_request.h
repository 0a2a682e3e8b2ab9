/* RFC 5246 section 7.4.4, CertificateRequest:
 *
 *     enum {
 *         rsa_sign(1), dss_sign(2), rsa_fixed_dh(3), dss_fixed_dh(4), ..., (255)
 *     } ClientCertificateType;
 *
 *     opaque DistinguishedName<1..2^16-1>;
 *
 *     struct {
 *         ClientCertificateType certificate_types<1..2^8-1>;
 *         SignatureAndHashAlgorithm supported_signature_algorithms<2^16-1>;
 *         DistinguishedName certificate_authorities<0..2^16-1>;
 *     } CertificateRequest;
 *
 * Deviation: the RFC prints no floor for supported_signature_algorithms. Its elements have two bytes and 7.4.1.4.1
 * prints <2..2^16-2> for the same list, so that is the range here.
 * Not judged here: unknown ClientCertificateType codes (to be skipped) and the DER inside a DistinguishedName.
 */
#ifndef TLS12_SPEC_CERTIFICATE_REQUEST_H
#define TLS12_SPEC_CERTIFICATE_REQUEST_H

#include "spec/presentation.h"
#include "spec/rules.h"

/* A value is three byte strings: types, algorithms and authorities, the last as its list of elements. */
/*@ predicate certificate_request_value{L}(integer types_n, integer algorithms_n, uint8_t *authorities, integer authorities_n) =
      1 <= types_n <= 255 &&
      2 <= algorithms_n <= 65534 && algorithms_n % 2 == 0 &&
      0 <= authorities_n <= 65535 && list16(authorities, 0, authorities_n);

    logic integer certificate_request_size(integer types_n, integer algorithms_n, integer authorities_n) =
      (1 + types_n) + (2 + algorithms_n) + (2 + authorities_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate certificate_request{L}(uint8_t *b, integer n,
        uint8_t *types, integer types_n, uint8_t *algorithms, integer algorithms_n,
        uint8_t *authorities, integer authorities_n) =
      1 <= types_n <= 255 &&
      2 <= algorithms_n <= 65534 && algorithms_n % 2 == 0 &&
      0 <= authorities_n <= 65535 &&
      vector8(b, 0, 1 + types_n, types, types_n) &&
      vector16(b, 1 + types_n, 3 + types_n + algorithms_n, algorithms, algorithms_n) &&
      vector16(b, 3 + types_n + algorithms_n, n, authorities, authorities_n) &&
      list16(b, n - authorities_n, n);

    predicate is_certificate_request{L}(uint8_t *b, integer n) =
      \exists uint8_t *types, *algorithms, *authorities, integer types_n, algorithms_n, authorities_n;
        certificate_request(b, n, types, types_n, algorithms, algorithms_n, authorities, authorities_n);
*/

/* Reading from the left: where each field ends, 0 when it is malformed ... */
/*@ logic integer certificate_types_end{L}(uint8_t *b, integer n) =
      vector8_end(b, 0, n, 1, 255);

    logic integer signature_algorithms_end{L}(uint8_t *b, integer n) =
      pairs16_end(b, certificate_types_end(b, n), n, 2, 65534);

    logic integer certificate_authorities_end{L}(uint8_t *b, integer n) =
      vector16_end(b, signature_algorithms_end(b, n), n, 0, 65535);

    logic integer certificate_authorities_stop{L}(uint8_t *b, integer n) =
      list16_stop(b, signature_algorithms_end(b, n) + 2, certificate_authorities_end(b, n));
*/

/* ... and so the first broken rule, and the offset of the vector or byte that breaks it. */
/*@ logic integer certificate_request_rule{L}(uint8_t *b, integer n) =
      certificate_types_end(b, n) == 0       ? vector8_rule(b, 0, n, R5246_7_4_4_03) :
      signature_algorithms_end(b, n) == 0    ? vector16_rule(b, certificate_types_end(b, n), n, R5246_7_4_4_04) :
      certificate_authorities_end(b, n) == 0 ? R5246_4_3_06 :
      certificate_authorities_stop(b, n) != certificate_authorities_end(b, n) ?
        vector16_rule(b, certificate_authorities_stop(b, n), certificate_authorities_end(b, n), R5246_7_4_4_05) :
      certificate_authorities_end(b, n) != n ? R5246_7_4_02 :
                                               TLS12_NO_RULE;

    logic integer certificate_request_offset{L}(uint8_t *b, integer n) =
      certificate_types_end(b, n) == 0       ? 0 :
      signature_algorithms_end(b, n) == 0    ? certificate_types_end(b, n) :
      certificate_authorities_end(b, n) == 0 ? signature_algorithms_end(b, n) :
                                               certificate_authorities_stop(b, n);

    logic integer certificate_request_extent{L}(uint8_t *b, integer n) =
      certificate_types_end(b, n) == 0       ? vector8_extent(b, 0, n) :
      signature_algorithms_end(b, n) == 0    ? vector16_extent(b, certificate_types_end(b, n), n) :
      certificate_authorities_end(b, n) == 0 ? n - signature_algorithms_end(b, n) :
      certificate_authorities_stop(b, n) != certificate_authorities_end(b, n) ?
        vector16_extent(b, certificate_authorities_stop(b, n), certificate_authorities_end(b, n)) :
        n - certificate_authorities_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ predicate certificate_request_ends{L}(uint8_t *b, integer n, integer algorithms, integer authorities) =
      algorithms == vector8_end(b, 0, n, 1, 255) && algorithms != 0 &&
      authorities == pairs16_end(b, algorithms, n, 2, 65534) && authorities != 0 &&
      n == vector16_end(b, authorities, n, 0, 65535) && n != 0 && list16(b, authorities + 2, n);

    lemma certificate_request_ends_exact{L}: \forall uint8_t *b, integer n;
      certificate_request_rule(b, n) == TLS12_NO_RULE <==>
      certificate_request_ends(b, n, certificate_types_end(b, n), signature_algorithms_end(b, n));

    lemma certificate_types_here{L}: \forall uint8_t *b, integer n, algorithms;
      algorithms == vector8_end(b, 0, n, 1, 255) && algorithms != 0 ==>
      1 <= algorithms - 1 <= 255 && vector8(b, 0, algorithms, b + 1, algorithms - 1);

    lemma signature_algorithms_here{L}: \forall uint8_t *b, integer n, algorithms, authorities;
      authorities == pairs16_end(b, algorithms, n, 2, 65534) && authorities != 0 ==>
      2 <= authorities - algorithms - 2 <= 65534 && (authorities - algorithms - 2) % 2 == 0 &&
      vector16(b, algorithms, authorities, b + (algorithms + 2), authorities - algorithms - 2);

    lemma certificate_authorities_here{L}: \forall uint8_t *b, integer n, authorities;
      n == vector16_end(b, authorities, n, 0, 65535) && n != 0 ==>
      0 <= n - authorities - 2 <= 65535 &&
      vector16(b, authorities, n, b + (authorities + 2), n - authorities - 2);

    lemma certificate_request_accepted{L}: \forall uint8_t *b, integer n, algorithms, authorities;
      certificate_request_ends(b, n, algorithms, authorities) ==>
      certificate_request(b, n, b + 1, algorithms - 1, b + (algorithms + 2), authorities - algorithms - 2,
        b + (authorities + 2), n - authorities - 2);

    lemma certificate_request_only{L}: \forall uint8_t *b, *types, *algorithms, *authorities,
        integer n, types_n, algorithms_n, authorities_n;
      certificate_request(b, n, types, types_n, algorithms, algorithms_n, authorities, authorities_n) ==>
      certificate_request_ends(b, n, 1 + types_n, 3 + types_n + algorithms_n);

    lemma certificate_request_only_exact{L}: \forall uint8_t *b, integer n, algorithms, authorities;
      certificate_request_ends(b, n, algorithms, authorities) ==> certificate_request_rule(b, n) == TLS12_NO_RULE;

    lemma certificate_request_exact{L}: \forall uint8_t *b, integer n;
      is_certificate_request(b, n) <==> certificate_request_rule(b, n) == TLS12_NO_RULE;
*/

#endif
