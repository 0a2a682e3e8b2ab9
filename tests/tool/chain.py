#!/usr/bin/env python3
"""tls12 chain against openssl verify, on chains with one defect each.

usage: TLS12=build/tls12 tests/tool/chain.py [--list]

Certificates are built here, keys and signatures made by openssl. For each chain both are asked; our answer must be the rule
that the defect breaks, and theirs must be the same yes or no, apart from the kinds of DIFFERENCES, where both answers are
known, with the reason. --list prints a line for each chain. The last line counts.
"""
import base64
import copy
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.path.abspath(os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12")))
NOW = datetime.datetime(2030, 6, 1, 12, 0, 0)
HOST = "server.example"
VALID = None

# kind: what openssl verify answers where we answer otherwise, and why.
DIFFERENCES = {
    "order, root before the intermediate": (True, "openssl verify sorts what it is given; a certificate_list has an order"),
    "order, intermediates swapped": (True, "the same"),
    "order, a stranger at the end": (True, "openssl verify ignores what it does not need; RFC 5246 section 7.4.2 has each certificate "
                                           "certify the one before"),
    "order, a stranger in between": (True, "the same"),
    "order, the leaf twice": (True, "the same"),
    "time, root expired": (False, "RFC 5280 section 6.1: a trust anchor's validity is not part of the path"),
    "path length, root has 0": (False, "RFC 5280 section 6.1: nor is its basicConstraints"),
    "CA flag, root without": (False, "the same"),
    "usage, root without keyCertSign": (False, "the same, of its keyUsage"),
    "usage, anyExtendedKeyUsage": (False, "RFC 5280 section 4.2.1.12 lets an application accept it, and here it is"),
    "name, only a common name": (True, "RFC 9525 section 2 and RFC 6125 section 6.4.4: the common name is not looked at"),
    "extension, nameConstraints critical": (True, "nameConstraints is not processed here, and so refused when critical"),
    "extension, certificatePolicies critical": (True, "nor are policies"),
    "extension, cA of FALSE with keyCertSign": (True, "RFC 5280 section 4.2.1.3; openssl verify asks for it with -x509_strict alone"),
    "version, leaf of version 1": (True, "RFC 5246 section 7.4.2 asks for version 3"),
    "encoding, byte after the end": (True, "RFC 5280 section 4.1 has the certificate fill its bytes; openssl reads the first value"),
    "encoding, length not minimal": (True, "RFC 5280 section 4.1 asks for DER; openssl reads BER"),
    "DSA, parameters inherited twice": (False, "OpenSSL 3.0 reads no DSA key without parameters"),
    "DSA, parameters inherited from a root that is sent": (False, "the same"),
    "DSA, a leaf of another group": (False, "the same"),
    "DSA, parameters of its own in between": (False, "the same"),
    "name, trailing dot": (False, "a trailing dot says that the name is absolute (RFC 1034 section 3.1), and is no part of it"),
}


# ---- DER ----

def tlv(tag, *parts):
    body = b"".join(parts)
    n = len(body)
    size = bytes([n]) if n < 128 else bytes([0x81, n]) if n < 256 else bytes([0x82, n >> 8, n & 255])
    return bytes([tag]) + size + body


def seq(*parts):
    return tlv(0x30, *parts)


def oid(text):
    numbers = [int(n) for n in text.split(".")]
    out = b""
    for n in [40 * numbers[0] + numbers[1]] + numbers[2:]:
        digits = [n & 127]
        while n > 127:
            n >>= 7
            digits.insert(0, n & 127 | 128)
        out += bytes(digits)
    return tlv(6, out)


def name(common):
    return seq(tlv(0x31, seq(oid("2.5.4.3"), tlv(0x0c, common.encode()))))


def moment(at):
    return tlv(0x17, at.strftime("%y%m%d%H%M%SZ").encode()) if at.year < 2050 else tlv(0x18, at.strftime("%Y%m%d%H%M%SZ").encode())


def extension(number, value, critical=False):
    return seq(oid(number), tlv(1, b"\xff") if critical else b"", tlv(4, value))


def basic_constraints(ca=True, path=None, critical=True):
    return extension("2.5.29.19", seq(tlv(1, b"\xff") if ca else b"", tlv(2, bytes([path])) if path is not None else b""), critical)


def key_usage(bits):
    unused = (bits & -bits).bit_length() - 1
    return extension("2.5.29.15", tlv(3, bytes([unused, bits])), True)


def purposes(*numbers):
    return extension("2.5.29.37", seq(*(oid(n) for n in numbers)))


def alternative_names(*names):
    return extension("2.5.29.17", seq(*(tlv(0x87, n) if isinstance(n, bytes) else tlv(0x82, n.encode()) for n in names)))


SIGN, ENCIPHER, CERT_SIGN, CRL_SIGN = 128, 32, 4, 2
SERVER, CLIENT, ANY = "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "2.5.29.37.0"
ALGORITHMS = {("rsa", "md5"): "1.2.840.113549.1.1.4", ("rsa", "sha1"): "1.2.840.113549.1.1.5",
              ("rsa", "sha256"): "1.2.840.113549.1.1.11", ("rsa", "sha384"): "1.2.840.113549.1.1.12",
              ("rsa", "sha512"): "1.2.840.113549.1.1.13", ("ec", "sha1"): "1.2.840.10045.4.1",
              ("ec", "sha256"): "1.2.840.10045.4.3.2", ("ec", "sha384"): "1.2.840.10045.4.3.3",
              ("ec", "sha512"): "1.2.840.10045.4.3.4", ("dsa", "sha256"): "2.16.840.1.101.3.4.3.2"}


# ---- What openssl does ----

def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          timeout=60).stdout


# q of the groups of RFC 5114 sections 2.2 and 2.3; p and g are in tests/arithmetic/rfc5114.inc.
ORDERS = {"2": "801c0d34c58d93fe997177101f80535a4738cebcbf389a99b36371eb",
          "3": "8cf83642a709a097b447997640129da299b1a47d1eb3750ba308b0fe64f5fbd3"}


def number(digits):
    value = bytes.fromhex(digits)
    return tlv(2, b"\x00" + value if value[0] >= 128 else value)


def dss_parameters(group):
    with open(os.path.join(ROOT, "tests", "arithmetic", "rfc5114.inc"), encoding="ascii") as file:
        texts = {label: "".join(re.findall(r'"(\w+)"', text)) for label, text in re.findall(r"rfc5114_(\w+)\[\] =([^;]*);", file.read())}
    return seq(number(texts["p" + group]), number(ORDERS[group]), number(texts["g" + group]))


class Key:
    """A private key in a file; algorithm "rsa", "ec" or "dsa". The kinds of DSA keys are dsa2 and dsa3, by their group."""

    def __init__(self, label, kind):
        self.path, self.algorithm = label + ".key", kind[:3] if kind[:3] in ("rsa", "dsa") else "ec"
        if kind == "rsa":
            openssl("genrsa", "-out", self.path, "2048")
        elif self.algorithm == "dsa":
            with open(label + ".parameters", "w", encoding="ascii") as file:
                file.write("-----BEGIN DSA PARAMETERS-----\n%s-----END DSA PARAMETERS-----\n" %
                           base64.encodebytes(dss_parameters(kind[3:])).decode())
            openssl("genpkey", "-paramfile", label + ".parameters", "-out", self.path)
        else:
            openssl("ecparam", "-name", kind, "-genkey", "-noout", "-out", self.path)
        self.public = openssl("pkey", "-in", self.path, "-pubout", "-outform", "DER")
        self.signatures = {}

    def with_parameters(self, parameters):
        """The same key; a DSA key with other parameters in its SubjectPublicKeyInfo, b"" for none."""
        other = copy.copy(self)
        octets = self.public[4 + 4:]  # behind the header of AlgorithmIdentifier: two SEQUENCEs with lengths of two bytes
        other.public = seq(seq(oid("1.2.840.10040.4.1"), parameters), octets[self.public[6] * 256 + self.public[7]:])
        return other

    def sign(self, data, digest):
        if (data, digest) not in self.signatures:
            self.signatures[data, digest] = openssl("dgst", "-" + digest, "-sign", self.path, data=data)
        return self.signatures[data, digest]


def algorithm_identifier(number):
    return seq(oid(number), b"" if number.startswith(("1.2.840.10045", "2.16.840.1.101.3.4.3")) else tlv(5))


class Certificate:
    """What is in a certificate; the chains change one thing of it."""

    def __init__(self, label, key, **fields):
        self.subject, self.issuer, self.key, self.signer, self.digest = label, label, key, key, "sha256"
        self.start, self.end = NOW - datetime.timedelta(days=100), NOW + datetime.timedelta(days=100)
        self.version, self.serial, self.extensions = 3, b"\x01", []
        self.inner = self.outer = None  # algorithms other than the one that signs
        self.broken = lambda der: der   # what happens to the bytes at last
        self.changed = lambda tbs: tbs  # and to the signed part after signing
        self.__dict__.update(fields)

    def but(self, **fields):
        other = Certificate(self.subject, self.key)
        other.__dict__.update(self.__dict__)
        other.__dict__.update(fields)
        return other

    def der(self):
        number = ALGORITHMS[self.signer.algorithm, self.digest]
        tbs = seq(tlv(0xa0, tlv(2, bytes([self.version - 1]))) if self.version > 1 else b"", tlv(2, self.serial),
                  algorithm_identifier(self.inner or number), name(self.issuer), seq(moment(self.start), moment(self.end)),
                  name(self.subject), self.key.public,
                  tlv(0xa3, seq(*self.extensions)) if self.extensions and self.version == 3 else b"")
        signature = self.signer.sign(tbs, self.digest)
        return self.broken(seq(self.changed(tbs), algorithm_identifier(self.outer or number), tlv(3, b"\x00" + signature)))


def flip(place):
    def change(der):
        der = bytearray(der)
        der[place] ^= 1
        return bytes(der)
    return change


def long_length(der):
    """The length of the outermost SEQUENCE, two bytes, in three."""
    return der[:1] + b"\x83\x00" + der[2:] if der[1] == 0x82 else der[:1] + b"\x82\x00" + der[2:]


# ---- Chains with one defect ----

class Base:
    """A valid chain of four: leaf, two intermediates, root."""

    def __init__(self, label, keys, other):
        self.label, self.other_key = label, other
        root, upper, lower, leaf = keys
        ca = [basic_constraints(), key_usage(CERT_SIGN | CRL_SIGN)]
        self.root = Certificate(label + " root", root, extensions=ca)
        self.upper = Certificate(label + " upper", upper, issuer=self.root.subject, signer=root, extensions=ca, serial=b"\x02")
        self.lower = Certificate(label + " lower", lower, issuer=self.upper.subject, signer=upper, extensions=ca, serial=b"\x03")
        self.leaf = Certificate(label + " leaf", leaf, issuer=self.lower.subject, signer=lower, serial=b"\x04", extensions=self.of_leaf())

    def of_leaf(self, usage=SIGN | ENCIPHER, eku=(SERVER,), names=(HOST, "*.wild.example", b"\xc0\x00\x02\x07"), more=()):
        return [basic_constraints(False), *([key_usage(usage)] if usage else []), *([purposes(*eku)] if eku else []),
                *([alternative_names(*names)] if names else []), *more]

    def chains(self):
        """Tuples: kind, certificates, the root that is trusted, the rule that we report, its certificate, options."""
        root, upper, lower, leaf, other = self.root, self.upper, self.lower, self.leaf, self.other_key
        usual = [leaf, lower, upper]
        stranger = Certificate(self.label + " stranger", other, extensions=root.extensions)

        def one(kind, rule, index=0, chain=None, anchor=root, **options):
            return kind, chain or usual, anchor, rule, index, options

        def at(kind, place, rule, **fields):
            changed = list(usual)
            changed[place] = changed[place].but(**fields)
            return one(kind, rule, place, changed)

        def above(kind, rule, index, **fields):
            return one(kind, rule, index, anchor=root.but(**fields))

        yield one("none", VALID)
        yield one("none, with root", VALID, chain=usual + [root])
        yield one("none, no keyUsage", VALID, chain=[leaf.but(extensions=self.of_leaf(usage=0)), lower, upper])
        yield one("none, no extKeyUsage", VALID, chain=[leaf.but(extensions=self.of_leaf(eku=())), lower, upper])
        yield one("none, client", VALID, chain=[leaf.but(extensions=self.of_leaf(eku=(CLIENT,))), lower, upper], usage="client")
        yield one("none, path length 1 and 0", VALID, chain=[
            leaf, lower.but(extensions=[basic_constraints(path=0), key_usage(CERT_SIGN)]),
            upper.but(extensions=[basic_constraints(path=1), key_usage(CERT_SIGN)])])

        # A change in the last byte of an ECDSA signature changes s.
        yield at("signature, leaf changed", 0, "R5280-6.1.3-01", broken=flip(-1))
        yield at("signature, intermediate changed", 1, "R5280-6.1.3-01", broken=flip(-1))
        yield at("signature, upper changed", 2, "R5280-6.1.3-01", broken=flip(-1))
        yield at("signature, leaf by another key", 0, "R5280-6.1.3-01", signer=other)
        yield at("signature, intermediate by another key", 1, "R5280-6.1.3-01", signer=other)
        yield at("signature, upper by another key", 2, "R5280-6.1.3-01", signer=other)
        yield at("signature, serial changed afterwards", 0, "R5280-6.1.3-01", changed=lambda tbs: tbs.replace(b"\x02\x01\x04", b"\x02\x01\x05", 1))
        yield above("signature, root has another key", "R5280-6.1.3-01", 2, key=other, signer=other)

        stronger = ALGORITHMS[lower.key.algorithm, "sha512"]
        yield at("algorithm, outer differs", 0, "R5280-4.1.1.2-01", outer=stronger)
        yield at("algorithm, inner differs", 0, "R5280-4.1.1.2-01", inner=stronger)
        yield at("algorithm, both say another hash", 0, "R5280-6.1.3-01", outer=stronger, inner=stronger)
        yield at("algorithm, unknown", 0, "R5246-7.4.2-18", outer="1.3.6.1.4.1.99999.1", inner="1.3.6.1.4.1.99999.1")
        yield at("algorithm, SHA-1 on the leaf", 0, "R5246-7.4.2-18", digest="sha1")
        yield at("algorithm, SHA-1 on an intermediate", 1, "R5246-7.4.2-18", digest="sha1")
        if lower.key.algorithm == "rsa":
            yield at("algorithm, MD5 on the leaf", 0, "R5246-7.4.2-18", digest="md5")

        past, future = NOW - datetime.timedelta(seconds=1), NOW + datetime.timedelta(seconds=1)
        yield at("time, leaf expired", 0, "R5280-6.1.3-02", end=past)
        yield at("time, leaf not yet valid", 0, "R5280-6.1.3-02", start=future)
        yield at("time, intermediate expired", 1, "R5280-6.1.3-02", end=past)
        yield at("time, intermediate not yet valid", 1, "R5280-6.1.3-02", start=future)
        yield at("time, upper expired", 2, "R5280-6.1.3-02", end=past)
        yield at("time, valid since a second", 0, VALID, start=past)
        yield at("time, valid for another second", 0, VALID, end=future)
        yield above("time, root expired", VALID, 0, end=past)

        sign = key_usage(CERT_SIGN)
        yield at("CA flag, intermediate FALSE", 1, "R5280-6.1.4-01", extensions=[basic_constraints(False)])
        yield at("CA flag, intermediate without basicConstraints", 1, "R5280-6.1.4-01", extensions=[extension("2.5.29.14", tlv(4, b"1"))])
        yield at("CA flag, upper FALSE", 2, "R5280-6.1.4-01", extensions=[basic_constraints(False)])
        yield at("CA flag, intermediate of version 1", 1, "R5280-6.1.4-01", version=1)
        yield above("CA flag, root without", VALID, 0, extensions=[basic_constraints(False)])

        yield at("path length, upper has 0", 2, "R5280-6.1.4-02", extensions=[basic_constraints(path=0), sign])
        yield at("path length, lower has 0", 1, VALID, extensions=[basic_constraints(path=0), sign])
        yield above("path length, root has 0", VALID, 0, extensions=[basic_constraints(path=0), sign])
        identifiers = [extension("2.5.29.14", tlv(4, b"new key")), extension("2.5.29.35", seq(tlv(0x80, b"old key")))]
        same_issued = upper.but(issuer=upper.subject, signer=upper.key, key=other, serial=b"\x09",
                                extensions=upper.extensions + identifiers)  # without them openssl takes it for self-signed
        yield one("path length, a self-issued one does not count", VALID, chain=[
            leaf, lower.but(signer=other), same_issued, upper.but(extensions=[basic_constraints(path=1), sign])])

        yield at("usage, intermediate without keyCertSign", 1, "R5280-6.1.4-03", extensions=[basic_constraints(), key_usage(CRL_SIGN)])
        yield at("usage, upper without keyCertSign", 2, "R5280-6.1.4-03", extensions=[basic_constraints(), key_usage(CRL_SIGN)])
        yield above("usage, root without keyCertSign", VALID, 0, extensions=[basic_constraints(), key_usage(CRL_SIGN)])
        yield at("usage, clientAuth alone", 0, "R5280-4.2.1.12-01", extensions=self.of_leaf(eku=(CLIENT,)))
        yield one("usage, serverAuth alone, of a client", "R5280-4.2.1.12-01", usage="client")
        yield at("usage, another purpose", 0, "R5280-4.2.1.12-01", extensions=self.of_leaf(eku=("1.3.6.1.5.5.7.3.3",)))
        yield at("usage, intermediate for clientAuth alone", 1, "R5280-4.2.1.12-01", extensions=[basic_constraints(), sign, purposes(CLIENT)])
        yield at("usage, intermediate for serverAuth", 1, VALID, extensions=[basic_constraints(), sign, purposes(SERVER)])
        yield at("usage, anyExtendedKeyUsage", 0, VALID, extensions=self.of_leaf(eku=(ANY,)))

        yield one("name, as asked", VALID, name=HOST)
        yield one("name, other letters", VALID, name=HOST.upper())
        yield one("name, trailing dot", VALID, name=HOST + ".")
        yield one("name, another", "R9325-7.1-01", name="other.example")
        yield one("name, part of it", "R9325-7.1-01", name="example")
        yield one("name, wildcard", VALID, name="a.wild.example")
        yield one("name, two labels for a wildcard", "R9325-7.1-01", name="a.b.wild.example")
        yield one("name, no label for a wildcard", "R9325-7.1-01", name="wild.example")
        yield one("name, address", VALID, name="192.0.2.7")
        yield one("name, another address", "R9325-7.1-01", name="192.0.2.8")
        yield one("name, only a common name", "R9325-7.1-01", chain=[
            leaf.but(subject=HOST, extensions=self.of_leaf(names=())), lower, upper], name=HOST)
        yield one("name, another common name", "R9325-7.1-01", chain=[leaf.but(extensions=self.of_leaf(names=())), lower, upper], name=HOST)

        yield one("order, root before the intermediate", "R5246-7.4.2-08", 1, [leaf, root, lower, upper])
        yield one("order, intermediates swapped", "R5246-7.4.2-08", 1, [leaf, upper, lower])
        yield one("order, a stranger at the end", "R5246-7.4.2-08", 3, usual + [stranger])
        yield one("order, a stranger in between", "R5246-7.4.2-08", 1, [leaf, stranger, lower, upper])
        yield one("order, the leaf twice", "R5280-6.1-02", 1, [leaf, leaf, lower, upper])
        yield one("order, intermediate missing", "R5246-7.4.2-08", 1, [leaf, upper])
        yield one("order, upper missing", "R5280-6.1-01", 1, [leaf, lower])
        yield one("order, leaf alone", "R5280-6.1-01", 0, [leaf])
        yield one("order, untrusted root sent", "R5280-6.1-01", 3, usual + [root], anchor=stranger)
        yield one("order, untrusted root not sent", "R5280-6.1-01", 2, anchor=stranger)
        yield one("order, names do not chain", "R5246-7.4.2-08", 1, [leaf.but(issuer="nobody"), lower, upper])

        unknown = extension("1.2.3.4", tlv(5), True)
        constraints = extension("2.5.29.30", seq(tlv(0xa0, seq(tlv(0x82, b"example")))), True)
        policies = extension("2.5.29.32", seq(seq(oid("1.2.3.4.5"))), True)
        yield at("extension, unknown critical on the leaf", 0, "R5280-4.2-01", extensions=self.of_leaf(more=[unknown]))
        yield at("extension, unknown critical on an intermediate", 1, "R5280-4.2-01", extensions=[basic_constraints(), sign, unknown])
        yield at("extension, unknown not critical", 0, VALID, extensions=self.of_leaf(more=[extension("1.2.3.4", tlv(5))]))
        yield at("extension, nameConstraints critical", 1, "R5280-4.2-01", extensions=[basic_constraints(), sign, constraints])
        yield at("extension, certificatePolicies critical", 0, "R5280-4.2-01", extensions=self.of_leaf(more=[policies]))
        yield at("extension, duplicate", 0, "R5280-4.2-02", extensions=self.of_leaf(more=[alternative_names(HOST)]))
        yield at("extension, cA of FALSE with keyCertSign", 0, "R5280-4.2.1.3-04", extensions=self.of_leaf(usage=SIGN | CERT_SIGN))

        yield at("version, leaf of version 1", 0, "R5246-7.4.2-10", version=1)
        yield at("encoding, byte after the end", 0, "R5280-4.1-01", broken=lambda der: der + b"\x00")
        yield at("encoding, last byte missing", 0, "R5280-4.1-01", broken=lambda der: der[:-1])
        yield at("encoding, length not minimal", 0, "R5280-4.1-01", broken=long_length)


def inherited(keys, leaf_key, another):
    """Chains of DSA keys that have their parameters from above (RFC 3279 section 2.3.2); another is of another group. As Base.chains."""
    root_key, upper_key, lower_key = keys
    base = Base("dsa", (root_key, upper_key.with_parameters(b""), lower_key.with_parameters(b""), leaf_key), leaf_key)
    root, upper, lower, leaf = base.root, base.upper, base.lower, base.leaf
    usual = [leaf, lower, upper]

    def one(kind, rule, index=0, chain=None, anchor=root, **options):
        return kind, chain or usual, anchor, rule, index, dict(options, policy="reference")  # modern takes no DSA

    yield one("DSA, parameters inherited twice", VALID)
    yield one("DSA, parameters inherited from a root that is sent", VALID, chain=usual + [root])
    own = leaf.but(key=another.with_parameters(b""), extensions=base.of_leaf(usage=SIGN))
    yield one("DSA, a leaf of another group", VALID, chain=[own, lower, upper])  # nothing is signed with it here
    yield one("DSA, parameters of its own in between", VALID, chain=[leaf.but(signer=another), lower.but(key=another), upper])
    yield one("DSA, the group of the issuer is another", "R5280-6.1.3-01", chain=[
        leaf.but(signer=another), lower.but(key=another.with_parameters(b"")), upper])
    yield one("DSA, the signature of the leaf changed", "R5280-6.1.3-01", chain=[leaf.but(broken=flip(-1)), lower, upper])
    yield one("DSA, the signature of an intermediate changed", "R5280-6.1.3-01", 1, chain=[leaf, lower.but(broken=flip(-1)), upper])
    yield one("DSA, the issuer is of ECDSA", "R3279-2.3.2-02", 1, anchor=root.but(key=leaf_key, signer=leaf_key),
              chain=[leaf, lower, upper.but(signer=leaf_key)])
    yield one("DSA, the issuer signed with ECDSA, whatever its name says", "R5280-6.1.3-01", 1, chain=[leaf, lower.but(signer=leaf_key), upper])
    yield one("DSA, a root without parameters", "R3279-2.3.2-02", 2, anchor=root.but(key=root_key.with_parameters(b"")))
    yield one("DSA, an anchor without parameters", "R3279-2.3.2-02", 1, chain=[leaf, lower], anchor=upper)
    yield one("DSA, parameters NULL", "R3279-2.3.2-01", 1, chain=[leaf, lower.but(key=lower_key.with_parameters(tlv(5))), upper])


def handshake(keys):
    """Whether a client that is shown a DSA leaf without parameters verifies what its key signed."""
    root_key, upper_key, leaf_key = keys
    decades = {"start": datetime.datetime(2000, 1, 1), "end": datetime.datetime(2049, 1, 1)}
    base = Base("dss", (root_key, root_key, upper_key.with_parameters(b""), leaf_key.with_parameters(b"")), leaf_key)
    lower = base.lower.but(issuer=base.root.subject, signer=root_key, **decades)
    write("roots.pem", [base.root.but(**decades).der()])
    write("chain.pem", [base.leaf.but(extensions=base.of_leaf(usage=SIGN), **decades).der(), lower.der()])
    suite = ["--policy", "reference", "--suite", "DHE-DSS-AES128-GCM-SHA256"]
    with subprocess.Popen([TLS12, "server", "--port", "0", "--connections", "1", "--www", *suite, "--cert", "chain.pem", "--key",
                           leaf_key.path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        port = re.search(r"port (\d+)", server.stdout.readline())[1]
        done = subprocess.run([TLS12, "client", *suite, "--ca", "roots.pem", "--sni", HOST, "127.0.0.1:" + port],
                              input=b"GET / HTTP/1.0\r\n\r\n", stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        server.kill()
    return done.returncode == 0 and b" 200 " in done.stdout


# ---- Both verdicts ----

def write(path, ders):
    with open(path, "w", encoding="ascii") as file:
        for der in ders:
            file.write("-----BEGIN CERTIFICATE-----\n%s-----END CERTIFICATE-----\n" % base64.encodebytes(der).decode())


def theirs(options):
    if options.get("name"):
        check = ["-verify_ip" if options["name"][0].isdigit() else "-verify_hostname", options["name"]]
    else:
        check = []
    seconds = (NOW - datetime.datetime(1970, 1, 1)).total_seconds()
    done = subprocess.run(["openssl", "verify", "-CAfile", "roots.pem", "-untrusted", "rest.pem", "-purpose",
                           "ssl" + options.get("usage", "server"), "-attime", str(int(seconds)), "-auth_level", "2", *check, "leaf.pem"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
    return done.returncode == 0, done.stdout.decode(errors="replace").strip().replace("\n", "; ")


def ours(options):
    done = subprocess.run([TLS12, "chain", "--ca", "roots.pem", "--time", NOW.strftime("%Y-%m-%dT%H:%M:%SZ"), "--json", "chain.pem",
                           *(word for key, value in options.items() for word in ("--" + key, value))],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    report = json.loads(done.stdout)
    error = report.get("error", {"rule": VALID, "certificate": 0})
    agrees = done.returncode == (0 if report["valid"] else 1) and report["valid"] == (error["rule"] is VALID)
    return (error["rule"], error["certificate"]) if agrees else ("exit %d" % done.returncode, 0)


def wrong(kind, chain, anchor, rule, index, options):
    """What is wrong with the two answers; None if nothing is."""
    ders = [certificate.der() for certificate in chain]
    write("chain.pem", ders)
    write("leaf.pem", ders[:1])
    write("rest.pem", ders[1:] or ders[:1])
    write("roots.pem", [anchor.der()])
    mine = ours(options)
    accepted, words = theirs(options)
    if "--list" in sys.argv:
        print("%-50s  %-20s  openssl: %s" % (kind, mine[0] or "valid", "valid" if accepted else words))
    if mine != (rule, index if rule else 0):
        return "tls12 chain says %s of certificate %d, not %s of %d" % (mine[0], mine[1], rule, index)
    expected = DIFFERENCES[kind][0] if kind in DIFFERENCES else rule is VALID
    if accepted != expected:
        return "openssl verify says %s" % ("valid" if accepted else words)
    return None


# ---- The command ----

def command(base):
    """What the command does beside verifying: pairs of what was asked and whether the answer was as it should be."""
    usual = [base.leaf, base.lower, base.upper]
    write("roots.pem", [base.root.der()])
    write("chain.pem", [certificate.der() for certificate in usual])
    at = ["--time", NOW.strftime("%Y-%m-%dT%H:%M:%S.5") + "+00:00"]

    def answer(*arguments):
        done = subprocess.run([TLS12, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def rule(*arguments):
        code, out, _ = answer("chain", "--ca", "roots.pem", *at, "--json", *arguments, "chain.pem")
        return code, json.loads(out).get("error", {}).get("rule")

    asked = ["chain", "--ca", "roots.pem", *at]
    yield "text", answer(*asked, "chain.pem")[:2] == (0, "".join(
        'certificate %d: "%s", valid from 2030-02-21T12:00:00Z until 2030-09-09T12:00:00Z\n' % (i, c.subject)
        for i, c in enumerate(usual)) + "chain.pem: valid\n")
    yield "another time zone", answer(*asked[:3], "--time", "2030-02-21T13:59:59+02:00", "chain.pem")[0] == 1
    yield "the same moment", answer(*asked[:3], "--time", "2030-02-21T14:00:00+02:00", "chain.pem")[0] == 0
    for moment_text in ("2030-02-29T00:00:00Z", "2030-01-01", "2030-01-01T00:00:00", "2030-01-01T24:00:00Z", "2030-01-01T00:00:00+24:00"):
        yield moment_text, answer(*asked[:3], "--time", moment_text, "chain.pem")[0] == 2
    yield "no --ca", answer("chain", "chain.pem")[0] == 2
    yield "no such file", answer(*asked, "nothing.pem")[0] == 3
    yield "--kx ECDHE_ECDSA", rule("--kx", "ECDHE_ECDSA") == (0, None)
    yield "--kx ECDHE_RSA", rule("--kx", "ECDHE_RSA") == (1, "R5246-7.4.2-13")
    yield "--kx ECDH_ECDSA", rule("--kx", "ECDH_ECDSA") == (1, "R5246-7.4.2-16")
    yield "--kx PSK", rule("--kx", "PSK") == (1, "R5246-7.4.2-02")
    yield "--kx unknown", answer(*asked, "--kx", "RC4", "chain.pem")[0] == 2

    def client(usage):
        leaf = base.leaf.but(extensions=base.of_leaf(usage=usage, eku=(CLIENT,)))
        write("chain.pem", [leaf.der(), base.lower.der(), base.upper.der()])
        return rule("--usage", "client", "--kx", "RSA")

    yield "a client that signs", client(SIGN) == (0, None)
    yield "a client that may not sign", client(8) == (1, "R5246-7.4.6-08")

    constraints = extension("2.5.29.30", seq(tlv(0xa0, seq(tlv(0x82, b"example")))), True)
    write("chain.pem", [base.leaf.but(extensions=base.of_leaf(more=[constraints])).der(), base.lower.der(), base.upper.der()])
    code, _, words = answer(*asked, "chain.pem")
    yield "the reason", code == 1 and "the critical extension 2.5.29.30 (nameConstraints) is not supported" in words
    code, out, _ = answer(*asked, "--json", "chain.pem")
    error = json.loads(out)["error"]
    yield "the place", base.leaf.but(extensions=base.of_leaf(more=[constraints])).der().find(bytes([0x55, 0x1d, 30])) == error["offset"]

    openssl("pkcs8", "-topk8", "-in", base.leaf.key.path, "-out", "encrypted.key", "-passout", "pass:secret")
    code, _, words = answer("server", "--port", "0", "--cert", "chain.pem", "--key", "encrypted.key")
    yield "an encrypted key", code != 0 and "openssl pkey -in FILE -out FILE" in words


def main():
    passed = failed = defects = 0
    kinds = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        p256 = [Key("p256-%d" % i, "prime256v1") for i in range(4)]
        p384 = [Key("p384-%d" % i, "secp384r1") for i in range(2)]
        p521 = Key("p521", "secp521r1")
        rsa = [Key("rsa-%d" % i, "rsa") for i in range(3)]
        bases = [Base("ecdsa", (p256[0], p256[1], p256[2], p256[3]), p384[0]),
                 Base("rsa", (rsa[0], rsa[1], rsa[0], p256[0]), rsa[2]),
                 Base("mixed", (p384[0], rsa[0], p384[1], rsa[1]), p256[0]),
                 Base("large", (p521, p384[0], p256[0], p384[1]), p256[1])]
        dsa = [Key("dsa-%d" % i, "dsa3") for i in range(3)]
        chains = [(base.label, *chain) for base in bases for chain in base.chains()]
        chains += [("dsa", *chain) for chain in inherited(dsa, p256[0], Key("dsa-another", "dsa2"))]
        for label, kind, *rest in chains:
            problem = wrong(kind, *rest)
            kinds.append(kind)
            defects += rest[2] is not VALID or kind in DIFFERENCES
            passed += problem is None
            failed += problem is not None
            if problem is not None:
                print("FAILED: %s: %s: %s" % (label, kind, problem))
        for what, good in [*command(bases[0]), ("a handshake with inherited parameters", handshake(dsa))]:
            passed += good
            failed += not good
            if not good:
                print("FAILED: the command: %s" % what)
    print("%d chains with one defect and %d without; answers differ, as explained, for %d" % (
        defects, len(kinds) - defects, sum(kind in DIFFERENCES for kind in kinds)))
    for kind in sorted(set(DIFFERENCES) - set(kinds)):
        failed += 1
        print("FAILED: no chain is of the kind '%s'" % kind)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
