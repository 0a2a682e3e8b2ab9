/* ServerKeyExchange of ECDH_anon, RFC 8422 section 5.4: the server's point on a named curve, unsigned.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDH_ANON_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDH_ANON_H

#include "message/server_ecdh_params.h"
#include "spec/server_key_exchange_ecdh_anon.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_ecdh_anon {
  struct server_ecdh_params params;
};

/*@ predicate server_key_exchange_ecdh_anon_in{L}(uint8_t *b, integer n, struct server_key_exchange_ecdh_anon *v) =
      server_key_exchange_ecdh_anon(b, n,
        v->params.named_curve,
        b + v->params.point.offset, v->params.point.length);

    predicate server_key_exchange_ecdh_anon_spans{L}(integer n, struct server_key_exchange_ecdh_anon *v) =
      server_ecdh_params_spans(0, n, &v->params);
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_ecdh_anon(body, length);
    ensures rule: \result.rule == server_key_exchange_ecdh_anon_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_ecdh_anon_offset(body, length);
    ensures length: \result.length == server_key_exchange_ecdh_anon_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdh_anon_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdh_anon_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_ecdh_anon_decode(const uint8_t *body, uint32_t length,
                                                        struct server_key_exchange_ecdh_anon *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(point.data + (0 .. point.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), point.data + (0 .. point.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_ecdh_anon_value(named_curve, point.length) && server_key_exchange_ecdh_anon_size(point.length) <= room;
      ensures length: \result == server_key_exchange_ecdh_anon_size(point.length);
      ensures encoding: server_key_exchange_ecdh_anon(out, \result, named_curve, point.data, point.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_ecdh_anon_value(named_curve, point.length) && server_key_exchange_ecdh_anon_size(point.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_ecdh_anon_encode(uint32_t named_curve, struct tls12_bytes point, uint8_t *out,
                                              uint32_t room);

#endif
