/* X25519 and X448 (RFC 7748 section 5), as equations over the field (field.h). `group` is a NamedCurve code point: 29 or 30
 * (RFC 8422 section 5.1.1). */
#ifndef TLS12_SPEC_MONTGOMERY_H
#define TLS12_SPEC_MONTGOMERY_H

#include "spec/field.h"
#include "spec/little_endian.h"

/*@ // Bytes of a scalar and of a u-coordinate; bits of p.
    logic integer x_bytes(integer group) = group == 29 ? 32 : group == 30 ? 56 : 0;
    logic integer x_bits(integer group) = group == 29 ? 255 : 448;

    // 2^255 - 19 and 2^448 - 2^224 - 1 (RFC 7748 sections 4.1 and 4.2), a24 = (A - 2) / 4, the u-coordinate of the base point.
    logic integer x_p(integer group) =
      group == 29 ? 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed :
                    0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffff;
    logic integer x_a24(integer group) = group == 29 ? 121665 : 39081;
    logic integer x_base(integer group) = group == 29 ? 9 : 5;

    // decodeUCoordinate, modulo p: the number of x_bits bits, and its residue.
    logic integer decode_u{L}(uint8_t *b, integer group) =
      modulo(group == 29 ? little_endian(b, 0, 32) % 0x8000000000000000000000000000000000000000000000000000000000000000 :
                           little_endian(b, 0, 56), x_p(group));

    // The bits of decodeScalar25519 and decodeScalar448: the lowest 3 or 2 are 0, and the highest of x_bits is 1.
    logic integer x_cleared(integer group) = group == 29 ? 3 : 2;
    logic integer decode_scalar_bit{L}(uint8_t *k, integer t, integer group) =
      t < x_cleared(group) ? 0 : t == x_bits(group) - 1 ? 1 : bit(k, t); */

/* One step of the ladder: from (x_2 : z_2) and (x_3 : z_3), whose difference has the u-coordinate x_1, to the double of the
 * first and their sum. */
/*@ logic integer square(integer a, integer p) = times(a, a, p);

    // from AA, and E = AA - BB
    logic integer doubled_z(integer aa, integer e, integer a24, integer p) = times(e, plus(aa, times(a24, e, p), p), p);

    // coordinate 0 is x_2, 1 is z_2, 2 is x_3, 3 is z_3; from A, B, C, D
    logic integer ladder_out(integer coordinate, integer a, integer b, integer c, integer d, integer x1, integer a24, integer p) =
      coordinate == 0 ? times(square(a, p), square(b, p), p) :
      coordinate == 1 ? doubled_z(square(a, p), minus(square(a, p), square(b, p), p), a24, p) :
      coordinate == 2 ? square(plus(times(d, a, p), times(c, b, p), p), p) :
                        times(x1, square(minus(times(d, a, p), times(c, b, p), p), p), p);

    logic integer ladder_step(integer coordinate, integer x2, integer z2, integer x3, integer z3, integer x1, integer a24,
                              integer p) =
      ladder_out(coordinate, plus(x2, z2, p), minus(x2, z2, p), plus(x3, z3, p), minus(x3, z3, p), x1, a24, p);

    // With the bit k_t the two points change places before the step, and after it.
    logic integer ladder_next(integer coordinate, integer bit, integer x2, integer z2, integer x3, integer z3, integer x1,
                              integer a24, integer p) =
      bit == 0 ? ladder_step(coordinate, x2, z2, x3, z3, x1, a24, p) :
                 ladder_step(coordinate < 2 ? coordinate + 2 : coordinate - 2, x3, z3, x2, z2, x1, a24, p); */

/*@ // After the bits x_bits - 1 to t of the scalar k; before them x_2 = 1, z_2 = 0, x_3 = x_1, z_3 = 1.
    logic integer ladder{L}(integer coordinate, uint8_t *k, integer t, integer x1, integer group) =
      t >= x_bits(group) ?
        (coordinate == 0 ? 1 : coordinate == 1 ? 0 : coordinate == 2 ? x1 : 1) :
        ladder_next(coordinate, decode_scalar_bit{L}(k, t, group), ladder{L}(0, k, t + 1, x1, group),
                    ladder{L}(1, k, t + 1, x1, group), ladder{L}(2, k, t + 1, x1, group), ladder{L}(3, k, t + 1, x1, group), x1,
                    x_a24(group), x_p(group));

    // x_2 / z_2; 0 where z_2 is 0
    logic integer x_function{L}(uint8_t *k, integer x1, integer group) =
      times(ladder(0, k, 0, x1, group), inverse(ladder(1, k, 0, x1, group), x_p(group)), x_p(group)); */

/*@ predicate is_ladder_state(struct ladder S, struct modulus m) =
      is_reduced(S.x_2, m) && is_reduced(S.z_2, m) && is_reduced(S.x_3, m) && is_reduced(S.z_3, m);

    predicate is_ladder{L}(struct ladder S, uint8_t *k, integer t, integer x1, integer group) =
      element(S.x_2) == ladder(0, k, t, x1, group) && element(S.z_2) == ladder(1, k, t, x1, group) &&
      element(S.x_3) == ladder(2, k, t, x1, group) && element(S.z_3) == ladder(3, k, t, x1, group);

    predicate is_montgomery(struct montgomery_curve c) =
      x_bytes(c.group) > 0 && is_modulus(c.field) && element(c.field.value) == x_p(c.group) &&
      is_reduced(c.a24, c.field) && element(c.a24) == x_a24(c.group) && is_reduced(c.base, c.field) &&
      element(c.base) == x_base(c.group) && c.bits == x_bits(c.group) && c.bytes == x_bytes(c.group) &&
      c.cleared == x_cleared(c.group) && 8 * c.field.limbs == c.bytes; */

#endif
