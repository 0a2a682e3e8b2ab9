#!/usr/bin/env python3
"""OpenSSL's test data for EVP: every stanza of an algorithm, curve, hash and size that is supported; the others by reason.

usage: BUILD=build tests/published/openssl.py

Read from ../shared/vectors/openssl-evp-data when that folder exists. The last line counts.
"""
import base64
import re
import sys

from harness import SIZES, Harness, digest, hash_of, number, rsa_private

harness = Harness()

DSA = "2a8648ce380401"
RSA, EC, X942, PKCS3 = "2a864886f70d010101", "2a8648ce3d0201", "2a8648ce3e0201", "2a864886f70d010301"
CURVES = {"2a8648ce3d030107": 23, "2b81040022": 24, "2b81040023": 25}
INTERFACE = re.compile(r"PKEY_CTRL_ERROR|KDF_\w+|\w+INIT_ERROR|MAC_INIT_ERROR|KEYOP_INIT_ERROR|KEYGEN_\w+|DIGESTUPDATE_ERROR")
STANDS_FOR_REFUSAL = ("VERIFY_ERROR", "SIGNATURE_MISMATCH", "KEYOP_ERROR", "KEYOP_MISMATCH", "KEYPAIR_MISMATCH", "DERIVE_ERROR",
                      "DERIVE_SET_PEER_ERROR")


# --- DER ---

def elements(data):
    """(tag, contents) of all elements one after the other."""
    found = []
    while data:
        tag, size, at = data[0], data[1], 2
        if size >= 128:
            at += size - 128
            size = int.from_bytes(data[2:at], "big")
        found.append((tag, data[at:at + size]))
        data = data[at + size:]
    return found


def integers(sequence):
    return [int.from_bytes(contents, "big") for tag, contents in elements(sequence) if tag == 2]


def rsa_key(numbers):
    if len(numbers) >= 9:
        n, e, d, p, q = numbers[1:6]
        return {"kind": "rsa", "n": n, "e": e, "private": rsa_private(n, e, d, p, q)}
    return {"kind": "rsa", "n": numbers[0], "e": numbers[1]}


def scalar(data, group):
    return number(int.from_bytes(data, "big"), SIZES[group])


def key_of(algorithm, data, private):
    """From an AlgorithmIdentifier and the key's own bytes."""
    parts = elements(algorithm)
    name = parts[0][1].hex()
    if name == RSA:
        return rsa_key(integers(elements(data)[0][1]))
    if name == DSA and len(parts) == 2 and parts[1][0] == 0x30:
        return {"kind": "dsa", "group": integers(parts[1][1]), "x" if private else "y": integers(data)[0]}
    if name in (X942, PKCS3):
        p, g = integers(parts[1][1])[:2]
        return {"kind": "dh", "p": p, "g": g, "x" if private else "y": integers(data)[0]}
    if name == EC and parts[1][0] == 6 and parts[1][1].hex() in CURVES:
        group = CURVES[parts[1][1].hex()]
        return {"kind": "ec", "group": group, **({"d": scalar(elements(elements(data)[0][1])[1][1], CURVES[parts[1][1].hex()])} if private else {"point": data})}
    return {"kind": "other"}


def pem_key(label, text):
    data = elements(base64.b64decode(text))[0][1]
    if label == "DSA PRIVATE KEY":
        numbers = integers(data)
        return {"kind": "dsa", "group": numbers[1:4], "x": numbers[5], "y": numbers[4]}
    if label == "RSA PRIVATE KEY":
        return rsa_key(integers(data))
    parts = elements(data)
    if label == "PUBLIC KEY":
        return key_of(parts[0][1], parts[1][1][1:], False)
    if label == "PRIVATE KEY":
        return key_of(parts[1][1], parts[2][1], True)
    if label == "EC PRIVATE KEY":
        curve = [contents for tag, contents in parts if tag == 0xa0]
        named = elements(curve[0])[0] if curve else (0, b"")
        if named[0] == 6 and named[1].hex() in CURVES:
            return {"kind": "ec", "group": CURVES[named[1].hex()], "d": scalar(parts[1][1], CURVES[named[1].hex()])}
    return {"kind": "other"}


# --- Stanzas ---

class Stanza(list):
    """The lines of a stanza, (name, value)."""

    def all(self, name):
        return [value for key, value in self if key == name]

    def get(self, name, default=None):
        return (self.all(name) or [default])[0]

    def controls(self):
        return dict(value.split(":", 1) for key, value in self if key.startswith("Ctrl") and ":" in value)


def read(path):
    """The keys and the stanzas of a file."""
    keys, stanzas, stanza = {}, [], Stanza()
    with open(path, encoding="ascii") as file:
        lines = iter(file.read().splitlines() + [""])
    for line in lines:
        line = line.strip()
        if line.startswith("-----BEGIN"):
            text = ""
            for row in lines:
                if row.startswith("-----END"):
                    break
                text += row
            name = stanza[-1][1]
            keys[name] = pem_key(line.strip("- ")[len("BEGIN "):], text)
            stanza = Stanza()
        elif not line:
            if stanza:
                stanzas.append(stanza)
            stanza = Stanza()
        elif not line.startswith("#") and "=" in line:
            stanza.append(tuple(part.strip() for part in line.split("=", 1)))
    return keys, stanzas


def octets(text):
    """Of a value: digits, or characters in quotation marks."""
    return text[1:-1].encode() if text.startswith('"') else bytes.fromhex(text)


# --- What each kind of stanza asks for; the answer is the reason why it is left out, or None ---

def prf(stanza, _):
    hash_ = hash_of(stanza.controls().get("digest") or stanza.controls().get("md", ""))
    if hash_ is None:
        return "another hash"
    secret, seed, label = b"", b"", b""
    for _, value in stanza:
        kind, _, text = value.partition(":")
        if kind in ("hexsecret", "secret"):
            secret = bytes.fromhex(text) if kind == "hexsecret" else text.encode()
        if kind in ("hexseed", "seed"):
            seed += bytes.fromhex(text) if kind == "hexseed" else text.encode()
    out = octets(stanza.get("Output"))
    harness.expect("PRF", out, "prf", hash_, secret, label, seed, len(out))
    return None


def mac(stanza, _):
    hash_ = hash_of(stanza.get("Algorithm", ""))
    if stanza.get("MAC") != "HMAC":
        return "another MAC"
    if hash_ is None:
        return "another hash"
    harness.expect("HMAC", octets(stanza.get("Output")), "hmac", hash_, octets(stanza.get("Key")), octets(stanza.get("Input")))
    return None


def derive(stanza, keys):
    own, peer = keys.get(stanza.get("Derive")), keys.get(stanza.get("PeerKey") or stanza.get("PeerKeyValidate"))
    controls = stanza.controls()
    if own is None or peer is None or own["kind"] == "other" or peer["kind"] != own["kind"]:
        return "another kind of key, or another curve"
    if "kdf-type" in controls or "cofactor" in str(controls) and stanza.get("Result"):
        return "a derivation that is not of TLS 1.2"
    secret = octets(stanza.get("SharedSecret")) if stanza.get("SharedSecret") else False
    if own["kind"] == "dh":
        if (own["p"], own["g"]) != (peer["p"], peer["g"]):
            return "two groups: a message of TLS 1.2 has one"
        if secret is False and not stanza.get("Result"):
            return "no shared secret to compare"
        harness.expect("DH", secret if secret is False else secret.lstrip(b"\0"), "dh_shared", number(own["p"]), number(own["g"]),
                       number(own["x"]), number(peer["y"]))
        return None
    harness.expect("ECDH", secret, "ecdh_shared", own["group"], own["d"], peer["point"])
    return None


def key_pair(stanza, keys):
    private, public = (keys.get(name.strip(), {"kind": "other"}) for name in stanza.get("PrivPubKeyPair").split(":"))
    good = stanza.get("Result") is None
    if private["kind"] != public["kind"] or private["kind"] not in ("ec", "dh"):
        return "another kind of key, or another curve"
    if private["kind"] == "ec":
        want, call = public["point"].hex(), ("ecdh_public", private["group"], private["d"])
    else:
        size = (private["p"].bit_length() + 7) // 8
        want, call = number(public["y"], size).hex(), ("dh_public", number(private["p"]), number(private["g"]), number(private["x"]))
    harness.expect("a pair of keys", lambda got: (got == want) == good, *call)
    return None


def signature(stanza, keys, what):
    """Sign, Verify: of a digest. DigestSign, DigestVerify: of a message."""
    of_message = what.startswith(("Digest", "OneShot"))
    key = keys.get(stanza.get("Key") if of_message else stanza.get(what), {"kind": "other"})
    controls = stanza.controls()
    name = stanza.get(what) if of_message else controls.get("digest", "")
    hash_ = hash_of(name)
    if key["kind"] not in ("rsa", "ec", "dsa"):
        return "another kind of key, or another curve"
    pss = controls.get("rsa_padding_mode", "pkcs1") == "pss"
    if not pss and controls.get("rsa_padding_mode", "pkcs1") != "pkcs1":
        return "another padding"
    if hash_of(controls.get("rsa_mgf1_md", name)) != hash_:
        return "another hash for the mask"
    if hash_ is None and (key["kind"] == "rsa" or of_message or name):
        return "another hash, or none"
    data, out = b"".join(map(octets, stanza.all("Input"))), octets(stanza.get("Output", '""'))
    hashed = digest(hash_, data) if of_message else data
    good = stanza.get("Result") is None
    if key["kind"] == "rsa":
        if not 1024 <= key["n"].bit_length() <= 8192:
            return "another size of RSA"
        if pss:
            salt = controls.get("rsa_pss_saltlen", "")
            if not salt.isdigit() or "Sign" in what:
                return "a salt that is random, or of any length"
            harness.expect(what, good, "pss_verify", hash_, hashed, out, number(key["n"]), number(key["e"]), int(salt))
            return None
        if "Sign" in what:
            if "private" not in key:
                return "no private key"
            harness.expect(what, out if good else False, "rsa_sign", hash_, hashed, *key["private"])
        else:
            good = good or without_parameters(key, out, hashed)
            harness.expect(what, good, "rsa_verify", hash_, hashed, out, number(key["n"]), number(key["e"]))
        return None
    if key["kind"] == "dsa":
        return dsa(stanza, key, what, hash_, hashed, out, good)
    if "Sign" in what:
        if stanza.get("NonceType") != "deterministic":
            return "a random nonce"
        harness.expect(what, out, "ecdsa_sign", key["group"], key["d"], hash_, hashed)
        return None
    if "point" not in key:  # the private key was named: its public one is made, and given to the same test
        key = dict(key, point=public_of(key, keys))
    if key["point"] is None:
        return "no public key"
    harness.expect(what, good, "ecdsa_verify", key["group"], key["point"], hashed, out)
    return None


def dsa(stanza, key, what, hash_, hashed, out, good):
    p, q, g = key["group"]
    if not 1024 <= p.bit_length() <= 3072:
        return "another size of DSA"
    if hash_ is not None and len(hashed) != len(digest(hash_, b"")):
        return "a digest of another length than its hash"
    numbers = [number(value) for value in (p, q, g)]
    if "Sign" in what:
        if stanza.get("NonceType") != "deterministic":
            return "a random nonce"
        harness.expect(what, out, "dsa_sign", *numbers, number(key["x"]), hash_, hashed)
    else:
        y = key["y"] if "y" in key else pow(g, key["x"], p)
        harness.expect(what, good, "dsa_verify", *numbers, number(y), hashed, out)
    return None


def without_parameters(key, made, hashed):
    """Whether a signature's DigestInfo has no parameters: OpenSSL refuses that, RFC 5246 section 4.7 has it accepted."""
    block = number(pow(int.from_bytes(made, "big"), key["e"], key["n"]), (key["n"].bit_length() + 7) // 8)
    name = bytes.fromhex("06052b0e03021a")
    info = bytes([0x30, 4 + len(name) + len(hashed), 0x30, len(name)]) + name + bytes([4, len(hashed)]) + hashed
    return len(made) == len(block) and block == b"\0\1" + b"\xff" * (len(block) - 3 - len(info)) + b"\0" + info


def public_of(key, keys):
    """The public point in the file that belongs to a private key."""
    for name, other in keys.items():
        if other is key and name + "-PUBLIC" in keys:
            return keys[name + "-PUBLIC"].get("point")
        if other is key and name.replace("_PRIV", "_PUB") != name:
            return keys.get(name.replace("_PRIV", "_PUB"), {}).get("point")
    return None


SUBSTITUTE = b"\x77" * 48


def decrypt(stanza, keys):
    """Padding "none" is RSADP. With PKCS#1 v1.5, what is no premaster secret is answered with the substitute."""
    key, controls = keys.get(stanza.get("Decrypt"), {"kind": "other"}), stanza.controls()
    mode = controls.get("rsa_padding_mode", "pkcs1")
    if key["kind"] != "rsa" or "private" not in key:
        return "another kind of key, or another curve"
    if not 1024 <= key["n"].bit_length() <= 8192:
        return "another size of RSA"
    if mode not in ("pkcs1", "none"):
        return "another padding"
    n, e, d = key["private"][:3]
    data = octets(stanza.get("Input", '""'))
    out = octets(stanza.get("Output")) if stanza.get("Output") else False
    if mode == "none":
        if len(data) != len(n):
            return "a length that the caller of RSADP refuses"
        harness.expect("RSADP", out, "power", data, d, n)
        return None
    is_premaster = out is not False and len(out) == 48 and out[:2] == b"\3\3"
    harness.expect("premaster", out if is_premaster else SUBSTITUTE, "rsa_premaster", 0x303, data, SUBSTITUTE, *key["private"])
    return None


KINDS = {"KDF": prf, "PKEYKDF": prf, "MAC": mac, "Derive": derive, "PrivPubKeyPair": key_pair, "Decrypt": decrypt}
SIGNATURES = ("Sign", "Verify", "DigestSign", "DigestVerify", "OneShotDigestSign", "OneShotDigestVerify")


def run(stanza, keys):
    kind = next((name for name, _ in stanza if name in KINDS or name in SIGNATURES), None)
    result = stanza.get("Result")
    if kind is None:
        if not {name for name, _ in stanza} <= {"Title", "PublicKeyRaw", "PrivateKeyRaw", "PublicKey", "PrivateKey", "Availablein", "ParamKey"}:
            harness.skip("another operation (%s)" % next(name for name, _ in stanza if name not in ("Title", "Availablein", "FIPSversion")))
        return
    if stanza.get("Availablein") == "fips" or stanza.get("Unapproved"):
        reason = "about OpenSSL's FIPS provider"
    elif result and (INTERFACE.fullmatch(result) or result not in STANDS_FOR_REFUSAL):
        reason = "about OpenSSL's interface"
    elif kind in SIGNATURES:
        reason = signature(stanza, keys, kind)
    else:
        reason = KINDS[kind](stanza, keys)
    if reason:
        harness.skip(reason)


# How many cases there are to run, at least.
FILES = {"evpkdf_tls11_prf": 0, "evpkdf_tls12_prf": 3, "evppkey_kdf_tls1_prf": 3, "evpmac_common": 18, "evppkey_dh": 4, "evppkey_ffdhe": 21,
         "evppkey_dsa": 5, "evppkey_dsa_rfc6979": 30, "evppkey_ecc": 16, "evppkey_ecdh": 40, "evppkey_kas": 150, "evppkey_ecdsa": 12, "evppkey_ecdsa_rfc6979": 93, "evppkey_rsa": 5,
         "evppkey_rsa_common": 73}


def main():
    for name, at_least in FILES.items():
        path = harness.start("openssl-evp-data", name + ".txt")
        if path:
            keys, stanzas = read(path)
            for stanza in stanzas:
                run(stanza, keys)
            harness.end(at_least)
    return harness.close()


if __name__ == "__main__":
    sys.exit(main())
