/* The named finite-field groups of RFC 7919 appendix A: ffdhe2048, ffdhe3072, ffdhe4096, ffdhe6144 and ffdhe8192. */
#ifndef TLS12_ARITHMETIC_FFDHE_H
#define TLS12_ARITHMETIC_FFDHE_H

#include "arithmetic/ffdhe_primes.h"
#include "spec/algorithms.h"
#include "spec/dh.h"
#include "wire/bytes.h"

/* dh_p of the group, 256 to 1024 bytes in static memory; length 0 for every other group. Its first and its last 64 bits
 * are ones (RFC 7919 appendix A); the tests check that 2^((p - 1) / 2) = 1. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R7919-2-01
    //= type=implication
    //# FFDHE groups are codes 256..260 in supported_groups; the whole range 256..511 is reserved for FFDHE and
    //# unknown codes in it still count as FFDHE groups.
    ensures length: \result.length == (group == TLS12_FFDHE2048   ? 256
                                       : group == TLS12_FFDHE3072 ? 384
                                       : group == TLS12_FFDHE4096 ? 512
                                       : group == TLS12_FFDHE6144 ? 768
                                       : group == TLS12_FFDHE8192 ? 1024
                                                                  : 0);
    ensures memory: \valid_read(\result.data + (0 .. \result.length - 1));
    ensures ones: \result.length > 0 ==> ones(\result.data, 0) && ones(\result.data, \result.length - 8);
    ensures modulus: \result.length > 0 ==>
                     is_dh_modulus(\result.data, \result.length) && 2 < value(\result.data, \result.length) - 1; */
struct tls12_bytes ffdhe_prime(enum tls12_group group);

/* dh_g, which is 2 for every named group. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures two: \result.length == 1 && \valid_read(\result.data) && value(\result.data, \result.length) == 2; */
struct tls12_bytes ffdhe_generator(void);

#endif
