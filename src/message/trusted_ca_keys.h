/* trusted_ca_keys in a ClientHello, RFC 6066 section 6: the body of the extension,
 * without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_TRUSTED_CA_KEYS_H
#define TLS12_MESSAGE_TRUSTED_CA_KEYS_H

#include "spec/trusted_ca_keys.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct trusted_ca_keys {
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
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_trusted_ca_keys(body, length);
    ensures rule: \result.rule == trusted_ca_keys_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == trusted_ca_keys_offset(body, length);
    ensures length: \result.length == trusted_ca_keys_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      trusted_ca_keys(body, length, body + value->list.offset, value->list.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->list.offset == 2;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault trusted_ca_keys_decode(const uint8_t *body, uint32_t length, struct trusted_ca_keys *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the bytes are not a list of
 * authorities or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes trusted_ca_keys_value(list.data, list.length) && trusted_ca_keys_size(list.length) <= room;
      ensures length: \result == trusted_ca_keys_size(list.length);
      ensures encoding: trusted_ca_keys(out, \result, list.data, list.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(trusted_ca_keys_value(list.data, list.length) && trusted_ca_keys_size(list.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t trusted_ca_keys_encode(struct tls12_bytes list, uint8_t *out, uint32_t room);

#endif
