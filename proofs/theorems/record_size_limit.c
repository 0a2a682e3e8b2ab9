/* record_size_limit: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/record_size_limit.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value);
    requires value: record_size_limit_value(limit);
    requires fits: record_size_limit_size <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_limit: value->limit == limit;
*/
struct tls12_fault decode_of_encode(uint32_t limit, uint8_t *out, uint32_t room, struct record_size_limit *value)
{
  uint32_t length = record_size_limit_encode(limit, out, room);
  struct tls12_fault fault = record_size_limit_decode(out, length, value);
  /*@ assert written: record_size_limit(out, length, limit); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: record_size_limit(out, length, value->limit); */
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
    ensures same_length: is_record_size_limit(body, length) ==> \result == length;
    ensures same_bytes: is_record_size_limit(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct record_size_limit value;
  if (record_size_limit_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  /*@ assert decoded: record_size_limit(body, length, value.limit); */
  /*@ assert value: record_size_limit_value(value.limit) && record_size_limit_size == length; */
  uint32_t written = record_size_limit_encode(value.limit, out, length);
  /*@ assert written: written == length && record_size_limit(out, length, value.limit); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert stays: record_size_limit(body, length, value.limit); */
  return written;
}
