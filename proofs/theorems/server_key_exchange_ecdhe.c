/* ServerKeyExchange of ECDHE_RSA and ECDHE_ECDSA: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/server_key_exchange_ecdhe.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(point.data + (0 .. point.length - 1)) &&
                       \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, point.data + (0 .. point.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, signature.data + (0 .. signature.length - 1));
    requires value: server_key_exchange_ecdhe_value(named_curve, point.length, hash, signature_algorithm,
      signature.length);
    requires fits: server_key_exchange_ecdhe_size(point.length, signature.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_named_curve: value->named_curve == named_curve;
    ensures same_point: same_field(out + value->point.offset, value->point.length, point.data, point.length);
    ensures same_hash: value->hash == hash;
    ensures same_signature_algorithm: value->signature_algorithm == signature_algorithm;
    ensures same_signature: same_field(out + value->signature.offset, value->signature.length, signature.data,
      signature.length);
*/
struct tls12_fault decode_of_encode(uint32_t named_curve, struct tls12_bytes point, uint32_t hash,
                                    uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out,
                                    uint32_t room, struct server_key_exchange_ecdhe *value)
{
  uint32_t length =
      server_key_exchange_ecdhe_encode(named_curve, point, hash, signature_algorithm, signature, out, room);
  struct tls12_fault fault = server_key_exchange_ecdhe_decode(out, length, value);
  /*@ assert written: server_key_exchange_ecdhe(out, length, named_curve, point.data, point.length, hash,
        signature_algorithm, signature.data, signature.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: server_key_exchange_ecdhe(out, length, value->named_curve, out + value->point.offset,
        value->point.length, value->hash, value->signature_algorithm, out + value->signature.offset,
        value->signature.length); */
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
    ensures same_length: is_server_key_exchange_ecdhe(body, length) ==> \result == length;
    ensures same_bytes: is_server_key_exchange_ecdhe(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct server_key_exchange_ecdhe value;
  if (server_key_exchange_ecdhe_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  //@ assert in: server_key_exchange_ecdhe_in(body, length, &value);
  const struct tls12_bytes point = {body + value.point.offset, value.point.length};
  const struct tls12_bytes signature = {body + value.signature.offset, value.signature.length};
  /*@ assert decoded: server_key_exchange_ecdhe(body, length, value.named_curve, point.data, point.length, value.hash,
        value.signature_algorithm, signature.data, signature.length); */
  /*@ assert inside: value.point.offset + value.point.length <= length &&
        value.signature.offset + value.signature.length <= length; */
  /*@ assert value: server_key_exchange_ecdhe_value(value.named_curve, point.length, value.hash,
        value.signature_algorithm, signature.length) && server_key_exchange_ecdhe_size(point.length,
        signature.length) == length; */
  uint32_t written = server_key_exchange_ecdhe_encode(value.named_curve, point, value.hash, value.signature_algorithm,
                                                      signature, out, length);
  /*@ assert written: written == length && server_key_exchange_ecdhe(out, length, value.named_curve, point.data,
        point.length, value.hash, value.signature_algorithm, signature.data, signature.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert point_unchanged: \let d = point.data; \let n = point.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert point_stays: \let d = point.data; \let n = point.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert signature_unchanged: \let d = signature.data; \let n = signature.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert signature_stays: \let d = signature.data; \let n = signature.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let point_d = point.data; \let point_n = point.length;
        \let signature_d = signature.data; \let signature_n = signature.length;
        server_key_exchange_ecdhe{Pre}(body, length, value.named_curve, point_d, point_n, value.hash,
          value.signature_algorithm, signature_d, signature_n); */
  /*@ assert stays: server_key_exchange_ecdhe(body, length, value.named_curve, point.data, point.length, value.hash,
        value.signature_algorithm, signature.data, signature.length); */
  return written;
}
