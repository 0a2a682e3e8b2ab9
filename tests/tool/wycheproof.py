#!/usr/bin/env python3
"""Tests tls12 vectors run on files of Project Wycheproof's form: small ones made here, with an arithmetic of their own, and the
files of ../shared/vectors/wycheproof when that folder exists.

usage: TLS12=build/tls12 tests/tool/wycheproof.py

The last line counts.
"""
import copy
import glob
import hashlib
import hmac
import json
import math
import os
import random
import re
import subprocess
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
FILES = os.path.join(ROOT, "..", "shared", "vectors", "wycheproof", "testvectors_v1", "*.json")
counts = {"passed": 0, "failed": 0}


def check(what, good, detail=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print("FAILED: %s %s" % (what, detail))


def vectors(*arguments):
    done = subprocess.run([TLS12, "vectors", "run", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def run(content, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(content, file)
        file.flush()
        return vectors(*options, file.name)


def kinds(content):
    code, out, _ = run(content, "--json")
    return code, json.loads(out)["files"][0].get("kinds")


# --- P-256 ---

P = 2 ** 256 - 2 ** 224 + 2 ** 192 + 2 ** 96 - 1
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
BASE = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
        0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0:
        return None
    slope = (3 * (a[0] * a[0] - 1) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)) % P
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def multiply(k, point):
    sum_ = None
    for bit in bin(k)[2:]:
        sum_ = add(sum_, sum_)
        if bit == "1":
            sum_ = add(sum_, point)
    return sum_


# --- DER ---

def der(tag, *contents):
    body = b"".join(contents)
    size = len(body)
    head = bytes([size]) if size < 128 else bytes([0x80 + (size.bit_length() + 7) // 8]) + size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + head + body


def integer(n):
    return der(2, n.to_bytes(n.bit_length() // 8 + 1, "big"))


RSA_OID, EC_OID, P256_OID = (bytes.fromhex(text) for text in ("06092a864886f70d010101", "06072a8648ce3d0201", "06082a8648ce3d030107"))
NULL = bytes.fromhex("0500")


def octets(point):
    return b"\4" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def ec_key(point_octets, curve=P256_OID):
    return der(0x30, der(0x30, EC_OID, curve), der(3, b"\0", point_octets))


# --- Files: each case is (result, members), and its group and file have these members ---

def file_of(group, cases, **members):
    tests = [dict(members_, tcId=i + 1, comment="case %d" % (i + 1), flags=["Flag"], result=result)
             for i, (result, members_) in enumerate(cases)]
    return dict(members, algorithm=members.get("algorithm", "X"), testGroups=[dict(group, tests=tests)])


def ecdh_files():
    ours, peer = 0x123456789 ** 7 % N, multiply(0x987654321 ** 7 % N, BASE)
    shared = multiply(ours, peer)[0].to_bytes(32, "big").hex()
    off = octets((peer[0], peer[1] ^ 1))
    private = "00" + ours.to_bytes(32, "big").hex()
    for kind, form in (("EcdhEcpointTest", lambda o: o), ("EcdhTest", ec_key)):
        def case(result, point, shared_=shared, private_=private):
            return result, {"public": form(point).hex(), "private": private_, "shared": shared_}
        yield file_of({"type": kind, "curve": "secp256r1"}, [
            case("valid", octets(peer)), case("invalid", off), case("invalid", octets(peer)[:-1]), case("invalid", b""),
            case("acceptable", bytes([2 + peer[1] % 2]) + octets(peer)[1:33]), case("acceptable", octets(peer))])


def ecdsa_file():
    secret, nonce, message = 12345 ** 12, 54321 ** 12, b"message"
    public = octets(multiply(secret % N, BASE))
    r = multiply(nonce % N, BASE)[0] % N
    s = pow(nonce, -1, N) * (int(hashlib.sha256(message).hexdigest(), 16) + r * secret) % N

    def case(result, r_, s_):
        return result, {"msg": message.hex(), "sig": der(0x30, integer(r_), integer(s_)).hex()}
    long = der(0x30, der(2, b"\0" + integer(r)[2:]), integer(s)).hex()  # a zero byte too many
    return file_of({"type": "EcdsaVerify", "sha": "SHA-256", "publicKeyDer": ec_key(public).hex()}, [
        case("valid", r, s), case("valid", r, N - s), case("invalid", r, s + 1), case("invalid", 0, s), case("invalid", r, 0),
        case("invalid", r + N, s), case("invalid", r, s + N), ("invalid", {"msg": message.hex(), "sig": long}),
        ("invalid", {"msg": "", "sig": ""})])


def ladder(k, u, p, a24):
    """RFC 7748 section 5, with branches."""
    x2, z2, x3, z3 = 1, 0, u, 1
    for bit in bin(k)[2:]:
        if bit == "1":
            x2, z2, x3, z3 = x3, z3, x2, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        e = a * a - b * b
        x2, z2, x3, z3 = a * a * b * b % p, e * (a * a + a24 * e) % p, (d * a + c * b) ** 2 % p, u * (d * a - c * b) ** 2 % p
        if bit == "1":
            x2, z2, x3, z3 = x3, z3, x2, z2
    return x2 * pow(z2, -1, p) % p


def xdh_files():
    for curve, size, bits, cleared, p, a24 in (("curve25519", 32, 255, 3, 2 ** 255 - 19, 121665),
                                               ("curve448", 56, 448, 2, 2 ** 448 - 2 ** 224 - 1, 39081)):
        k, u = 0x123456789 ** 13 % 2 ** (8 * size), 0x987654321 ** 15 % p
        scalar = (k % 2 ** (bits - 1) | 2 ** (bits - 1)) >> cleared << cleared

        def little(n):
            return n.to_bytes(size, "little").hex()
        shared = little(ladder(scalar, u, p, a24))

        def case(result, public, private=little(k)):
            return result, {"public": public, "private": private, "shared": shared}
        yield file_of({"type": "XdhComp", "curve": curve}, [
            case("valid", little(u)), case("invalid", little(0)), case("invalid", little(1)), case("invalid", little(u)[2:]),
            case("invalid", ""), case("acceptable", little(u + 2 ** 255 if bits == 255 else u)), case("invalid", little(u), little(k)[2:])])


def eddsa_file():
    """RFC 8032 section 5.1, in affine coordinates."""
    p, order = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1, p)
    y = 4 * pow(5, -1, p) % p
    square = (y * y - 1) * pow(d * y * y + 1, -1, p) % p
    x = pow(square, (p + 3) // 8, p)
    x = x if x * x % p == square else x * pow(2, (p - 1) // 4, p) % p
    x = x if x % 2 == 0 else p - x

    def times(k, point):
        result = (0, 1)
        for bit in bin(k)[2:]:
            for other in (result, *([point] if bit == "1" else [])):
                (a, b), (c, e) = result, other
                f = d * a * b * c * e
                result = (a * e + b * c) * pow(1 + f, -1, p) % p, (b * e + a * c) * pow(1 - f, -1, p) % p
        return result

    def encoded(point):
        return (point[1] | point[0] % 2 << 255).to_bytes(32, "little")

    def number(*parts):
        return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")
    secret, message = 12345 ** 15, b"message"
    public = encoded(times(secret % order, (x, y)))
    nonce = 54321 ** 15 % order
    r = encoded(times(nonce, (x, y)))
    s = (nonce + number(r, public, message) * secret) % order

    def case(result, r_, s_, message_=message):
        return result, {"msg": message_.hex(), "sig": r_.hex() + s_.to_bytes(32, "little").hex()}
    return file_of({"type": "EddsaVerify", "publicKey": {"curve": "edwards25519", "pk": public.hex()}}, [
        case("valid", r, s), case("invalid", r, s, b""), case("invalid", r, s + order), case("invalid", r, s ^ 1),
        case("invalid", public, s), case("invalid", r[1:], s), case("invalid", b"", 0)])


def rsa_key():
    """The key of RFC 7515 appendix A.2; its primes are found with e and d."""
    with open(os.path.join(ROOT, "tests", "arithmetic", "rfc7515.inc"), encoding="ascii") as file:
        text = file.read()
    n, e, d = (int("".join(re.findall(r'"(\w+)"', re.search(r"rfc7515_%s\[\] =(.*?);" % name, text, re.S)[1])), 16) for name in "ned")
    odd = e * d - 1
    while odd % 2 == 0:
        odd //= 2
    for base in range(2, 100):
        root = pow(base, odd, n)
        while root * root % n != 1:
            root = root * root % n
        p = math.gcd(root - 1, n)
        if 1 < p < n:
            return n, e, d, p, n // p
    raise AssertionError("no factor found")


def rsa_files():
    n, e, d, p, q = rsa_key()
    k = (n.bit_length() + 7) // 8
    prefix = bytes.fromhex("3031300d060960864801650304020105000420")
    bare = bytes.fromhex("302f300b0609608648016503040201" + "0420")

    def signature(message, info=prefix):
        block = b"\0\1" + b"\xff" * (k - 3 - len(info) - 32) + b"\0" + info + hashlib.sha256(message).digest()
        return pow(int.from_bytes(block, "big"), d, n).to_bytes(k, "big").hex()
    public = der(0x30, der(0x30, RSA_OID, NULL), der(3, b"\0", der(0x30, integer(n), integer(e)))).hex()
    numbers = [integer(number) for number in (0, n, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))]
    private = der(0x30, integer(0), der(0x30, RSA_OID, NULL), der(4, der(0x30, *numbers))).hex()
    yield file_of({"type": "RsassaPkcs1Verify", "sha": "SHA-256", "publicKeyDer": public}, [
        ("valid", {"msg": "61", "sig": signature(b"a")}), ("invalid", {"msg": "62", "sig": signature(b"a")}),
        ("invalid", {"msg": "61", "sig": "00" + signature(b"a")}), ("acceptable", {"msg": "61", "sig": signature(b"a", bare)})])
    yield file_of({"type": "RsassaPkcs1Generate", "sha": "SHA-256", "privateKeyPkcs8": private}, [
        ("valid", {"msg": "61", "sig": signature(b"a")}), ("acceptable", {"msg": "", "sig": signature(b"")})])

    def encrypted(message, first=b"\0\2"):
        block = first + b"\x55" * (k - 3 - len(message)) + b"\0" + message
        return {"msg": message.hex(), "ct": pow(int.from_bytes(block, "big"), e, n).to_bytes(k, "big").hex()}
    premaster = b"\3\3" + bytes(range(46))
    yield file_of({"type": "RsaesPkcs1Decrypt", "privateKeyPkcs8": private}, [
        ("valid", encrypted(premaster)), ("valid", encrypted(b"other")), ("invalid", encrypted(premaster, b"\0\1")),
        ("invalid", dict(encrypted(premaster), ct="00"))])


def pss_file():
    n, e, d, _, _ = rsa_key()

    def case(result, message, salt, last=0xbc):
        hashed = hashlib.sha256(b"\0" * 8 + hashlib.sha256(message).digest() + salt).digest()
        mask = b"".join(hashlib.sha256(hashed + bytes([0, 0, 0, i])).digest() for i in range(7))[:223]
        block = b"\0" * (222 - len(salt)) + b"\1" + salt
        masked = bytes(a ^ b for a, b in zip(block, mask))
        encoded = bytes([masked[0] & 0x7f]) + masked[1:] + hashed + bytes([last])
        return result, {"msg": message.hex(), "sig": pow(int.from_bytes(encoded, "big"), d, n).to_bytes(256, "big").hex()}
    public = der(0x30, der(0x30, RSA_OID, NULL), der(3, b"\0", der(0x30, integer(n), integer(e)))).hex()
    return file_of({"type": "RsassaPssVerify", "sha": "SHA-256", "mgf": "MGF1", "mgfSha": "SHA-256", "sLen": 32, "publicKeyDer": public}, [
        case("valid", b"message", bytes(range(32))), case("invalid", b"message", bytes(31)), case("invalid", b"", bytes(32), 0xbb)])


def dsa_file():
    """The first group of RFC 5114."""
    with open(os.path.join(ROOT, "tests", "arithmetic", "rfc5114.inc"), encoding="ascii") as file:
        text = file.read()
    p, g = (int("".join(re.findall(r'"(\w+)"', re.search(r"rfc5114_%s\[\] =(.*?);" % name, text, re.S)[1])), 16) for name in ("p1", "g1"))
    q, secret, nonce, message = 0xF518AA8781A8DF278ABA4E7D64B7CB9D49462353, 12345 ** 9, 54321 ** 9, b"message"
    r = pow(g, nonce, p) % q
    s = pow(nonce, -1, q) * (int(hashlib.sha1(message).hexdigest(), 16) + r * secret) % q
    name = bytes.fromhex("06072a8648ce380401")
    public = der(0x30, der(0x30, name, der(0x30, integer(p), integer(q), integer(g))), der(3, b"\0", integer(pow(g, secret, p))))

    def case(result, r_, s_):
        return result, {"msg": message.hex(), "sig": der(0x30, integer(r_), integer(s_)).hex()}
    return file_of({"type": "DsaVerify", "sha": "SHA-1", "publicKeyDer": public.hex()}, [
        case("valid", r, s), case("invalid", r, s + 1), case("invalid", 0, s), case("invalid", r, 0), case("invalid", r + q, s),
        case("invalid", r, s + q), case("invalid", q, s)])


def mac_file():
    def case(result, key, message, size=32):
        return result, {"key": key.hex(), "msg": message.hex(), "tag": hmac.new(key, message, "sha256").digest()[:size].hex()}
    wrong = case("invalid", b"key", b"message")
    wrong[1]["tag"] = "00" + wrong[1]["tag"][2:]
    return file_of({"type": "MacTest", "tagSize": 256}, [
        case("valid", b"", b""), case("valid", b"k" * 200, b"message"), wrong, case("invalid", b"key", b"message", 16)],
        algorithm="HMACSHA256")


def expected(content):
    tests = [test for group in content["testGroups"] for test in group["tests"]]
    return {result: sum(test["result"] == result for test in tests) for result in ("valid", "invalid", "acceptable")}


def own_files():
    files = [*ecdh_files(), ecdsa_file(), *rsa_files(), mac_file(), pss_file(), dsa_file(), *xdh_files(), eddsa_file()]
    for content in files:
        name = content["testGroups"][0]["type"]
        code, found = kinds(content)
        want = expected(content)
        check(name, code == 0 and all(sum(n for kind, n in found.items() if kind.split(",")[0] == result) == number
                                      for result, number in want.items()), (code, found))
        for i, test in enumerate(content["testGroups"][0]["tests"]):
            if test["result"] == "acceptable":
                continue
            other = copy.deepcopy(content)
            other["testGroups"][0]["tests"][i]["result"] = "invalid" if test["result"] == "valid" else "valid"
            code, out, _ = run(other)
            replaced = name == "RsaesPkcs1Decrypt" and i > 0
            check("%s, case %d the other way" % (name, i + 1), code == (0 if replaced else 4) and ("FAILED" in out) != replaced, out)
        check_other_results(name, content)
    damaged(files)
    left_out(files)


def check_other_results(name, content):
    """A valid case with another result, and an acceptable one."""
    for member in ("shared", "sig") if name in ("EcdhEcpointTest", "EcdhTest", "XdhComp", "RsassaPkcs1Generate") else ():
        for i, test in enumerate(content["testGroups"][0]["tests"]):
            if member not in test or test["result"] == "invalid":
                continue
            other = copy.deepcopy(content)
            other["testGroups"][0]["tests"][i][member] = test[member][:-2] + "%02x" % (int(test[member][-2:], 16) ^ 1)
            code, found = kinds(other)
            told = "acceptable, another result: Flag" in found or "acceptable, refused: Flag (R8422-5.4.1-01)" in found or \
                "acceptable, refused: Flag (R5480-2.2-01)" in found
            check("%s, case %d, another %s" % (name, i + 1, member), code == 4 if test["result"] == "valid" else code == 0 and told,
                  (code, found))


def left_out(files):
    """What is not supported is counted by reason, and if nothing else is in the file, that is the exit status."""
    for i, member, value, reason in ((0, "curve", "secp224r1", "curve"), (2, "sha", "SHA-512/256", "hash"),
                                     (2, "publicKeyDer", ec_key(b"\4" + bytes(56), bytes.fromhex("06052b81040021")).hex(), "curve")):
        other = copy.deepcopy(files[i])
        other["testGroups"][0][member] = value
        number = len(other["testGroups"][0]["tests"])
        code, found = kinds(other)
        check("%s %s" % (member, value[:12]), code == 77 and list(found.values()) == [number] and reason in list(found)[0], (code, found))
        code, out, _ = run(other, "--tap")
        check("%s, TAP" % member, code == 77 and out.count("# SKIP") == number and out.splitlines()[-1] == "1..%d" % number, out)
    other = copy.deepcopy(files[-1])
    other["testGroups"][0]["publicKey"]["curve"] = "other"
    check("another curve of EdDSA", run(other)[0] == 77)
    small = copy.deepcopy(files[3])
    small["testGroups"][0]["publicKeyDer"] = der(0x30, der(0x30, RSA_OID, NULL),
                                                 der(3, b"\0", der(0x30, integer(2 ** 1000 + 1), integer(3)))).hex()
    check("a key of 1001 bits", run(small)[0] == 77)
    both = copy.deepcopy(files[0])
    both["testGroups"] += [{"type": "AeadTest", "tests": [{"tcId": 9}]}]
    code, found = kinds(both)
    check("a group of another type", code == 0 and found.get("skipped: not a type of vectors that is supported") == 1, found)
    check("only another type", run({"testGroups": [{"type": "AeadTest", "tests": [{"tcId": 9}]}]})[0] == 77)


def damaged(files):
    """However damaged a file is, the answer is one of the exit codes."""
    chance = random.Random(5)
    codes = {}
    for round_ in range(200):
        file = copy.deepcopy(files[round_ % len(files)])
        node = file
        while True:
            key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
            if isinstance(node[key], (dict, list)) and node[key] and chance.random() < 0.97:
                node = node[key]
                continue
            if chance.random() < 0.3:
                del node[key]
            else:
                node[key] = chance.choice([None, -1, 0, "", "x", "0", "00", "ff" * 5000, [], {}, [[]]])
            break
        code = run(file)[0]
        codes[code] = codes.get(code, 0) + 1
    check("damaged files", set(codes) <= {0, 4, 77} and codes[4] > 20, codes)


def published_files():
    names = sorted(glob.glob(FILES))
    total = {}
    for name in names:
        code, out, error = vectors("--json", name)
        result = json.loads(out)["files"][0]
        with open(name, encoding="utf-8") as file:
            content = json.load(file)
        label = os.path.basename(name)
        if "skipped" in result:
            print("%s: skipped: %s" % (label, result["skipped"]))
            check(label, code == 77 and "kinds" not in result)
            continue
        found, want = result["kinds"], expected(content)
        print("%s: %s" % (label, ", ".join("%d %s" % (n, kind) for kind, n in found.items())))
        for kind, n in found.items():
            total[kind.split(":")[0]] = total.get(kind.split(":")[0], 0) + n
        check(label, code == 0 and error == "" and result["failures"] == [] and sum(found.values()) == sum(want.values()) and
              not any("another result" in kind for kind in found), (code, found))
    if names:
        print("in all: " + ", ".join("%d %s" % (n, kind) for kind, n in sorted(total.items())))
    return 0 if names else 1


def main():
    own_files()
    skipped = published_files()
    print("%d passed, %d failed%s" % (counts["passed"], counts["failed"], ", %d skipped" % skipped if skipped else ""))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
