/* Alert, RFC 5246 section 7.2. The bytes are those of the alert, without the record header. */
#ifndef TLS12_MESSAGE_ALERT_H
#define TLS12_MESSAGE_ALERT_H

#include "spec/alert.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct alert {
  uint32_t level;       /* enum tls12_alert_level */
  uint32_t description; /* enum tls12_alert, or a number that it does not know */
};

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_alert(body, length);
    ensures rule: \result.rule == alert_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == alert_offset(body, length);
    ensures length: \result.length == alert_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> alert(body, length, value->level, value->description);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault alert_decode(const uint8_t *body, uint32_t length, struct alert *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes alert_value(level, description) && alert_size <= room;
      ensures length: \result == alert_size;
      ensures encoding: alert(out, \result, level, description);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(alert_value(level, description) && alert_size <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t alert_encode(uint32_t level, uint32_t description, uint8_t *out, uint32_t room);

/* The level with which an alert is sent. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures level: \result == alert_level(description);
*/
enum tls12_alert_level alert_level(enum tls12_alert description);

#endif
