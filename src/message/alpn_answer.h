/* application_layer_protocol_negotiation in a ServerHello, RFC 7301 section 3.1: the body of the extension,
 * without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_ALPN_ANSWER_H
#define TLS12_MESSAGE_ALPN_ANSWER_H

#include "spec/alpn_answer.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct alpn_answer {
  struct tls12_span name; /* the selected protocol, without its length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_alpn_answer(body, length);
    ensures rule: \result.rule == alpn_answer_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == alpn_answer_offset(body, length);
    ensures length: \result.length == alpn_answer_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      alpn_answer(body, length, body + value->name.offset, value->name.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->name.offset == 3;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault alpn_answer_decode(const uint8_t *body, uint32_t length, struct alpn_answer *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the name is empty or too long
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(name.data + (0 .. name.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), name.data + (0 .. name.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes alpn_answer_value(name.length) && alpn_answer_size(name.length) <= room;
      ensures length: \result == alpn_answer_size(name.length);
      ensures encoding: alpn_answer(out, \result, name.data, name.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(alpn_answer_value(name.length) && alpn_answer_size(name.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t alpn_answer_encode(struct tls12_bytes name, uint8_t *out, uint32_t room);

#endif
