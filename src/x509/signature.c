/* The signature of one certificate by the key of another: RFC 5280 section 6.1.3 (a)(1). */
#include "arithmetic/ecdsa.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/rsa_pss.h"
#include "crypto/hash.h"
#include "x509/der_number.h"
#include "x509/dsa_key.h"
#include "x509/pss.h"
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

/* The issuer's key is RSA's, but not one to verify with (RFC 8017 section 3.1), for its size or its exponent. */
static int rsa_unfit(struct tls12_bytes issuer, const struct tls12_public_key *key)
{
  const struct rsa_public_key rsa = {bytes_of(issuer, key->modulus), bytes_of(issuer, key->exponent)};
  return (key->kind == TLS12_KEY_RSA || key->kind == TLS12_KEY_RSA_PSS) && rsa_size(&rsa) == 0;
}

/* RSASSA-PSS: with parameters in the key, those of the signature match and the salt is not shorter (RFC 4055 section 3.3).
 * good says whether the signature is right. */
static struct tls12_fault verify_pss(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                     struct tls12_bytes issuer, const struct tls12_public_key *key, int *good)
{
  struct x509_pss pss, allowed;
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  const struct tls12_span at = parsed->algorithm;
  if (!x509_read_pss(certificate.data, at, &pss))
    return refused(R4055_3_1_01, at.offset, at.offset + at.length, TLS12_BAD_CERTIFICATE);
  if (key->kind == TLS12_KEY_RSA_PSS && key->parameters.length != 0 &&
      (!x509_read_pss(issuer.data, key->algorithm, &allowed) || allowed.hash != pss.hash || pss.salt < allowed.salt))
    return refused(R4055_3_3_01, at.offset, at.offset + at.length, TLS12_BAD_CERTIFICATE);
  const struct rsa_public_key rsa = {bytes_of(issuer, key->modulus), bytes_of(issuer, key->exponent)};
  const struct tls12_bytes signed_part = bytes_of(certificate, parsed->to_be_signed);
  tls12_hash_parts(pss.hash, &signed_part, 1, digest);
  *good = rsa_pss_verify(&rsa, pss.hash, (struct tls12_bytes){digest, tls12_hash_size(pss.hash)}, pss.salt,
                         bytes_of(certificate, parsed->signature));
  return accepted(certificate.length);
}

/* Whether there is a DSA key, with parameters of its own or inherited ones. */
static int read_dsa_key(struct tls12_bytes issuer, const struct tls12_public_key *key, struct tls12_bytes inherited,
                        struct dsa_key *dsa)
{
  const uint32_t end = key->key.offset + key->key.length;
  if (key->parameters.length != 0) return x509_read_dsa_key(issuer.data, key->parameters, key->key, dsa);
  return x509_read_dss_parameters(inherited.data, (struct tls12_span){0, inherited.length}, dsa) &&
         x509_read_number(issuer.data, key->key.offset, end, &dsa->key) == end;
}

struct tls12_fault x509_verify_signature(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                         struct tls12_bytes issuer, const struct tls12_x509 *parsed_issuer,
                                         struct tls12_bytes inherited)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX] = {0};
  const struct tls12_bytes signed_part = bytes_of(certificate, parsed->to_be_signed);
  const struct tls12_bytes signature = bytes_of(certificate, parsed->signature);
  const struct tls12_bytes hash = {digest, tls12_hash_size(parsed->signature_hash)};
  const struct tls12_public_key *key = &parsed_issuer->key;
  if (rsa_unfit(issuer, key))
    return refused(R8017_3_1_01, parsed->algorithm.offset, parsed->algorithm.offset + parsed->algorithm.length,
                   TLS12_BAD_CERTIFICATE);
  tls12_hash_parts(parsed->signature_hash, &signed_part, 1, digest);

  int good = 0;
  if ((key->kind == TLS12_KEY_RSA || key->kind == TLS12_KEY_RSA_PSS) &&
      x509_is_pss(certificate.data, parsed->algorithm)) {
    const struct tls12_fault fault = verify_pss(certificate, parsed, issuer, key, &good);
    if (fault.rule != TLS12_NO_RULE) return fault;
  } else if (parsed->signature_kind == TLS12_RSA && key->kind == TLS12_KEY_RSA) {
    const struct rsa_public_key rsa = {bytes_of(issuer, key->modulus), bytes_of(issuer, key->exponent)};
    good = rsa_verify(&rsa, parsed->signature_hash, hash, signature);
  } else if (parsed->signature_kind == TLS12_ECDSA && key->kind == TLS12_KEY_EC) {
    good = ecdsa_verify(key->group, bytes_of(issuer, key->point), hash, signature);
  } else if (parsed->signature_kind == TLS12_DSA && key->kind == TLS12_KEY_DSA) {
    struct dsa_key dsa;
    if (!read_dsa_key(issuer, key, inherited, &dsa))
      return refused(R3279_2_3_2_02, parsed->algorithm.offset, parsed->algorithm.offset + parsed->algorithm.length,
                     TLS12_BAD_CERTIFICATE);
    good = dsa_verify(&dsa, hash, signature);
  } else if ((parsed->signature_kind == TLS12_ED25519 && key->kind == TLS12_KEY_ED25519) ||
             (parsed->signature_kind == TLS12_ED448 && key->kind == TLS12_KEY_ED448)) {
    good = eddsa_verify(parsed->signature_kind, bytes_of(issuer, key->key), signed_part, signature);
  } else if (parsed->signature_kind == TLS12_ANONYMOUS) {
    return refused(R5280_6_1_3_01, parsed->algorithm.offset, parsed->algorithm.offset + parsed->algorithm.length,
                   TLS12_UNSUPPORTED_CERTIFICATE);
  }
  if (!good)
    return refused(R5280_6_1_3_01, parsed->signature.offset, parsed->signature.offset + parsed->signature.length,
                   TLS12_BAD_CERTIFICATE);
  return accepted(certificate.length);
}
