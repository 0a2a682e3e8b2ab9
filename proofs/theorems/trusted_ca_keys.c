/* trusted_ca_keys: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/trusted_ca_keys.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, list.data + (0 .. list.length - 1));
    requires value: trusted_ca_keys_value(list.data, list.length);
    requires fits: trusted_ca_keys_size(list.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_list: same_field(out + value->list.offset, value->list.length, list.data, list.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes list, uint8_t *out, uint32_t room, struct trusted_ca_keys *value)
{
  uint32_t length = trusted_ca_keys_encode(list, out, room);
  struct tls12_fault fault = trusted_ca_keys_decode(out, length, value);
  /*@ assert written: trusted_ca_keys(out, length, list.data, list.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: trusted_ca_keys(out, length, out + value->list.offset, value->list.length); */
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
    ensures same_length: is_trusted_ca_keys(body, length) ==> \result == length;
    ensures same_bytes: is_trusted_ca_keys(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct trusted_ca_keys value;
  if (trusted_ca_keys_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes list = {body + value.list.offset, value.list.length};
  /*@ assert decoded: trusted_ca_keys(body, length, list.data, list.length); */
  /*@ assert inside: value.list.offset + value.list.length <= length; */
  /*@ assert value: trusted_ca_keys_value(list.data, list.length) && trusted_ca_keys_size(list.length) == length; */
  uint32_t written = trusted_ca_keys_encode(list, out, length);
  /*@ assert written: written == length && trusted_ca_keys(out, length, list.data, list.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert list_unchanged: \let d = list.data; \let n = list.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert list_stays: \let d = list.data; \let n = list.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let list_d = list.data; \let list_n = list.length;
       vector16{Pre}(body, 0, length, list_d, list_n); */
  /*@ assert stays: vector16(body, 0, length, list.data, list.length); */
  return written;
}
