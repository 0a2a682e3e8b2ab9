/* Bytes of the wire, most significant first, to GMP limbs, least significant first, and back. Time and memory access
 * depend on the lengths only. */
#ifndef TLS12_ARITHMETIC_LIMBS_H
#define TLS12_ARITHMETIC_LIMBS_H

#include "arithmetic/gmp_calls.h"
#include "spec/limbs.h"
#include <stdint.h>

/* The number of `length` bytes as n limbs, 8 n >= length. */
/*@ requires size: n <= 128 && length <= 8 * n;
    requires memory: \valid(limbs + (0 .. n - 1)) && \valid_read(bytes + (0 .. length - 1));
    requires separated: \separated(limbs + (0 .. n - 1), bytes + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns limbs[0 .. n - 1];
    ensures number: val(limbs, n) == value(bytes, length);
    ensures range: 0 <= value(bytes, length) < pow256(length);
    ensures odd: length > 0 ==> limbs[0] % 2 == bytes[length - 1] % 2;
    ensures top: 0 < length && 8 * n < length + 8 && bytes[0] > 0 ==> limbs[n - 1] > 0; */
void limbs_from_bytes(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes, uint32_t length);

/* The number of the limbs, as many as `length` bytes need, as `length` bytes, which must be enough for it. */
/*@ requires size: length <= 1024;
    requires memory: \valid(bytes + (0 .. length - 1)) && \valid_read(limbs + (0 .. (length + 7) / 8 - 1));
    requires separated: \separated(limbs + (0 .. (length + 7) / 8 - 1), bytes + (0 .. length - 1));
    requires fits: val(limbs, (length + 7) / 8) < pow256(length);
    terminates \true;
    exits \false;
    assigns bytes[0 .. length - 1];
    ensures number: value(bytes, length) == val(limbs, (length + 7) / 8); */
void limbs_to_bytes(uint8_t *bytes, uint32_t length, const mp_limb_t *limbs);

#endif
