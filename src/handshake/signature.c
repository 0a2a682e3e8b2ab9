#include "handshake/signature.h"

#include <string.h>

#include "crypto/wipe.h"
#include "handshake/internal.h"
#include "handshake/scheme.h"
#include "wire/writer.h"
#include "x509/dsa_key.h"
#include "x509/rsa_key.h"

struct tls12_bytes handshake_signed(const struct tls12_engine *e, uint32_t pair, struct tls12_bytes params,
                                    uint8_t room[TLS12_SIGNED_MAX])
{
  const enum tls12_hash hash = scheme_hash(pair);
  if (hash != TLS12_INTRINSIC) return key_exchange_digest(e, hash, params, room);
  if (params.length > TLS12_SIGNED_MAX - 2 * TLS12_RANDOM_LENGTH) return (struct tls12_bytes){room, 0};
  memcpy(room, e->client_random, TLS12_RANDOM_LENGTH);
  memcpy(room + TLS12_RANDOM_LENGTH, e->server_random, TLS12_RANDOM_LENGTH);
  memcpy(room + 2 * TLS12_RANDOM_LENGTH, params.data, params.length);
  return (struct tls12_bytes){room, 2 * TLS12_RANDOM_LENGTH + params.length};
}

/* ed25519(7) or ed448(8), the second byte of their pairs. */
static enum tls12_signature eddsa_kind(enum tls12_key_kind kind)
{
  return kind == TLS12_KEY_ED25519 ? TLS12_ED25519 : TLS12_ED448;
}

/* The key and its parameters are in DER, as the certificate has them. */
static int dsa_verifies_with(const struct tls12_public_value *parameters, const struct tls12_public_value *key,
                             struct tls12_bytes digest, struct tls12_bytes signature)
{
  uint8_t der[2 * TLS12_PUBLIC_VALUE_MAX];
  struct dsa_key dsa;
  const uint32_t n = write_fixed(der, 0, public_value(parameters));
  const uint32_t end = write_fixed(der, n, public_value(key));
  return x509_read_dsa_key(der, (struct tls12_span){0, n}, (struct tls12_span){n, end - n}, &dsa) &&
         dsa_verify(&dsa, digest, signature);
}

int handshake_signature_verify(const struct tls12_engine *e, uint32_t pair, struct tls12_bytes digest,
                               struct tls12_bytes signature)
{
  const struct tls12_bytes key = {e->peer_key.bytes, e->peer_key.length};
  const struct rsa_public_key rsa = {key, {e->peer_exponent.bytes, e->peer_exponent.length}};
  if (scheme_is_pss(pair)) return rsa_pss_verify(&rsa, scheme_hash(pair), digest, digest.length, signature);
  if (e->peer_key_kind == TLS12_KEY_DSA) return dsa_verifies_with(&e->peer_exponent, &e->peer_key, digest, signature);
  if (e->peer_key_kind == TLS12_KEY_RSA) return rsa_verify(&rsa, scheme_hash(pair), digest, signature);
  if (scheme_hash(pair) == TLS12_INTRINSIC) return eddsa_verify(eddsa_kind(e->peer_key_kind), key, digest, signature);
  return ecdsa_verify(e->peer_key_group, key, digest, signature);
}

/* k' of RFC 6979 section 3.6 for the nonce of a signature. A source that declines is not asked again: the nonce is secret without it. */
static struct tls12_bytes added_randomness(const struct tls12_config *config, uint8_t room[TLS12_ADDED_RANDOMNESS])
{
  const int drawn = random_draw(config->random, config->random_context, room, TLS12_ADDED_RANDOMNESS);
  return (struct tls12_bytes){room, drawn ? TLS12_ADDED_RANDOMNESS : 0};
}

static uint32_t make_with_nonce(const struct tls12_config *config, const struct tls12_private_key *key,
                                enum tls12_hash hash, struct tls12_bytes digest, uint8_t *signature)
{
  uint8_t room[TLS12_ADDED_RANDOMNESS];
  uint32_t length = 0;
  const struct tls12_bytes added = added_randomness(config, room);
  if (key->kind == TLS12_KEY_DSA)
    dsa_sign(&key->dsa, hash, digest, added, signature, &length);
  else
    ecdsa_sign(key->group, key->scalar.data, hash, digest, added, signature, &length);
  wipe(room, sizeof room);
  return length;
}

uint32_t handshake_signature_make(const struct tls12_config *config, const struct tls12_private_key *key, uint32_t pair,
                                  struct tls12_bytes digest, uint8_t signature[TLS12_SIGNATURE_MAX])
{
  const enum tls12_hash hash = scheme_hash(pair);
  if (key->kind == TLS12_KEY_RSA) {
    const struct rsa_private_key rsa = rsa_key_of(key);
    const int good = scheme_is_pss(pair)
                         ? rsa_pss_sign(&rsa, hash, digest, config->random, config->random_context, signature)
                         : rsa_sign(&rsa, hash, digest, config->random, config->random_context, signature);
    return good ? key->modulus.length : 0;
  }
  if (key->kind != TLS12_KEY_DSA && hash == TLS12_INTRINSIC) {
    const enum tls12_signature kind = eddsa_kind(key->kind);
    return eddsa_sign(kind, key->scalar.data, digest, signature) ? 2 * eddsa_size(kind) : 0;
  }
  return make_with_nonce(config, key, hash, digest, signature);
}
