/* ServerKeyExchange of ECDHE_PSK: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/server_key_exchange_ecdhe_psk.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                       \valid_read(point.data + (0 .. point.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, point.data + (0 .. point.length - 1));
    requires value: server_key_exchange_ecdhe_psk_value(psk_identity_hint.length, named_curve, point.length);
    requires fits: server_key_exchange_ecdhe_psk_size(psk_identity_hint.length, point.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_psk_identity_hint: same_field(out + value->psk_identity_hint.offset, value->psk_identity_hint.length,
      psk_identity_hint.data, psk_identity_hint.length);
    ensures same_named_curve: value->params.named_curve == named_curve;
    ensures same_point: same_field(out + value->params.point.offset, value->params.point.length, point.data,
      point.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes psk_identity_hint, uint32_t named_curve,
                                    struct tls12_bytes point, uint8_t *out, uint32_t room,
                                    struct server_key_exchange_ecdhe_psk *value)
{
  uint32_t length = server_key_exchange_ecdhe_psk_encode(psk_identity_hint, named_curve, point, out, room);
  struct tls12_fault fault = server_key_exchange_ecdhe_psk_decode(out, length, value);
  /*@ assert written: server_key_exchange_ecdhe_psk(out, length, psk_identity_hint.data, psk_identity_hint.length,
        named_curve, point.data, point.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: server_key_exchange_ecdhe_psk(out, length, out + value->psk_identity_hint.offset,
        value->psk_identity_hint.length, value->params.named_curve, out + value->params.point.offset,
        value->params.point.length); */
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
    ensures same_length: is_server_key_exchange_ecdhe_psk(body, length) ==> \result == length;
    ensures same_bytes: is_server_key_exchange_ecdhe_psk(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct server_key_exchange_ecdhe_psk value;
  if (server_key_exchange_ecdhe_psk_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes psk_identity_hint = {body + value.psk_identity_hint.offset, value.psk_identity_hint.length};
  const struct tls12_bytes point = {body + value.params.point.offset, value.params.point.length};
  /*@ assert decoded: server_key_exchange_ecdhe_psk(body, length, psk_identity_hint.data, psk_identity_hint.length,
        value.params.named_curve, point.data, point.length); */
  /*@ assert inside: value.psk_identity_hint.offset + value.psk_identity_hint.length <= length &&
        value.params.point.offset + value.params.point.length <= length; */
  /*@ assert value: server_key_exchange_ecdhe_psk_value(psk_identity_hint.length, value.params.named_curve,
        point.length) && server_key_exchange_ecdhe_psk_size(psk_identity_hint.length, point.length) == length; */
  uint32_t written =
      server_key_exchange_ecdhe_psk_encode(psk_identity_hint, value.params.named_curve, point, out, length);
  /*@ assert written: written == length && server_key_exchange_ecdhe_psk(out, length, psk_identity_hint.data,
        psk_identity_hint.length, value.params.named_curve, point.data, point.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert psk_identity_hint_unchanged: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert psk_identity_hint_stays: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert point_unchanged: \let d = point.data; \let n = point.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert point_stays: \let d = point.data; \let n = point.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let psk_identity_hint_d = psk_identity_hint.data; \let psk_identity_hint_n = psk_identity_hint.length;
        \let point_d = point.data; \let point_n = point.length;
       server_key_exchange_ecdhe_psk{Pre}(body, length, psk_identity_hint_d, psk_identity_hint_n,
          value.params.named_curve, point_d, point_n); */
  /*@ assert stays: server_key_exchange_ecdhe_psk(body, length, psk_identity_hint.data, psk_identity_hint.length,
        value.params.named_curve, point.data, point.length); */
  return written;
}
