#!/usr/bin/env python3
"""Writes the table of src/arithmetic/modp.c: the primes of RFC 3526, by the formula that it gives for each."""

# Bits of p, and what is added to the digits of pi so that p is a safe prime.
GROUPS = [(1536, 741804), (2048, 124476), (3072, 1690314), (4096, 240904), (6144, 929484), (8192, 4743158)]


def arctangent(x, one):
    """one arctan(1 / x)"""
    total, term, n = 0, one // x, 1
    while term:
        total, term, n = total + (term // n if n % 4 == 1 else -(term // n)), term // (x * x), n + 2
    return total


def pi_scaled(bits):
    """floor(2^bits pi), with 64 bits more on the way: Machin's formula."""
    one = 1 << (bits + 64)
    return 4 * (4 * arctangent(5, one) - arctangent(239, one)) >> 64


def prime(bits, x):
    return 2**bits - 2**(bits - 64) - 1 + 2**64 * (pi_scaled(bits - 130) + x)


for bits, x in GROUPS:
    digits = prime(bits, x).to_bytes(bits // 8, "big")
    print("static const uint8_t modp%d[%d] = {%s};" % (bits, bits // 8, ", ".join("%#x" % digit for digit in digits)))
