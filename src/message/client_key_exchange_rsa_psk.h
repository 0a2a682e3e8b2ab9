/* ClientKeyExchange of RSA_PSK, RFC 4279 section 4: the client's name for the key, and an encrypted secret.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_RSA_PSK_H
#define TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_RSA_PSK_H

#include "spec/client_key_exchange_rsa_psk.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct client_key_exchange_rsa_psk {
  struct tls12_span psk_identity, encrypted_pre_master_secret;
};

/*@ predicate client_key_exchange_rsa_psk_in{L}(uint8_t *b, integer n, struct client_key_exchange_rsa_psk *v) =
      client_key_exchange_rsa_psk(b, n,
        b + v->psk_identity.offset, v->psk_identity.length,
        b + v->encrypted_pre_master_secret.offset, v->encrypted_pre_master_secret.length);

    predicate client_key_exchange_rsa_psk_spans{L}(integer n, struct client_key_exchange_rsa_psk *v) =
      v->psk_identity.offset == 2 &&
      v->encrypted_pre_master_secret.offset == v->psk_identity.offset + v->psk_identity.length + 2 &&
      n == v->encrypted_pre_master_secret.offset + v->encrypted_pre_master_secret.length;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_client_key_exchange_rsa_psk(body, length);
    ensures rule: \result.rule == client_key_exchange_rsa_psk_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == client_key_exchange_rsa_psk_offset(body, length);
    ensures length: \result.length == client_key_exchange_rsa_psk_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> client_key_exchange_rsa_psk_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> client_key_exchange_rsa_psk_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_key_exchange_rsa_psk_decode(const uint8_t *body, uint32_t length,
                                                      struct client_key_exchange_rsa_psk *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity.data + (0 .. psk_identity.length - 1)) &&
                       \valid_read(encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), psk_identity.data + (0 .. psk_identity.length - 1)) &&
                    \separated(out + (0 .. room - 1), encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes client_key_exchange_rsa_psk_value(psk_identity.length, encrypted_pre_master_secret.length) && client_key_exchange_rsa_psk_size(psk_identity.length, encrypted_pre_master_secret.length) <= room;
      ensures length: \result == client_key_exchange_rsa_psk_size(psk_identity.length, encrypted_pre_master_secret.length);
      ensures encoding: client_key_exchange_rsa_psk(out, \result, psk_identity.data, psk_identity.length, encrypted_pre_master_secret.data, encrypted_pre_master_secret.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(client_key_exchange_rsa_psk_value(psk_identity.length, encrypted_pre_master_secret.length) && client_key_exchange_rsa_psk_size(psk_identity.length, encrypted_pre_master_secret.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t client_key_exchange_rsa_psk_encode(struct tls12_bytes psk_identity,
                                            struct tls12_bytes encrypted_pre_master_secret, uint8_t *out,
                                            uint32_t room);

#endif
