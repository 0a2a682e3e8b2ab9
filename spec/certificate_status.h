/* RFC 6066 section 8, CertificateStatus:
 *
 *     struct {
 *         CertificateStatusType status_type;      ocsp(1)
 *         select (status_type) {
 *             case ocsp: OCSPResponse;
 *         } response;
 *     } CertificateStatus;
 *
 *     opaque OCSPResponse<1..2^24-1>;
 *
 * The message header bounds the body to 2^24-1 bytes, so that the response has at most 2^24-5. Not judged here: the
 * response.
 */
#ifndef TLS12_SPEC_CERTIFICATE_STATUS_H
#define TLS12_SPEC_CERTIFICATE_STATUS_H

#include "spec/presentation.h"

#define TLS12_OCSP 1

/*@ predicate certificate_status_value(integer d_n) = 1 <= d_n <= TLS12_BODY_MAX - 4;

    logic integer certificate_status_size(integer d_n) = 1 + (3 + d_n);
*/

/* b[0 .. n-1] is the encoding of that response. */
/*@ predicate certificate_status{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      certificate_status_value(d_n) && b[0] == TLS12_OCSP && vector24(b, 1, n, d, d_n);

    predicate is_certificate_status{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, integer d_n; certificate_status(b, n, d, d_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer certificate_status_end{L}(uint8_t *b, integer n) = vector24_end(b, 1, n, 1, 16777215);

    logic integer certificate_status_rule{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != TLS12_OCSP       ? R6066_8_06 :
      certificate_status_end(b, n) == 0 ? vector24_rule(b, 1, n, R6066_8_06) :
      certificate_status_end(b, n) != n ? R5246_7_4_02 :
                                          TLS12_NO_RULE;

    logic integer certificate_status_offset{L}(uint8_t *b, integer n) =
      n < 1 || b[0] != TLS12_OCSP       ? 0 :
      certificate_status_end(b, n) == 0 ? 1 :
                                          certificate_status_end(b, n);

    logic integer certificate_status_extent{L}(uint8_t *b, integer n) =
      n < 1                             ? 0 :
      b[0] != TLS12_OCSP                ? 1 :
      certificate_status_end(b, n) == 0 ? vector24_extent(b, 1, n) :
                                          n - certificate_status_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the response that lies in them. */
/*@ lemma certificate_status_accepted{L}: \forall uint8_t *b, integer n;
      n <= TLS12_BODY_MAX && certificate_status_rule(b, n) == TLS12_NO_RULE ==> certificate_status(b, n, b + 4, n - 4);

    lemma certificate_status_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      certificate_status(b, n, d, d_n) ==> certificate_status_rule(b, n) == TLS12_NO_RULE;

    lemma certificate_status_exact{L}: \forall uint8_t *b, integer n; n <= TLS12_BODY_MAX ==>
      (is_certificate_status(b, n) <==> certificate_status_rule(b, n) == TLS12_NO_RULE);
*/

#endif
