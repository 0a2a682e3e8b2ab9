/* RFC 8422 section 5.1.1, supported_groups (RFC 7919 section 2 adds the finite-field groups): the body of the extension, without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_SUPPORTED_GROUPS_H
#define TLS12_MESSAGE_SUPPORTED_GROUPS_H

#include "spec/supported_groups.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct supported_groups {
  struct tls12_span groups; /* without the length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_supported_groups(body, length);
    ensures rule: \result.rule == supported_groups_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == supported_groups_offset(body, length);
    ensures length: \result.length == supported_groups_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> supported_groups(body, length, body + value->groups.offset, value->groups.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->groups.offset == 2;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault supported_groups_decode(const uint8_t *body, uint32_t length, struct supported_groups *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the field is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(groups.data + (0 .. groups.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), groups.data + (0 .. groups.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes supported_groups_value(groups.length) && supported_groups_size(groups.length) <= room;
      ensures length: \result == supported_groups_size(groups.length);
      ensures encoding: supported_groups(out, \result, groups.data, groups.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(supported_groups_value(groups.length) && supported_groups_size(groups.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t supported_groups_encode(struct tls12_bytes groups, uint8_t *out, uint32_t room);

#endif
