/* supported_groups: round trips, from the contracts of decoder and encoder alone. */
#include "message/supported_groups.h"
#include "proofs/theorems/fields.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(groups.data + (0 .. groups.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, groups.data + (0 .. groups.length - 1));
    requires value: supported_groups_value(groups.length);
    requires fits: supported_groups_size(groups.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_groups: same_field(out + value->groups.offset, value->groups.length, groups.data, groups.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes groups, uint8_t *out, uint32_t room,
                                    struct supported_groups *value)
{
  uint32_t length = supported_groups_encode(groups, out, room);
  struct tls12_fault fault = supported_groups_decode(out, length, value);
  /*@ assert written: supported_groups(out, length, groups.data, groups.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: supported_groups(out, length, out + value->groups.offset, value->groups.length); */
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
    ensures same_length: is_supported_groups(body, length) ==> \result == length;
    ensures same_bytes: is_supported_groups(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct supported_groups value;
  if (supported_groups_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes groups = {body + value.groups.offset, value.groups.length};
  /*@ assert decoded: supported_groups(body, length, groups.data, groups.length); */
  /*@ assert inside: value.groups.offset + value.groups.length <= length; */
  /*@ assert value: supported_groups_value(groups.length) && supported_groups_size(groups.length) == length; */
  uint32_t written = supported_groups_encode(groups, out, length);
  /*@ assert written: written == length && supported_groups(out, length, groups.data, groups.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert groups_unchanged: \let d = groups.data; \let n = groups.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert groups_stays: \let d = groups.data; \let n = groups.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let groups_d = groups.data; \let groups_n = groups.length;
       vector16{Pre}(body, 0, length, groups_d, groups_n); */
  /*@ assert stays: vector16(body, 0, length, groups.data, groups.length); */
  return written;
}
