/* ServerKeyExchange of ECDHE_RSA and ECDHE_ECDSA, RFC 8422 section 5.4: the server's signed point on a named curve.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDHE_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_ECDHE_H

#include "spec/server_key_exchange_ecdhe.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_ecdhe {
  uint32_t named_curve; /* two bytes */
  struct tls12_span point;
  struct tls12_span params; /* ServerECDHParams as received, with all lengths: the part of the body that is signed */
  uint32_t hash;            /* HashAlgorithm, one byte */
  uint32_t signature_algorithm;
  struct tls12_span signature;
};

/*@ predicate server_key_exchange_ecdhe_in{L}(uint8_t *b, integer n, struct server_key_exchange_ecdhe *v) =
      server_key_exchange_ecdhe(b, n, v->named_curve,
        b + v->point.offset, v->point.length,
        v->hash, v->signature_algorithm,
        b + v->signature.offset, v->signature.length);

    predicate server_key_exchange_ecdhe_spans{L}(integer n, struct server_key_exchange_ecdhe *v) =
      v->point.offset == 4 &&
      v->params.offset == 0 && v->params.length == 4 + v->point.length &&
      v->signature.offset == v->params.length + 4 &&
      n == v->signature.offset + v->signature.length;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_ecdhe(body, length);
    ensures rule: \result.rule == server_key_exchange_ecdhe_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_ecdhe_offset(body, length);
    ensures length: \result.length == server_key_exchange_ecdhe_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdhe_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_ecdhe_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_ecdhe_decode(const uint8_t *body, uint32_t length,
                                                    struct server_key_exchange_ecdhe *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(point.data + (0 .. point.length - 1)) &&
                       \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), point.data + (0 .. point.length - 1)) &&
                    \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_ecdhe_value(named_curve, point.length, hash, signature_algorithm, signature.length) && server_key_exchange_ecdhe_size(point.length, signature.length) <= room;
      ensures length: \result == server_key_exchange_ecdhe_size(point.length, signature.length);
      ensures encoding: server_key_exchange_ecdhe(out, \result, named_curve, point.data, point.length, hash, signature_algorithm, signature.data, signature.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_ecdhe_value(named_curve, point.length, hash, signature_algorithm, signature.length) && server_key_exchange_ecdhe_size(point.length, signature.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_ecdhe_encode(uint32_t named_curve, struct tls12_bytes point, uint32_t hash,
                                          uint32_t signature_algorithm, struct tls12_bytes signature, uint8_t *out,
                                          uint32_t room);

#endif
