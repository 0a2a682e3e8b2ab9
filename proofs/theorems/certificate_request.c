/* CertificateRequest: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/certificate_request.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(types.data + (0 .. types.length - 1)) &&
                       \valid_read(algorithms.data + (0 .. algorithms.length - 1)) &&
                       \valid_read(authorities.data + (0 .. authorities.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, types.data + (0 .. types.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, algorithms.data + (0 .. algorithms.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, authorities.data + (0 .. authorities.length - 1));
    requires value: certificate_request_value(types.length, algorithms.length, authorities.data, authorities.length);
    requires fits: certificate_request_size(types.length, algorithms.length, authorities.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_certificate_types: same_field(out + value->certificate_types.offset, value->certificate_types.length,
      types.data, types.length);
    ensures same_supported_signature_algorithms: same_field(out + value->supported_signature_algorithms.offset,
      value->supported_signature_algorithms.length, algorithms.data, algorithms.length);
    ensures same_certificate_authorities: same_field(out + value->certificate_authorities.offset,
      value->certificate_authorities.length, authorities.data, authorities.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes types, struct tls12_bytes algorithms,
                                    struct tls12_bytes authorities, uint8_t *out, uint32_t room,
                                    struct certificate_request *value)
{
  uint32_t length = certificate_request_encode(types, algorithms, authorities, out, room);
  struct tls12_fault fault = certificate_request_decode(out, length, value);
  /*@ assert written: certificate_request(out, length, types.data, types.length, algorithms.data, algorithms.length,
        authorities.data, authorities.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: certificate_request(out, length, out + value->certificate_types.offset,
        value->certificate_types.length, out + value->supported_signature_algorithms.offset,
        value->supported_signature_algorithms.length, out + value->certificate_authorities.offset,
        value->certificate_authorities.length); */
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
    ensures same_length: is_certificate_request(body, length) ==> \result == length;
    ensures same_bytes: is_certificate_request(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct certificate_request value;
  if (certificate_request_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes types = {body + value.certificate_types.offset, value.certificate_types.length};
  const struct tls12_bytes algorithms = {body + value.supported_signature_algorithms.offset,
                                         value.supported_signature_algorithms.length};
  const struct tls12_bytes authorities = {body + value.certificate_authorities.offset,
                                          value.certificate_authorities.length};
  /*@ assert decoded: certificate_request(body, length, types.data, types.length, algorithms.data, algorithms.length,
        authorities.data, authorities.length); */
  /*@ assert inside: value.certificate_types.offset + value.certificate_types.length <= length &&
        value.supported_signature_algorithms.offset + value.supported_signature_algorithms.length <= length &&
        value.certificate_authorities.offset + value.certificate_authorities.length <= length; */
  /*@ assert value: certificate_request_value(types.length, algorithms.length, authorities.data, authorities.length)
        && certificate_request_size(types.length, algorithms.length, authorities.length) == length; */
  uint32_t written = certificate_request_encode(types, algorithms, authorities, out, length);
  /*@ assert written: written == length && certificate_request(out, length, types.data, types.length, algorithms.data,
        algorithms.length, authorities.data, authorities.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert types_unchanged: \let d = types.data; \let n = types.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert types_stays: \let d = types.data; \let n = types.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert algorithms_unchanged: \let d = algorithms.data; \let n = algorithms.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert algorithms_stays: \let d = algorithms.data; \let n = algorithms.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert authorities_unchanged: \let d = authorities.data; \let n = authorities.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert authorities_stays: \let d = authorities.data; \let n = authorities.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let types_d = types.data; \let types_n = types.length;
        \let algorithms_d = algorithms.data; \let algorithms_n = algorithms.length;
        \let authorities_d = authorities.data; \let authorities_n = authorities.length;
       certificate_request_fields{Pre}(body, length, types_d, types_n, algorithms_d, algorithms_n, authorities_d,
          authorities_n); */
  /*@ assert stays: certificate_request_fields(body, length, types.data, types.length, algorithms.data, algorithms.length,
        authorities.data, authorities.length); */
  return written;
}
