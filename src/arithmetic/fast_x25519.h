/* X25519 for speed: in 128-bit integers, which Frama-C does not read. */
#ifndef TLS12_ARITHMETIC_FAST_X25519_H
#define TLS12_ARITHMETIC_FAST_X25519_H

#include "arithmetic/montgomery.h"

/* montgomery_multiply of curve25519. */
/*@ requires u: 0 <= element(u) < x_p(29);
    requires scalar: \valid_read(k + (0 .. 31));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures product: element(\result) == x_function(k, element(u), 29);
    ensures reduced: 0 <= element(\result) < x_p(29); */
struct field_element fast_x25519(const uint8_t *k, struct field_element u);

#endif
