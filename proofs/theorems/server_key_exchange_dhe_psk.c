/* ServerKeyExchange of DHE_PSK: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/server_key_exchange_dhe_psk.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                       \valid_read(dh_p.data + (0 .. dh_p.length - 1)) &&
                       \valid_read(dh_g.data + (0 .. dh_g.length - 1)) &&
                       \valid_read(dh_Ys.data + (0 .. dh_Ys.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, dh_p.data + (0 .. dh_p.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, dh_g.data + (0 .. dh_g.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, dh_Ys.data + (0 .. dh_Ys.length - 1));
    requires value: server_key_exchange_dhe_psk_value(psk_identity_hint.length, dh_p.length, dh_g.length,
      dh_Ys.length);
    requires fits: server_key_exchange_dhe_psk_size(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length)
      <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_psk_identity_hint: same_field(out + value->psk_identity_hint.offset, value->psk_identity_hint.length,
      psk_identity_hint.data, psk_identity_hint.length);
    ensures same_dh_p: same_field(out + value->params.dh_p.offset, value->params.dh_p.length, dh_p.data, dh_p.length);
    ensures same_dh_g: same_field(out + value->params.dh_g.offset, value->params.dh_g.length, dh_g.data, dh_g.length);
    ensures same_dh_Ys: same_field(out + value->params.dh_Ys.offset, value->params.dh_Ys.length, dh_Ys.data,
      dh_Ys.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes psk_identity_hint, struct tls12_bytes dh_p,
                                    struct tls12_bytes dh_g, struct tls12_bytes dh_Ys, uint8_t *out, uint32_t room,
                                    struct server_key_exchange_dhe_psk *value)
{
  uint32_t length = server_key_exchange_dhe_psk_encode(psk_identity_hint, dh_p, dh_g, dh_Ys, out, room);
  struct tls12_fault fault = server_key_exchange_dhe_psk_decode(out, length, value);
  /*@ assert written: server_key_exchange_dhe_psk(out, length, psk_identity_hint.data, psk_identity_hint.length,
        dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: server_key_exchange_dhe_psk(out, length, out + value->psk_identity_hint.offset,
        value->psk_identity_hint.length, out + value->params.dh_p.offset, value->params.dh_p.length, out +
        value->params.dh_g.offset, value->params.dh_g.length, out + value->params.dh_Ys.offset,
        value->params.dh_Ys.length); */
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
    ensures same_length: is_server_key_exchange_dhe_psk(body, length) ==> \result == length;
    ensures same_bytes: is_server_key_exchange_dhe_psk(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct server_key_exchange_dhe_psk value;
  if (server_key_exchange_dhe_psk_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes psk_identity_hint = {body + value.psk_identity_hint.offset, value.psk_identity_hint.length};
  const struct tls12_bytes dh_p = {body + value.params.dh_p.offset, value.params.dh_p.length};
  const struct tls12_bytes dh_g = {body + value.params.dh_g.offset, value.params.dh_g.length};
  const struct tls12_bytes dh_Ys = {body + value.params.dh_Ys.offset, value.params.dh_Ys.length};
  /*@ assert decoded: server_key_exchange_dhe_psk(body, length, psk_identity_hint.data, psk_identity_hint.length,
        dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length); */
  /*@ assert inside: value.psk_identity_hint.offset + value.psk_identity_hint.length <= length &&
        value.params.dh_p.offset + value.params.dh_p.length <= length && value.params.dh_g.offset +
        value.params.dh_g.length <= length && value.params.dh_Ys.offset + value.params.dh_Ys.length <= length; */
  /*@ assert value: server_key_exchange_dhe_psk_value(psk_identity_hint.length, dh_p.length, dh_g.length,
        dh_Ys.length) && server_key_exchange_dhe_psk_size(psk_identity_hint.length, dh_p.length, dh_g.length,
        dh_Ys.length) == length; */
  uint32_t written = server_key_exchange_dhe_psk_encode(psk_identity_hint, dh_p, dh_g, dh_Ys, out, length);
  /*@ assert written: written == length && server_key_exchange_dhe_psk(out, length, psk_identity_hint.data,
        psk_identity_hint.length, dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert psk_identity_hint_unchanged: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert psk_identity_hint_stays: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert dh_p_unchanged: \let d = dh_p.data; \let n = dh_p.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert dh_p_stays: \let d = dh_p.data; \let n = dh_p.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert dh_g_unchanged: \let d = dh_g.data; \let n = dh_g.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert dh_g_stays: \let d = dh_g.data; \let n = dh_g.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert dh_Ys_unchanged: \let d = dh_Ys.data; \let n = dh_Ys.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert dh_Ys_stays: \let d = dh_Ys.data; \let n = dh_Ys.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let psk_identity_hint_d = psk_identity_hint.data; \let psk_identity_hint_n = psk_identity_hint.length;
        \let dh_p_d = dh_p.data; \let dh_p_n = dh_p.length;
        \let dh_g_d = dh_g.data; \let dh_g_n = dh_g.length;
        \let dh_Ys_d = dh_Ys.data; \let dh_Ys_n = dh_Ys.length;
       server_key_exchange_dhe_psk{Pre}(body, length, psk_identity_hint_d, psk_identity_hint_n, dh_p_d, dh_p_n,
          dh_g_d, dh_g_n, dh_Ys_d, dh_Ys_n); */
  /*@ assert stays: server_key_exchange_dhe_psk(body, length, psk_identity_hint.data, psk_identity_hint.length,
        dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length); */
  return written;
}
