/* DSA (FIPS 186-4 section 4) as equations over integers. */
#ifndef TLS12_SPEC_DSA_H
#define TLS12_SPEC_DSA_H

#include "spec/limbs.h"

/* The domain parameters, sections 4.1 and 4.2: q of 160, 224 or 256 bits divides p - 1, p has 1024 to 3072 bits, and g has the
 * order q modulo p. (Whether p and q are prime is not asked.) */
/*@ predicate dsa_has_order(integer y, integer q, integer p) = 1 < y < p && power(y, q) % p == 1;

    predicate dsa_group{L}(uint8_t *p, integer p_size, uint8_t *q, integer q_size, uint8_t *g, integer g_size) =
      128 <= p_size <= 384 && p[0] > 0 && (p_size == 128 ==> p[0] >= 128) && p[p_size - 1] % 2 == 1 &&
      (q_size == 20 || q_size == 28 || q_size == 32) && q[0] >= 128 && q[q_size - 1] % 2 == 1 &&
      value(p, p_size) % value(q, q_size) == 1 && dsa_has_order(value(g, g_size), value(q, q_size), value(p, p_size)); */

/* How many bytes a number needs. */
/*@ logic integer number_bytes(integer x) = x <= 0 ? 0 : 1 + number_bytes(x / 256); */

/* The leftmost bits of a digest of n bytes, as many as q has: whole bytes. */
/*@ logic integer dsa_digest{L}(uint8_t *digest, integer n, integer q_size) = value(digest, n < q_size ? n : q_size); */

/* w = s^-1 mod q */
/*@ predicate dsa_inverse(integer s, integer w, integer q) = 0 <= w < q && (s * w) % q == 1; */

/* (r, s) signs z under y, section 4.7: w = s^-1, u1 = z w, u2 = r w, v = g^u1 y^u2 mod p, and v mod q is r. */
/*@ logic integer dsa_v(integer p, integer q, integer g, integer y, integer u1, integer u2) =
      (((power(g, u1) % p) * (power(y, u2) % p)) % p) % q;

    predicate dsa_verifies(integer p, integer q, integer g, integer y, integer z, integer r, integer s) =
      0 < r < q && 0 < s < q && \exists integer w; dsa_inverse(s, w, q) &&
      dsa_v(p, q, g, y, (z * w) % q, (r * w) % q) == r; */

/* The signature of z with the private key x and the nonce k, section 4.6. */
/*@ logic integer dsa_r(integer p, integer q, integer g, integer k) = (power(g, k) % p) % q;
    predicate dsa_s(integer q, integer x, integer z, integer k, integer r, integer s) =
      \exists integer w; dsa_inverse(k, w, q) && s == (w * ((z + (x * r) % q) % q)) % q;

    predicate dsa_signs(integer p, integer q, integer g, integer x, integer z, integer k, integer r, integer s) =
      0 < k < q && r == dsa_r(p, q, g, k) && r != 0 && dsa_s(q, x, z, k, r, s) && s != 0;

    predicate dsa_signed(integer p, integer q, integer g, integer x, integer z, integer r, integer s) =
      \exists integer k; dsa_signs(p, q, g, x, z, k, r, s); */

#endif
