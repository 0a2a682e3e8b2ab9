/* CertificateVerify: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/certificate_verify.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, signature.data + (0 .. signature.length - 1));
    requires value: certificate_verify_value(hash, signature_algorithm, signature.length);
    requires fits: certificate_verify_size(signature.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_hash: value->hash == hash;
    ensures same_signature_algorithm: value->signature_algorithm == signature_algorithm;
    ensures same_signature: same_field(out + value->signature.offset, value->signature.length, signature.data,
      signature.length);
*/
struct tls12_fault decode_of_encode(uint32_t hash, uint32_t signature_algorithm, struct tls12_bytes signature,
                                    uint8_t *out, uint32_t room, struct certificate_verify *value)
{
  uint32_t length = certificate_verify_encode(hash, signature_algorithm, signature, out, room);
  struct tls12_fault fault = certificate_verify_decode(out, length, value);
  /*@ assert written: certificate_verify(out, length, hash, signature_algorithm, signature.data, signature.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: certificate_verify(out, length, value->hash, value->signature_algorithm,
        out + value->signature.offset, value->signature.length); */
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
    ensures same_length: is_certificate_verify(body, length) ==> \result == length;
    ensures same_bytes: is_certificate_verify(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct certificate_verify value;
  if (certificate_verify_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes signature = {body + value.signature.offset, value.signature.length};
  /*@ assert decoded: certificate_verify(body, length, value.hash, value.signature_algorithm, signature.data,
        signature.length); */
  //@ assert inside: value.signature.offset + value.signature.length <= length;
  /*@ assert value: certificate_verify_value(value.hash, value.signature_algorithm, signature.length) &&
        certificate_verify_size(signature.length) == length; */
  uint32_t written = certificate_verify_encode(value.hash, value.signature_algorithm, signature, out, length);
  /*@ assert written: written == length && certificate_verify(out, length, value.hash, value.signature_algorithm,
        signature.data, signature.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert signature_stays: \let d = signature.data; \let n = signature.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let signature_d = signature.data; \let signature_n = signature.length;
        certificate_verify{Pre}(body, length, value.hash, value.signature_algorithm, signature_d, signature_n); */
  /*@ assert stays: certificate_verify(body, length, value.hash, value.signature_algorithm, signature.data,
        signature.length); */
  return written;
}
