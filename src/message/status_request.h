/* status_request in a ClientHello, RFC 6066 section 8: the body of the extension,
 * without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_STATUS_REQUEST_H
#define TLS12_MESSAGE_STATUS_REQUEST_H

#include "spec/status_request.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields of an OCSPStatusRequest, without their lengths. They stay in the body, which the caller keeps. */
struct status_request {
  struct tls12_span responder_id_list; /* the elements: read_vector16 takes one after the other */
  struct tls12_span request_extensions;
};

/*@ predicate status_request_in{L}(uint8_t *b, integer n, struct status_request *v) =
      status_request(b, n, b + v->responder_id_list.offset, v->responder_id_list.length,
        b + v->request_extensions.offset, v->request_extensions.length);

    predicate status_request_spans{L}(integer n, struct status_request *v) =
      v->responder_id_list.offset == 3 &&
      v->request_extensions.offset == 3 + v->responder_id_list.length + 2;
*/

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_status_request(body, length);
    ensures rule: \result.rule == status_request_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == status_request_offset(body, length);
    ensures length: \result.length == status_request_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> status_request_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> status_request_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault status_request_decode(const uint8_t *body, uint32_t length, struct status_request *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(responders.data + (0 .. responders.length - 1)) &&
                       \valid_read(extensions.data + (0 .. extensions.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), responders.data + (0 .. responders.length - 1)) &&
                    \separated(out + (0 .. room - 1), extensions.data + (0 .. extensions.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes status_request_value(responders.data, responders.length, extensions.length);
      assumes status_request_size(responders.length, extensions.length) <= room;
      ensures length: \result == status_request_size(responders.length, extensions.length);
      ensures encoding: status_request(out, \result, responders.data, responders.length,
                          extensions.data, extensions.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(status_request_value(responders.data, responders.length, extensions.length) &&
                status_request_size(responders.length, extensions.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t status_request_encode(struct tls12_bytes responders, struct tls12_bytes extensions, uint8_t *out,
                               uint32_t room);

#endif
