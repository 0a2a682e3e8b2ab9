/* CertificateStatus, RFC 6066 section 8: the server's OCSP response.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CERTIFICATE_STATUS_H
#define TLS12_MESSAGE_CERTIFICATE_STATUS_H

#include "spec/certificate_status.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct certificate_status {
  struct tls12_span ocsp_response; /* without its length; it stays in the body, which the caller keeps */
};

/*@ predicate certificate_status_in{L}(uint8_t *b, integer n, struct certificate_status *v) =
      certificate_status(b, n, b + v->ocsp_response.offset, v->ocsp_response.length);

    predicate certificate_status_spans{L}(integer n, struct certificate_status *v) =
      v->ocsp_response.offset == 4 &&
      n == v->ocsp_response.offset + v->ocsp_response.length;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate_status(body, length);
    ensures rule: \result.rule == certificate_status_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_status_offset(body, length);
    ensures length: \result.length == certificate_status_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> certificate_status_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> certificate_status_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault certificate_status_decode(const uint8_t *body, uint32_t length, struct certificate_status *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ocsp_response.data + (0 .. ocsp_response.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), ocsp_response.data + (0 .. ocsp_response.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes certificate_status_value(ocsp_response.length) && certificate_status_size(ocsp_response.length) <= room;
      ensures length: \result == certificate_status_size(ocsp_response.length);
      ensures encoding: certificate_status(out, \result, ocsp_response.data, ocsp_response.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(certificate_status_value(ocsp_response.length) && certificate_status_size(ocsp_response.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t certificate_status_encode(struct tls12_bytes ocsp_response, uint8_t *out, uint32_t room);

#endif
