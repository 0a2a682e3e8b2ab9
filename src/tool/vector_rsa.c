/* Wycheproof's RSA with a private key: PKCS#1 v1.5 signatures to make, and ciphertexts to decrypt. */
#include <string.h>

#include "crypto/hash.h"
#include "tool/connection.h"
#include "tool/vector_wycheproof.h"
#include "x509/rsa_key.h"

/* The group's PKCS #8 key; size 0 when it cannot be used. */
static uint32_t private_key(struct vector_case *c, struct rsa_private_key *out)
{
  struct tls12_private_key key;
  const struct tls12_bytes der = vector_hex(c, c->group, "privateKeyPkcs8");
  if (private_key_parse(der.data, der.length, &key) != TLS12_PRIVATE_KEY_OK || key.kind != TLS12_KEY_RSA) return 0;
  *out = rsa_key_of(&key);
  return rsa_size(&(struct rsa_public_key){key.modulus, key.public_exponent});
}

static const struct vector_answer no_key = {VECTOR_SKIPPED, "the key's form or size is not supported"};

struct vector_answer vector_rsa_sign(struct vector_case *c)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX], signature[RSA_MAX_BYTES];
  struct rsa_private_key key;
  const enum tls12_hash hash = vector_hash(c, c->group, "sha");
  const struct tls12_bytes message = vector_hex(c, c->test, "msg"), expected = vector_hex(c, c->test, "sig");
  const uint32_t k = private_key(c, &key);
  if (k == 0) return no_key;
  if (hash == TLS12_HASH_NONE) return (struct vector_answer){VECTOR_SKIPPED, "the hash is not supported"};
  tls12_hash_parts(hash, &message, 1, digest);
  if (!rsa_sign(&key, hash, (struct tls12_bytes){digest, tls12_hash_size(hash)}, system_random, NULL, signature))
    return vector_accepted_if(0);
  const int same = expected.length == k && memcmp(expected.data, signature, k) == 0;
  return (struct vector_answer){same ? VECTOR_ACCEPTED : VECTOR_DIFFERENT, NULL};
}

/* The ciphertext as that of a premaster secret, for a client of the version that the message starts with. What does not hold
 * one is not refused, but answered with the substitute: a message of another length, too, though the case calls it valid. */
struct vector_answer vector_rsa_decrypt(struct vector_case *c)
{
  uint8_t substitute[48], premaster[48];
  struct rsa_private_key key;
  const struct tls12_bytes message = vector_hex(c, c->test, "msg"), ciphertext = vector_hex(c, c->test, "ct");
  const int is_premaster = message.length == 48;
  const uint32_t version = is_premaster ? message.data[0] * 256u + message.data[1] : 0x0303;
  if (private_key(c, &key) == 0) return no_key;
  if (system_random(NULL, substitute, sizeof substitute) != 0) return no_key;
  rsa_decrypt_premaster(&key, ciphertext, version, substitute, system_random, NULL, premaster);
  if (memcmp(premaster, substitute, 48) == 0)
    return (struct vector_answer){VECTOR_REPLACED,
                                  is_premaster ? "R5246-7.4.7.1-06" : "R5246-7.4.7.1-06, not of 48 bytes"};
  const int same = is_premaster && memcmp(premaster, message.data, 48) == 0;
  return (struct vector_answer){same ? VECTOR_ACCEPTED : VECTOR_DIFFERENT, NULL};
}
