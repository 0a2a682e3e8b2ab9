#include "x509/certificate.h"

#include "x509/algorithm.h"
#include "x509/der.h"
#include "x509/extensions.h"
#include "x509/name.h"
#include "x509/public_key.h"
#include "x509/refusal.h"

/* Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING } */
/*@ requires range: length <= DER_MAX;
    requires readable: \valid_read(der + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns value->to_be_signed, value->algorithm, value->signature_kind, value->signature_hash, value->signature;
    ensures outer: \result.rule == TLS12_NO_RULE ==> certificate_outer(der, length);
    ensures known_algorithm: \result.rule == TLS12_NO_RULE ==>
      0 <= value->signature_kind <= TLS12_ED448 && 0 <= value->signature_hash <= TLS12_INTRINSIC;
    ensures signed_part: \result.rule == TLS12_NO_RULE ==> value->to_be_signed.offset == der_contents(der, 0) &&
      value->to_be_signed.offset + value->to_be_signed.length == tbs_end(der, length);
    ensures algorithm: \result.rule == TLS12_NO_RULE ==> value->algorithm.offset == tbs_end(der, length) &&
      value->algorithm.offset + value->algorithm.length == signature_place(der, length);
    ensures kind: \result.rule == TLS12_NO_RULE ==> value->signature_kind ==
      signature_kind(algorithm_identifier(der, tbs_end(der, length), signature_place(der, length)));
    ensures hash: \result.rule == TLS12_NO_RULE ==> value->signature_hash ==
      signature_hash(algorithm_identifier(der, tbs_end(der, length), signature_place(der, length)));
    ensures signature: \result.rule == TLS12_NO_RULE ==>
      value->signature.offset == der_contents(der, signature_place(der, length)) + 1 &&
      value->signature.offset + value->signature.length == length;
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(value->algorithm, length) &&
      span_inside(value->signature, length) && value->to_be_signed.length >= 2 &&
      value->to_be_signed.offset + value->to_be_signed.length <= length;
    ensures known: \result.rule == TLS12_NO_RULE ==>
      der_contents(der, value->to_be_signed.offset) <= value->to_be_signed.offset + value->to_be_signed.length &&
      der[value->to_be_signed.offset + 1] <= 131 && der[value->to_be_signed.offset + 1] != 128;
    ensures place: \result.offset <= length;
*/
static struct tls12_fault read_outer(const uint8_t *der, uint32_t length, struct tls12_x509 *value)
{
  struct x509_algorithm algorithm;
  if (length == 0 || der_read(der, 0, length, DER_SEQUENCE) != length)
    return refused(R5280_4_1_01, 0, length, TLS12_BAD_CERTIFICATE);
  uint32_t tbs = der_contents_of(der, 0);
  uint32_t signature_algorithm = der_read(der, tbs, length, DER_SEQUENCE);
  if (signature_algorithm == 0) return refused(R5280_4_1_01, tbs, length, TLS12_BAD_CERTIFICATE);
  uint32_t signature = x509_read_algorithm(der, signature_algorithm, length, &algorithm);
  if (signature == 0) return refused(R5280_4_1_01, signature_algorithm, length, TLS12_BAD_CERTIFICATE);
  if (der_read_bit_string(der, signature, length) != length)
    return refused(R5280_4_1_01, signature, length, TLS12_BAD_CERTIFICATE);
  uint32_t unused = der_contents_of(der, signature);
  if (der[unused] != 0) return refused(R5280_4_1_03, unused, length, TLS12_BAD_CERTIFICATE);

  value->to_be_signed.offset = tbs;
  value->to_be_signed.length = signature_algorithm - tbs;
  value->algorithm.offset = signature_algorithm;
  value->algorithm.length = signature - signature_algorithm;
  value->signature_kind = x509_signature_kind(algorithm.identifier);
  value->signature_hash = x509_signature_hash(algorithm.identifier);
  value->signature.offset = unused + 1;
  value->signature.length = length - unused - 1;

  /* RFC 3279 section 2.2.1: NULL; RFC 4055 section 5: of SHA-2, absent is to be accepted as well. Sections 2.2.2 and 2.2.3,
   * and RFC 5758 section 3: DSA and ECDSA have none. RFC 8410 section 3: Ed25519 and Ed448 have none. */
  if (value->signature_kind == TLS12_RSA && !x509_parameters_null(der, algorithm.parameters) &&
      (algorithm.parameters.length != 0 || value->signature_hash <= TLS12_SHA1))
    return refused(R3279_2_2_1_01, algorithm.parameters.offset, signature, TLS12_BAD_CERTIFICATE);
  if (value->signature_kind == TLS12_DSA && algorithm.parameters.length != 0)
    return refused(R3279_2_2_2_01, algorithm.parameters.offset, signature, TLS12_BAD_CERTIFICATE);
  if (value->signature_kind == TLS12_ECDSA && algorithm.parameters.length != 0)
    return refused(R3279_2_2_3_01, algorithm.parameters.offset, signature, TLS12_BAD_CERTIFICATE);
  if (value->signature_hash == TLS12_INTRINSIC && algorithm.parameters.length != 0)
    return refused(R8410_3_01, algorithm.parameters.offset, signature, TLS12_BAD_CERTIFICATE);
  return accepted(length);
}

/* version [0] EXPLICIT INTEGER { v1(0), v2(1), v3(2) } DEFAULT v1: the offset after it. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(version);
    requires apart: \separated(version, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *version;
    ensures end_of_version: \result.rule == TLS12_NO_RULE ==> \result.offset == version_end(der, at, end);
    ensures value: \result.rule == TLS12_NO_RULE ==> *version == version_value(der, at, end);
    ensures inside: \result.rule == TLS12_NO_RULE ==> at <= \result.offset <= end && 1 <= *version <= 3;
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_version(const uint8_t *der, uint32_t at, uint32_t end, uint32_t *version)
{
  if (at == end || der[at] != DER_CONTEXT_CONSTRUCTED) {
    *version = 1;
    return accepted(at);
  }
  uint32_t after = der_read(der, at, end, DER_CONTEXT_CONSTRUCTED);
  if (after == 0) return refused(R5280_4_1_02, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t number = der_contents_of(der, at);
  if (der_read_integer(der, number, after) != after) return refused(R5280_4_1_02, number, after, TLS12_BAD_CERTIFICATE);
  if (after - number != 3 || der[number + 2] > 2)
    return refused(R5280_4_1_2_1_01, number, after, TLS12_UNSUPPORTED_CERTIFICATE);
  if (der[number + 2] == 0) return refused(R5280_4_1_01, at, after, TLS12_BAD_CERTIFICATE); /* v1: X.690 section 11.5 */
  *version = der[number + 2] + 1u;
  return accepted(after);
}

/* Validity ::= SEQUENCE { notBefore Time, notAfter Time } */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns value->not_before, value->not_after;
    ensures end_of_validity: \result.rule == TLS12_NO_RULE ==> \result.offset == der_end(der, at, end, DER_SEQUENCE);
    ensures from: \result.rule == TLS12_NO_RULE ==> value->not_before != 0 &&
      value->not_before == not_before_value(der, at, \result.offset);
    ensures until: \result.rule == TLS12_NO_RULE ==> value->not_after != 0 &&
      value->not_after == not_after_value(der, at, \result.offset);
    ensures inside: \result.rule == TLS12_NO_RULE ==> at <= \result.offset <= end;
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_validity(const uint8_t *der, uint32_t at, uint32_t end, struct tls12_x509 *value)
{
  uint32_t after = der_read(der, at, end, DER_SEQUENCE);
  if (after == 0) return refused(R5280_4_1_02, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t first = der_contents_of(der, at);
  uint32_t second = der_read_any(der, first, after);
  value->not_before = der_read_time(der, first, after);
  if (second == 0 || value->not_before == 0) return refused(R5280_4_1_2_5_01, first, after, TLS12_BAD_CERTIFICATE);
  value->not_after = der_read_time(der, second, after);
  if (value->not_after == 0) return refused(R5280_4_1_2_5_01, second, after, TLS12_BAD_CERTIFICATE);
  if (der_read_any(der, second, after) != after) return refused(R5280_4_1_02, second, after, TLS12_BAD_CERTIFICATE);
  return accepted(after);
}

/* serialNumber and signature: the offset after them. */
/*@ requires range: at <= end <= DER_MAX && span_inside(value->algorithm, DER_MAX);
    requires readable: \valid_read(der + (0 .. end - 1)) &&
      \valid_read(der + (value->algorithm.offset .. value->algorithm.offset + value->algorithm.length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. end - 1)) &&
      \separated(value, der + (value->algorithm.offset .. value->algorithm.offset + value->algorithm.length - 1));
    terminates \true;
    exits \false;
    assigns value->serial;
    ensures end_of_algorithm: \result.rule == TLS12_NO_RULE ==>
      \result.offset == der_end(der, der_integer_end(der, at, end), end, DER_SEQUENCE);
    ensures serial: \result.rule == TLS12_NO_RULE ==> value->serial.offset == der_contents(der, at) &&
      value->serial.offset + value->serial.length == der_integer_end(der, at, end);
    ensures same_algorithm: \result.rule == TLS12_NO_RULE ==>
      \result.offset - der_integer_end(der, at, end) == value->algorithm.length &&
      \forall integer k; 0 <= k < value->algorithm.length ==>
        der[der_integer_end(der, at, end) + k] == der[value->algorithm.offset + k];
    ensures inside: \result.rule == TLS12_NO_RULE ==> at <= \result.offset <= end && span_inside(value->serial, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_serial_and_algorithm(const uint8_t *der, uint32_t at, uint32_t end,
                                                    struct tls12_x509 *value)
{
  uint32_t algorithm = der_read_integer(der, at, end);
  if (algorithm == 0) return refused(R5280_4_1_02, at, end, TLS12_BAD_CERTIFICATE);
  value->serial.offset = der_contents_of(der, at);
  value->serial.length = algorithm - value->serial.offset;
  uint32_t after = der_read(der, algorithm, end, DER_SEQUENCE);
  if (after == 0) return refused(R5280_4_1_02, algorithm, end, TLS12_BAD_CERTIFICATE);
  if (after - algorithm != value->algorithm.length ||
      !der_same_bytes(der + algorithm, der + value->algorithm.offset, value->algorithm.length))
    return refused(R5280_4_1_1_2_01, algorithm, after, TLS12_BAD_CERTIFICATE);
  return accepted(after);
}

/* issuer, validity, subject, subjectPublicKeyInfo: the offset after them. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns value->issuer, value->not_before, value->not_after, value->subject, value->key;
    ensures issuer: \result.rule == TLS12_NO_RULE ==> value->issuer.offset == at &&
      value->issuer.offset + value->issuer.length == distinguished_name_end(der, at, end);
    ensures from: \result.rule == TLS12_NO_RULE ==>
      value->not_before == not_before_value(der, distinguished_name_end(der, at, end), value->subject.offset);
    ensures until: \result.rule == TLS12_NO_RULE ==>
      value->not_after == not_after_value(der, distinguished_name_end(der, at, end), value->subject.offset);
    ensures subject: \result.rule == TLS12_NO_RULE ==>
      value->subject.offset == der_end(der, distinguished_name_end(der, at, end), end, DER_SEQUENCE) &&
      value->subject.offset + value->subject.length == distinguished_name_end(der, value->subject.offset, end);
    ensures end_of_key: \result.rule == TLS12_NO_RULE ==>
      \result.offset == public_key_end(der, distinguished_name_end(der, value->subject.offset, end), end);
    ensures key: \result.rule == TLS12_NO_RULE ==> key_located(der, distinguished_name_end(der, value->subject.offset, end), \result.offset, value->key.kind,
      value->key.algorithm.offset, value->key.algorithm.length, value->key.parameters.offset,
      value->key.parameters.length, value->key.key.offset, value->key.key.length);
    ensures rsa: \result.rule == TLS12_NO_RULE && value->key.kind == TLS12_KEY_RSA ==>
      rsa_located(der, value->key.parameters.offset, value->key.parameters.length, value->key.key.offset,
        value->key.key.length, value->key.modulus.offset, value->key.modulus.length, value->key.exponent.offset,
        value->key.exponent.length);
    ensures ec: \result.rule == TLS12_NO_RULE && (value->key.kind == TLS12_KEY_EC || value->key.kind == TLS12_KEY_ECDH) ==>
      ec_located(der, value->key.parameters.offset, value->key.parameters.length, value->key.key.offset,
        value->key.key.length, value->key.group, value->key.point.offset, value->key.point.length);
    ensures inside: \result.rule == TLS12_NO_RULE ==> at <= \result.offset <= end && span_inside(value->issuer, end) &&
      span_inside(value->subject, end) && value->issuer.offset + value->issuer.length <= value->subject.offset && public_key_inside(&value->key, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_names_and_key(const uint8_t *der, uint32_t at, uint32_t end, struct tls12_x509 *value)
{
  uint32_t validity = x509_read_name(der, at, end);
  if (validity == 0) return refused(R5280_4_1_2_4_01, at, end, TLS12_BAD_CERTIFICATE);
  if (validity - at == 2) return refused(R5280_4_1_2_4_01, at, validity, TLS12_BAD_CERTIFICATE);
  value->issuer.offset = at;
  value->issuer.length = validity - at;
  struct tls12_fault fault = read_validity(der, validity, end, value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  uint32_t subject = fault.offset, key = x509_read_name(der, subject, end);
  if (key == 0) return refused(R5280_4_1_02, subject, end, TLS12_BAD_CERTIFICATE);
  value->subject.offset = subject;
  value->subject.length = key - subject;
  return x509_read_public_key(der, key, end, &value->key);
}

/* issuerUniqueID [1], subjectUniqueID [2]: IMPLICIT BIT STRINGs, versions 2 and 3: the offset after it; 0: malformed. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_id: \result == optional_end(der, at, end, tag);
    ensures inside: \result != 0 ==> at <= \result <= end;
*/
static uint32_t skip_unique_id(const uint8_t *der, uint32_t at, uint32_t end, uint8_t tag)
{
  return at != end && der[at] == tag ? der_read(der, at, end, tag) : at;
}

/* What follows subjectPublicKeyInfo, up to the end of tbsCertificate. */
/*@ requires range: 0 < at <= end <= DER_MAX;
    requires readable: \valid_read(der + (0 .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns value->extensions;
    ensures none: \result.rule == TLS12_NO_RULE && extensions_place(der, at, end) == end ==>
      no_extensions(&value->extensions);
    ensures some: \result.rule == TLS12_NO_RULE && extensions_place(der, at, end) != end ==> value->version == 3 &&
      der_end(der, extensions_place(der, at, end), end, DER_CONTEXT_CONSTRUCTED + 3) == end &&
      extensions_read(der, der_contents(der, der_contents(der, extensions_place(der, at, end))), end, &value->extensions);
    ensures inside: \result.rule == TLS12_NO_RULE ==> extensions_inside(&value->extensions, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_optional_fields(const uint8_t *der, uint32_t at, uint32_t end, struct tls12_x509 *value)
{
  x509_no_extensions(&value->extensions);
  if (at == end) return accepted(end);
  uint32_t subject_id = skip_unique_id(der, at, end, DER_CONTEXT + 1);
  if (subject_id == 0) return refused(R5280_4_1_02, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t extensions = skip_unique_id(der, subject_id, end, DER_CONTEXT + 2);
  if (extensions == 0) return refused(R5280_4_1_02, subject_id, end, TLS12_BAD_CERTIFICATE);
  if (extensions != at && value->version == 1) return refused(R5280_4_1_02, at, extensions, TLS12_BAD_CERTIFICATE);
  if (extensions == end) return accepted(end);
  if (der_read(der, extensions, end, DER_CONTEXT_CONSTRUCTED + 3) != end)
    return refused(R5280_4_1_02, extensions, end, TLS12_BAD_CERTIFICATE);
  if (value->version != 3) return refused(R5280_4_1_2_9_01, extensions, end, TLS12_BAD_CERTIFICATE);
  return x509_read_extensions(der, der_contents_of(der, extensions), end, &value->extensions);
}

struct tls12_fault x509_parse(const uint8_t *der, uint32_t length, struct tls12_x509 *value)
{
  struct tls12_fault fault = read_outer(der, length, value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  uint32_t end = value->to_be_signed.offset + value->to_be_signed.length;
  fault = read_version(der, der_contents_of(der, value->to_be_signed.offset), end, &value->version);
  if (fault.rule != TLS12_NO_RULE) return fault;
  fault = read_serial_and_algorithm(der, fault.offset, end, value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  fault = read_names_and_key(der, fault.offset, end, value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  fault = read_optional_fields(der, fault.offset, end, value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  return accepted(length);
}

int x509_is_self_issued(const uint8_t *der, const struct tls12_x509 *certificate)
{
  return x509_same_name(der + certificate->issuer.offset, certificate->issuer.length, der + certificate->subject.offset,
                        certificate->subject.length);
}
