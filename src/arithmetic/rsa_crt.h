/* RSADP and RSASP1 by the Chinese remainder theorem, for keys of two primes: RFC 8017 section 5.1.2 step 2.b and section 5.2.1 step
 * 2.b. */
#ifndef TLS12_ARITHMETIC_RSA_CRT_H
#define TLS12_ARITHMETIC_RSA_CRT_H

#include "arithmetic/rsa_private.h"
#include "spec/rsa_crt.h"

/*@ // p can be a modulus, and is shorter than n, of k bytes; d is not longer
    predicate crt_prime{L}(struct tls12_bytes p, struct tls12_bytes d, integer k) =
      1 <= p.length < k && 1 <= d.length <= p.length && p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    predicate crt_usable{L}(struct rsa_private_key *key) =
      crt_prime(key->prime1, key->exponent1, key->modulus.length) &&
      crt_prime(key->prime2, key->exponent2, key->modulus.length) &&
      1 <= key->coefficient.length <= key->prime1.length;

    // x is what the formulas make of m
    predicate crt_result{L}(struct rsa_private_key *key, integer m, integer x) = \exists integer m1, m2;
      crt_half(m1, m, value(key->public_exponent.data, key->public_exponent.length),
               value(key->exponent1.data, key->exponent1.length), value(key->prime1.data, key->prime1.length)) &&
      crt_half(m2, m, value(key->public_exponent.data, key->public_exponent.length),
               value(key->exponent2.data, key->exponent2.length), value(key->prime2.data, key->prime2.length)) &&
      x == crt_joined(m1, m2, value(key->modulus.data, key->modulus.length),
                      value(key->prime1.data, key->prime1.length), value(key->prime2.data, key->prime2.length),
                      value(key->coefficient.data, key->coefficient.length)); */

/* 1 when the key holds two primes and what belongs to them, of sizes that fit. Whether they are right is not looked at: a result
 * must be checked. Time and memory access depend on the lengths only. */
/*@ requires memory: rsa_private_readable(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures usable: \result == 1 <==> crt_usable(key); */
int rsa_crt_usable(const struct rsa_private_key *key);

/* out = in^d mod n, k bytes each, blinded by a random number modulo each prime; 0 when the source of random
 * bytes fails, or a prime divides what it gives or `in`. Right only if the key is: the public exponent must undo it.
 * Time and memory access depend on the lengths and the public numbers only, but for this: of a modulus, GMP's division counts the
 * leading zeros of the first limb and looks for its inverse in a table of 512 bytes, its powers look for that of the last byte in one of 128.
 * So the memory access may show some of the first and last bits of each prime, of which half would be needed to find it. Clears what it
 * leaves on the stack. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(in + (0 .. key->modulus.length - 1)) &&
                     \valid(out + (0 .. key->modulus.length - 1));
    requires usable: rsa_private_usable(key) && crt_usable(key);
    requires separated: \separated(out + (0 .. key->modulus.length - 1), in + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures power: \result == 1 ==> crt_result(key, value(in, key->modulus.length), value(out, key->modulus.length)); */
int rsa_crt_power(uint8_t *out, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                  void *context);

/* em = in^d mod n, k bytes each: as rsa_crt_power does it, if the public exponent undoes that; else, without two primes or with wrong
 * ones, as blinded_power does it. 1; or 0, and em is cleared, when the source of random bytes fails or gives no number that can blind. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(in + (0 .. key->modulus.length - 1)) &&
                     \valid(em + (0 .. key->modulus.length - 1));
    requires usable: rsa_private_usable(key) && value(in, key->modulus.length) > 0;
    terminates \true;
    exits \false;
    assigns em[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures power: \result == 1 && \old(rsa_private_pair(key)) ==>
      value(em, \old(key->modulus.length)) == \old(rsa_decryption(key, in, key->modulus.length)); */
int rsa_checked_power(uint8_t *em, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                      void *context);

/* rsa_crt_power, or without two primes in the key as blinded_power does it. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(in + (0 .. key->modulus.length - 1)) &&
                     \valid(out + (0 .. key->modulus.length - 1));
    requires usable: rsa_private_usable(key);
    requires separated: \separated(out + (0 .. key->modulus.length - 1), key) &&
                        \separated(out + (0 .. key->modulus.length - 1), in + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->public_exponent.data + (0 .. key->public_exponent.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1; */
int rsa_private_power(uint8_t *out, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                      void *context);

#endif
