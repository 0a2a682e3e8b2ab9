/* The primes of RFC 7919 appendix A.1 to A.5, each in a file of its own: proofs of other functions need not know all their
 * bytes. */
#ifndef TLS12_ARITHMETIC_FFDHE_PRIMES_H
#define TLS12_ARITHMETIC_FFDHE_PRIMES_H

#include "wire/bytes.h"

/*@ predicate ones{L}(uint8_t *p, integer i) =
      p[i] == 255 && p[i + 1] == 255 && p[i + 2] == 255 && p[i + 3] == 255 && p[i + 4] == 255 && p[i + 5] == 255 &&
      p[i + 6] == 255 && p[i + 7] == 255; */

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures memory: \result.length == 256 && \valid_read(\result.data + (0 .. 255));
    ensures ones: ones(\result.data, 0) && ones(\result.data, 248); */
struct tls12_bytes ffdhe2048_prime(void);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures memory: \result.length == 384 && \valid_read(\result.data + (0 .. 383));
    ensures ones: ones(\result.data, 0) && ones(\result.data, 376); */
struct tls12_bytes ffdhe3072_prime(void);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures memory: \result.length == 512 && \valid_read(\result.data + (0 .. 511));
    ensures ones: ones(\result.data, 0) && ones(\result.data, 504); */
struct tls12_bytes ffdhe4096_prime(void);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures memory: \result.length == 768 && \valid_read(\result.data + (0 .. 767));
    ensures ones: ones(\result.data, 0) && ones(\result.data, 760); */
struct tls12_bytes ffdhe6144_prime(void);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures memory: \result.length == 1024 && \valid_read(\result.data + (0 .. 1023));
    ensures ones: ones(\result.data, 0) && ones(\result.data, 1016); */
struct tls12_bytes ffdhe8192_prime(void);

#endif
