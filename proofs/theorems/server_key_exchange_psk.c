/* ServerKeyExchange of PSK and RSA_PSK: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/server_key_exchange_psk.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, psk_identity_hint.data + (0 .. psk_identity_hint.length - 1));
    requires value: server_key_exchange_psk_value(psk_identity_hint.length);
    requires fits: server_key_exchange_psk_size(psk_identity_hint.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_psk_identity_hint: same_field(out + value->psk_identity_hint.offset, value->psk_identity_hint.length,
      psk_identity_hint.data, psk_identity_hint.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes psk_identity_hint, uint8_t *out, uint32_t room,
                                    struct server_key_exchange_psk *value)
{
  uint32_t length = server_key_exchange_psk_encode(psk_identity_hint, out, room);
  struct tls12_fault fault = server_key_exchange_psk_decode(out, length, value);
  /*@ assert written: server_key_exchange_psk(out, length, psk_identity_hint.data, psk_identity_hint.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: server_key_exchange_psk(out, length, out + value->psk_identity_hint.offset,
        value->psk_identity_hint.length); */
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
    ensures same_length: is_server_key_exchange_psk(body, length) ==> \result == length;
    ensures same_bytes: is_server_key_exchange_psk(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct server_key_exchange_psk value;
  if (server_key_exchange_psk_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes psk_identity_hint = {body + value.psk_identity_hint.offset, value.psk_identity_hint.length};
  /*@ assert decoded: server_key_exchange_psk(body, length, psk_identity_hint.data, psk_identity_hint.length); */
  /*@ assert inside: value.psk_identity_hint.offset + value.psk_identity_hint.length <= length; */
  /*@ assert value: server_key_exchange_psk_value(psk_identity_hint.length) &&
        server_key_exchange_psk_size(psk_identity_hint.length) == length; */
  uint32_t written = server_key_exchange_psk_encode(psk_identity_hint, out, length);
  /*@ assert written: written == length && server_key_exchange_psk(out, length, psk_identity_hint.data,
        psk_identity_hint.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert psk_identity_hint_unchanged: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert psk_identity_hint_stays: \let d = psk_identity_hint.data; \let n = psk_identity_hint.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let psk_identity_hint_d = psk_identity_hint.data; \let psk_identity_hint_n = psk_identity_hint.length;
       server_key_exchange_psk{Pre}(body, length, psk_identity_hint_d, psk_identity_hint_n); */
  /*@ assert stays: server_key_exchange_psk(body, length, psk_identity_hint.data, psk_identity_hint.length); */
  return written;
}
