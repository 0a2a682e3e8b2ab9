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
    requires overlap: (r == a || \separated(r + (0 .. n - 1), a + (0 .. n - 1))) &&
                      (r == b || \separated(r + (0 .. n - 1), b + (0 .. n - 1)));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from a[0 .. n - 1], b[0 .. n - 1], n;
    ensures carry: 0 <= \result <= 1;
    ensures sum: val(r, n) + \result * pow64(n) == \old(val(a, n)) + \old(val(b, n)); */
mp_limb_t mpn_add_n(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, mp_size_t n);

/*@ requires size: 1 <= n <= 128;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    requires overlap: (r == a || \separated(r + (0 .. n - 1), a + (0 .. n - 1))) &&
                      (r == b || \separated(r + (0 .. n - 1), b + (0 .. n - 1)));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from a[0 .. n - 1], b[0 .. n - 1], n;
    ensures borrow: 0 <= \result <= 1;
    ensures difference: val(r, n) - \result * pow64(n) == \old(val(a, n)) - \old(val(b, n)); */
mp_limb_t mpn_sub_n(mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, mp_size_t n);

/* The exponent is given as whole bytes. The scratch is what mpn_sec_powm_itch asks for at 128 limbs: the most. */
/*@ requires sizes: 1 <= bn <= n <= 128 && 8 <= enb <= 8192 && enb % 8 == 0;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(b + (0 .. bn - 1)) &&
                     \valid_read(e + (0 .. (enb + 63) / 64 - 1)) && \valid_read(m + (0 .. n - 1)) && \valid(t + (0 .. 8703));
    requires separated: \separated(r + (0 .. n - 1), b + (0 .. bn - 1)) && \separated(r + (0 .. n - 1), m + (0 .. n - 1)) &&
                        \separated(r + (0 .. n - 1), e + (0 .. (enb + 63) / 64 - 1)) &&
                        \separated(t + (0 .. 8703), r + (0 .. n - 1)) && \separated(t + (0 .. 8703), b + (0 .. bn - 1)) &&
                        \separated(t + (0 .. 8703), m + (0 .. n - 1)) &&
                        \separated(t + (0 .. 8703), e + (0 .. (enb + 63) / 64 - 1));
    requires exponent: val(e, (enb + 63) / 64) < pow256(enb / 8);
    requires base: val(b, bn) > 0;
    requires modulus: m[0] % 2 == 1 && m[n - 1] > 0;
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1] \from b[0 .. bn - 1], e[0 .. (enb + 63) / 64 - 1], m[0 .. n - 1], bn, enb, n;
    assigns t[0 .. 8703];
    ensures power: val(r, n) == power(\old(val(b, bn)), \old(val(e, (enb + 63) / 64))) % \old(val(m, n)); */
void mpn_sec_powm(mp_limb_t *r, const mp_limb_t *b, mp_size_t bn, const mp_limb_t *e, mp_bitcnt_t enb, const mp_limb_t *m,
                  mp_size_t n, mp_limb_t *t);

/*@ requires size: 1 <= n <= 128;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    requires overlap: (r == a || \separated(r + (0 .. n - 1), a + (0 .. n - 1))) &&
                      (r == b || \separated(r + (0 .. n - 1), b + (0 .. n - 1)));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from c, a[0 .. n - 1], b[0 .. n - 1], n;
    ensures carry: 0 <= \result <= 1;
    ensures sum: val(r, n) + \result * pow64(n) == \old(val(a, n)) + (c == 0 ? 0 : \old(val(b, n))); */
mp_limb_t mpn_cnd_add_n(mp_limb_t c, mp_limb_t *r, const mp_limb_t *a, const mp_limb_t *b, mp_size_t n);

/*@ requires size: 1 <= n <= 256;
    requires memory: \valid(r + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1));
    requires separated: \separated(r + (0 .. n - 1), a + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1] \from a[0 .. n - 1], n;
    ensures limbs: \forall integer i; 0 <= i < n ==> r[i] == a[i];
    ensures copy: val(r, n) == val(a, n);
    ensures kept: val(a, n) == \old(val(a, n)); */
void mpn_copyi(mp_limb_t *r, const mp_limb_t *a, mp_size_t n);

/* For both factors of the same size. The scratch is what mpn_sec_div_r asks for: more than this function does. */
/*@ requires size: 1 <= n <= 128 && n == bn;
    requires memory: \valid(r + (0 .. 2 * n - 1)) && \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1)) &&
                     \valid(t + (0 .. 4 * n + 1));
    requires separated: \separated(r + (0 .. 2 * n - 1), a + (0 .. n - 1)) &&
                        \separated(r + (0 .. 2 * n - 1), b + (0 .. n - 1)) &&
                        \separated(t + (0 .. 4 * n + 1), r + (0 .. 2 * n - 1)) &&
                        \separated(t + (0 .. 4 * n + 1), a + (0 .. n - 1)) &&
                        \separated(t + (0 .. 4 * n + 1), b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. 2 * n - 1] \from a[0 .. n - 1], b[0 .. n - 1], n;
    assigns t[0 .. 4 * n + 1];
    ensures product: val(r, 2 * n) == \old(val(a, n)) * \old(val(b, n)); */
void mpn_sec_mul(mp_limb_t *r, const mp_limb_t *a, mp_size_t n, const mp_limb_t *b, mp_size_t bn, mp_limb_t *t);

/* The remainder takes the place of the dividend's last limbs. The scratch is what mpn_sec_div_r_itch asks for. */
/*@ requires sizes: 1 <= n <= an <= 256 && n <= 128;
    requires memory: \valid(a + (0 .. an - 1)) && \valid_read(m + (0 .. n - 1)) && \valid(t + (0 .. an + 2 * n + 1));
    requires separated: \separated(a + (0 .. an - 1), m + (0 .. n - 1)) &&
                        \separated(t + (0 .. an + 2 * n + 1), a + (0 .. an - 1)) &&
                        \separated(t + (0 .. an + 2 * n + 1), m + (0 .. n - 1));
    requires modulus: m[n - 1] > 0;
    terminates \true;
    exits \false;
    assigns a[0 .. an - 1] \from a[0 .. an - 1], m[0 .. n - 1], an, n;
    assigns t[0 .. an + 2 * n + 1];
    ensures remainder: val(a, n) == \old(val(a, an)) % \old(val(m, n)); */
void mpn_sec_div_r(mp_limb_t *a, mp_size_t an, const mp_limb_t *m, mp_size_t n, mp_limb_t *t);

/* As many steps as a and m have bits. a is destroyed; r is undefined when there is no inverse. The scratch is what
 * mpn_sec_invert_itch asks for. */
/*@ requires size: 1 <= n <= 128 && steps == 128 * n;
    requires memory: \valid(r + (0 .. n - 1)) && \valid(a + (0 .. n - 1)) && \valid_read(m + (0 .. n - 1)) &&
                     \valid(t + (0 .. 4 * n - 1));
    requires separated: \separated(r + (0 .. n - 1), a + (0 .. n - 1)) && \separated(r + (0 .. n - 1), m + (0 .. n - 1)) &&
                        \separated(a + (0 .. n - 1), m + (0 .. n - 1)) &&
                        \separated(t + (0 .. 4 * n - 1), r + (0 .. n - 1)) &&
                        \separated(t + (0 .. 4 * n - 1), a + (0 .. n - 1)) &&
                        \separated(t + (0 .. 4 * n - 1), m + (0 .. n - 1));
    requires modulus: m[0] % 2 == 1 && m[n - 1] > 0 && val(m, n) > 1;
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1], \result \from a[0 .. n - 1], m[0 .. n - 1], n;
    assigns a[0 .. n - 1], t[0 .. 4 * n - 1];
    ensures found: \result == 0 || \result == 1;
    ensures exists: \result == 1 <==> invertible(\old(val(a, n)), \old(val(m, n)));
    ensures inverse: \result == 1 ==> (\old(val(a, n)) * val(r, n)) % \old(val(m, n)) == 1;
    ensures reduced: \result == 1 ==> val(r, n) < \old(val(m, n)); */
int mpn_sec_invert(mp_limb_t *r, mp_limb_t *a, const mp_limb_t *m, mp_size_t n, mp_bitcnt_t steps, mp_limb_t *t);

#endif
