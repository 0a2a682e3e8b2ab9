/* Finite-field Diffie-Hellman groups and public numbers (RFC 5246 sections 7.4.3 and 7.4.7.2, RFC 7919). */
#ifndef TLS12_SPEC_DH_H
#define TLS12_SPEC_DH_H

#include "spec/limbs.h"

/*@ // RFC 7919 section 3: 1 < y < p - 1.
    //= build/requirements.md#R7919-4-06
    //= type=implication
    //# The server verifies 1 < dh_Yc < dh_p-1, otherwise fatal handshake_failure(40).
    //= build/requirements.md#R5246-F.1.1.3-03
    //# If a DH key pair is reused (fixed or cached), public values are checked against small-subgroup attacks.
    predicate is_dh_public(uint8_t *p, integer np, uint8_t *y, integer ny) = 1 < value(y, ny) < value(p, np) - 1;

    // p is odd and below 2^8192.
    predicate is_dh_modulus(uint8_t *p, integer np) = np > 0 && p[np - 1] % 2 == 1 && value(p, np) < pow256(1024);

    predicate is_dh_group(uint8_t *p, integer np, uint8_t *g, integer ng) =
      is_dh_modulus(p, np) && is_dh_public(p, np, g, ng); */

/*@ lemma dh_modulus_large{L}: \forall uint8_t *p, integer n;
      2 <= n <= 1024 && p[0] > 0 && p[n - 1] % 2 == 1 ==> is_dh_modulus(p, n) && 2 < value(p, n) - 1; */

/* A number of n bytes lies between powers of two as its first byte does; by induction on n. */
/*@ lemma power_small: power(2, 0) == 1 && power(2, 1) == 2 && power(2, 2) == 4 && power(2, 3) == 8 && power(2, 4) == 16 &&
      power(2, 5) == 32 && power(2, 6) == 64 && power(2, 7) == 128 && power(2, 8) == 256;
    lemma power_byte: \forall integer e; 8 <= e ==> power(2, e) == 256 * power(2, e - 8);
    lemma value_not_below{L}: \forall uint8_t *b, integer k, n;
      1 <= n && 0 <= k <= 7 && power(2, k) <= b[0] ==> power(2, 8 * (n - 1) + k) <= value(b, n);
    lemma value_below{L}: \forall uint8_t *b, integer k, n;
      1 <= n && 0 <= k <= 8 && b[0] < power(2, k) ==> value(b, n) < power(2, 8 * (n - 1) + k); */

#endif
