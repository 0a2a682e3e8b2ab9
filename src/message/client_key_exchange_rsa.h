/* ClientKeyExchange of key exchange RSA, RFC 5246 section 7.4.7.1: the premaster secret, encrypted to the server's key.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_RSA_H
#define TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_RSA_H

#include "spec/client_key_exchange_rsa.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct client_key_exchange_rsa {
  struct tls12_span encrypted_pre_master_secret; /* without its length */
};

/*@ predicate client_key_exchange_rsa_in{L}(uint8_t *b, integer n, struct client_key_exchange_rsa *v) =
      client_key_exchange_rsa(b, n, b + v->encrypted_pre_master_secret.offset, v->encrypted_pre_master_secret.length);

    predicate client_key_exchange_rsa_spans{L}(integer n, struct client_key_exchange_rsa *v) =
      v->encrypted_pre_master_secret.offset == 2 && v->encrypted_pre_master_secret.length == n - 2;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_client_key_exchange_rsa(body, length);
    ensures rule: \result.rule == client_key_exchange_rsa_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == client_key_exchange_rsa_offset(body, length);
    ensures length: \result.length == client_key_exchange_rsa_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> client_key_exchange_rsa_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> client_key_exchange_rsa_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_key_exchange_rsa_decode(const uint8_t *body, uint32_t length,
                                                  struct client_key_exchange_rsa *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), encrypted_pre_master_secret.data + (0 .. encrypted_pre_master_secret.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes client_key_exchange_rsa_value(encrypted_pre_master_secret.length) && client_key_exchange_rsa_size(encrypted_pre_master_secret.length) <= room;
      ensures length: \result == client_key_exchange_rsa_size(encrypted_pre_master_secret.length);
      ensures encoding: client_key_exchange_rsa(out, \result, encrypted_pre_master_secret.data, encrypted_pre_master_secret.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(client_key_exchange_rsa_value(encrypted_pre_master_secret.length) && client_key_exchange_rsa_size(encrypted_pre_master_secret.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t client_key_exchange_rsa_encode(struct tls12_bytes encrypted_pre_master_secret, uint8_t *out, uint32_t room);

#endif
