#include "handshake/signature.h"

int handshake_signature_verify(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes digest,
                               struct tls12_bytes signature)
{
  const struct tls12_bytes key = {e->peer_key.bytes, e->peer_key.length};
  const struct tls12_bytes exponent = {e->peer_exponent.bytes, e->peer_exponent.length};
  if (e->peer_key_kind == TLS12_KEY_RSA)
    return rsa_verify(&(struct rsa_public_key){key, exponent}, hash, digest, signature);
  return ecdsa_verify(e->peer_key_group, key, digest, signature);
}

uint32_t handshake_signature_make(const struct tls12_config *config, const struct tls12_private_key *key,
                                  enum tls12_hash hash, struct tls12_bytes digest,
                                  uint8_t signature[TLS12_SIGNATURE_MAX])
{
  uint32_t length = 0;
  if (key->kind == TLS12_KEY_RSA) {
    const struct rsa_private_key rsa = {key->modulus, key->public_exponent, key->private_exponent, key->prime1,
                                        key->prime2,  key->exponent1,       key->exponent2,        key->coefficient};
    return rsa_sign(&rsa, hash, digest, config->random, config->random_context, signature) ? key->modulus.length : 0;
  }
  return ecdsa_sign(key->group, key->scalar.data, hash, digest, signature, &length) ? length : 0;
}
