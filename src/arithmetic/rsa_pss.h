/* RSASSA-PSS (RFC 8017 section 8.1) as RFC 8446 section 4.2.3 has it, whose code points TLS 1.2 may negotiate too: one hash
 * for the message and for MGF1. Keys as in arithmetic/rsa.h. No heap; below 92 KiB of stack. */
#ifndef TLS12_ARITHMETIC_RSA_PSS_H
#define TLS12_ARITHMETIC_RSA_PSS_H

#include "arithmetic/rsa.h"
#include "spec/pss.h"

/* 1 when `signature`, k bytes and below the modulus, is the RSASSA-PSS signature of `digest` with a salt of `salt` bytes, else
 * 0. The digest has the length of its hash; in TLS the salt has it too. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures exact: \result == 1 <==>
      rsa_public_usable(key) && signature.length == key->modulus.length &&
      rsa_pss_signature(value(signature.data, signature.length), key->modulus.data, key->modulus.length,
                        value(key->exponent.data, key->exponent.length), hash, digest.data, digest.length, salt); */
int rsa_pss_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest, uint32_t salt,
                   struct tls12_bytes signature);

/* The signature of `digest`, k bytes, with a random salt as long as the hash; 1 on success. 0, and the signature is cleared,
 * as for rsa_sign. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid(signature + (0 .. key->modulus.length - 1));
    requires separated: \separated(signature + (0 .. key->modulus.length - 1), key) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->public_exponent.data + (0 .. key->public_exponent.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->private_exponent.data + (0 .. key->private_exponent.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1), digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns signature[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures verifies: \result == 1 ==>
      rsa_private_usable(key) &&
      rsa_pss_signature(value(signature, key->modulus.length), key->modulus.data, key->modulus.length,
                        value(key->public_exponent.data, key->public_exponent.length), hash, digest.data, digest.length,
                        digest.length); */
int rsa_pss_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
                 void *context, uint8_t *signature);

#endif
