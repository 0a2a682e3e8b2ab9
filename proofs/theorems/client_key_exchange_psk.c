/* ClientKeyExchange of PSK: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/client_key_exchange_psk.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity.data + (0 .. psk_identity.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, psk_identity.data + (0 .. psk_identity.length - 1));
    requires value: client_key_exchange_psk_value(psk_identity.length);
    requires fits: client_key_exchange_psk_size(psk_identity.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_psk_identity: same_field(out + value->psk_identity.offset, value->psk_identity.length,
      psk_identity.data, psk_identity.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes psk_identity, uint8_t *out, uint32_t room,
                                    struct client_key_exchange_psk *value)
{
  uint32_t length = client_key_exchange_psk_encode(psk_identity, out, room);
  struct tls12_fault fault = client_key_exchange_psk_decode(out, length, value);
  /*@ assert written: client_key_exchange_psk(out, length, psk_identity.data, psk_identity.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: client_key_exchange_psk(out, length, out + value->psk_identity.offset, value->psk_identity.length);
        */
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
    ensures same_length: is_client_key_exchange_psk(body, length) ==> \result == length;
    ensures same_bytes: is_client_key_exchange_psk(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct client_key_exchange_psk value;
  if (client_key_exchange_psk_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes psk_identity = {body + value.psk_identity.offset, value.psk_identity.length};
  /*@ assert decoded: client_key_exchange_psk(body, length, psk_identity.data, psk_identity.length); */
  /*@ assert inside: value.psk_identity.offset + value.psk_identity.length <= length; */
  /*@ assert value: client_key_exchange_psk_value(psk_identity.length) &&
        client_key_exchange_psk_size(psk_identity.length) == length; */
  uint32_t written = client_key_exchange_psk_encode(psk_identity, out, length);
  /*@ assert written: written == length && client_key_exchange_psk(out, length, psk_identity.data,
        psk_identity.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert psk_identity_unchanged: \let d = psk_identity.data; \let n = psk_identity.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert psk_identity_stays: \let d = psk_identity.data; \let n = psk_identity.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let psk_identity_d = psk_identity.data; \let psk_identity_n = psk_identity.length;
       client_key_exchange_psk{Pre}(body, length, psk_identity_d, psk_identity_n); */
  /*@ assert stays: client_key_exchange_psk(body, length, psk_identity.data, psk_identity.length); */
  return written;
}
