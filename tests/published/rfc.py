#!/usr/bin/env python3
"""The numbers of RFCs in rfc.txt.

usage: BUILD=build tests/published/rfc.py

The last line counts.
"""
import os
import sys

from harness import Harness, digest, hash_of

harness = Harness()


def argument(word):
    name, _, data = word.partition(":")
    return digest(hash_of(name), bytes.fromhex(data)) if data else bytes.fromhex(word) if len(word) > 3 else word


def answer(word):
    if word in ("yes", "no"):
        return word == "yes"
    return (lambda got: got.endswith(word[3:])) if word.startswith("...") else bytes.fromhex(word)


def main():
    source = ""
    harness.begin("rfc.txt")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "rfc.txt"), encoding="ascii") as file:
        for line in file:
            words = line.split()
            if line.startswith("#"):
                source = line.strip("# \n")
            elif words:
                harness.expect(source, answer(words[0]), words[1], *map(argument, words[2:]))
    harness.end(37)
    return harness.close()


if __name__ == "__main__":
    sys.exit(main())
