/* ServerKeyExchange of DHE_RSA and DHE_DSS, RFC 5246 section 7.4.3: the server's signed Diffie-Hellman parameters.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_DHE_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_DHE_H

#include "spec/server_key_exchange_dhe.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_dhe {
  struct tls12_span dh_p, dh_g, dh_Ys;
  struct tls12_span params; /* ServerDHParams as received, with all lengths: the part of the body that is signed */
  uint32_t hash;            /* HashAlgorithm, one byte */
  uint32_t signature_algorithm;
  struct tls12_span signature;
};

/*@ predicate server_key_exchange_dhe_in{L}(uint8_t *b, integer n, struct server_key_exchange_dhe *v) =
      server_key_exchange_dhe(b, n,
        b + v->dh_p.offset, v->dh_p.length,
        b + v->dh_g.offset, v->dh_g.length,
        b + v->dh_Ys.offset, v->dh_Ys.length,
        v->hash, v->signature_algorithm,
        b + v->signature.offset, v->signature.length);

    predicate server_key_exchange_dhe_spans{L}(integer n, struct server_key_exchange_dhe *v) =
      v->dh_p.offset == 2 &&
      v->dh_g.offset == v->dh_p.offset + v->dh_p.length + 2 &&
      v->dh_Ys.offset == v->dh_g.offset + v->dh_g.length + 2 &&
      v->params.offset == 0 && v->params.length == v->dh_Ys.offset + v->dh_Ys.length &&
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
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_dhe(body, length);
    ensures rule: \result.rule == server_key_exchange_dhe_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_dhe_offset(body, length);
    ensures length: \result.length == server_key_exchange_dhe_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_dhe_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_dhe_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_dhe_decode(const uint8_t *body, uint32_t length,
                                                  struct server_key_exchange_dhe *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(dh_p.data + (0 .. dh_p.length - 1)) &&
                       \valid_read(dh_g.data + (0 .. dh_g.length - 1)) &&
                       \valid_read(dh_Ys.data + (0 .. dh_Ys.length - 1)) &&
                       \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), dh_p.data + (0 .. dh_p.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_g.data + (0 .. dh_g.length - 1)) &&
                    \separated(out + (0 .. room - 1), dh_Ys.data + (0 .. dh_Ys.length - 1)) &&
                    \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_key_exchange_dhe_value(dh_p.length, dh_g.length, dh_Ys.length, hash, signature_algorithm, signature.length) && server_key_exchange_dhe_size(dh_p.length, dh_g.length, dh_Ys.length, signature.length) <= room;
      ensures length: \result == server_key_exchange_dhe_size(dh_p.length, dh_g.length, dh_Ys.length, signature.length);
      ensures encoding: server_key_exchange_dhe(out, \result, dh_p.data, dh_p.length, dh_g.data, dh_g.length, dh_Ys.data, dh_Ys.length, hash, signature_algorithm, signature.data, signature.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_key_exchange_dhe_value(dh_p.length, dh_g.length, dh_Ys.length, hash, signature_algorithm, signature.length) && server_key_exchange_dhe_size(dh_p.length, dh_g.length, dh_Ys.length, signature.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_key_exchange_dhe_encode(struct tls12_bytes dh_p, struct tls12_bytes dh_g, struct tls12_bytes dh_Ys,
                                        uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                        uint8_t *out, uint32_t room);

#endif
