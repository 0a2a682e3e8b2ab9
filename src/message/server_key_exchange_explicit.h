/* ServerKeyExchange with an explicit curve, RFC 4492 section 5.4, signed or not. There is no encoder: RFC 8422 deprecates
 * these curves, and nothing here sends them.
 * The bytes are those of the message body, without the four-byte handshake header. */
#ifndef TLS12_MESSAGE_SERVER_KEY_EXCHANGE_EXPLICIT_H
#define TLS12_MESSAGE_SERVER_KEY_EXCHANGE_EXPLICIT_H

#include "message/explicit_curve.h"
#include "message/explicit_field.h"
#include "spec/server_key_exchange_explicit.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_key_exchange_explicit {
  struct explicit_field field;
  struct explicit_curve curve;
  struct tls12_span params; /* ServerECDHParams as received, with all lengths: the part of the body that is signed */
  struct tls12_span digitally_signed; /* the DigitallySigned after them, empty when there is none */
};

/*@ predicate server_key_exchange_explicit_in{L}(uint8_t *b, integer n, struct server_key_exchange_explicit *v) =
      explicit_field_in(b, explicit_field_end(b, n), &v->field) &&
      explicit_curve_in(b, explicit_field_end(b, n), explicit_params_end(b, n), &v->curve);

    predicate server_key_exchange_explicit_spans{L}(uint8_t *b, integer n, struct server_key_exchange_explicit *v) =
      v->params.offset == 0 && v->params.length == explicit_params_end(b, n) &&
      v->digitally_signed.offset == v->params.length &&
      v->digitally_signed.offset + v->digitally_signed.length == n;
*/

/* Accepts exactly these encodings. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_key_exchange_explicit(body, length, is_signed);
    ensures rule: \result.rule == server_key_exchange_explicit_rule(body, length, is_signed);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_key_exchange_explicit_offset(body, length, is_signed);
    ensures length: \result.length == server_key_exchange_explicit_extent(body, length, is_signed);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_key_exchange_explicit_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_key_exchange_explicit_spans(body, length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_key_exchange_explicit_decode(const uint8_t *body, uint32_t length, int is_signed,
                                                       struct server_key_exchange_explicit *value);

#endif
