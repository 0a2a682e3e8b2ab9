/* ClientKeyExchange of ECDHE and ECDH key exchanges, RFC 8422 section 5.7: the client's point ecdh_Yc.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_ECDH_H
#define TLS12_MESSAGE_CLIENT_KEY_EXCHANGE_ECDH_H

#include "spec/client_key_exchange_ecdh.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct client_key_exchange_ecdh {
  struct tls12_span ecdh_Yc; /* without its length */
};

/*@ predicate client_key_exchange_ecdh_in{L}(uint8_t *b, integer n, struct client_key_exchange_ecdh *v) =
      client_key_exchange_ecdh(b, n, b + v->ecdh_Yc.offset, v->ecdh_Yc.length);

    predicate client_key_exchange_ecdh_spans{L}(integer n, struct client_key_exchange_ecdh *v) =
      v->ecdh_Yc.offset == 1 && v->ecdh_Yc.length == n - 1;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_client_key_exchange_ecdh(body, length);
    ensures rule: \result.rule == client_key_exchange_ecdh_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == client_key_exchange_ecdh_offset(body, length);
    ensures length: \result.length == client_key_exchange_ecdh_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> client_key_exchange_ecdh_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> client_key_exchange_ecdh_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_key_exchange_ecdh_decode(const uint8_t *body, uint32_t length,
                                                   struct client_key_exchange_ecdh *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a value
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ecdh_Yc.data + (0 .. ecdh_Yc.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), ecdh_Yc.data + (0 .. ecdh_Yc.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes client_key_exchange_ecdh_value(ecdh_Yc.length) && client_key_exchange_ecdh_size(ecdh_Yc.length) <= room;
      ensures length: \result == client_key_exchange_ecdh_size(ecdh_Yc.length);
      ensures encoding: client_key_exchange_ecdh(out, \result, ecdh_Yc.data, ecdh_Yc.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(client_key_exchange_ecdh_value(ecdh_Yc.length) && client_key_exchange_ecdh_size(ecdh_Yc.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t client_key_exchange_ecdh_encode(struct tls12_bytes ecdh_Yc, uint8_t *out, uint32_t room);

#endif
