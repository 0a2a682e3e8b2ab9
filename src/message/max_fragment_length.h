/* max_fragment_length in both hellos, RFC 6066 section 4: the body of the extension, without type and length. */
#ifndef TLS12_MESSAGE_MAX_FRAGMENT_LENGTH_H
#define TLS12_MESSAGE_MAX_FRAGMENT_LENGTH_H

#include "spec/max_fragment_length.h"
#include "wire/fault.h"

struct max_fragment_length {
  uint32_t code; /* 1 .. 4: records of at most 2^9 .. 2^12 bytes */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_max_fragment_length(body, length);
    ensures rule: \result.rule == max_fragment_length_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == max_fragment_length_offset(body, length);
    ensures length: \result.length == max_fragment_length_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> max_fragment_length(body, length, value->code);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault max_fragment_length_decode(const uint8_t *body, uint32_t length, struct max_fragment_length *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the number is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes max_fragment_length_value(code) && max_fragment_length_size <= room;
      ensures length: \result == max_fragment_length_size;
      ensures encoding: max_fragment_length(out, \result, code);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(max_fragment_length_value(code) && max_fragment_length_size <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t max_fragment_length_encode(uint32_t code, uint8_t *out, uint32_t room);

#endif
