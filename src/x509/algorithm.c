#include "x509/algorithm.h"

#include "x509/der.h"

uint32_t x509_read_algorithm(const uint8_t *bytes, uint32_t at, uint32_t end, struct x509_algorithm *algorithm)
{
  uint32_t after = der_read(bytes, at, end, DER_SEQUENCE);
  if (after == 0) return 0;
  uint32_t name = der_contents_of(bytes, at);
  uint32_t parameters = der_read_object_identifier(bytes, name, after);
  if (parameters == 0) return 0;
  if (parameters != after && der_read_any(bytes, parameters, after) != after) return 0;
  algorithm->identifier = x509_identify(bytes, der_contents_of(bytes, name), parameters);
  algorithm->parameters.offset = parameters;
  algorithm->parameters.length = after - parameters;
  return after;
}

int x509_parameters_null(const uint8_t *bytes, struct tls12_span parameters)
{
  return parameters.length == 2 && bytes[parameters.offset] == DER_NULL && bytes[parameters.offset + 1] == 0;
}

enum tls12_signature x509_signature_kind(enum x509_identifier identifier)
{
  if (identifier >= X509_ID_MD5_WITH_RSA && identifier <= X509_ID_SHA512_WITH_RSA) return TLS12_RSA;
  if (identifier >= X509_ID_SHA1_WITH_DSA && identifier <= X509_ID_SHA256_WITH_DSA) return TLS12_DSA;
  if (identifier >= X509_ID_ECDSA_WITH_SHA1 && identifier <= X509_ID_ECDSA_WITH_SHA512) return TLS12_ECDSA;
  if (identifier == X509_ID_ED25519) return TLS12_ED25519;
  if (identifier == X509_ID_ED448) return TLS12_ED448;
  return TLS12_ANONYMOUS;
}

enum tls12_hash x509_signature_hash(enum x509_identifier identifier)
{
  switch (identifier) {
  case X509_ID_MD5_WITH_RSA: return TLS12_MD5;
  case X509_ID_SHA1_WITH_RSA:
  case X509_ID_SHA1_WITH_DSA:
  case X509_ID_ECDSA_WITH_SHA1: return TLS12_SHA1;
  case X509_ID_SHA224_WITH_RSA:
  case X509_ID_SHA224_WITH_DSA:
  case X509_ID_ECDSA_WITH_SHA224: return TLS12_SHA224;
  case X509_ID_SHA256_WITH_RSA:
  case X509_ID_SHA256_WITH_DSA:
  case X509_ID_ECDSA_WITH_SHA256: return TLS12_SHA256;
  case X509_ID_SHA384_WITH_RSA:
  case X509_ID_ECDSA_WITH_SHA384: return TLS12_SHA384;
  case X509_ID_SHA512_WITH_RSA:
  case X509_ID_ECDSA_WITH_SHA512: return TLS12_SHA512;
  case X509_ID_ED25519:
  case X509_ID_ED448: return TLS12_INTRINSIC;
  default: return TLS12_HASH_NONE;
  }
}
