/* Ed25519 and Ed448 (RFC 8032 sections 5.1 and 5.2): without prehash, the context of Ed448 empty (RFC 8422 section 5.10).
 *
 * `signature` is a SignatureAlgorithm, TLS12_ED25519 or TLS12_ED448 (spec/algorithms.h). A private key and a public key have
 * eddsa_size(signature) bytes, a signature twice as many. Buffers belong to the caller and do not overlap.
 *
 * Time and memory access depend on the algorithm and on lengths, of verification on all that it is given, of signing on nothing
 * else. Everything that holds a secret is cleared before return. No heap; below 16 KiB of stack. */
#ifndef TLS12_ARITHMETIC_EDDSA_H
#define TLS12_ARITHMETIC_EDDSA_H

#include <stdint.h>

#include "arithmetic/edwards.h"
#include "spec/eddsa.h"
#include "wire/bytes.h"

#define EDDSA_KEY_MAX 57        /* bytes of a key: Ed448 */
#define EDDSA_SIGNATURE_MAX 114 /* bytes of a signature: Ed448 */

/* Bytes of a private key and of a public key: 32 or 57; 0 for any other SignatureAlgorithm. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == ed_bytes(signature); */
unsigned eddsa_size(unsigned signature);

/* The public key of a private key. 1; or 0 when the algorithm is not supported. */
/*@ requires private_key: \valid_read(private_key + (0 .. ed_bytes(signature) - 1));
    requires public_key: \valid(public_key + (0 .. ed_bytes(signature) - 1));
    requires separated: \separated(private_key + (0 .. ed_bytes(signature) - 1), public_key + (0 .. ed_bytes(signature) - 1));
    terminates \true;
    exits \false;
    assigns public_key[0 .. ed_bytes(signature) - 1];
    ensures answer: \result == (ed_bytes(signature) > 0 ? 1 : 0); */
int eddsa_public(unsigned signature, const uint8_t *private_key, uint8_t *public_key);

/* Signs the message: R || S to `out`, 2 * eddsa_size(signature) bytes. 1; or 0 when the algorithm is not supported. The public key
 * that is hashed is computed here from the private one. */
/*@ requires private_key: \valid_read(private_key + (0 .. ed_bytes(signature) - 1));
    requires message: \valid_read(message.data + (0 .. message.length - 1));
    requires out: \valid(out + (0 .. 2 * ed_bytes(signature) - 1));
    requires separated: \separated(private_key + (0 .. ed_bytes(signature) - 1), out + (0 .. 2 * ed_bytes(signature) - 1)) &&
                        \separated(message.data + (0 .. message.length - 1), out + (0 .. 2 * ed_bytes(signature) - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. 2 * ed_bytes(signature) - 1];
    ensures answer: \result == (ed_bytes(signature) > 0 ? 1 : 0); */
int eddsa_sign(unsigned signature, const uint8_t *private_key, struct tls12_bytes message, uint8_t *out);

/* 1 when the bytes R || S are a signature of the message: [S]B - [k]A is encoded as R, S is below L, and the public key encodes a
 * point A; else 0. (The equation without the cofactor: RFC 8032 section 5.1.7 allows it.) For public values. */
/*@ requires public_key: \valid_read(public_key.data + (0 .. public_key.length - 1));
    requires message: \valid_read(message.data + (0 .. message.length - 1));
    requires bytes: \valid_read(bytes.data + (0 .. bytes.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures lengths: \result == 1 ==> ed_bytes(signature) > 0 && public_key.length == ed_bytes(signature) &&
      bytes.length == 2 * ed_bytes(signature); */
int eddsa_verify(unsigned signature, struct tls12_bytes public_key, struct tls12_bytes message,
                 struct tls12_bytes bytes);

#endif
