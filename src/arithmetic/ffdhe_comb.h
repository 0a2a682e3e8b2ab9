/* Public values in the named groups of RFC 7919, three times as fast as dh_public: the generator is fixed, so that powers of it lie
 * in a table (a comb of six teeth: Lim and Lee, "More flexible exponentiation with precomputation", CRYPTO 1994).
 *
 * dh_public is proved, this is not: so the handshake takes dh_public, and the tests compare both. */
#ifndef TLS12_ARITHMETIC_FFDHE_COMB_H
#define TLS12_ARITHMETIC_FFDHE_COMB_H

#include "arithmetic/ffdhe.h"

/* Bytes of an exponent: 29, 35 or 41, which is 232, 280 or 328 bits, when RFC 7919 appendix A asks for at least 225, 275 or 325;
 * 0 for a group that is not one of ffdhe2048, ffdhe3072 and ffdhe4096. */
uint32_t ffdhe_exponent_length(enum tls12_group group);

/* y = 2^x mod p, as many bytes as p has. x is ffdhe_exponent_length(group) secret random bytes, which is not zero. Time and memory
 * access depend on the group only; what holds a secret is cleared; no heap, below 12 KiB of stack. */
/*@ requires size: x.length == (group == TLS12_FFDHE2048 ? 29 : group == TLS12_FFDHE3072 ? 35 : 41);
    requires group: group == TLS12_FFDHE2048 || group == TLS12_FFDHE3072 || group == TLS12_FFDHE4096;
    requires memory: \valid_read(x.data + (0 .. x.length - 1)) &&
                     \valid(y + (0 .. (group == TLS12_FFDHE2048 ? 255 : group == TLS12_FFDHE3072 ? 383 : 511)));
    requires separated: \separated(y + (0 .. 511), x.data + (0 .. x.length - 1));
    terminates \true;
    exits \false;
    assigns y[0 .. (group == TLS12_FFDHE2048 ? 255 : group == TLS12_FFDHE3072 ? 383 : 511)]; */
void ffdhe_public(enum tls12_group group, struct tls12_bytes x, uint8_t *y);

#endif
