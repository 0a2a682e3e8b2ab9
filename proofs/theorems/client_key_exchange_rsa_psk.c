/* ClientKeyExchange of RSA_PSK: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/client_key_exchange_rsa_psk.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity.data + (0 .. psk_identity.length - 1)) &&
                       \valid_read(encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, psk_identity.data + (0 .. psk_identity.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    requires value: client_key_exchange_rsa_psk_value(psk_identity.length, encrypted_pre_master_secret.length);
    requires fits: client_key_exchange_rsa_psk_size(psk_identity.length, encrypted_pre_master_secret.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_psk_identity: same_field(out + value->psk_identity.offset, value->psk_identity.length,
      psk_identity.data, psk_identity.length);
    ensures same_encrypted_pre_master_secret: same_field(out + value->encrypted_pre_master_secret.offset,
      value->encrypted_pre_master_secret.length, encrypted_pre_master_secret.data,
      encrypted_pre_master_secret.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes psk_identity, struct tls12_bytes encrypted_pre_master_secret,
                                    uint8_t *out, uint32_t room, struct client_key_exchange_rsa_psk *value)
{
  uint32_t length = client_key_exchange_rsa_psk_encode(psk_identity, encrypted_pre_master_secret, out, room);
  struct tls12_fault fault = client_key_exchange_rsa_psk_decode(out, length, value);
  /*@ assert written: client_key_exchange_rsa_psk(out, length, psk_identity.data, psk_identity.length,
        encrypted_pre_master_secret.data, encrypted_pre_master_secret.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: client_key_exchange_rsa_psk(out, length, out + value->psk_identity.offset,
        value->psk_identity.length, out + value->encrypted_pre_master_secret.offset,
        value->encrypted_pre_master_secret.length); */
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
    ensures same_length: is_client_key_exchange_rsa_psk(body, length) ==> \result == length;
    ensures same_bytes: is_client_key_exchange_rsa_psk(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct client_key_exchange_rsa_psk value;
  if (client_key_exchange_rsa_psk_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes psk_identity = {body + value.psk_identity.offset, value.psk_identity.length};
  const struct tls12_bytes encrypted_pre_master_secret = {body + value.encrypted_pre_master_secret.offset,
                                                          value.encrypted_pre_master_secret.length};
  /*@ assert decoded: client_key_exchange_rsa_psk(body, length, psk_identity.data, psk_identity.length,
        encrypted_pre_master_secret.data, encrypted_pre_master_secret.length); */
  /*@ assert inside: value.psk_identity.offset + value.psk_identity.length <= length &&
        value.encrypted_pre_master_secret.offset + value.encrypted_pre_master_secret.length <= length; */
  /*@ assert value: client_key_exchange_rsa_psk_value(psk_identity.length, encrypted_pre_master_secret.length) &&
        client_key_exchange_rsa_psk_size(psk_identity.length, encrypted_pre_master_secret.length) == length; */
  uint32_t written = client_key_exchange_rsa_psk_encode(psk_identity, encrypted_pre_master_secret, out, length);
  /*@ assert written: written == length && client_key_exchange_rsa_psk(out, length, psk_identity.data,
        psk_identity.length, encrypted_pre_master_secret.data, encrypted_pre_master_secret.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert psk_identity_unchanged: \let d = psk_identity.data; \let n = psk_identity.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert psk_identity_stays: \let d = psk_identity.data; \let n = psk_identity.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert encrypted_pre_master_secret_unchanged: \let d = encrypted_pre_master_secret.data; \let n = encrypted_pre_master_secret.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert encrypted_pre_master_secret_stays: \let d = encrypted_pre_master_secret.data; \let n = encrypted_pre_master_secret.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let psk_identity_d = psk_identity.data; \let psk_identity_n = psk_identity.length;
        \let encrypted_pre_master_secret_d = encrypted_pre_master_secret.data; \let encrypted_pre_master_secret_n = encrypted_pre_master_secret.length;
       client_key_exchange_rsa_psk{Pre}(body, length, psk_identity_d, psk_identity_n, encrypted_pre_master_secret_d,
          encrypted_pre_master_secret_n); */
  /*@ assert stays: client_key_exchange_rsa_psk(body, length, psk_identity.data, psk_identity.length,
        encrypted_pre_master_secret.data, encrypted_pre_master_secret.length); */
  return written;
}
