/* ServerKeyExchange of PSK and RSA_PSK, RFC 4279 sections 2 and 4: a hint which key to use.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_PSK_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_PSK_H

#include "spec/server_key_exchange_psk.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct server_key_exchange_psk {
  struct tls12_span psk_identity_hint; /* without its length; it stays in the body, which the caller keeps */
};

/*@ predicate server_key_exchange_psk_in{L}(uint8_t *b, integer n, struct server_key_exchange_psk *v) =
      server_key_exchange_psk(b, n, b + v->psk_identity_hint.offset, v->psk_identity_hint.length);

    predicate server_key_exchange_psk_spans{L}(integer n, struct server_key_exchange_psk *v) =
      v->psk_identity_hint.offset == 2 &&
      n == v->psk_identity_hint.offset + v->psk_identity_hint.length;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_psk(body, length);
    ensures rule: \result.rule == server_key_exchange_psk_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_psk_offset(body, length);
    ensures length: \result.length == server_key_exchange_psk_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_psk_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_psk_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_psk_decode(const uint8_t *body, uint32_t length,
                                                  struct server_key_exchange_psk *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), psk_identity_hint.data + (0 .. psk_identity_hint.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_psk_value(psk_identity_hint.length) && server_key_exchange_psk_size(psk_identity_hint.length) <= room;
      ensures length: \result == server_key_exchange_psk_size(psk_identity_hint.length);
      ensures encoding: server_key_exchange_psk(out, \result, psk_identity_hint.data, psk_identity_hint.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_psk_value(psk_identity_hint.length) && server_key_exchange_psk_size(psk_identity_hint.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_psk_encode(struct tls12_bytes psk_identity_hint, uint8_t *out, uint32_t room);

#endif
