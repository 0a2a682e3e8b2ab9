/* signature_algorithms: round trips, from the contracts of decoder and encoder alone. */
#include "message/signature_algorithms.h"
#include "proofs/theorems/fields.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(pairs.data + (0 .. pairs.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, pairs.data + (0 .. pairs.length - 1));
    requires value: signature_algorithms_value(pairs.length);
    requires fits: signature_algorithms_size(pairs.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_pairs: same_field(out + value->pairs.offset, value->pairs.length, pairs.data, pairs.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes pairs, uint8_t *out, uint32_t room,
                                    struct signature_algorithms *value)
{
  uint32_t length = signature_algorithms_encode(pairs, out, room);
  struct tls12_fault fault = signature_algorithms_decode(out, length, value);
  /*@ assert written: signature_algorithms(out, length, pairs.data, pairs.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: signature_algorithms(out, length, out + value->pairs.offset, value->pairs.length); */
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
    ensures same_length: is_signature_algorithms(body, length) ==> \result == length;
    ensures same_bytes: is_signature_algorithms(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct signature_algorithms value;
  if (signature_algorithms_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes pairs = {body + value.pairs.offset, value.pairs.length};
  /*@ assert decoded: signature_algorithms(body, length, pairs.data, pairs.length); */
  /*@ assert inside: value.pairs.offset + value.pairs.length <= length; */
  /*@ assert value: signature_algorithms_value(pairs.length) && signature_algorithms_size(pairs.length) == length; */
  uint32_t written = signature_algorithms_encode(pairs, out, length);
  /*@ assert written: written == length && signature_algorithms(out, length, pairs.data, pairs.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert pairs_unchanged: \let d = pairs.data; \let n = pairs.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert pairs_stays: \let d = pairs.data; \let n = pairs.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let pairs_d = pairs.data; \let pairs_n = pairs.length;
       vector16{Pre}(body, 0, length, pairs_d, pairs_n); */
  /*@ assert stays: vector16(body, 0, length, pairs.data, pairs.length); */
  return written;
}
