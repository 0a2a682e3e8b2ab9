/* X25519 and X448 of a number: montgomery_multiply, but X25519 by the code for speed (fast_x25519.h), which takes a tenth of the time and
 * is not proved, unless the library is compiled with -DTLS12_PROVEN_CURVES. tests/arithmetic/fast_x25519.c compares both.
 *
 * Time and memory access depend on the curve only. The stack that it uses is the caller's to clear (field_clear_stack). */
#ifndef TLS12_ARITHMETIC_X_MULTIPLY_H
#define TLS12_ARITHMETIC_X_MULTIPLY_H

#include "arithmetic/montgomery.h"

/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires u: is_reduced(u, c->field);
    requires scalar: \valid_read(k + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures product: element(\result) == x_function(k, element(u), c->group);
    ensures reduced: is_reduced(\result, c->field); */
struct field_element x_multiply(const struct montgomery_curve *c, const uint8_t *k, struct field_element u);

#endif
