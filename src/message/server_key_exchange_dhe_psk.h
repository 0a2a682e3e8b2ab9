/* ServerKeyExchange of DHE_PSK, RFC 4279 section 3: a hint which key to use, and Diffie-Hellman parameters.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_DHE_PSK_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_DHE_PSK_H

#include "message/server_dh_params.h"
#include "spec/server_key_exchange_dhe_psk.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_dhe_psk {
  struct tls12_span psk_identity_hint;
  struct server_dh_params params;
};

/*@ predicate server_key_exchange_dhe_psk_in{L}(uint8_t *b, integer n, struct server_key_exchange_dhe_psk *v) =
      server_key_exchange_dhe_psk(b, n,
        b + v->psk_identity_hint.offset, v->psk_identity_hint.length,
        b + v->params.dh_p.offset, v->params.dh_p.length,
        b + v->params.dh_g.offset, v->params.dh_g.length,
        b + v->params.dh_Ys.offset, v->params.dh_Ys.length);

    predicate server_key_exchange_dhe_psk_spans{L}(integer n, struct server_key_exchange_dhe_psk *v) =
      v->psk_identity_hint.offset == 2 &&
      server_dh_params_spans(v->psk_identity_hint.offset + v->psk_identity_hint.length, n, &v->params);

    lemma server_key_exchange_dhe_psk_in_joined{L}: \forall uint8_t *b, integer n, i, struct server_key_exchange_dhe_psk *v;
      v->psk_identity_hint.length <= 65535 &&
      vector16(b, 0, i, b + v->psk_identity_hint.offset, v->psk_identity_hint.length) &&
      server_dh_params_in(b, i, n, &v->params) ==> server_key_exchange_dhe_psk_in(b, n, v);
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_dhe_psk(body, length);
    ensures rule: \result.rule == server_key_exchange_dhe_psk_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_dhe_psk_offset(body, length);
    ensures length: \result.length == server_key_exchange_dhe_psk_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_dhe_psk_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_dhe_psk_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_dhe_psk_decode(const uint8_t *body, uint32_t length,
                                                      struct server_key_exchange_dhe_psk *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                       \valid_read(dh_p.data + (0 .. dh_p.length - 1)) &&
                       \valid_read(dh_g.data + (0 .. dh_g.length - 1)) &&
                       \valid_read(dh_Ys.data + (0 .. dh_Ys.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), psk_identity_hint.data + (0 .. psk_identity_hint.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_p.data + (0 .. dh_p.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_g.data + (0 .. dh_g.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_Ys.data + (0 .. dh_Ys.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_dhe_psk_value(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length) && server_key_exchange_dhe_psk_size(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length) <= room;
      ensures length: \result == server_key_exchange_dhe_psk_size(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length);
      ensures encoding: server_key_exchange_dhe_psk(out, \result, psk_identity_hint.data, psk_identity_hint.length, dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_dhe_psk_value(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length) && server_key_exchange_dhe_psk_size(psk_identity_hint.length, dh_p.length, dh_g.length, dh_Ys.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_dhe_psk_encode(struct tls12_bytes psk_identity_hint, struct tls12_bytes dh_p,
                                            struct tls12_bytes dh_g, struct tls12_bytes dh_Ys, uint8_t *out,
                                            uint32_t room);

#endif
