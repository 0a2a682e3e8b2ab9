/* server_name in a ClientHello, RFC 6066 section 3: the body of the extension, without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_SERVER_NAME_H
#define TLS12_MESSAGE_SERVER_NAME_H

#include "spec/server_name.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct server_name {
  struct tls12_span list; /* without the length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_name(body, length);
    ensures rule: \result.rule == server_name_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_name_offset(body, length);
    ensures length: \result.length == server_name_extent(body, length);
    //= build/requirements.md#R6066-11.1-01
    //= type=implication
    //# No length value in server_name can cause a buffer overflow.
    ensures value: \result.rule == TLS12_NO_RULE ==> server_name(body, length, body + value->list.offset, value->list.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->list.offset == 2;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_name_decode(const uint8_t *body, uint32_t length, struct server_name *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the bytes are not a
 * list of names or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_name_value(list.data, list.length) && server_name_size(list.length) <= room;
      ensures length: \result == server_name_size(list.length);
      ensures encoding: server_name(out, \result, list.data, list.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_name_value(list.data, list.length) && server_name_size(list.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_name_encode(struct tls12_bytes list, uint8_t *out, uint32_t room);

/* The host name in a list of names as server_name_decode found it, as a span of the same body; length 0 if none. */
/*@ requires range: list.offset <= TLS12_BODY_MAX && list.length <= TLS12_BODY_MAX - list.offset;
    requires readable: \valid_read(body + (list.offset .. list.offset + list.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures none: name_found(body, list.offset, list.offset + list.length, 0) == list.offset + list.length
      ==> \result.length == 0;
    ensures host_name: name_found(body, list.offset, list.offset + list.length, 0) < list.offset + list.length
      ==> \result.offset == name_found(body, list.offset, list.offset + list.length, 0) + 3 &&
          \result.length == be16(body, \result.offset - 2) >= 1;
    ensures inside: list.offset <= \result.offset && \result.offset + \result.length <= list.offset + list.length;
*/
struct tls12_span server_name_host(const uint8_t *body, struct tls12_span list);

#endif
