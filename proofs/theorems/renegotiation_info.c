/* renegotiation_info: round trips, from the contracts of decoder and encoder alone. */
#include "message/renegotiation_info.h"
#include "proofs/theorems/fields.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(renegotiated_connection.data + (0 .. renegotiated_connection.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, renegotiated_connection.data + (0 .. renegotiated_connection.length - 1));
    requires value: renegotiation_info_value(renegotiated_connection.length);
    requires fits: renegotiation_info_size(renegotiated_connection.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_renegotiated_connection: same_field(out + value->renegotiated_connection.offset,
      value->renegotiated_connection.length, renegotiated_connection.data, renegotiated_connection.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes renegotiated_connection, uint8_t *out, uint32_t room,
                                    struct renegotiation_info *value)
{
  uint32_t length = renegotiation_info_encode(renegotiated_connection, out, room);
  struct tls12_fault fault = renegotiation_info_decode(out, length, value);
  /*@ assert written: renegotiation_info(out, length, renegotiated_connection.data, renegotiated_connection.length);
        */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: renegotiation_info(out, length, out + value->renegotiated_connection.offset,
        value->renegotiated_connection.length); */
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
    ensures same_length: is_renegotiation_info(body, length) ==> \result == length;
    ensures same_bytes: is_renegotiation_info(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct renegotiation_info value;
  if (renegotiation_info_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes renegotiated_connection = {body + value.renegotiated_connection.offset,
                                                      value.renegotiated_connection.length};
  /*@ assert decoded: renegotiation_info(body, length, renegotiated_connection.data, renegotiated_connection.length);
        */
  /*@ assert inside: value.renegotiated_connection.offset + value.renegotiated_connection.length <= length; */
  /*@ assert value: renegotiation_info_value(renegotiated_connection.length) &&
        renegotiation_info_size(renegotiated_connection.length) == length; */
  uint32_t written = renegotiation_info_encode(renegotiated_connection, out, length);
  /*@ assert written: written == length && renegotiation_info(out, length, renegotiated_connection.data,
        renegotiated_connection.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert renegotiated_connection_unchanged: \let d = renegotiated_connection.data; \let n = renegotiated_connection.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert renegotiated_connection_stays: \let d = renegotiated_connection.data; \let n = renegotiated_connection.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let renegotiated_connection_d = renegotiated_connection.data; \let renegotiated_connection_n = renegotiated_connection.length;
       vector8{Pre}(body, 0, length, renegotiated_connection_d, renegotiated_connection_n); */
  /*@ assert stays: vector8(body, 0, length, renegotiated_connection.data, renegotiated_connection.length); */
  return written;
}
