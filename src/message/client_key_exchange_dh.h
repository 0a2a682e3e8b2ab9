/* ClientKeyExchange of DHE and DH key exchanges, RFC 5246 section 7.4.7.2: the client's public value dh_Yc.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_DH_H
#define TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_DH_H

#include "spec/client_key_exchange_dh.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct client_key_exchange_dh {
  struct tls12_span dh_Yc; /* without its length */
};

/*@ predicate client_key_exchange_dh_in{L}(uint8_t *b, integer n, struct client_key_exchange_dh *v) =
      client_key_exchange_dh(b, n, b + v->dh_Yc.offset, v->dh_Yc.length);

    predicate client_key_exchange_dh_spans{L}(integer n, struct client_key_exchange_dh *v) =
      v->dh_Yc.offset == 2 && v->dh_Yc.length == n - 2;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_client_key_exchange_dh(body, length);
    ensures rule: \result.rule == client_key_exchange_dh_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == client_key_exchange_dh_offset(body, length);
    ensures length: \result.length == client_key_exchange_dh_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> client_key_exchange_dh_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> client_key_exchange_dh_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_key_exchange_dh_decode(const uint8_t *body, uint32_t length,
                                                 struct client_key_exchange_dh *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(dh_Yc.data + (0 .. dh_Yc.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), dh_Yc.data + (0 .. dh_Yc.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes client_key_exchange_dh_value(dh_Yc.length) && client_key_exchange_dh_size(dh_Yc.length) <= room;
      ensures length: \result == client_key_exchange_dh_size(dh_Yc.length);
      ensures encoding: client_key_exchange_dh(out, \result, dh_Yc.data, dh_Yc.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(client_key_exchange_dh_value(dh_Yc.length) && client_key_exchange_dh_size(dh_Yc.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t client_key_exchange_dh_encode(struct tls12_bytes dh_Yc, uint8_t *out, uint32_t room);

#endif
