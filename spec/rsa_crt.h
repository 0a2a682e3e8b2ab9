/* RSADP and RSASP1 by the Chinese remainder theorem (RFC 8017 sections 5.1.2 and 5.2.1, step 2.b), with base blinding that takes no
 * inverse: with m' = m r^(e-1) for a number r, (m' r)^(d-1) m' is m^d r^(ed-1), and that is m^d modulo a prime p of the key, since
 * p-1 divides ed-1.
 *
 * Exponents of a key are odd; of an even one, these formulas take the number itself for the number less one. */
#ifndef TLS12_SPEC_RSA_CRT_H
#define TLS12_SPEC_RSA_CRT_H

#include "spec/limbs.h"

/*@ logic integer crt_even(integer x) = 2 * (x / 2);

    // (m r)^(d-1) m, with d taken modulo p; and m_i of step 2.b.i and 2.b.ii, for some r
    logic integer crt_power(integer m, integer r, integer d, integer p) =
      ((power((m * r) % p, crt_even(d % p)) % p) * m) % p;
    predicate crt_half(integer x, integer m, integer e, integer d, integer p) = \exists integer r;
      x == crt_power(((m % p) * (power(r, crt_even(e)) % p)) % p, r, d, p);

    // steps 2.b.iii and iv: h = (m_1 - m_2) qInv mod p, m = m_2 + q h; -1 mod p is p-1
    logic integer crt_h(integer m1, integer m2, integer p, integer q_inv) =
      (((((m2 % p) * crt_even(p)) % p + m1) % p) * q_inv) % p;
    logic integer crt_joined(integer m1, integer m2, integer n, integer p, integer q, integer q_inv) =
      ((crt_h(m1, m2, p, q_inv) * q) % n + m2) % n;

    lemma crt_even_byte: \forall integer v, b; 0 <= v && 0 <= b ==> crt_even(256 * v + b) == 256 * v + crt_even(b); */

#endif
