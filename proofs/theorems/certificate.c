/* Certificate: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/certificate.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(certificate_list.data + (0 .. certificate_list.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value,
      certificate_list.data + (0 .. certificate_list.length - 1));
    requires value: certificate_value(certificate_list.data, certificate_list.length);
    requires fits: certificate_size(certificate_list.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_certificate_list: same_field(out + value->certificate_list.offset, value->certificate_list.length,
      certificate_list.data, certificate_list.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes certificate_list, uint8_t *out, uint32_t room,
                                    struct certificate *value)
{
  uint32_t length = certificate_encode(certificate_list, out, room);
  struct tls12_fault fault = client_certificate_decode(out, length, value);
  /*@ assert written: certificate(out, length, certificate_list.data, certificate_list.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: certificate(out, length, out + value->certificate_list.offset, value->certificate_list.length); */
  return fault;
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_certificate(body, length, 0) ==> \result == length;
    ensures same_bytes: is_certificate(body, length, 0) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct certificate value;
  if (client_certificate_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes certificate_list = {body + value.certificate_list.offset, value.certificate_list.length};
  /*@ assert decoded: certificate(body, length, certificate_list.data, certificate_list.length); */
  //@ assert inside: value.certificate_list.offset + value.certificate_list.length <= length;
  /*@ assert value: certificate_value(certificate_list.data, certificate_list.length) &&
        certificate_size(certificate_list.length) == length; */
  uint32_t written = certificate_encode(certificate_list, out, length);
  /*@ assert written: written == length && certificate(out, length, certificate_list.data, certificate_list.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert list_stays: \let d = certificate_list.data; \let n = certificate_list.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before: \let d = certificate_list.data; \let n = certificate_list.length;
        certificate{Pre}(body, length, d, n); */
  /*@ assert stays: certificate(body, length, certificate_list.data, certificate_list.length); */
  return written;
}
