#!/usr/bin/env python3
"""Writes the tables of src/arithmetic/ffdhe_comb.c: powers of 2 modulo the primes of RFC 7919 appendix A.

Entry j holds 2^(sum of 2^(k spacing) over the bits k of j) 2^bits mod p, the form of Montgomery, in limbs of 64 bits.
"""
TEETH = 6
# Bits of p, X of its formula, bytes of an exponent.
GROUPS = [(2048, 560316, 29), (3072, 2625351, 35), (4096, 5736041, 41)]


def e_scaled(bits):
    """floor(2^bits e), with 64 bits more on the way."""
    term, total, k = 1 << (bits + 64), 0, 1
    while term:
        total, term, k = total + term, term // k, k + 1
    return total >> 64


def prime(bits, x):
    return 2**bits - 2**(bits - 64) + (e_scaled(bits - 130) + x) * 2**64 - 1


for bits, x, length in GROUPS:
    p, spacing = prime(bits, x), -(-8 * length // TEETH)
    print("static const mp_limb_t comb%d[%d] = {" % (bits, (1 << TEETH) * bits // 64))
    for j in range(1 << TEETH):
        exponent = sum(1 << (k * spacing) for k in range(TEETH) if j >> k & 1)
        entry = pow(2, exponent + bits, p)
        print(", ".join("%#x" % (entry >> i & (1 << 64) - 1) for i in range(0, bits, 64)) + ",")
    print("};")
