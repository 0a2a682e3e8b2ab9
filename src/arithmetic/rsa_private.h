/* What the operations of RSA share. */
#ifndef TLS12_ARITHMETIC_RSA_PRIVATE_H
#define TLS12_ARITHMETIC_RSA_PRIVATE_H

#include "arithmetic/rsa.h"

/* k; 0 when the key cannot be used: its public part is unfit or the private exponent has no or more than RSA_MAX_BYTES bytes.
 * The private exponent may have leading zeros: how many is secret. */
/*@ requires memory: rsa_private_readable(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures usable: rsa_private_usable(key) ==> \result == key->modulus.length;
    ensures unusable: !rsa_private_usable(key) ==> \result == 0; */
uint32_t rsa_private_size(const struct rsa_private_key *key);

/* RSAEP, RFC 8017 section 5.1.1: out = in^e mod n; 0 when `in` is not below n, or zero: then so were out. Time and memory access depend on
 * the key only. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(in + (0 .. key->modulus.length - 1)) &&
                     \valid(out + (0 .. key->modulus.length - 1));
    requires separated: \separated(out + (0 .. key->modulus.length - 1), key) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->exponent.data + (0 .. key->exponent.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1), in + (0 .. key->modulus.length - 1));
    requires usable: rsa_public_usable(key);
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures usable: rsa_public_usable(key);
    ensures answer: \result == 0 || \result == 1;
    ensures range: \result == 1 <==> 0 < value(in, key->modulus.length) < value(key->modulus.data, key->modulus.length);
    ensures power: \result == 1 ==> value(out, key->modulus.length) ==
                   power(value(in, key->modulus.length), value(key->exponent.data, key->exponent.length)) %
                     value(key->modulus.data, key->modulus.length); */
int rsa_secret_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in);

/* RSAVP1, section 5.2.2: the same for what is public. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(in + (0 .. key->modulus.length - 1)) &&
                     \valid(out + (0 .. key->modulus.length - 1));
    requires separated: \separated(out + (0 .. key->modulus.length - 1), key) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->exponent.data + (0 .. key->exponent.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1), in + (0 .. key->modulus.length - 1));
    requires usable: rsa_public_usable(key);
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures usable: rsa_public_usable(key);
    ensures answer: \result == 0 || \result == 1;
    ensures range: \result == 1 <==> 0 < value(in, key->modulus.length) < value(key->modulus.data, key->modulus.length);
    ensures power: \result == 1 ==> value(out, key->modulus.length) ==
                   power(value(in, key->modulus.length), value(key->exponent.data, key->exponent.length)) %
                     value(key->modulus.data, key->modulus.length); */
int rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in);

/* out = em^d mod n, blinded: (em r^e)^d r^-1 for a random r. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(d.data + (0 .. d.length - 1)) &&
                     \valid_read(em + (0 .. key->modulus.length - 1)) && \valid(out + (0 .. key->modulus.length - 1));
    requires usable: rsa_public_usable(key) && 1 <= d.length <= 1024;
    requires separated: \separated(out + (0 .. key->modulus.length - 1), key) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->exponent.data + (0 .. key->exponent.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1; */
int blinded_power(uint8_t *out, const uint8_t *em, const struct rsa_public_key *key, struct tls12_bytes d,
                  tls12_random random, void *context);

#endif
