/* The inverse of a modulo m; zero when there is none. Chosen when the library is compiled, as in arithmetic/multiply.h: fast_invert
 * (invert_fast.h), or with -DTLS12_PROVEN_CURVES field_invert. Time and memory access depend on the modulus only. */
#ifndef TLS12_ARITHMETIC_INVERT_H
#define TLS12_ARITHMETIC_INVERT_H

#include "arithmetic/field.h"

/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inverse: element(\result) == inverse(element(a), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element invert(struct field_element a, const struct modulus *m);

#endif
