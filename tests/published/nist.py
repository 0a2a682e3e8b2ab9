#!/usr/bin/env python3
"""NIST's CAVP files: every case of an algorithm, curve, hash and size that is supported; the others are counted by reason.

usage: BUILD=build tests/published/nist.py

Read from ../shared/vectors/nist-cavp when that folder exists. The last line counts.
"""
import re
import sys

from harness import GROUPS, SIZES, Harness, der_signature, digest, hash_of, number, rsa_private

NO_CURVE, NO_HASH = "another curve", "another hash"
harness = Harness()


def records(path, last):
    """The cases of a file: the values that hold when one named `last` is read, and the line in brackets above them."""
    section, values = "", {}
    with open(path, encoding="ascii", errors="replace") as file:
        for line in file:
            line = line.strip()
            if line.startswith("["):
                section = section + line if section and not values.pop("closed", None) else line
            elif "=" in line and not line.startswith("#"):
                name, value = (part.strip() for part in line.split("=", 1))
                values[name] = value
                values["closed"] = True
                if name == last:
                    yield section, dict(values)


def integers(values, names):
    return [int(values[name], 16) for name in names.split()]


def text_bytes(text, bits=None):
    raw = bytes.fromhex(text if len(text) % 2 == 0 else "0" + text)
    return raw if bits is None else raw[:bits // 8]


def point(values, size, x="Qx", y="Qy"):
    """04 x y; coordinates that do not fit make it longer."""
    return b"\4" + number(int(values[x], 16), size) + number(int(values[y], 16), size)


def curve_and_hash(section):
    """Of a line like [P-256,SHA-224]."""
    found = re.search(r"\[([PKB]-\d+)(?:,(SHA-[\d/]+))?\]", section)
    return GROUPS.get(found[1]), hash_of(found[2]) if found[2] else None


# --- Derivation of keys, and HMAC ---

def tls():
    path = harness.start("nist-cavp", "components", "800-135testvectors", "tls.rsp")
    for section, v in records(path, "key_block") if path else ():
        found = re.search(r"TLS 1\.2, (SHA-\d+)", section)
        if not found:
            harness.skip("TLS 1.0 and 1.1")
            continue
        raw = {name: bytes.fromhex(value) for name, value in v.items() if re.fullmatch("[0-9a-f]*", str(value)) and name != "COUNT"}
        hash_ = hash_of(found[1])
        harness.expect("master secret " + v["COUNT"], raw["master_secret"], "prf", hash_, raw["pre_master_secret"], b"master secret",
                       raw["clientHello_random"] + raw["serverHello_random"], 48)
        harness.expect("key block " + v["COUNT"], raw["key_block"], "prf", hash_, raw["master_secret"], b"key expansion",
                       raw["server_random"] + raw["client_random"], len(raw["key_block"]))
    if path:
        harness.end(60)


def hmac():
    path = harness.start("nist-cavp", "mac", "hmactestvectors", "HMAC.rsp")
    by_length = {20: 2, 28: 3, 32: 4, 48: 5, 64: 6}
    for section, v in records(path, "Mac") if path else ():
        mac = v["Mac"]
        harness.expect("%s %s" % (section, v["Count"]), lambda got, mac=mac: got[:len(mac)] == mac, "hmac",
                       by_length[int(re.search(r"L=(\d+)", section)[1])], bytes.fromhex(v["Key"])[:int(v["Klen"])], bytes.fromhex(v["Msg"]))
    if path:
        harness.end(1575)


# --- Elliptic curves ---

def ecc_cdh():
    path = harness.start("nist-cavp", "components", "ecccdhtestvectors", "KAS_ECC_CDH_PrimitiveTest.txt")
    for section, v in records(path, "ZIUT") if path else ():
        group, _ = curve_and_hash(section)
        if group is None:
            harness.skip(NO_CURVE)
            continue
        size = SIZES[group]
        d = number(int(v["dIUT"], 16), size)
        harness.expect("public " + section, point(v, size, "QIUTx", "QIUTy"), "ecdh_public", group, d)
        harness.expect("shared " + section, number(int(v["ZIUT"], 16), size), "ecdh_shared", group, d, point(v, size, "QCAVSx", "QCAVSy"))
    if path:
        harness.end(150)


def ecdsa_keys():
    path = harness.start("nist-cavp", "dss", "186-3ecdsatestvectors", "PKV.rsp")
    for section, v in records(path, "Result") if path else ():
        group, _ = curve_and_hash(section)
        if group is None:
            harness.skip(NO_CURVE)
        else:
            harness.expect(section + v["Result"], v["Result"][0] == "P", "point", group, point(v, SIZES[group]))
    if path:
        harness.end(36)
    path = harness.start("nist-cavp", "dss", "186-3ecdsatestvectors", "KeyPair.rsp")
    for section, v in records(path, "Qy") if path else ():
        group, _ = curve_and_hash(section)
        if group is None:
            harness.skip(NO_CURVE)
        else:
            harness.expect(section, point(v, SIZES[group]), "ecdh_public", group, number(int(v["d"], 16), SIZES[group]))
    if path:
        harness.end(30)


def ecdsa_verify(group, v, hashed, good):
    r, s = integers(v, "R S")
    harness.expect("signature", good, "ecdsa_verify", group, point(v, SIZES[group]), hashed, der_signature(r, s))


def ecdsa():
    path = harness.start("nist-cavp", "dss", "186-3ecdsatestvectors", "SigVer.rsp")
    for section, v in records(path, "Result") if path else ():
        group, hash_ = curve_and_hash(section)
        if group is None or hash_ is None:
            harness.skip(NO_CURVE if group is None else NO_HASH)
        else:
            ecdsa_verify(group, v, digest(hash_, text_bytes(v["Msg"])), v["Result"][0] == "P")
    if path:
        harness.end(225)
    # Our nonces are those of RFC 6979: a signature with the file's nonce is verified, and its key made.
    for names, hashed in (("186-3ecdsatestvectors/SigGen.txt", False), ("SigGenComponent.txt", True)):
        folder = ("dss",) if not hashed else ("components", "186-3ecdsasiggencomponenttestvectors")
        path = harness.start("nist-cavp", *folder, *names.split("/"))
        for section, v in records(path, "S") if path else ():
            group, hash_ = curve_and_hash(section)
            if group is None or hash_ is None:
                harness.skip(NO_CURVE if group is None else NO_HASH)
                continue
            harness.expect("key", point(v, SIZES[group]), "ecdh_public", group, number(int(v["d"], 16), SIZES[group]))
            ecdsa_verify(group, v, text_bytes(v["Msg"]) if hashed else digest(hash_, text_bytes(v["Msg"])), True)
        if path:
            harness.end(300)


# --- DSA ---

def dsa_verify(v, hash_, good):
    p, q, g, y, r, s = integers(v, "P Q G Y R S")
    harness.expect("signature", good, "dsa_verify", number(p), number(q), number(g), number(y), digest(hash_, text_bytes(v["Msg"])),
                   der_signature(r, s))


def dsa_key(v):
    p, g, x, y = integers(v, "P G X Y")
    harness.expect("key", number(y, (p.bit_length() + 7) // 8), "power", number(g), number(x), number(p))


def dsa():
    """Our nonces are those of RFC 6979: a signature with the file's nonce is verified, and its key made."""
    for folder, verify, sign in (("186-2dsatestvectors", 15, 30), ("186-3dsatestvectors", 300, 360)):
        for name, last, at_least in (("SigVer.rsp", "Result", verify), ("SigGen.txt", "S", sign)):
            path = harness.start("nist-cavp", "dss", folder, name)
            for section, v in records(path, last) if path else ():
                found = re.search(r"SHA-\d+", section)
                hash_ = hash_of(found[0] if found else "SHA-1")
                if hash_ is None:
                    harness.skip(NO_HASH)
                    continue
                dsa_verify(v, hash_, v.get("Result", "P")[0] == "P")
                if last == "S":
                    dsa_key(v)
            if path:
                harness.end(at_least)
    path = harness.start("nist-cavp", "dss", "186-3dsatestvectors", "KeyPair.rsp")
    for _, v in records(path, "Y") if path else ():
        dsa_key(v)
    if path:
        harness.end(30)


# --- RSA ---

def rsa_hash(v):
    return hash_of(v["SHAAlg"])


def rsa_verify(*names, at_least):
    path = harness.start("nist-cavp", "dss", *names)
    for section, v in records(path, "Result") if path else ():
        n, e = integers(v, "n e")
        hash_ = rsa_hash(v)
        if hash_ is None:
            harness.skip(NO_HASH)
        else:
            size = (n.bit_length() + 7) // 8
            harness.expect(section + v["Result"], v["Result"][0] == "P", "rsa_verify", hash_, digest(hash_, text_bytes(v["Msg"])),
                           number(int(v["S"], 16), size), number(n), number(e))
    if path:
        harness.end(at_least)


def rsa_sign(*names, at_least):
    path = harness.start("nist-cavp", "dss", *names)
    keys = {}
    for section, v in records(path, "S") if path else ():
        n, e, d = integers(v, "n e d")
        hash_ = rsa_hash(v)
        if hash_ is None:
            harness.skip(NO_HASH)
            continue
        if n not in keys:
            keys[n] = rsa_private(n, e, d)
        signature, hashed = number(int(v["S"], 16), (n.bit_length() + 7) // 8), digest(hash_, text_bytes(v["Msg"]))
        harness.expect("sign " + section, signature, "rsa_sign", hash_, hashed, *keys[n])
        harness.expect("verify " + section, True, "rsa_verify", hash_, hashed, signature, number(n), number(e))
    if path:
        harness.end(at_least)


def pss_verify(name, last, at_least):
    """RSASSA-PSS, the salt as long as the file says; what SigGen lists verifies."""
    path = harness.start("nist-cavp", "dss", "186-3rsatestvectors", name)
    for section, v in records(path, last) if path else ():
        n, e = integers(v, "n e")
        hash_, salt = rsa_hash(v), 0 if v["SaltVal"] == "00" else len(v["SaltVal"]) // 2
        if hash_ is None:
            harness.skip(NO_HASH)
        else:
            harness.expect(section + v.get("Result", ""), v.get("Result", "P")[0] == "P", "pss_verify", hash_,
                           digest(hash_, text_bytes(v["Msg"])), number(int(v["S"], 16), (n.bit_length() + 7) // 8), number(n),
                           number(e), salt)
    if path:
        harness.end(at_least)


def rsa_primitives():
    """RSADP: k^e is c, since the file has no private exponent; RSASP1: EM^d. A representative out of range is refused."""
    path = harness.start("nist-cavp", "components", "RSADPtestvectors", "RSADPComponent800_56B.rsp")
    for section, v in records(path, "Result") if path else ():
        n, c = integers(v, "n c")
        if v["Result"] == "Fail":
            harness.expect("%s %s" % (section, v["COUNT"]), False, "power", number(c), b"\1", number(n))
    for section, v in records(path, "k") if path else ():
        n, e, c, k = integers(v, "n e c k")
        harness.expect("%s %s" % (section, v["COUNT"]), number(c, (n.bit_length() + 7) // 8), "power", number(k), number(e), number(n))
    if path:
        harness.end(60)
    path = harness.start("nist-cavp", "components", "RSA2SP1testvectors", "RSASP1.fax")
    for section, v in records(path, "S") if path else ():
        n, d, em = integers(v, "n d EM")
        good = not v["S"].startswith("FAIL")
        harness.expect("%s %s" % (section, v["COUNT"]), number(int(v["S"], 16), (n.bit_length() + 7) // 8) if good else False, "power",
                       number(em), number(d), number(n))
    if path:
        harness.end(30)


# --- The worked examples ---

def words(lines):
    """The number in the lines that follow, in groups of hexadecimal digits."""
    digits = ""
    for line in lines:
        if not re.fullmatch(r"[0-9A-F ]*", line) or line.startswith("---"):
            if line.startswith("---"):
                continue
            break
        digits += line.replace(" ", "")
    return int(digits, 16)


def worked_ecdsa():
    path = harness.start("nist-cavp", "Examples", "ECDSA_Prime.txt")
    if not path:
        return
    with open(path, encoding="ascii", errors="replace") as file:
        parts = re.split(r"Elliptic Curve Digital Signature Algorithm", file.read())[1:]
    for part in parts:
        group = GROUPS.get(re.search(r"Curve = (P-\d+)", part)[1])
        lines = [line.strip() for line in part.splitlines()]
        message = re.search(r'msg is "(.*?)"', part)
        if group is None or message is None:
            harness.skip(NO_CURVE if group is None else "no message")
            continue
        size, bits = SIZES[group], int(re.search(r"Hash [Ll]ength = (\d+)", part)[1])

        def value(name):
            return words(lines[len(lines) - 1 - lines[::-1].index(name + " is") + 1:])
        d, x, y, r, s = (value(name) for name in ("D", "Q_x", "Q_y", "R", "S"))
        hash_ = hash_of("SHA%d" % (1 if bits == 160 else bits))
        Q = b"\4" + number(x, size) + number(y, size)
        harness.expect("key", Q, "ecdh_public", group, number(d, size))
        harness.expect(message[1], True, "ecdsa_verify", group, Q, digest(hash_, message[1].encode()), der_signature(r, s))
    harness.end(6)


def main():
    tls()
    hmac()
    ecc_cdh()
    ecdsa_keys()
    ecdsa()
    dsa()
    rsa_verify("186-2rsatestvectors", "SigVer15_186-3.rsp", at_least=450)
    rsa_verify("186-3rsatestvectors", "SigVer15_186-3.rsp", at_least=270)
    rsa_sign("186-2rsatestvectors", "SigGen15_186-2.txt", at_least=100)
    rsa_sign("186-3rsatestvectors", "SigGen15_186-3.txt", at_least=100)
    pss_verify("SigVerPSS_186-3.rsp", "Result", at_least=270)
    pss_verify("SigGenPSS_186-3.txt", "SaltVal", at_least=100)
    rsa_primitives()
    worked_ecdsa()
    return harness.close()


if __name__ == "__main__":
    sys.exit(main())
