/* Finished, RFC 5246 section 7.4.9: proof that both sides saw the same handshake and know the same keys.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_FINISHED_H
#define TLS12_MESSAGE_FINISHED_H

#include "spec/finished.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct finished {
  struct tls12_span verify_data;
};

/*@ predicate finished_in{L}(uint8_t *b, integer n, struct finished *v) =
      finished(b, n, b + v->verify_data.offset, v->verify_data.length);

    predicate finished_spans{L}(integer n, struct finished *v) = v->verify_data.offset == 0 && v->verify_data.length == n;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_finished(body, length);
    ensures rule: \result.rule == finished_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == finished_offset(body, length);
    ensures length: \result.length == finished_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> finished_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> finished_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault finished_decode(const uint8_t *body, uint32_t length, struct finished *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(verify_data.data + (0 .. verify_data.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), verify_data.data + (0 .. verify_data.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes finished_value(verify_data.length) && finished_size(verify_data.length) <= room;
      ensures length: \result == finished_size(verify_data.length);
      ensures encoding: finished(out, \result, verify_data.data, verify_data.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(finished_value(verify_data.length) && finished_size(verify_data.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t finished_encode(struct tls12_bytes verify_data, uint8_t *out, uint32_t room);

#endif
