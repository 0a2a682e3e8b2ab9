/* Finite-field Diffie-Hellman groups and public numbers (RFC 5246 sections 7.4.3 and 7.4.7.2, RFC 7919). */
#ifndef TLS12_SPEC_DH_H
#define TLS12_SPEC_DH_H

#include "spec/limbs.h"

/*@ // RFC 7919 section 3: 1 < y < p - 1.
    predicate is_dh_public(uint8_t *p, integer np, uint8_t *y, integer ny) = 1 < value(y, ny) < value(p, np) - 1;

    // p is odd and below 2^8192.
    predicate is_dh_modulus(uint8_t *p, integer np) = np > 0 && p[np - 1] % 2 == 1 && value(p, np) < pow256(1024);

    predicate is_dh_group(uint8_t *p, integer np, uint8_t *g, integer ng) =
      is_dh_modulus(p, np) && is_dh_public(p, np, g, ng); */

#endif
