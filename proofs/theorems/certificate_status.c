/* CertificateStatus: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/certificate_status.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ocsp_response.data + (0 .. ocsp_response.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, ocsp_response.data + (0 .. ocsp_response.length - 1));
    requires value: certificate_status_value(ocsp_response.length);
    requires fits: certificate_status_size(ocsp_response.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_ocsp_response: same_field(out + value->ocsp_response.offset, value->ocsp_response.length,
      ocsp_response.data, ocsp_response.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes ocsp_response, uint8_t *out, uint32_t room,
                                    struct certificate_status *value)
{
  uint32_t length = certificate_status_encode(ocsp_response, out, room);
  struct tls12_fault fault = certificate_status_decode(out, length, value);
  /*@ assert written: certificate_status(out, length, ocsp_response.data, ocsp_response.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: certificate_status(out, length, out + value->ocsp_response.offset, value->ocsp_response.length); */
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
    ensures same_length: is_certificate_status(body, length) ==> \result == length;
    ensures same_bytes: is_certificate_status(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct certificate_status value;
  if (certificate_status_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes ocsp_response = {body + value.ocsp_response.offset, value.ocsp_response.length};
  /*@ assert decoded: certificate_status(body, length, ocsp_response.data, ocsp_response.length); */
  /*@ assert inside: value.ocsp_response.offset + value.ocsp_response.length <= length; */
  /*@ assert value: certificate_status_value(ocsp_response.length) && certificate_status_size(ocsp_response.length) ==
        length; */
  uint32_t written = certificate_status_encode(ocsp_response, out, length);
  /*@ assert written: written == length && certificate_status(out, length, ocsp_response.data, ocsp_response.length);
        */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert ocsp_response_unchanged: \let d = ocsp_response.data; \let n = ocsp_response.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert ocsp_response_stays: \let d = ocsp_response.data; \let n = ocsp_response.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let ocsp_response_d = ocsp_response.data; \let ocsp_response_n = ocsp_response.length;
       certificate_status{Pre}(body, length, ocsp_response_d, ocsp_response_n); */
  /*@ assert stays: certificate_status(body, length, ocsp_response.data, ocsp_response.length); */
  return written;
}
