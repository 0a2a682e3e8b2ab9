/* Scalars: numbers modulo the order n of a curve, as bytes. Time and memory access depend on the curve and on the answer. */
#ifndef TLS12_ARITHMETIC_SCALAR_H
#define TLS12_ARITHMETIC_SCALAR_H

#include "arithmetic/point.h"
#include "wire/bytes.h"

/* 1 when the c->bytes bytes are a number in 1..n-1, else 0. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires scalar: \valid_read(scalar + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures range: \result == 1 <==> 0 < value(scalar, c->bytes) < element(c->order.value); */
int scalar_in_range(const struct prime_curve *c, const uint8_t *scalar);

/* The values that the highest byte of a number of c->bits bits can have: 256, for P-521 2. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures top: \result == (c->bits == 521 ? 2 : 256); */
unsigned scalar_top(const struct prime_curve *c);

/* bits2int of RFC 6979 section 2.3.2 for a digest of at most 64 bytes, then reduced modulo n: of a digest of more bits
 * than n the leftmost count. (For P-521 no such digest is longer than n, so whole bytes are enough.) */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires digest: digest.length <= 64 && \valid_read(digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures number: element(\result) ==
                    modulo(value(digest.data, digest.length < c->bytes ? digest.length : c->bytes), element(c->order.value));
    ensures reduced: is_reduced(\result, c->order); */
struct field_element scalar_from_digest(const struct prime_curve *c, struct tls12_bytes digest);

#endif
