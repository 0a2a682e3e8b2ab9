/* Arithmetic modulo an odd prime of up to 521 bits: the field of a curve, and the scalars modulo its order.
 *
 * A field element is a value: its limbs, least significant first, limbs beyond those of the modulus zero. Functions take
 * and return values, so nothing aliases and the caller's memory does not change; what they leave on the stack is the
 * caller's to clear (field_clear_stack). Time and memory access depend on the modulus only, unless said otherwise. */
#ifndef TLS12_ARITHMETIC_FIELD_H
#define TLS12_ARITHMETIC_FIELD_H

#include <gmp.h>
#include <stdint.h>

#define FIELD_LIMBS 9  /* 521 bits */
#define FIELD_BYTES 66 /* 521 bits */

struct field_element {
  mp_limb_t limb[FIELD_LIMBS];
};

/* An odd prime of 4, 6, 7 or 9 limbs, the highest not zero. */
struct modulus {
  mp_size_t limbs;
  struct field_element value;
};

#include "spec/field.h"

/* Sum, difference and product modulo m of reduced elements. */

/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: element(\result) == plus(element(a), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element field_add(struct field_element a, struct field_element b, const struct modulus *m);

/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures difference: element(\result) == minus(element(a), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element field_sub(struct field_element a, struct field_element b, const struct modulus *m);

/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures product: element(\result) == times(element(a), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element field_mul(struct field_element a, struct field_element b, const struct modulus *m);

/* The inverse of a; zero when there is none. */
/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires reduced: is_reduced(a, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inverse: element(\result) == inverse(element(a), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element field_invert(struct field_element a, const struct modulus *m);

/* a modulo m, for any a of the modulus' limbs. */
/*@ requires modulus: is_modulus(*m) && \valid_read(m);
    requires limbs: is_short(a, m->limbs);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures residue: element(\result) == modulo(element(a), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
struct field_element field_reduce(struct field_element a, const struct modulus *m);

/* bit is 1: a; bit is 0: b. */
/*@ requires bit: bit == 0 || bit == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures chosen: element(\result) == (bit == 1 ? element(a) : element(b)); */
struct field_element field_select(mp_limb_t bit, struct field_element a, struct field_element b);

/* 1 when a < b, else 0. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures less: \result == (element(a) < element(b) ? 1 : 0); */
int field_less(struct field_element a, struct field_element b);

/* 1 when a = b, else 0. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures equal: \result == (element(a) == element(b) ? 1 : 0); */
int field_equal(struct field_element a, struct field_element b);

/* The number of `size` <= FIELD_BYTES bytes, most significant first; and back. */
/*@ requires size: size <= FIELD_BYTES;
    requires bytes: \valid_read(bytes + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures number: element(\result) == value(bytes, size) < pow256(size);
    ensures short: is_short(\result, (size + 7) / 8); */
struct field_element field_from_bytes(const uint8_t *bytes, unsigned size);

/*@ requires size: size <= FIELD_BYTES;
    requires bytes: \valid(bytes + (0 .. size - 1));
    requires fits: element(a) < pow256(size);
    terminates \true;
    exits \false;
    assigns bytes[0 .. size - 1];
    ensures number: value(bytes, size) == element(a); */
void field_to_bytes(struct field_element a, uint8_t *bytes, unsigned size);

/* Overwrites the part of the stack that the functions called before it used: up to 8 KiB below the caller's frame. */
/*@ terminates \true;
    exits \false;
    assigns \nothing; */
void field_clear_stack(void);

#endif
