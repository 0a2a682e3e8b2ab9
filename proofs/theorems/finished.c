/* Finished: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/finished.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(verify_data.data + (0 .. verify_data.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, verify_data.data + (0 .. verify_data.length - 1));
    requires value: finished_value(verify_data.length);
    requires fits: finished_size(verify_data.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_verify_data: same_field(out + value->verify_data.offset, value->verify_data.length, verify_data.data,
      verify_data.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes verify_data, uint8_t *out, uint32_t room, struct finished *value)
{
  uint32_t length = finished_encode(verify_data, out, room);
  struct tls12_fault fault = finished_decode(out, length, value);
  /*@ assert written: finished(out, length, verify_data.data, verify_data.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: finished(out, length, out + value->verify_data.offset, value->verify_data.length); */
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
    ensures same_length: is_finished(body, length) ==> \result == length;
    ensures same_bytes: is_finished(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct finished value;
  if (finished_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes verify_data = {body + value.verify_data.offset, value.verify_data.length};
  /*@ assert decoded: finished(body, length, verify_data.data, verify_data.length); */
  //@ assert inside: value.verify_data.offset + value.verify_data.length <= length;
  //@ assert value: finished_value(verify_data.length) && finished_size(verify_data.length) == length;
  uint32_t written = finished_encode(verify_data, out, length);
  /*@ assert written: written == length && finished(out, length, verify_data.data, verify_data.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert verify_data_stays: \let d = verify_data.data; \let n = verify_data.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let verify_data_d = verify_data.data; \let verify_data_n = verify_data.length;
        finished{Pre}(body, length, verify_data_d, verify_data_n); */
  /*@ assert stays: finished(body, length, verify_data.data, verify_data.length); */
  return written;
}
