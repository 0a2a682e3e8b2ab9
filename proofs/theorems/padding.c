/* padding: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/padding.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value);
    requires value: padding_value(zeros);
    requires fits: padding_size(zeros) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_zeros: value->zeros == zeros;
*/
struct tls12_fault decode_of_encode(uint32_t zeros, uint8_t *out, uint32_t room, struct padding *value)
{
  uint32_t length = padding_encode(zeros, out, room);
  struct tls12_fault fault = padding_decode(out, length, value);
  /*@ assert written: padding(out, length, zeros); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: padding(out, length, value->zeros); */
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
    ensures same_length: is_padding(body, length) ==> \result == length;
    ensures same_bytes: is_padding(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct padding value;
  if (padding_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  /*@ assert decoded: padding(body, length, value.zeros); */
  /*@ assert value: padding_value(value.zeros) && padding_size(value.zeros) == length; */
  uint32_t written = padding_encode(value.zeros, out, length);
  /*@ assert written: written == length && padding(out, length, value.zeros); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert stays: padding(body, length, value.zeros); */
  return written;
}
