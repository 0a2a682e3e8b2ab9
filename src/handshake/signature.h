/* Signatures over the handshake: RFC 5246 sections 4.7 and 7.4.3. */
#ifndef TLS12_HANDSHAKE_SIGNATURE_H
#define TLS12_HANDSHAKE_SIGNATURE_H

#include "arithmetic/ecdsa.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/rsa_pss.h"
#include "handshake/engine.h"
#include "spec/scheme.h"

/* The longest signature: RSA with a modulus of 8192 bits. */
#define TLS12_SIGNATURE_MAX 1024

/* Random bytes that are asked for to go into the nonce of a DSA or ECDSA signature. A source that fails for so many leaves the nonce to
 * the key and the digest, RFC 6979: no other request of the engine has this length, so a caller can choose deterministic signatures. */
#define TLS12_ADDED_RANDOMNESS 40

/* The longest text that Ed25519 and Ed448 sign, as they hash it themselves: both randoms, then ServerECDHParams, whose point has
 * at most 255 bytes. */
#define TLS12_SIGNED_MAX (64 + 4 + 255)

/* What the signature of ServerKeyExchange is made of: key_exchange_digest; for EdDSA all that would be hashed, which must fit. The
 * bytes are in `room`. The pair (handshake/scheme.h) is one for the kind of the key, here and below. */
struct tls12_bytes handshake_signed(const struct tls12_engine *e, uint32_t pair, struct tls12_bytes params,
                                    uint8_t room[TLS12_SIGNED_MAX]);

/* Whether the server's certificate key made this signature of the digest; with Ed25519 and Ed448, of the text. */
/*@ requires key: \valid_read(e) && e->peer_key.length <= TLS12_PUBLIC_VALUE_MAX &&
                  e->peer_exponent.length <= TLS12_PUBLIC_VALUE_MAX;
    requires input: \valid_read(digest.data + (0 .. digest.length - 1)) &&
                    \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures pss: \result == 1 && scheme_is_pss(pair) ==>
      signature.length == e->peer_key.length &&
      rsa_pss_signature(value(signature.data, signature.length), &e->peer_key.bytes[0], e->peer_key.length,
                        value(&e->peer_exponent.bytes[0], e->peer_exponent.length), scheme_hash(pair), digest.data,
                        digest.length, digest.length);
    ensures rsa: \result == 1 && !scheme_is_pss(pair) && e->peer_key_kind == TLS12_KEY_RSA ==>
      signature.length == e->peer_key.length &&
      rsa_signature(value(signature.data, signature.length), value(&e->peer_key.bytes[0], e->peer_key.length),
                    value(&e->peer_exponent.bytes[0], e->peer_exponent.length), e->peer_key.length, scheme_hash(pair), digest.data,
                    digest.length);
    ensures ecdsa: \result == 1 && !scheme_is_pss(pair) && e->peer_key_kind == TLS12_KEY_EC ==>
      ecdsa_verifies(point_x(&e->peer_key.bytes[0], e->peer_key_group), point_y(&e->peer_key.bytes[0], e->peer_key_group),
                     digest_number(digest.data, digest.length, e->peer_key_group),
                     signature_r(signature.data, signature.length), signature_s(signature.data, signature.length),
                     e->peer_key_group);
*/
int handshake_signature_verify(const struct tls12_engine *e, uint32_t pair, struct tls12_bytes digest,
                               struct tls12_bytes signature);

/* Signs the digest, with Ed25519 and Ed448 the text, with the credential's key. Returns the length of the signature, 0 on a failure. */
/*@ requires memory: \valid_read(config) && \valid_read(key) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid(signature + (0 .. TLS12_SIGNATURE_MAX - 1));
    terminates \true;
    exits \false;
    assigns signature[0 .. TLS12_SIGNATURE_MAX - 1];
    ensures length: \result <= TLS12_SIGNATURE_MAX;
*/
uint32_t handshake_signature_make(const struct tls12_config *config, const struct tls12_private_key *key, uint32_t pair,
                                  struct tls12_bytes digest, uint8_t signature[TLS12_SIGNATURE_MAX]);

#endif
