/* Finite-field groups that have a name: those of RFC 7919 appendix A, and the MODP groups of RFC 3526 sections 2 to 7. */
#ifndef TLS12_ARITHMETIC_MODP_H
#define TLS12_ARITHMETIC_MODP_H

#include "wire/bytes.h"

/* The prime of the MODP group of 1536, 2048, 3072, 4096, 6144 or 8192 bits, in static memory; length 0 for other sizes. Its generator
 * is 2. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: \result.length == (bits == 1536 || bits == 2048 || bits == 3072 || bits == 4096 || bits == 6144 || bits == 8192
                                       ? bits / 8 : 0);
    ensures memory: \valid_read(\result.data + (0 .. \result.length - 1)); */
struct tls12_bytes modp_prime(uint32_t bits);

/* "ffdhe2048" to "ffdhe8192", "MODP 1536" to "MODP 8192", or NULL when the group is none of these. Leading zero bytes are tolerated.
 * For public numbers. */
/*@ requires size: p.length <= 65535 && g.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(g.data + (0 .. g.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing; */
const char *dh_group_name(struct tls12_bytes p, struct tls12_bytes g);

#endif
