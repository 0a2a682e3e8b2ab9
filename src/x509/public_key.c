#include "x509/public_key.h"

#include "x509/algorithm.h"
#include "x509/der.h"
#include "x509/refusal.h"

struct tls12_span x509_unsigned(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  struct tls12_span number = der_contents_span(bytes, at, end);
  if (bytes[number.offset] >= 128)
    number.length = 0;
  else if (bytes[number.offset] == 0 && number.length > 1) {
    number.offset = number.offset + 1;
    number.length = number.length - 1;
  }
  return number;
}

uint32_t x509_named_curve(const uint8_t *bytes, struct tls12_span parameters)
{
  uint32_t end = parameters.offset + parameters.length;
  if (parameters.length == 0 || der_read_object_identifier(bytes, parameters.offset, end) != end) return 0;
  switch (x509_identify(bytes, der_contents_of(bytes, parameters.offset), end)) {
  case X509_ID_SECP256R1: return TLS12_SECP256R1;
  case X509_ID_SECP384R1: return TLS12_SECP384R1;
  case X509_ID_SECP521R1: return TLS12_SECP521R1;
  default: return 0;
  }
}

uint32_t x509_coordinate_size(uint32_t group)
{
  return group == TLS12_SECP256R1 ? 32 : group == TLS12_SECP384R1 ? 48 : group == TLS12_SECP521R1 ? 66 : 0;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
*/
static enum tls12_key_kind key_kind(enum x509_identifier identifier)
{
  switch (identifier) {
  case X509_ID_RSA: return TLS12_KEY_RSA;
  case X509_ID_RSA_PSS: return TLS12_KEY_RSA_PSS;
  case X509_ID_DSA: return TLS12_KEY_DSA;
  case X509_ID_DH_PUBLIC_NUMBER:
  case X509_ID_DH_KEY_AGREEMENT: return TLS12_KEY_DH;
  case X509_ID_EC_PUBLIC_KEY: return TLS12_KEY_EC;
  case X509_ID_EC_DH: return TLS12_KEY_ECDH;
  case X509_ID_X25519: return TLS12_KEY_X25519;
  case X509_ID_X448: return TLS12_KEY_X448;
  case X509_ID_ED25519: return TLS12_KEY_ED25519;
  case X509_ID_ED448: return TLS12_KEY_ED448;
  default: return TLS12_KEY_OTHER;
  }
}

/* RFC 3279 section 2.3.1: parameters NULL; RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }. */
/*@ requires range: span_inside(key->key, end) && span_inside(key->parameters, end) && end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->modulus, key->exponent;
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(key->modulus, end) && span_inside(key->exponent, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_rsa_key(const uint8_t *bytes, uint32_t end, struct tls12_public_key *key)
{
  uint32_t at = key->key.offset, key_end = at + key->key.length;
  struct tls12_fault bad = refused(R3279_2_3_1_01, at, key_end, TLS12_UNSUPPORTED_CERTIFICATE);
  if (!x509_parameters_null(bytes, key->parameters))
    return refused(R3279_2_3_1_01, key->parameters.offset, key->parameters.offset + key->parameters.length,
                   TLS12_UNSUPPORTED_CERTIFICATE);
  if (der_read(bytes, at, key_end, DER_SEQUENCE) != key_end) return bad;
  uint32_t modulus = der_contents_of(bytes, at);
  uint32_t exponent = der_read_integer(bytes, modulus, key_end);
  if (exponent == 0 || der_read_integer(bytes, exponent, key_end) != key_end) return bad;
  key->modulus = x509_unsigned(bytes, modulus, exponent);
  key->exponent = x509_unsigned(bytes, exponent, key_end);
  if (key->modulus.length == 0 || key->exponent.length == 0) return bad;
  return accepted(end);
}

/* RFC 5480 sections 2.1.1 and 2.2: parameters are a named curve, the key is an uncompressed or compressed point. */
/*@ requires range: span_inside(key->key, end) && span_inside(key->parameters, end) && end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->group, key->point;
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(key->point, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_ec_key(const uint8_t *bytes, uint32_t end, struct tls12_public_key *key)
{
  uint32_t parameters = key->parameters.offset, parameters_end = parameters + key->parameters.length;
  if (key->parameters.length == 0 || der_read_object_identifier(bytes, parameters, parameters_end) != parameters_end)
    return refused(R5480_2_1_1_01, parameters, parameters_end, TLS12_UNSUPPORTED_CERTIFICATE);
  uint32_t at = key->key.offset, length = key->key.length;
  if (length == 0 || (bytes[at] != 2 && bytes[at] != 3 && bytes[at] != 4))
    return refused(R5480_2_2_01, at, at + length, TLS12_BAD_CERTIFICATE);
  uint32_t size = x509_coordinate_size(x509_named_curve(bytes, key->parameters));
  if (size != 0 && length != (bytes[at] == 4 ? 1 + 2 * size : 1 + size))
    return refused(R5480_2_2_01, at, at + length, TLS12_BAD_CERTIFICATE);
  key->group = x509_named_curve(bytes, key->parameters);
  key->point.offset = at;
  key->point.length = length;
  return accepted(end);
}

struct tls12_fault x509_read_public_key(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_public_key *key)
{
  struct x509_algorithm algorithm;
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return refused(R5280_4_1_02, at, end, TLS12_BAD_CERTIFICATE);
  uint32_t name = der_contents_of(bytes, at);
  uint32_t bits = x509_read_algorithm(bytes, name, after, &algorithm);
  if (bits == 0) return refused(R5280_4_1_02, name, after, TLS12_BAD_CERTIFICATE);
  if (der_read_bit_string(bytes, bits, after) != after)
    return refused(R5280_4_1_02, bits, after, TLS12_BAD_CERTIFICATE);
  uint32_t unused = der_contents_of(bytes, bits);
  if (bytes[unused] != 0) return refused(R5280_4_1_03, unused, after, TLS12_BAD_CERTIFICATE);

  key->kind = key_kind(algorithm.identifier);
  key->algorithm.offset = name;
  key->algorithm.length = bits - name;
  key->parameters.offset = algorithm.parameters.offset;
  key->parameters.length = algorithm.parameters.length;
  key->key.offset = unused + 1;
  key->key.length = after - unused - 1;
  key->modulus.offset = after;
  key->modulus.length = 0;
  key->exponent.offset = after;
  key->exponent.length = 0;
  key->group = 0;
  key->point.offset = after;
  key->point.length = 0;
  if (key->kind == TLS12_KEY_RSA) return read_rsa_key(bytes, after, key);
  if (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) return read_ec_key(bytes, after, key);
  return accepted(after);
}
