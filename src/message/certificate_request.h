/* CertificateRequest, RFC 5246 section 7.4.4: the server asks for a client certificate.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CERTIFICATE_REQUEST_H
#define TLS12_MESSAGE_CERTIFICATE_REQUEST_H

#include "spec/certificate_request.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct certificate_request {
  struct tls12_span certificate_types;
  struct tls12_span supported_signature_algorithms;
  struct tls12_span certificate_authorities; /* the elements: read_vector16 takes one after the other */
};

/*@ predicate certificate_request_in{L}(uint8_t *b, integer n, struct certificate_request *v) =
      certificate_request(b, n,
        b + v->certificate_types.offset, v->certificate_types.length,
        b + v->supported_signature_algorithms.offset, v->supported_signature_algorithms.length,
        b + v->certificate_authorities.offset, v->certificate_authorities.length);

    predicate certificate_request_spans{L}(integer n, struct certificate_request *v) =
      v->certificate_types.offset == 1 &&
      v->supported_signature_algorithms.offset == 1 + v->certificate_types.length + 2 &&
      v->certificate_authorities.offset == n - v->certificate_authorities.length;
*/

/* Accepts exactly the encodings of a CertificateRequest. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate_request(body, length);
    ensures rule: \result.rule == certificate_request_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_request_offset(body, length);
    ensures length: \result.length == certificate_request_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> certificate_request_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> certificate_request_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault certificate_request_decode(const uint8_t *body, uint32_t length, struct certificate_request *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a
 * CertificateRequest or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(types.data + (0 .. types.length - 1)) &&
                       \valid_read(algorithms.data + (0 .. algorithms.length - 1)) &&
                       \valid_read(authorities.data + (0 .. authorities.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), types.data + (0 .. types.length - 1)) &&
                    \separated(out + (0 .. room - 1), algorithms.data + (0 .. algorithms.length - 1)) &&
                    \separated(out + (0 .. room - 1), authorities.data + (0 .. authorities.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes certificate_request_value(types.length, algorithms.length, authorities.data, authorities.length);
      assumes certificate_request_size(types.length, algorithms.length, authorities.length) <= room;
      ensures length: \result == certificate_request_size(types.length, algorithms.length, authorities.length);
      ensures encoding: certificate_request(out, \result, types.data, types.length,
                          algorithms.data, algorithms.length, authorities.data, authorities.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(certificate_request_value(types.length, algorithms.length, authorities.data, authorities.length) &&
                certificate_request_size(types.length, algorithms.length, authorities.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t certificate_request_encode(struct tls12_bytes types, struct tls12_bytes algorithms,
                                    struct tls12_bytes authorities, uint8_t *out, uint32_t room);

#endif
