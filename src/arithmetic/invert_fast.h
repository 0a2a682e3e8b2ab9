/* The inverse for speed: in 128-bit integers, which Frama-C does not read. */
#ifndef TLS12_ARITHMETIC_INVERT_FAST_H
#define TLS12_ARITHMETIC_INVERT_FAST_H

#include "arithmetic/field.h"

/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inverse: element(\result) == inverse(element(a), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element fast_invert(struct field_element a, const struct modulus *m);

#endif
