/* ALPN of a ServerHello: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/alpn_answer.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(name.data + (0 .. name.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, name.data + (0 .. name.length - 1));
    requires value: alpn_answer_value(name.length);
    requires fits: alpn_answer_size(name.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_name: same_field(out + value->name.offset, value->name.length, name.data, name.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes name, uint8_t *out, uint32_t room, struct alpn_answer *value)
{
  uint32_t length = alpn_answer_encode(name, out, room);
  struct tls12_fault fault = alpn_answer_decode(out, length, value);
  /*@ assert written: alpn_answer(out, length, name.data, name.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: alpn_answer(out, length, out + value->name.offset, value->name.length); */
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
    ensures same_length: is_alpn_answer(body, length) ==> \result == length;
    ensures same_bytes: is_alpn_answer(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct alpn_answer value;
  if (alpn_answer_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes name = {body + value.name.offset, value.name.length};
  /*@ assert decoded: alpn_answer(body, length, name.data, name.length); */
  /*@ assert inside: value.name.offset + value.name.length <= length; */
  /*@ assert value: alpn_answer_value(name.length) && alpn_answer_size(name.length) == length; */
  uint32_t written = alpn_answer_encode(name, out, length);
  /*@ assert written: written == length && alpn_answer(out, length, name.data, name.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert name_unchanged: \let d = name.data; \let n = name.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert name_stays: \let d = name.data; \let n = name.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let name_d = name.data; \let name_n = name.length;
       be16{Pre}(body, 0) == 1 + name_n && vector8{Pre}(body, 2, length, name_d, name_n); */
  /*@ assert stays: be16(body, 0) == 1 + name.length && vector8(body, 2, length, name.data, name.length); */
  return written;
}
