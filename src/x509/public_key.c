#include "x509/public_key.h"

#include "x509/algorithm.h"
#include "x509/der.h"
#include "x509/finite_field_key.h"
#include "x509/pss.h"
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
    ensures kind: \result == key_kind(identifier);
*/
static enum tls12_key_kind kind_of(enum x509_identifier identifier)
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

/* RSAPublicKey, RFC 3279 section 2.3.1, in bytes[at .. end-1]: whether it is one, and its numbers. */
/*@ requires range: at < end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(modulus) && \valid(exponent);
    requires apart: \separated(modulus, exponent, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *modulus, *exponent;
    ensures accepted: \result != 0 <==> rsa_key(bytes, at, end);
    ensures modulus: \result != 0 ==> number_located(bytes, der_contents(bytes, at), rsa_exponent(bytes, at, end),
                                                     modulus->offset, modulus->length);
    ensures exponent: \result != 0 ==>
      number_located(bytes, rsa_exponent(bytes, at, end), end, exponent->offset, exponent->length);
    ensures inside: \result != 0 ==> modulus->offset + modulus->length <= end && exponent->offset + exponent->length <= end;
*/
static int read_rsa_numbers(const uint8_t *bytes, uint32_t at, uint32_t end, struct tls12_span *modulus,
                            struct tls12_span *exponent)
{
  if (der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  uint32_t first = der_contents_of(bytes, at);
  uint32_t second = der_read_integer(bytes, first, end);
  if (second == 0 || der_read_integer(bytes, second, end) != end) return 0;
  const struct tls12_span n = x509_unsigned(bytes, first, second), e = x509_unsigned(bytes, second, end);
  modulus->offset = n.offset;
  modulus->length = n.length;
  exponent->offset = e.offset;
  exponent->length = e.length;
  return n.length != 0 && e.length != 0;
}

/* An RSA key: the parameters are NULL. */
/*@ requires range: 0 < key->key.offset && span_inside(key->key, end) && span_inside(key->parameters, end) && end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->modulus, key->exponent;
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == end;
    ensures located: \result.rule == TLS12_NO_RULE ==>
      rsa_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length,
                  key->modulus.offset, key->modulus.length, key->exponent.offset, key->exponent.length);
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(key->modulus, end) && span_inside(key->exponent, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_rsa_key(const uint8_t *bytes, uint32_t end, struct tls12_public_key *key)
{
  uint32_t at = key->key.offset, key_end = at + key->key.length;
  if (!x509_parameters_null(bytes, key->parameters))
    return refused(R3279_2_3_1_01, key->parameters.offset, key->parameters.offset + key->parameters.length,
                   TLS12_UNSUPPORTED_CERTIFICATE);
  if (at == key_end || !read_rsa_numbers(bytes, at, key_end, &key->modulus, &key->exponent))
    return refused(R3279_2_3_1_01, at, key_end, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(end);
}

/* An RSA key for RSASSA-PSS alone: the parameters are those that its signatures have, or absent (RFC 4055 section 3.1). */
/*@ requires range: 0 < key->key.offset && span_inside(key->key, end) && span_inside(key->parameters, end) &&
      span_inside(key->algorithm, end) && end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->modulus, key->exponent;
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == end;
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(key->modulus, end) && span_inside(key->exponent, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_pss_key(const uint8_t *bytes, uint32_t end, struct tls12_public_key *key)
{
  struct x509_pss pss;
  uint32_t at = key->key.offset, key_end = at + key->key.length;
  if (key->parameters.length != 0 && !x509_read_pss(bytes, key->algorithm, &pss))
    return refused(R4055_3_1_01, key->parameters.offset, key->parameters.offset + key->parameters.length,
                   TLS12_BAD_CERTIFICATE);
  if (at == key_end || !read_rsa_numbers(bytes, at, key_end, &key->modulus, &key->exponent))
    return refused(R3279_2_3_1_01, at, key_end, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(end);
}

/* RFC 5480 section 2.2: an uncompressed or compressed point with coordinates of that size (0: not known). */
/*@ requires range: at + length <= DER_MAX && size <= 66;
    requires readable: \valid_read(bytes + (at .. at + length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: \result != 0 <==> point_of(bytes, at, length, size);
*/
static int is_point(const uint8_t *bytes, uint32_t at, uint32_t length, uint32_t size)
{
  if (length == 0 || (bytes[at] != 2 && bytes[at] != 3 && bytes[at] != 4)) return 0;
  return size == 0 || length == (bytes[at] == 4 ? 1 + 2 * size : 1 + size);
}

/* An EC key: the parameters are a named curve (RFC 5480 section 2.1.1). */
/*@ requires range: span_inside(key->key, end) && span_inside(key->parameters, end) && end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->group, key->point;
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == end;
    ensures located: \result.rule == TLS12_NO_RULE ==>
      ec_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length, key->group,
                 key->point.offset, key->point.length);
    ensures inside: \result.rule == TLS12_NO_RULE ==> span_inside(key->point, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_ec_key(const uint8_t *bytes, uint32_t end, struct tls12_public_key *key)
{
  uint32_t parameters = key->parameters.offset, parameters_end = parameters + key->parameters.length;
  uint32_t at = key->key.offset, length = key->key.length;
  if (key->parameters.length == 0 || der_read_object_identifier(bytes, parameters, parameters_end) != parameters_end)
    return refused(R5480_2_1_1_01, parameters, parameters_end, TLS12_UNSUPPORTED_CERTIFICATE);
  uint32_t group = x509_named_curve(bytes, key->parameters);
  if (!is_point(bytes, at, length, x509_coordinate_size(group)))
    return refused(R5480_2_2_01, at, at + length, TLS12_BAD_CERTIFICATE);
  key->group = group;
  key->point.offset = at;
  key->point.length = length;
  return accepted(end);
}

/* An X25519, X448, Ed25519 or Ed448 key: the parameters are absent (RFC 8410 section 3). */
/*@ requires range: span_inside(key->parameters, end) && end <= DER_MAX;
    requires readable: \valid_read(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == (key->parameters.length == 0 ? TLS12_NO_RULE : R8410_3_01);
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == end;
    ensures place: \result.offset <= end;
*/
static struct tls12_fault check_no_parameters(uint32_t end, const struct tls12_public_key *key)
{
  const struct tls12_span parameters = key->parameters;
  if (parameters.length == 0) return accepted(end);
  return refused(R8410_3_01, parameters.offset, parameters.offset + parameters.length, TLS12_BAD_CERTIFICATE);
}

/* The fields that every key has; those of its kind are empty, at the end. */
/*@ requires order: algorithm <= bits <= octets <= end <= DER_MAX && parameters.offset + parameters.length == bits;
    requires writable: \valid(key);
    terminates \true;
    exits \false;
    assigns *key;
    ensures kind: key->kind == kind;
    ensures algorithm: key->algorithm.offset == algorithm && key->algorithm.length == bits - algorithm;
    ensures parameters: key->parameters.offset == parameters.offset && key->parameters.length == parameters.length;
    ensures key: key->key.offset == octets && key->key.length == end - octets;
    ensures numbers: key->modulus.offset == end && key->modulus.length == 0 && key->exponent.offset == end &&
      key->exponent.length == 0;
    ensures point: key->point.offset == end && key->point.length == 0;
*/
static void set_fields(struct tls12_public_key *key, enum tls12_key_kind kind, uint32_t algorithm, uint32_t bits,
                       struct tls12_span parameters, uint32_t octets, uint32_t end)
{
  key->kind = kind;
  key->algorithm.offset = algorithm;
  key->algorithm.length = bits - algorithm;
  key->parameters.offset = parameters.offset;
  key->parameters.length = parameters.length;
  key->key.offset = octets;
  key->key.length = end - octets;
  key->modulus.offset = end;
  key->modulus.length = 0;
  key->exponent.offset = end;
  key->exponent.length = 0;
  key->group = 0;
  key->point.offset = end;
  key->point.length = 0;
}

/* What a key of its kind consists of. */
/*@ requires range: 0 < key->key.offset && 0 < key->parameters.offset && span_inside(key->key, end) &&
      key->key.offset + key->key.length == end && span_inside(key->parameters, end) && span_inside(key->algorithm, end) &&
      end <= DER_MAX;
    requires empty: span_inside(key->modulus, end) && span_inside(key->exponent, end) && span_inside(key->point, end);
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(key);
    requires apart: \separated(key, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns key->modulus, key->exponent, key->group, key->point;
    ensures ended: \result.rule == TLS12_NO_RULE ==> \result.offset == end;
    ensures rsa: \result.rule == TLS12_NO_RULE && key->kind == TLS12_KEY_RSA ==>
      rsa_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length,
                  key->modulus.offset, key->modulus.length, key->exponent.offset, key->exponent.length);
    ensures ec: \result.rule == TLS12_NO_RULE && (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) ==>
      ec_located(bytes, key->parameters.offset, key->parameters.length, key->key.offset, key->key.length, key->group,
                 key->point.offset, key->point.length);
    ensures inside: \result.rule == TLS12_NO_RULE ==>
      span_inside(key->modulus, end) && span_inside(key->exponent, end) && span_inside(key->point, end);
    ensures place: \result.offset <= end;
*/
static struct tls12_fault read_by_kind(const uint8_t *bytes, uint32_t end, enum x509_identifier identifier,
                                       struct tls12_public_key *key)
{
  if (key->kind == TLS12_KEY_RSA) return read_rsa_key(bytes, end, key);
  if (key->kind == TLS12_KEY_RSA_PSS) return read_pss_key(bytes, end, key);
  if (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) return read_ec_key(bytes, end, key);
  if (key->kind == TLS12_KEY_DSA) return x509_check_dsa_key(bytes, key->parameters, key->key);
  if (identifier == X509_ID_DH_PUBLIC_NUMBER) return x509_check_dh_key(bytes, key->parameters, key->key);
  if (key->kind >= TLS12_KEY_X25519) return check_no_parameters(end, key);
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

  /*@ assert spki: after == public_key_end(bytes, at, end) && bits == public_key_bits(bytes, at, after) &&
        unused + 1 == public_key_octets(bytes, at, after); */
  const enum x509_identifier identifier = algorithm.identifier;
  const enum tls12_key_kind kind = kind_of(identifier);
  /*@ assert kind: kind == key_kind(algorithm_identifier(bytes, der_contents(bytes, at), public_key_bits(bytes, at, after))); */
  set_fields(key, kind, name, bits, algorithm.parameters, unused + 1, after);
  /*@ assert located: key_located(bytes, at, after, key->kind, key->algorithm.offset, key->algorithm.length,
        key->parameters.offset, key->parameters.length, key->key.offset, key->key.length); */
  return read_by_kind(bytes, after, identifier, key);
}
