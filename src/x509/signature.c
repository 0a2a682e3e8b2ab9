/* The signature of one certificate by the key of another: RFC 5280 section 6.1.3 (a)(1). */
#include "arithmetic/ecdsa.h"
#include "arithmetic/rsa.h"
#include "crypto/hash.h"
#include "x509/refusal.h"
#include "x509/verify.h"

/* The bytes of a span. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result.data == certificate.data + span.offset && \result.length == span.length;
*/
static struct tls12_bytes bytes_of(struct tls12_bytes certificate, struct tls12_span span)
{
  struct tls12_bytes bytes = {certificate.data + span.offset, span.length};
  return bytes;
}

struct tls12_fault x509_verify_signature(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                         struct tls12_bytes issuer, const struct tls12_x509 *parsed_issuer)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX] = {0};
  const struct tls12_bytes signed_part = bytes_of(certificate, parsed->to_be_signed);
  const struct tls12_bytes signature = bytes_of(certificate, parsed->signature);
  const struct tls12_bytes hash = {digest, tls12_hash_size(parsed->signature_hash)};
  const struct tls12_public_key *key = &parsed_issuer->key;
  tls12_hash_parts(parsed->signature_hash, &signed_part, 1, digest);

  int good = 0;
  if (parsed->signature_kind == TLS12_RSA && key->kind == TLS12_KEY_RSA) {
    const struct rsa_public_key rsa = {bytes_of(issuer, key->modulus), bytes_of(issuer, key->exponent)};
    good = rsa_verify(&rsa, parsed->signature_hash, hash, signature);
  } else if (parsed->signature_kind == TLS12_ECDSA && key->kind == TLS12_KEY_EC) {
    good = ecdsa_verify(key->group, bytes_of(issuer, key->point), hash, signature);
  } else if (parsed->signature_kind != TLS12_RSA && parsed->signature_kind != TLS12_ECDSA) {
    return refused(R5280_6_1_3_01, parsed->algorithm.offset, parsed->algorithm.offset + parsed->algorithm.length,
                   TLS12_UNSUPPORTED_CERTIFICATE);
  }
  if (!good)
    return refused(R5280_6_1_3_01, parsed->signature.offset, parsed->signature.offset + parsed->signature.length,
                   TLS12_BAD_CERTIFICATE);
  return accepted(certificate.length);
}
