/* CertificateVerify, RFC 5246 sections 7.4.8 and 4.7. The bytes are those of the message body, without the handshake header. */
#ifndef TLS12_MESSAGE_CERTIFICATE_VERIFY_H
#define TLS12_MESSAGE_CERTIFICATE_VERIFY_H

#include "spec/certificate_verify.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct certificate_verify {
  uint32_t hash, signature_algorithm;
  struct tls12_span signature; /* it stays in the body, which the caller keeps */
};

/* Accepts exactly the encodings of the message. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate_verify(body, length);
    ensures rule: \result.rule == certificate_verify_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_verify_offset(body, length);
    ensures length: \result.length == certificate_verify_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      certificate_verify(body, length, value->hash, value->signature_algorithm, body + value->signature.offset, value->signature.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->signature.offset == 4;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault certificate_verify_decode(const uint8_t *body, uint32_t length, struct certificate_verify *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are out of
 * range or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes certificate_verify_value(hash, signature_algorithm, signature.length) && certificate_verify_size(signature.length) <= room;
      ensures length: \result == certificate_verify_size(signature.length);
      ensures encoding: certificate_verify(out, \result, hash, signature_algorithm, signature.data, signature.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(certificate_verify_value(hash, signature_algorithm, signature.length) && certificate_verify_size(signature.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t certificate_verify_encode(uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                   uint8_t *out, uint32_t room);

#endif
