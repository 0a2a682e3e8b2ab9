#!/usr/bin/env python3
"""Writes the constants of a curve for arithmetic/fast_point.h: of its field, and the comb of its base point.

usage: src/arithmetic/curve_comb.py secp256r1 | secp384r1 | secp521r1

The comb has BLOCKS tables. Entry i of table k is the base point times 2^(k COLUMNS) times the sum of 2^(j BLOCKS COLUMNS) for
j < TEETH, the highest with plus, each other one with plus where bit j of i is set, else with minus.
"""
import sys

# p, n, b, x, y (RFC 5903 section 3); limbs and their bits; the factor R of the form in which numbers are; blocks and columns
CURVES = {
    "secp256r1": (
        2**256 - 2**224 + 2**192 + 2**96 - 1,
        0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b,
        0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
        0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5,
        5, 54, 2**270, 11, 4),
    "secp384r1": (
        2**384 - 2**128 - 2**96 + 2**32 - 1,
        0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef,
        0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7,
        0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f,
        7, 56, 2**392, 4, 16),
    "secp521r1": (
        2**521 - 1,
        0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00,
        0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66,
        0x11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650,
        9, 58, 1, 4, 22),
}
TEETH = 6


def add(P, Q, p):
    """The sum of two affine points that are not opposite."""
    if P == Q:
        slope = 3 * (P[0] * P[0] - 1) * pow(2 * P[1], -1, p)
    else:
        slope = (Q[1] - P[1]) * pow(Q[0] - P[0], -1, p)
    x = (slope * slope - P[0] - Q[0]) % p
    return x, (slope * (P[0] - x) - P[1]) % p


def entries(point, width, p):
    """The 2^(TEETH - 1) sums for one block, teeth `width` bits apart."""
    teeth = [point]
    for _ in range(TEETH - 1):
        for _ in range(width):
            point = add(point, point, p)
        teeth.append(point)
    sums = [teeth.pop()]
    for x, y in teeth:
        sums = [add(S, (x, -y % p), p) for S in sums] + [add(S, (x, y), p) for S in sums]
    return sums


def main():
    p, b, x, y, limbs, bits, factor, blocks, columns = CURVES[sys.argv[1]]

    def number(a):
        return "{" + ", ".join(str(a >> bits * i & (1 << bits) - 1) for i in range(limbs)) + "}"

    def element(a):
        return number(a * factor % p)

    print("#define FIELD_BITS %d" % p.bit_length())
    print("#define COMB_TEETH %d\n#define COMB_BLOCKS %d\n#define COMB_COLUMNS %d" % (TEETH, blocks, columns))
    print("#define FIELD_ONE %s" % element(1))
    print("static const element field_p = %s;" % number(p))
    print("static const element field_enter = %s;" % number(factor * factor % p))
    print("static const element field_leave = %s;" % number(1))
    print("static const element curve_b = %s;" % element(b))
    print("static const element comb[COMB_BLOCKS][1 << (COMB_TEETH - 1)][2] = {")
    point = x, y
    for _ in range(blocks):
        rows = ["{%s, %s}" % (element(X), element(Y)) for X, Y in entries(point, blocks * columns, p)]
        print("{" + ",\n".join(rows) + "},")
        for _ in range(columns):
            point = add(point, point, p)
    print("};")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in CURVES:
        sys.exit(__doc__.strip())
    main()
