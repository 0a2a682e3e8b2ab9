/* ServerKeyExchange of ECDHE_PSK, RFC 5489 section 2: a hint which key to use, and a point on a named curve.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDHE_PSK_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDHE_PSK_H

#include "message/server_ecdh_params.h"
#include "spec/server_key_exchange_ecdhe_psk.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_ecdhe_psk {
  struct tls12_span psk_identity_hint;
  struct server_ecdh_params params;
};

/*@ predicate server_key_exchange_ecdhe_psk_in{L}(uint8_t *b, integer n, struct server_key_exchange_ecdhe_psk *v) =
      server_key_exchange_ecdhe_psk(b, n,
        b + v->psk_identity_hint.offset, v->psk_identity_hint.length,
        v->params.named_curve,
        b + v->params.point.offset, v->params.point.length);

    predicate server_key_exchange_ecdhe_psk_spans{L}(integer n, struct server_key_exchange_ecdhe_psk *v) =
      v->psk_identity_hint.offset == 2 &&
      server_ecdh_params_spans(v->psk_identity_hint.offset + v->psk_identity_hint.length, n, &v->params);

    lemma server_key_exchange_ecdhe_psk_in_joined{L}: \forall uint8_t *b, integer n, i, struct server_key_exchange_ecdhe_psk *v;
      v->psk_identity_hint.length <= 65535 &&
      vector16(b, 0, i, b + v->psk_identity_hint.offset, v->psk_identity_hint.length) &&
      server_ecdh_params_in(b, i, n, &v->params) ==> server_key_exchange_ecdhe_psk_in(b, n, v);
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_ecdhe_psk(body, length);
    ensures rule: \result.rule == server_key_exchange_ecdhe_psk_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_ecdhe_psk_offset(body, length);
    ensures length: \result.length == server_key_exchange_ecdhe_psk_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdhe_psk_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdhe_psk_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_ecdhe_psk_decode(const uint8_t *body, uint32_t length,
                                                        struct server_key_exchange_ecdhe_psk *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                       \valid_read(point.data + (0 .. point.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                    \separated(out + (0 .. room - 1), point.data + (0 .. point.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_ecdhe_psk_value(psk_identity_hint.length, named_curve, point.length) && server_key_exchange_ecdhe_psk_size(psk_identity_hint.length, point.length) <= room;
      ensures length: \result == server_key_exchange_ecdhe_psk_size(psk_identity_hint.length, point.length);
      ensures encoding: server_key_exchange_ecdhe_psk(out, \result, psk_identity_hint.data, psk_identity_hint.length, named_curve, point.data, point.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_ecdhe_psk_value(psk_identity_hint.length, named_curve, point.length) && server_key_exchange_ecdhe_psk_size(psk_identity_hint.length, point.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_ecdhe_psk_encode(struct tls12_bytes psk_identity_hint, uint32_t named_curve,
                                              struct tls12_bytes point, uint8_t *out, uint32_t room);

#endif
