/* record_size_limit in both hellos, RFC 8449 section 4: the body of the extension, without type and length. */
#ifndef TLS12_MESSAGE_RECORD_SIZE_LIMIT_H
#define TLS12_MESSAGE_RECORD_SIZE_LIMIT_H

#include "spec/record_size_limit.h"
#include "wire/fault.h"

struct record_size_limit {
  uint32_t limit; /* bytes of plaintext in a protected record, at least 64 */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_record_size_limit(body, length);
    ensures rule: \result.rule == record_size_limit_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == record_size_limit_offset(body, length);
    ensures length: \result.length == record_size_limit_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> record_size_limit(body, length, value->limit);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault record_size_limit_decode(const uint8_t *body, uint32_t length, struct record_size_limit *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the number is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes record_size_limit_value(limit) && record_size_limit_size <= room;
      ensures length: \result == record_size_limit_size;
      ensures encoding: record_size_limit(out, \result, limit);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(record_size_limit_value(limit) && record_size_limit_size <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t record_size_limit_encode(uint32_t limit, uint8_t *out, uint32_t room);

#endif
