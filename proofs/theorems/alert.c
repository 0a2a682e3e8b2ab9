/* Alert: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/alert.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value);
    requires value: alert_value(level, description);
    requires fits: alert_size <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_level: value->level == level;
    ensures same_description: value->description == description;
*/
struct tls12_fault decode_of_encode(uint32_t level, uint32_t description, uint8_t *out, uint32_t room,
                                    struct alert *value)
{
  uint32_t length = alert_encode(level, description, out, room);
  struct tls12_fault fault = alert_decode(out, length, value);
  /*@ assert written: alert(out, length, level, description); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: alert(out, length, value->level, value->description); */
  return fault;
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_alert(body, length) ==> \result == length;
    ensures same_bytes: is_alert(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct alert value;
  if (alert_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  /*@ assert decoded: alert(body, length, value.level, value.description); */
  /*@ assert value: alert_value(value.level, value.description) && alert_size == length; */
  uint32_t written = alert_encode(value.level, value.description, out, length);
  /*@ assert written: written == length && alert(out, length, value.level, value.description); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert stays: alert(body, length, value.level, value.description); */
  return written;
}
