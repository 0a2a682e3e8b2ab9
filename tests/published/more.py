#!/usr/bin/env python3
"""Public test vectors besides NIST's and OpenSSL's: the numbers of RFC 5114, BoringSSL's of the extended master secret, Botan's of the PRF
and of DH, Wycheproof's of RSA decryption.

usage: BUILD=build tests/published/more.py

Read from ../shared/vectors when that folder exists. The last line counts.
"""
import json
import re
import sys

from harness import GROUPS, SIZES, Harness, hash_of, number

harness = Harness()


def rfc5114():
    path = harness.start("rfc-examples", "rfc5114_dh_ecdh.json")
    if not path:
        return
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    for group in content["modp"]:
        v = {name: bytes.fromhex(value) for name, value in group.items() if isinstance(value, str) and re.fullmatch("([0-9a-f]{2})+", value)}
        for own, peer in ("AB", "BA"):
            harness.expect(group["name"] + " public", v["y" + own], "dh_public", v["p"], v["g"], v["x" + own])
            harness.expect(group["name"] + " shared", v["Z_padded"].lstrip(b"\0"), "dh_shared", v["p"], v["g"], v["x" + own], v["y" + peer])
    for curve in content["ecp"]:
        group = GROUPS.get("P-" + re.search(r"(?:secp|P-?)?(192|224|256|384|521)", curve.get("curve", curve["name"]))[1])
        if group is None:
            harness.skip("another curve")
            continue
        size = SIZES[group]
        v = {name: int(value, 16) for name, value in curve.items() if isinstance(value, str) and re.fullmatch("[0-9a-f]+", value)}
        for own, peer in ("AB", "BA"):
            d = number(v["d" + own], size)
            harness.expect(curve["name"] + " public", b"\4" + number(v["x_q" + own], size) + number(v["y_q" + own], size), "ecdh_public", group, d)
            harness.expect(curve["name"] + " shared", number(v["x_Z"], size), "ecdh_shared", group, d,
                           b"\4" + number(v["x_q" + peer], size) + number(v["y_q" + peer], size))
    harness.end(18)


def acvp():
    path = harness.start("acvp-boringssl", "TLS-v1.2-KDF-RFC7627.vectors.json")
    expected = path and harness.start("acvp-boringssl", "TLS-v1.2-KDF-RFC7627.expected.json")
    if not path or not expected:
        return
    with open(expected, encoding="utf-8") as file:
        answers = {(group["tgId"], test["tcId"]): test for group in json.load(file)[1]["testGroups"] for test in group["tests"]}
    with open(path, encoding="utf-8") as file:
        groups = json.load(file)[1]["testGroups"]
    for group in groups:
        hash_ = hash_of(group["hashAlg"])
        for test in group["tests"]:
            v = {name: bytes.fromhex(value) for name, value in test.items() if isinstance(value, str)}
            want = {name: bytes.fromhex(value) for name, value in answers[group["tgId"], test["tcId"]].items() if isinstance(value, str)}
            harness.expect("master secret %d" % test["tcId"], want["masterSecret"], "prf", hash_, v["preMasterSecret"],
                           b"extended master secret", v["sessionHash"], 48)
            harness.expect("key block %d" % test["tcId"], want["keyBlock"], "prf", hash_, want["masterSecret"], b"key expansion",
                           v["serverRandom"] + v["clientRandom"], group["keyBlockLength"] // 8)
    harness.end(28)


def records(path, last):
    """Botan's files: sections in brackets, and values that hold until they are given again."""
    section, values = "", {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if line.startswith("["):
                section = line.strip("[]")
            elif "=" in line and not line.startswith("#"):
                name, value = (part.strip() for part in line.split("=", 1))
                values[name] = value
                if name == last:
                    yield section, values
                    values.pop("KDF", None)
                    values.pop("OutLen", None)


def botan():
    path = harness.start("botan", "kdf", "tls_prf.vec")
    for section, v in records(path, "Output") if path else ():
        found = re.fullmatch(r"TLS-12-PRF\(HMAC\((.*)\)\)", section)
        hash_ = hash_of(found[1]) if found else None
        if hash_ is None:
            harness.skip("another PRF (%s)" % section)
            continue
        out = bytes.fromhex(v["Output"])
        harness.expect(section, out, "prf", hash_, bytes.fromhex(v["Secret"]), bytes.fromhex(v.get("Label", "")), bytes.fromhex(v["Salt"]),
                       len(out))
    if path:
        harness.end(4)
    path = harness.start("botan", "pubkey", "dh.vec")
    for _, v in records(path, "K") if path else ():
        if "KDF" in v or "OutLen" in v:
            harness.skip("a derivation that is not of TLS 1.2")
            continue
        p, g, x, y = (int(v[name], 0) for name in ("P", "G", "X", "Y"))
        harness.expect("shared secret", bytes.fromhex(v["K"]).lstrip(b"\0"), "dh_shared", number(p), number(g), number(x), number(y))
    if path:
        harness.end(36)
    path = harness.start("botan", "pubkey", "dh_invalid.vec")
    for _, v in records(path, "InvalidKey") if path else ():
        p, g, y = (int(v[name], 0) for name in ("P", "G", "InvalidKey"))
        if 1 < y < p - 1:
            harness.skip("of another order: no message of TLS 1.2 has q")
        else:
            harness.expect("a public value", False, "dh_shared", number(p), number(g), b"\3", number(y))
    if path:
        harness.end(0)


def wycheproof_decryption():
    """Valid ciphertexts of PKCS#1 v1.5 with messages of any length, which no function of ours gives away: RSADP makes the block that ends
    with them. (tls12 vectors run gives them to the server's side of TLS, which answers with the substitute.)"""
    path = harness.start("wycheproof", "testvectors_v1", "rsa_pkcs1_2048_test.json")
    if not path:
        return
    with open(path, encoding="utf-8") as file:
        groups = json.load(file)["testGroups"]
    for group in groups:
        n, d = (number(int(group["privateKey"][name], 16)) for name in ("modulus", "privateExponent"))
        for test in group["tests"]:
            if test["result"] != "valid":
                harness.skip("invalid: only the whole decryption refuses it")
                continue
            harness.expect("case %d" % test["tcId"], lambda got, end="00" + test["msg"]: got.startswith("0002") and got.endswith(end), "power",
                           bytes.fromhex(test["ct"]), d, n)
    harness.end(42)


def main():
    rfc5114()
    acvp()
    botan()
    wycheproof_decryption()
    return harness.close()


if __name__ == "__main__":
    sys.exit(main())
