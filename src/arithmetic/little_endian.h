/* Field elements as RFC 7748 and RFC 8032 write them, least significant byte first. Time and memory access depend on the
 * number of limbs only. */
#ifndef TLS12_ARITHMETIC_LITTLE_ENDIAN_H
#define TLS12_ARITHMETIC_LITTLE_ENDIAN_H

#include "arithmetic/field.h"
#include "spec/little_endian.h"

/* The number of 8 n bytes as n limbs, and back. */
/*@ requires size: n <= 128;
    requires memory: \valid(limbs + (0 .. n - 1)) && \valid_read(bytes + (0 .. 8 * n - 1));
    requires separated: \separated(limbs + (0 .. n - 1), bytes + (0 .. 8 * n - 1));
    terminates \true;
    exits \false;
    assigns limbs[0 .. n - 1];
    ensures number: val(limbs, n) == little_endian(bytes, 0, 8 * n); */
void limbs_from_little_endian(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes);

/*@ requires size: n <= 128;
    requires memory: \valid(bytes + (0 .. 8 * n - 1)) && \valid_read(limbs + (0 .. n - 1));
    requires separated: \separated(limbs + (0 .. n - 1), bytes + (0 .. 8 * n - 1));
    terminates \true;
    exits \false;
    assigns bytes[0 .. 8 * n - 1];
    ensures number: little_endian(bytes, 0, 8 * n) == val(limbs, n); */
void limbs_to_little_endian(uint8_t *bytes, const mp_limb_t *limbs, uint32_t n);

/* The element of 8 n bytes, n <= FIELD_LIMBS; and back. */
/*@ requires size: n <= 9;
    requires bytes: \valid_read(bytes + (0 .. 8 * n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures number: element(\result) == little_endian(bytes, 0, 8 * n);
    ensures short: is_short(\result, n); */
struct field_element field_from_little_endian(const uint8_t *bytes, uint32_t n);

/*@ requires size: n <= 9;
    requires bytes: \valid(bytes + (0 .. 8 * n - 1));
    requires fits: is_short(a, n);
    terminates \true;
    exits \false;
    assigns bytes[0 .. 8 * n - 1];
    ensures number: little_endian(bytes, 0, 8 * n) == element(a); */
void field_to_little_endian(struct field_element a, uint8_t *bytes, uint32_t n);

#endif
