/* Numbers of the wire: unsigned, most significant byte first, at most 8192 bits (RFC 5246 section 4.4).
 * No heap; below 80 KiB of stack. */
#ifndef TLS12_ARITHMETIC_NUMBER_H
#define TLS12_ARITHMETIC_NUMBER_H

#include "arithmetic/gmp_calls.h"
#include "spec/limbs.h"
#include "wire/bytes.h"

/* The same number without leading zero bytes: for public numbers, since it takes time by their count. */
/*@ requires size: a.length <= 16777216;
    requires memory: \valid_read(a.data + (0 .. a.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: \result.length <= a.length && \result.data == a.data + (a.length - \result.length);
    ensures zeros: zero_bytes(a.data, a.length - \result.length);
    ensures first: \result.length == 0 || \result.data[0] > 0;
    ensures value: value(\result.data, \result.length) == value(a.data, a.length); */
struct tls12_bytes number_trim(struct tls12_bytes a);

/* 1 when a < b, else 0. Time depends on the lengths only. */
/*@ requires size: a.length <= 16777216 && b.length <= 16777216;
    requires memory: \valid_read(a.data + (0 .. a.length - 1)) && \valid_read(b.data + (0 .. b.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures less: \result == (value(a.data, a.length) < value(b.data, b.length) ? 1 : 0); */
int number_less(struct tls12_bytes a, struct tls12_bytes b);

/* out, modulus.length bytes: base^exponent mod modulus. The modulus is odd and has no leading zero byte; 0 < base < modulus.
 * Time and memory access depend on the lengths and on the modulus only; clears the stack that it uses. */
/*@ requires size: 1 <= modulus.length <= 1024 && 1 <= base.length <= modulus.length && 1 <= exponent.length <= 1024;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(base.data + (0 .. base.length - 1)) &&
                     \valid_read(exponent.data + (0 .. exponent.length - 1)) &&
                     \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0 && modulus.data[modulus.length - 1] % 2 == 1;
    requires base: value(base.data, base.length) > 0;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures power: value(out, modulus.length) ==
                   power(\old(value(base.data, base.length)), \old(value(exponent.data, exponent.length))) %
                     \old(value(modulus.data, modulus.length)); */
void number_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent, struct tls12_bytes modulus);

/* The same for public numbers and an odd exponent above 1: the time depends on all of them. Two thirds of the time of number_power, by
 * Montgomery's reductions, which are not proved; with -DTLS12_PROVEN_CURVES it is number_power. tests/arithmetic/number_public.c
 * compares both. */
/*@ requires size: 1 <= modulus.length <= 1024 && 1 <= base.length <= modulus.length && 1 <= exponent.length <= 1024;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(base.data + (0 .. base.length - 1)) &&
                     \valid_read(exponent.data + (0 .. exponent.length - 1)) &&
                     \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0 && modulus.data[modulus.length - 1] % 2 == 1;
    requires base: value(base.data, base.length) > 0;
    requires exponent: exponent.data[exponent.length - 1] % 2 == 1 && value(exponent.data, exponent.length) > 1;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures power: value(out, modulus.length) ==
                   power(\old(value(base.data, base.length)), \old(value(exponent.data, exponent.length))) %
                     \old(value(modulus.data, modulus.length)); */
void number_public_power(uint8_t *out, struct tls12_bytes base, struct tls12_bytes exponent,
                         struct tls12_bytes modulus);

/* out, modulus.length bytes: a b mod modulus, for a and b of at most modulus.length bytes; the modulus has no leading zero
 * byte. out may be a or b. Time and memory access depend on the lengths and on the modulus only. */
/*@ requires size: 1 <= modulus.length <= 1024 && a.length <= modulus.length && b.length <= modulus.length;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(a.data + (0 .. a.length - 1)) &&
                     \valid_read(b.data + (0 .. b.length - 1)) && \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures product: value(out, modulus.length) ==
                     (\old(value(a.data, a.length)) * \old(value(b.data, b.length))) %
                       \old(value(modulus.data, modulus.length)); */
void number_product(uint8_t *out, struct tls12_bytes a, struct tls12_bytes b, struct tls12_bytes modulus);

/* out, modulus.length bytes: a mod modulus, for any a of at most 1024 bytes; the modulus has no leading zero byte. out may be
 * a. Time and memory access depend on the lengths and on the modulus only. */
/*@ requires size: 1 <= modulus.length <= 1024 && a.length <= 1024;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(a.data + (0 .. a.length - 1)) &&
                     \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures remainder: value(out, modulus.length) ==
                       \old(value(a.data, a.length)) % \old(value(modulus.data, modulus.length)); */
void number_remainder(uint8_t *out, struct tls12_bytes a, struct tls12_bytes modulus);

/* out, modulus.length bytes: a + b mod modulus; the rest as for number_product. */
/*@ requires size: 1 <= modulus.length <= 1024 && a.length <= modulus.length && b.length <= modulus.length;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(a.data + (0 .. a.length - 1)) &&
                     \valid_read(b.data + (0 .. b.length - 1)) && \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures sum: value(out, modulus.length) ==
                 (\old(value(a.data, a.length)) + \old(value(b.data, b.length))) %
                   \old(value(modulus.data, modulus.length)); */
void number_sum(uint8_t *out, struct tls12_bytes a, struct tls12_bytes b, struct tls12_bytes modulus);

/* out, modulus.length bytes: the inverse of a modulo an odd modulus without leading zero byte; 1 when there is one, else 0.
 * Time and memory access depend on the lengths, on the modulus and on the answer only. */
/*@ requires size: 1 <= modulus.length <= 1024 && a.length <= modulus.length;
    requires memory: \valid(out + (0 .. modulus.length - 1)) && \valid_read(a.data + (0 .. a.length - 1)) &&
                     \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires modulus: modulus.data[0] > 0 && modulus.data[modulus.length - 1] % 2 == 1;
    requires above_one: value(modulus.data, modulus.length) > 1;
    terminates \true;
    exits \false;
    assigns out[0 .. modulus.length - 1];
    ensures found: \result == 0 || \result == 1;
    ensures exists: \result == 1 <==>
                    invertible(\old(value(a.data, a.length)), \old(value(modulus.data, modulus.length)));
    ensures inverse: \result == 1 ==> (\old(value(a.data, a.length)) * value(out, modulus.length)) %
                                       \old(value(modulus.data, modulus.length)) == 1;
    ensures reduced: \result == 1 ==> value(out, modulus.length) < \old(value(modulus.data, modulus.length)); */
int number_inverse(uint8_t *out, struct tls12_bytes a, struct tls12_bytes modulus);

#endif
