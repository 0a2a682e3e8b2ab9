/* max_fragment_length: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/max_fragment_length.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value);
    requires value: max_fragment_length_value(code);
    requires fits: max_fragment_length_size <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_code: value->code == code;
*/
struct tls12_fault decode_of_encode(uint32_t code, uint8_t *out, uint32_t room, struct max_fragment_length *value)
{
  uint32_t length = max_fragment_length_encode(code, out, room);
  struct tls12_fault fault = max_fragment_length_decode(out, length, value);
  /*@ assert written: max_fragment_length(out, length, code); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: max_fragment_length(out, length, value->code); */
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
    ensures same_length: is_max_fragment_length(body, length) ==> \result == length;
    ensures same_bytes: is_max_fragment_length(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct max_fragment_length value;
  if (max_fragment_length_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  /*@ assert decoded: max_fragment_length(body, length, value.code); */
  /*@ assert value: max_fragment_length_value(value.code) && max_fragment_length_size == length; */
  uint32_t written = max_fragment_length_encode(value.code, out, length);
  /*@ assert written: written == length && max_fragment_length(out, length, value.code); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert stays: max_fragment_length(body, length, value.code); */
  return written;
}
