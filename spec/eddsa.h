/* Ed25519 and Ed448 (RFC 8032 sections 5.1 and 5.2), without prehash and with an empty context, as RFC 8422 section 5.10 says.
 * `signature` is a SignatureAlgorithm, 7 or 8. */
#ifndef TLS12_SPEC_EDDSA_H
#define TLS12_SPEC_EDDSA_H

#include "spec/edwards.h"

/*@ // The secret scalar (sections 5.1.5 and 5.2.5): s is the first half of the hash h of the private key, its lowest 3 or 2 bits
    // cleared, bit 254 or 447 set, and all bits above it cleared.
    predicate is_secret_scalar{K,L}(uint8_t *s, uint8_t *h, integer signature) =
      \at(s[0],K) == (signature == 7 ? \at(h[0],L) - \at(h[0],L) % 8 : \at(h[0],L) - \at(h[0],L) % 4) &&
      (\forall integer i; 0 < i < ed_field_bytes(signature) - 1 ==> \at(s[i],K) == \at(h[i],L)) &&
      (signature == 7 ? \at(s[31],K) == \at(h[31],L) % 64 + 64 : \at(s[55],K) == \at(h[55],L) % 128 + 128); */

/*@ // S of a signature whose hashes r and k are numbers of n bytes, least significant first: (r + k s) mod L.
    logic integer eddsa_S(integer r, integer k, integer s, integer signature) =
      plus(times(modulo(k, ed_order(signature)), modulo(s, ed_order(signature)), ed_order(signature)),
           modulo(r, ed_order(signature)), ed_order(signature)); */

#endif
