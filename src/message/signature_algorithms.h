/* RFC 5246 section 7.4.1.4.1, signature_algorithms: the body of the extension, without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_SIGNATURE_ALGORITHMS_H
#define TLS12_MESSAGE_SIGNATURE_ALGORITHMS_H

#include "spec/signature_algorithms.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct signature_algorithms {
  struct tls12_span pairs; /* without the length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_signature_algorithms(body, length);
    ensures rule: \result.rule == signature_algorithms_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == signature_algorithms_offset(body, length);
    ensures length: \result.length == signature_algorithms_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> signature_algorithms(body, length, body + value->pairs.offset, value->pairs.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->pairs.offset == 2;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault signature_algorithms_decode(const uint8_t *body, uint32_t length,
                                               struct signature_algorithms *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the field is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(pairs.data + (0 .. pairs.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), pairs.data + (0 .. pairs.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes signature_algorithms_value(pairs.length) && signature_algorithms_size(pairs.length) <= room;
      ensures length: \result == signature_algorithms_size(pairs.length);
      ensures encoding: signature_algorithms(out, \result, pairs.data, pairs.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(signature_algorithms_value(pairs.length) && signature_algorithms_size(pairs.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t signature_algorithms_encode(struct tls12_bytes pairs, uint8_t *out, uint32_t room);

#endif
