/* padding in a ClientHello, RFC 7685 section 3: the body of the extension, without type and length. */
#ifndef TLS12_MESSAGE_PADDING_H
#define TLS12_MESSAGE_PADDING_H

#include "spec/padding.h"
#include "wire/fault.h"

struct padding {
  uint32_t zeros; /* how many zero bytes the body has */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_padding(body, length);
    ensures rule: \result.rule == padding_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == padding_offset(body, length);
    ensures length: \result.length == padding_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> padding(body, length, value->zeros);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault padding_decode(const uint8_t *body, uint32_t length, struct padding *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if they are too many
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes padding_value(zeros) && padding_size(zeros) <= room;
      ensures length: \result == padding_size(zeros);
      ensures encoding: padding(out, \result, zeros);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(padding_value(zeros) && padding_size(zeros) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t padding_encode(uint32_t zeros, uint8_t *out, uint32_t room);

#endif
