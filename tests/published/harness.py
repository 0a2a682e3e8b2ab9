"""What the scripts of this folder share: the program that runs operations, what is expected of them, and counts."""
import hashlib
import math
import os
import subprocess

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(ROOT, "build")))
OPERATE = os.path.join(BUILD, "tests", "published", "driver", "operate")
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")

HASHES = {"MD5": 1, "SHA1": 2, "SHA224": 3, "SHA256": 4, "SHA384": 5, "SHA512": 6}
GROUPS = {"P-256": 23, "P-384": 24, "P-521": 25}
SIZES = {23: 32, 24: 48, 25: 66}


def hash_of(name):
    """The HashAlgorithm of a name like SHA-256, SHA2-256 or sha256; None for another."""
    return HASHES.get(name.upper().replace("SHA2-", "SHA").replace("SHA-", "SHA").strip())


def digest(hash_, message):
    return hashlib.new(next(name for name, number in HASHES.items() if number == hash_), message).digest()


def number(n, size=0):
    return n.to_bytes(max(size, (n.bit_length() + 7) // 8), "big")


def rsa_private(n, e, d, p=0, q=0):
    """n e d p q dp dq qi as bytes; the primes are found with e and d where the source has none."""
    if not p:
        odd = e * d - 1
        while odd % 2 == 0:
            odd //= 2
        for base in range(2, 200):
            root = pow(base, odd, n)
            while root * root % n != 1:
                root = root * root % n
            p = math.gcd(root - 1, n)
            if 1 < p < n:
                break
        q = n // p
    if p < q:
        p, q = q, p
    return [number(value) for value in (n, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))]


def der_length(size):
    return bytes([size]) if size < 128 else bytes([0x80 + (size.bit_length() + 7) // 8]) + number(size)


def der_signature(r, s):
    both = b""
    for value in (r, s):
        content = value.to_bytes(value.bit_length() // 8 + 1, "big")
        both += b"\2" + der_length(len(content)) + content
    return b"\x30" + der_length(len(both)) + both


class Harness:
    """Collects the cases of a file, runs them together, and counts: passed, failed, and skipped by reason."""

    def __init__(self):
        self.passed = self.failed = self.left_out = self.missing = 0
        self.begin("")

    def begin(self, name):
        self.cases, self.skipped, self.name = [], {}, name

    def start(self, *path):
        """The path of a file below ../shared/vectors, or None when it is not there."""
        self.begin("/".join(path))
        where = os.path.join(VECTORS, *path)
        if os.path.exists(where):
            return where
        self.missing += 1
        print("skipped: %s is not there" % self.name)
        return None

    def expect(self, what, answer, operation, *arguments):
        """answer: bytes, True, False, or a function of the answer's text."""
        words = [operation] + [argument.hex() or "-" if isinstance(argument, bytes) else str(argument) for argument in arguments]
        self.cases.append((what, answer, " ".join(words)))

    def skip(self, reason, count=1):
        self.skipped[reason] = self.skipped.get(reason, 0) + count

    def end(self, at_least=1):
        done = subprocess.run([OPERATE], input="".join(case[2] + "\n" for case in self.cases), stdout=subprocess.PIPE, text=True,
                              timeout=600)
        answers = done.stdout.splitlines()
        good = 0
        for i, (what, expected, words) in enumerate(self.cases):
            got = answers[i] if i < len(answers) else "(nothing)"
            right = expected(got) if callable(expected) else got == ("yes" if expected is True else "no" if expected is False else
                                                                     expected.hex() or "-")
            good += right
            if not right:
                print("FAILED: %s: %s: %s for %s" % (self.name, what, got[:80], words[:200]))
        self.passed += good
        self.failed += len(self.cases) - good + (len(self.cases) < at_least)
        self.left_out += sum(self.skipped.values())
        print("%s: %d of %d pass%s" % (self.name, good, len(self.cases),
                                       "".join("; %d skipped: %s" % (n, why) for why, n in sorted(self.skipped.items()))))

    def close(self):
        print("%d cases left out" % self.left_out)
        print("%d passed, %d failed%s" % (self.passed, self.failed, ", %d skipped" % self.missing if self.missing else ""))
        return 1 if self.failed else 0
