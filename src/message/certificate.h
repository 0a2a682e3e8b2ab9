/* Certificate, RFC 5246 sections 7.4.2 (of the server) and 7.4.6 (of the client).
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CERTIFICATE_H
#define TLS12_MESSAGE_CERTIFICATE_H

#include "spec/certificate.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct certificate {
  struct tls12_span
      certificate_list; /* the elements: read_vector24 takes one after the other, the sender's own first */
};

/*@ predicate certificate_in{L}(uint8_t *b, integer n, struct certificate *v) =
      certificate(b, n, b + v->certificate_list.offset, v->certificate_list.length);

    predicate certificate_spans{L}(integer n, struct certificate *v) =
      v->certificate_list.offset == 3 && v->certificate_list.length == n - 3;
*/

/* Accepts exactly the encodings that a server may send: with at least one certificate. A refused body leaves *value as
 * it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate(body, length, 1);
    ensures rule: \result.rule == certificate_rule(body, length, 1);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_offset(body, length, 1);
    ensures length: \result.length == certificate_extent(body, length, 1);
    ensures value: \result.rule == TLS12_NO_RULE ==> certificate_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> certificate_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_certificate_decode(const uint8_t *body, uint32_t length, struct certificate *value);

/* Accepts exactly the encodings that a client may send: the list may be empty. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate(body, length, 0);
    ensures rule: \result.rule == certificate_rule(body, length, 0);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_offset(body, length, 0);
    ensures length: \result.length == certificate_extent(body, length, 0);
    ensures value: \result.rule == TLS12_NO_RULE ==> certificate_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> certificate_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_certificate_decode(const uint8_t *body, uint32_t length, struct certificate *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if certificate_list is not a
 * list of elements opaque<1..2^24-1> or there is no room. An empty list is written: not for servers. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(certificate_list.data + (0 .. certificate_list.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), certificate_list.data + (0 .. certificate_list.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes certificate_value(certificate_list.data, certificate_list.length) && certificate_size(certificate_list.length) <= room;
      ensures length: \result == certificate_size(certificate_list.length);
      ensures encoding: certificate(out, \result, certificate_list.data, certificate_list.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(certificate_value(certificate_list.data, certificate_list.length) && certificate_size(certificate_list.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t certificate_encode(struct tls12_bytes certificate_list, uint8_t *out, uint32_t room);

#endif
