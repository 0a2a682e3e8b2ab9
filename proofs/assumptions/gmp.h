/* Contracts assumed of GMP 6.2's mpn layer (GMP manual, "Low-level Functions" and "Low-level functions for cryptography").
 * Read only by the proofs; tests/arithmetic/gmp_contracts.c tests each against the library. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_GMP_H
#define TLS12_PROOFS_ASSUMPTIONS_GMP_H

#include "spec/limbs.h"

typedef uint64_t mp_limb_t;
typedef long mp_size_t;
typedef unsigned long mp_bitcnt_t;

/*@ requires size: 1 <= n <= 128;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from a[0 .. n - 1], b[0 .. n - 1], n;
    ensures carry: 0 <= \result <= 1;
    ensures sum: val(r, n) + \result * pow64(n) == \old(val(a, n)) + \old(val(b, n)); */
mp_limb_t mpn_add_n(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, mp_size_t n);

/*@ requires size: 1 <= n <= 128;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from a[0 .. n - 1], b[0 .. n - 1], n;
    ensures borrow: 0 <= \result <= 1;
    ensures difference: val(r, n) - \result * pow64(n) == \old(val(a, n)) - \old(val(b, n)); */
mp_limb_t mpn_sub_n(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, mp_size_t n);

/* The exponent is given as whole limbs. The scratch is what mpn_sec_powm_itch asks for at 128 limbs: the most. */
/*@ requires sizes: 1 <= bn <= n <= 128 && 64 <= enb <= 8192 && enb % 64 == 0;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(b + (0 .. bn - 1)) &&
                     \valid_read(e + (0 .. enb / 64 - 1)) && \valid_read(m + (0 .. n - 1)) && \valid(t + (0 .. 8703));
    requires separated: \separated(r + (0 .. n - 1), b + (0 .. bn - 1)) && \separated(r + (0 .. n - 1), m + (0 .. n - 1)) &&
                        \separated(r + (0 .. n - 1), e + (0 .. enb / 64 - 1)) &&
                        \separated(t + (0 .. 8703), r + (0 .. n - 1)) && \separated(t + (0 .. 8703), b + (0 .. bn - 1)) &&
                        \separated(t + (0 .. 8703), m + (0 .. n - 1)) &&
                        \separated(t + (0 .. 8703), e + (0 .. enb / 64 - 1));
    requires base: val(b, bn) > 0;
    requires modulus: m[0] % 2 == 1 && m[n - 1] > 0;
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1] \from b[0 .. bn - 1], e[0 .. enb / 64 - 1], m[0 .. n - 1], bn, enb, n;
    assigns t[0 .. 8703];
    ensures power: val(r, n) == power(\old(val(b, bn)), \old(val(e, enb / 64))) % \old(val(m, n)); */
void mpn_sec_powm(mp_limb_t *r, const mp_limb_t *b, mp_size_t bn, const mp_limb_t *e, mp_bitcnt_t enb, const mp_limb_t *m,
                  mp_size_t n, mp_limb_t *t);

#endif
