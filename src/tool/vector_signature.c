/* Wycheproof's signatures to verify: a SubjectPublicKeyInfo and a hash for the group, a message and a signature. */
#include <string.h>

#include "arithmetic/dsa.h"
#include "arithmetic/ecdsa.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/rsa_pss.h"
#include "crypto/hash.h"
#include "tool/vector_wycheproof.h"
#include "x509/dsa_key.h"

/* What a case is about; the digest has the length 0 when the hash is not supported. */
struct signed_message {
  struct tls12_bytes der;
  struct tls12_public_key key;
  enum tls12_hash hash;
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  struct tls12_bytes signature;
};

static struct tls12_bytes part(const struct signed_message *m, struct tls12_span span)
{
  return (struct tls12_bytes){m->der.data + span.offset, span.length};
}

static struct tls12_bytes digest_of(const struct signed_message *m)
{
  return (struct tls12_bytes){m->digest, tls12_hash_size(m->hash)};
}

/* Accepted, so far. */
static struct vector_answer read_message(struct vector_case *c, struct signed_message *m)
{
  const struct tls12_bytes message = vector_hex(c, c->test, "msg");
  m->signature = vector_hex(c, c->test, "sig");
  m->hash = vector_hash(c, c->group, "sha");
  if (m->hash == TLS12_HASH_NONE) return (struct vector_answer){VECTOR_SKIPPED, "the hash is not supported"};
  tls12_hash_parts(m->hash, &message, 1, m->digest);
  return vector_public_key(c, c->group, "publicKeyDer", &m->der, &m->key);
}

struct vector_answer vector_ecdsa(struct vector_case *c)
{
  struct signed_message m;
  const struct vector_answer answer = read_message(c, &m);
  if (answer.verdict != VECTOR_ACCEPTED) return answer;
  if (m.key.kind != TLS12_KEY_EC || m.key.group == 0)
    return (struct vector_answer){VECTOR_SKIPPED, "the curve is not supported"};
  return vector_accepted_if(ecdsa_verify(m.key.group, part(&m, m.key.point), digest_of(&m), m.signature));
}

/* The key comes without a SubjectPublicKeyInfo. */
struct vector_answer vector_eddsa(struct vector_case *c)
{
  const json_t *key = json_object_get(c->group, "publicKey");
  const char *curve = vector_text(c, key, "curve");
  const struct tls12_bytes message = vector_hex(c, c->test, "msg"), signature = vector_hex(c, c->test, "sig");
  const unsigned algorithm = strcmp(curve, "edwards25519") == 0 ? TLS12_ED25519
                             : strcmp(curve, "edwards448") == 0 ? TLS12_ED448
                                                                : 0;
  if (algorithm == 0) return (struct vector_answer){VECTOR_SKIPPED, "the curve is not supported"};
  return vector_accepted_if(eddsa_verify(algorithm, vector_hex(c, key, "pk"), message, signature));
}

struct vector_answer vector_rsa_verify(struct vector_case *c)
{
  struct signed_message m;
  const struct vector_answer answer = read_message(c, &m);
  if (answer.verdict != VECTOR_ACCEPTED) return answer;
  const struct rsa_public_key key = {part(&m, m.key.modulus), part(&m, m.key.exponent)};
  if (m.key.kind != TLS12_KEY_RSA || rsa_size(&key) == 0)
    return (struct vector_answer){VECTOR_SKIPPED, "the key's size is not supported"};
  return vector_accepted_if(rsa_verify(&key, m.hash, digest_of(&m), m.signature));
}

/* TLS has one hash for the message and for the mask; any salt is tried. */
struct vector_answer vector_rsa_pss_verify(struct vector_case *c)
{
  struct signed_message m;
  const struct vector_answer answer = read_message(c, &m);
  const json_int_t salt = json_integer_value(json_object_get(c->group, "sLen"));
  if (answer.verdict != VECTOR_ACCEPTED) return answer;
  if (strcmp(vector_text(c, c->group, "mgf"), "MGF1") != 0 || vector_hash(c, c->group, "mgfSha") != m.hash)
    return (struct vector_answer){VECTOR_SKIPPED, "another mask, or another hash for it"};
  const struct rsa_public_key key = {part(&m, m.key.modulus), part(&m, m.key.exponent)};
  if (m.key.kind != TLS12_KEY_RSA || rsa_size(&key) == 0 || salt < 0 || salt > 1024)
    return (struct vector_answer){VECTOR_SKIPPED, "the key's kind or size is not supported"};
  return vector_accepted_if(rsa_pss_verify(&key, m.hash, digest_of(&m), (uint32_t)salt, m.signature));
}

struct vector_answer vector_dsa(struct vector_case *c)
{
  struct signed_message m;
  struct dsa_key key;
  const struct vector_answer answer = read_message(c, &m);
  if (answer.verdict != VECTOR_ACCEPTED) return answer;
  if (m.key.kind != TLS12_KEY_DSA || !x509_read_dsa_key(m.der.data, m.key.parameters, m.key.key, &key))
    return (struct vector_answer){VECTOR_SKIPPED, "the key's kind is not supported"};
  return vector_accepted_if(dsa_verify(&key, digest_of(&m), m.signature));
}
