/* RFC 5746 section 3.2, renegotiation_info: the body of the extension, without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_RENEGOTIATION_INFO_H
#define TLS12_MESSAGE_RENEGOTIATION_INFO_H

#include "spec/renegotiation_info.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct renegotiation_info {
  struct tls12_span renegotiated_connection; /* without the length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_renegotiation_info(body, length);
    ensures rule: \result.rule == renegotiation_info_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == renegotiation_info_offset(body, length);
    ensures length: \result.length == renegotiation_info_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> renegotiation_info(body, length, body + value->renegotiated_connection.offset, value->renegotiated_connection.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->renegotiated_connection.offset == 1;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault renegotiation_info_decode(const uint8_t *body, uint32_t length, struct renegotiation_info *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the field is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(renegotiated_connection.data + (0 .. renegotiated_connection.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), renegotiated_connection.data + (0 .. renegotiated_connection.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes renegotiation_info_value(renegotiated_connection.length) && renegotiation_info_size(renegotiated_connection.length) <= room;
      ensures length: \result == renegotiation_info_size(renegotiated_connection.length);
      ensures encoding: renegotiation_info(out, \result, renegotiated_connection.data, renegotiated_connection.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(renegotiation_info_value(renegotiated_connection.length) && renegotiation_info_size(renegotiated_connection.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t renegotiation_info_encode(struct tls12_bytes renegotiated_connection, uint8_t *out, uint32_t room);

#endif
