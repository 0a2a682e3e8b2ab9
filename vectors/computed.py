#!/usr/bin/env python3
"""Makes prf/, key-exchange/ and signatures/ with the mathematics of plain.py: secrets are streams of bytes from the ids of their vectors.

usage: vectors/computed.py    makes seeds/keys.json anew, which takes a while: RSA and DSA want large primes
"""
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from plain import (CURVES, EDWARDS, X_CURVES, der, der_integer, der_pair, digest, digest_info, dsa_sign, ecdsa_sign,  # noqa: E402
                   make_prime, number, oid, pkcs1_block, prf, pss_block, public_key_info, stream, value, x_function)

KEYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "seeds", "keys.json")
FFDHE2048 = value(bytes.fromhex(
    "ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1d8b9c583ce2d3695a9e13641146433fbcc939dce249b3ef97d2fe363630c75d8f681b202aec4617a"
    "d3df1ed5d5fd65612433f51f5f066ed0856365553ded1af3b557135e7f57c935984f0c70e0e68b77e2a689daf3efe8721df158a136ade73530acca4f483a797a"
    "bc0ab182b324fb61d108a94bb2c8e3fbb96adab760d7f4681d4f42a3de394df4ae56ede76372bb190b07a7c8ee0a6d709e02fce1cdf7e2ecc03404cd28342f61"
    "9172fe9ce98583ff8e4f1232eef28183c3fe3b1b4c6fad733bb5fcbc2ec22005c58ef1837d1683b2c6f34a26c1b2effa886b423861285c97ffffffffffffffff"))


def make_keys():
    keys = {"rsa": {"p": "%x" % make_prime("rsa p", 1024), "q": "%x" % make_prime("rsa q", 1024)}}
    q = make_prime("dsa q", 256)
    p = make_prime("dsa p", 2048, 2 * q)
    keys["dsa"] = {"q": "%x" % q, "p": "%x" % p}
    return keys


def read_key(name, *members):
    with open(KEYS, encoding="utf-8") as file:
        key = json.load(file)[name]
    return [int(key[member], 16) for member in members]


class File:
    def __init__(self, type_, name, about):
        self.type, self.name, self.about, self.groups = type_, name, about, []

    def group(self, **about):
        self.groups.append((about, []))

    def add(self, name, comment, **members):
        """The id is file/name; "control", too."""
        about, vectors = self.groups[-1]
        vector = {"id": "%s/%s" % (self.name, name), "comment": comment, "result": "valid"}
        for key, item in members.items():
            vector[key] = item.hex() if isinstance(item, bytes) else item
        vectors.append(vector)

    def refuse(self, name, comment, control, rule, alert=None, also=(), **members):
        self.add(name, comment, **members)
        vector = self.groups[-1][1][-1]
        vector.update(result="invalid", control="%s/%s" % (self.name, control), reason={"rule": rule})
        if also:
            vector["reason"]["also"] = list(also)
        if alert:
            vector["alert"] = alert

    def text(self, version):
        count = sum(len(vectors) for _, vectors in self.groups)
        head = {"type": self.type, "schema": 1, "version": version, "number_of_vectors": count, "source": self.about}
        def line(item):
            return json.dumps(item, separators=(",", ":"))
        return line(head)[:-1] + ',\n"groups":[\n' + ",\n".join(
            line(about)[:-1] + ',"vectors":[\n' + ",\n".join(map(line, vectors)) + "]}" for about, vectors in self.groups) + "]}\n"


# --- The PRF ---

def prf_file(name, hash_):
    file = File("prf", name, "RFC 5246 sections 5, 6.3, 7.4.9 and 8.1, RFC 7627 section 4")
    def add(name_, comment, secret, label, seed, size, **more):
        file.add(name_, comment, secret=secret, label=label, seed=seed, output=prf(hash_, secret, label, seed, size), **more)
    file.group(function="prf", hash=hash_)
    block = 64 if hash_ == "SHA-256" else 128
    for what, n in (("empty", 0), ("one_byte", 1), ("below_block", block - 1), ("block", block), ("above_block", block + 1), ("long", 1000)):
        add("secret_" + what, "a secret of %d bytes: a block has %d" % (n, block), stream(file.name + what, n), "test label", stream("seed", 16), 64)
    for n in (1, 12, len(digest(hash_, b"")), len(digest(hash_, b"")) + 1, 200):
        add("output_%d" % n, "%d bytes of output" % n, stream("secret", 48), "test label", stream("seed", 16), n)
    add("empty_label", "no label", stream("secret", 48), "", stream("seed", 16), 48)
    add("empty_seed", "no seed", stream("secret", 48), "test label", b"", 48)

    client, server = stream("client random", 32), stream("server random", 32)
    file.group(function="master_secret", hash=hash_)
    for what, n in (("48", 48), ("32", 32), ("255", 255), ("256", 256), ("1", 1)):
        secret = stream("premaster " + what, n)
        add("master_secret_" + what, "a premaster secret of %d bytes" % n, secret, "master secret", client + server, 48,
            client_random=client, server_random=server)
    add("master_secret_zeros", "a premaster secret that begins with zeros, which count", bytes(8) + stream("premaster", 24), "master secret",
        client + server, 48, client_random=client, server_random=server)

    file.group(function="extended_master_secret", hash=hash_)
    for what, messages in (("short", b"\x01\0\0\0"), ("long", stream("messages", 500))):
        add("extended_master_secret_" + what, "the session hash of %d bytes of messages" % len(messages), stream("premaster " + what, 48),
            "extended master secret", digest(hash_, messages), 48)

    file.group(function="key_expansion", hash=hash_)
    for suite, n in (("AES_128_GCM", 40), ("AES_256_GCM", 72), ("CHACHA20_POLY1305", 88), ("AES_128_CBC_SHA", 104), ("AES_256_CBC_SHA384", 160),
                     ("3DES_EDE_CBC_SHA", 104)):
        if suite != "AES_256_CBC_SHA384" or hash_ == "SHA-384":
            add("key_expansion_" + suite, "the key block of %s: the server's random comes first" % suite, stream("master " + suite, 48),
                "key expansion", server + client, n, client_random=client, server_random=server)

    file.group(function="verify_data", hash=hash_)
    for side in ("client", "server"):
        add("verify_data_" + side, "Finished of the " + side, stream("master secret", 48), side + " finished",
            digest(hash_, stream("handshake messages", 300)), 12)
    return file


# --- Key exchange ---

def dh_file():
    file = File("key-exchange", "dh", "RFC 5246 sections 7.4.3 and 8.1.2, RFC 7919")
    file.group(kind="dh")
    p, g = FFDHE2048, 2
    private = stream("dh private", 32)
    def agree(name, comment, x, peer, p=p, g=g, **more):
        secret = number(pow(peer, value(x), p))
        file.add(name, comment, p=number(p), g=number(g), private=x, peer=more.pop("written", number(peer)), output=secret, **more)
    def refuse(name, comment, peer, control="ffdhe2048", rule="R7919-3-04", alert="handshake_failure", p=number(p), g=number(g)):
        file.refuse(name, comment, control, rule, alert, ["R7919-4-06"] if rule == "R7919-3-04" else [], p=p, g=g, private=private, peer=peer)
    good = pow(g, value(stream("dh peer", 32)), p)
    agree("ffdhe2048", "the group ffdhe2048", private, good)
    agree("ffdhe2048_exponent_of_225_bits", "the shortest exponent that RFC 7919 has for the group", stream("dh short", 28) + b"\1", good)
    agree("ffdhe2048_leading_zero", "zeros before dh_Y, which do not count", private, good, written=b"\0" + number(good))
    agree("ffdhe2048_least", "dh_Y = 2, the least that is accepted", private, 2)
    agree("ffdhe2048_largest", "dh_Y = p - 2, the largest that is accepted, although no power of 2", private, p - 2, features=["outside_subgroup"])
    # x = 1 gives back dh_Y: a secret that begins with zeros, as long as one likes; a square, as the powers of 2 are
    agree("secret_of_one_byte_less", "the secret begins with a zero byte, which is left out", b"\1", value(b"\x0f" + stream("dh zero", 127)) ** 2)
    agree("secret_of_one_byte", "the secret has 255 zero bytes before the last, which are left out", b"\1", 5)
    agree("small_group", "a group of one byte: whether it is large enough is policy", b"\6", 8, p=23, g=5, features=["small_group"])
    for name, comment, peer in (("zero", "dh_Y = 0", b"\0"), ("empty_of_zeros", "dh_Y of 256 zero bytes", bytes(256)), ("one", "dh_Y = 1", b"\1"),
                                ("one_padded", "dh_Y = 1 with zeros before it", bytes(255) + b"\1"), ("p_less_one", "dh_Y = p - 1", number(p - 1)),
                                ("p", "dh_Y = p", number(p)), ("p_and_one", "dh_Y = p + 1", number(p + 1)), ("p_and_two", "dh_Y = p + 2", number(p + 2)),
                                ("too_long", "dh_Y is a byte longer than p", b"\1" + number(p))):
        refuse("public_" + name, comment, peer)
    for name, comment, changed_p, changed_g in (
            ("even_p", "p is even", number(p - 1), b"\2"), ("zero_p", "p of zeros", bytes(256), b"\2"), ("g_zero", "g = 0", number(p), b"\0"),
            ("g_one", "g = 1", number(p), b"\1"), ("g_p_less_one", "g = p - 1", number(p), number(p - 1)), ("g_p", "g = p", number(p), number(p))):
        refuse("group_" + name, comment, number(good), rule="R5246-F.1.1.3-02", alert="illegal_parameter", p=changed_p, g=changed_g)
    return file


def ecdh_file():
    file = File("key-exchange", "ecdh", "RFC 8422 sections 5.4.1, 5.10 and 5.11, RFC 7748")
    for name, curve in CURVES.items():
        file.group(kind="ecdh", group=name)
        private = number(value(stream("ecdh %s private" % name, curve.size)) % curve.order, curve.size)
        peer = curve.multiply(value(stream("ecdh %s peer" % name, curve.size)) % curve.order, curve.base)
        def agree(what, comment, x, point):
            shared = curve.multiply(value(x), point)
            file.add("%s/%s" % (name, what), comment, private=x, peer=curve.encode(point), output=number(shared[0], curve.size))
        def refuse(what, comment, point, rule="R8422-5.4.1-01", also=()):
            file.refuse("%s/%s" % (name, what), comment, name + "/point", rule, "illegal_parameter", also, private=private, peer=point)
        agree("point", "a point of the curve", private, peer)
        agree("base_point", "the base point", private, curve.base)
        agree("negative_base_point", "minus the base point", private, (curve.base[0], curve.p - curve.base[1]))
        agree("private_1", "the private key 1", number(1, curve.size), peer)
        agree("private_2", "the private key 2", number(2, curve.size), peer)
        agree("private_order_less_1", "the largest private key", number(curve.order - 1, curve.size), peer)
        zero = next(k for k, x in multiples(curve) if x >> 8 * curve.size - 8 == 0)
        agree("leading_zero", "the secret begins with a zero byte, which counts", number(zero, curve.size), curve.base)
        x, y = (number(n, curve.size) for n in peer)
        point = b"\4" + x + y
        refuse("compressed", "a compressed point", bytes([2 + peer[1] % 2]) + x, also=["R8422-5.1.2-03", "R4492-5.1.2-01", "R4492-5.4-06", "R4492-5.7-01"])
        refuse("hybrid", "a point in the hybrid form", bytes([6 + peer[1] % 2]) + x + y)
        refuse("infinity", "the point at infinity", b"\0")
        refuse("without_form", "x and y without 04 before them", x + y)
        refuse("short", "a byte less", point[:-1])
        refuse("long", "a byte more", point + b"\0")
        other = CURVES["secp384r1" if name != "secp384r1" else "secp256r1"]
        refuse("of_another_curve", "the base point of another curve", other.encode(other.base), also=["R8422-2.1-03"])
        small = next(n for n in range(256) if root_of(curve, n))
        beside = [("swapped", "x and y are swapped", y + x), ("beside", "y + 1: the point is not on the curve", x + number(peer[1] + 1, curve.size)),
                  ("zeros", "x = y = 0", bytes(2 * curve.size)), ("x_p", "x = p", number(curve.p, curve.size) + y),
                  ("x_not_reduced", "a point of the curve with p added to x", number(small + curve.p, curve.size) + number(root_of(curve, small), curve.size))]
        for what, comment, coordinates in beside:
            refuse(what, comment, b"\4" + coordinates, "R8422-5.11-01", ["R8422-5.7-03"])
    for name, (p, _, _, base) in X_CURVES.items():
        file.group(kind="ecdh", group=name)
        size = 32 if name == "x25519" else 56
        private = stream("%s private" % name, size)
        def agree(what, comment, x, u, **more):
            file.add("%s/%s" % (name, what), comment, private=x, peer=u, output=x_function(name, x, u), **more)
        def refuse(what, comment, u, rule="R8422-5.11-02"):
            file.refuse("%s/%s" % (name, what), comment, name + "/public", rule, "illegal_parameter", private=private, peer=u)
        def little(n):
            return n.to_bytes(size, "little")
        base_point = little(base)
        agree("public", "a public key", private, x_function(name, stream("%s peer" % name, size), base_point))
        agree("base_point", "the base point", private, base_point)
        agree("other_private", "another private key", stream("%s other" % name, size), base_point)
        agree("on_the_twist", "a point of the twist, which is accepted", private, little(2 if name == "x25519" else 6))
        agree("not_reduced", "p + 3 for 3, which is accepted", private, little(p + 3), features=["not_reduced"])
        if name == "x25519":
            agree("highest_bit", "the highest bit is set, which does not count", private, bytes(base_point[:31]) + b"\x80")
        refuse("zero", "u = 0: the secret is zero", little(0))
        refuse("one", "u = 1: the secret is zero", little(1))
        refuse("p_less_one", "u = p - 1: the secret is zero", little(p - 1))
        refuse("p", "u = p: the secret is zero", little(p))
        refuse("short", "a byte less", base_point[:-1], "R8422-5.4-05")
        refuse("long", "a byte more", base_point + b"\0", "R8422-5.4-05")
        refuse("nist_point", "a point of secp256r1", CURVES["secp256r1"].encode(CURVES["secp256r1"].base), "R8422-5.4-05")
    return file


def multiples(curve):
    """1, 2, ... with the x of so many base points."""
    k, point = 1, curve.base
    while True:
        yield k, point[0]
        k, point = k + 1, curve.add(point, curve.base)


def root_of(curve, x):
    """The y of a point with this x, or 0; p is 3 mod 4."""
    square = (x ** 3 - 3 * x + curve.b) % curve.p
    y = pow(square, (curve.p + 1) // 4, curve.p)
    return y if y * y % curve.p == square else 0


class RsaKey:
    def __init__(self):
        self.p, self.q = read_key("rsa", "p", "q")
        self.n, self.e = self.p * self.q, 65537
        self.d = pow(self.e, -1, (self.p - 1) * (self.q - 1))
        self.size = (self.n.bit_length() + 7) // 8
        self.info = public_key_info(oid("rsaEncryption") + b"\5\0", der(0x30, der_integer(self.n) + der_integer(self.e)))

    def private_power(self, block):
        """By the Chinese remainder theorem."""
        c = value(block)
        mp, mq = pow(c, self.d % (self.p - 1), self.p), pow(c, self.d % (self.q - 1), self.q)
        return number(mq + self.q * ((mp - mq) * pow(self.q, -1, self.p) % self.p), self.size)


def rsa_file():
    file = File("key-exchange", "rsa", "RFC 5246 section 7.4.7.1, RFC 8017 section 7.2")
    key = RsaKey()
    file.group(kind="rsa", **{name: number(n).hex() for name, n in (("modulus", key.n), ("public_exponent", key.e), ("private_exponent", key.d),
                                                                      ("prime1", key.p), ("prime2", key.q))})
    premaster = b"\3\3" + stream("premaster", 46)
    fill = bytes(b or 1 for b in stream("padding", 300))
    def block(message, kind=b"\0\2", padding=None):
        return kind + fill[:key.size - 3 - len(message)] + b"\0" + message if padding is None else kind + padding + message
    def cipher(encoded):
        return number(pow(value(encoded), key.e, key.n), key.size)
    def add(name, comment, encoded, version="0303", **more):
        file.add(name, comment, client_version=version, ciphertext=cipher(encoded), output=encoded[-48:], **more)
    def refuse(name, comment, ciphertext, rule="R5246-7.4.7.1-06", also=(), version="0303"):
        file.refuse(name, comment, "premaster", rule, None, also, client_version=version, ciphertext=ciphertext)
    add("premaster", "a premaster secret", block(premaster))
    add("zeros", "46 zero bytes after the version", block(b"\3\3" + bytes(46)))
    add("later_version", "client_version is a later one", block(b"\3\4" + stream("later", 46)), "0304")
    refuse("another_version", "the version that was negotiated in place of the one that was offered", cipher(block(premaster)), "R5246-7.4.7.1-06",
           ["R5246-7.4.7.1-02"], "0304")
    refuse("version_of_tls_1_0", "another version", cipher(block(b"\3\1" + premaster[2:])))
    refuse("47_bytes", "a premaster secret of 47 bytes", cipher(block(premaster[:-1])))
    refuse("49_bytes", "a premaster secret of 49 bytes", cipher(block(premaster + b"\0")))
    refuse("empty", "a message of no byte", cipher(block(b"")))
    refuse("block_type_1", "block type 01", cipher(block(premaster, b"\0\1")), also=["R8017-7.2.2-02"])
    refuse("first_byte_1", "the first byte of the block is not zero", cipher(block(premaster, b"\1\2")), also=["R8017-7.2.2-02"])
    refuse("no_separator", "no zero byte after the padding", cipher(b"\0\2" + fill[:key.size - 2]), also=["R8017-7.2.2-02"])
    refuse("zero_in_padding", "a zero byte in the first eight of the padding",
           cipher(b"\0\2" + fill[:7] + b"\0" + fill[:key.size - 59] + b"\0" + premaster), also=["R8017-7.2.1-01"])
    refuse("zero_later_in_padding", "a zero byte later in the padding: the message is longer",
           cipher(b"\0\2" + fill[:100] + b"\0" + fill[:key.size - 152] + b"\0" + premaster))
    refuse("ciphertext_zero", "the ciphertext is 0", bytes(key.size))
    refuse("ciphertext_one", "the ciphertext is 1", bytes(key.size - 1) + b"\1")
    refuse("ciphertext_n", "the ciphertext is not below the modulus", number(key.n, key.size), also=["R8017-7.2.2-01"])
    refuse("ciphertext_short", "a ciphertext that is a byte shorter than the modulus", cipher(block(premaster))[1:], also=["R8017-7.2.2-01"])
    refuse("ciphertext_long", "a ciphertext with a zero byte before it", b"\0" + cipher(block(premaster)), also=["R8017-7.2.2-01"])
    return file


def psk_file():
    file = File("key-exchange", "psk", "RFC 4279 sections 2 to 4, RFC 5489 section 2")
    def add(name, comment, psk, other=None):
        members = {} if other is None else {"other_secret": other}
        secret = bytes(len(psk)) if other is None else other
        file.add("%s/%s" % (file.groups[-1][0]["key_exchange"], name), comment, psk=psk, **members,
                 output=len(secret).to_bytes(2, "big") + secret + len(psk).to_bytes(2, "big") + psk)
    file.group(kind="psk", key_exchange="PSK")
    for n in (1, 16, 64):
        add("key_of_%d" % n, "a key of %d bytes: as many zeros come before it" % n, stream("psk %d" % n, n))
    add("key_of_zeros", "a key of zeros, which count", bytes(16))
    psk = stream("psk", 16)
    file.group(kind="psk", key_exchange="DHE_PSK")
    add("secret_of_256", "a secret of 256 bytes", psk, number(pow(2, value(stream("psk dh", 256)), FFDHE2048)))
    add("secret_of_254", "a secret that had two zero bytes before it, which were left out", psk, b"\1" + stream("psk dh", 253))
    file.group(kind="psk", key_exchange="ECDHE_PSK")
    add("secret_of_32", "the x of a point of secp256r1", psk, number(CURVES["secp256r1"].multiply(99, CURVES["secp256r1"].base)[0], 32))
    add("leading_zero", "an x that begins with a zero byte, which counts", psk, b"\0" + stream("psk ecdh", 31))
    file.group(kind="psk", key_exchange="RSA_PSK")
    add("secret_of_48", "48 bytes that begin with the version", psk, b"\3\3" + stream("psk rsa", 46))
    return file


# --- Signatures ---

PAIRS = {"rsa": {"SHA-1": "0201", "SHA-224": "0301", "SHA-256": "0401", "SHA-384": "0501", "SHA-512": "0601"},
         "pss": {"SHA-256": "0804", "SHA-384": "0805", "SHA-512": "0806"},
         "dsa": {"SHA-1": "0202", "SHA-224": "0302", "SHA-256": "0402"},
         "ecdsa": {"SHA-1": "0203", "SHA-256": "0403", "SHA-384": "0503", "SHA-512": "0603"}}
CLIENT, SERVER = stream("client random", 32), stream("server random", 32)
DH_PARAMS = b"".join(len(part).to_bytes(2, "big") + part for part in (number(FFDHE2048), b"\2", number(pow(2, value(stream("signed dh", 32)), FFDHE2048))))
ECDH_PARAMS = b"\3\0\x17\x41" + CURVES["secp256r1"].encode(CURVES["secp256r1"].multiply(7, CURVES["secp256r1"].base))
MESSAGES = b"\1\0\0\x40" + stream("client hello", 64) + b"\2\0\0\x26" + stream("server hello", 38) + b"\x0e\0\0\0"


class Signatures(File):
    """One file: its key signs with `sign`, from a hash and a message to the bytes of the signature."""
    def __init__(self, name, about, info, sign):
        super().__init__("signatures", name, about)
        self.info, self.sign = info, sign

    def start(self, what):
        self.what = what
        self.group(signed=what, key=self.info.hex())

    def members(self, params=None, client=CLIENT, server=SERVER):
        if self.what == "handshake_messages":
            return {"handshake_messages": MESSAGES if params is None else params}
        own = DH_PARAMS if self.what == "server_dh_params" else ECDH_PARAMS
        return {"client_random": client, "server_random": server, "params": own if params is None else params}

    def text_of(self, **more):
        return b"".join(self.members(**more).values())

    @staticmethod
    def struct(pair, signature):
        return bytes.fromhex(pair) + len(signature).to_bytes(2, "big") + signature

    def good(self, hash_, pair, name=None, comment=None, signature=None, **more):
        signature = self.sign(hash_, self.text_of()) if signature is None else signature
        self.add("%s/%s" % (self.what, name or pair), comment or "the pair %s, with %s" % (pair, hash_), **self.members(),
                 digitally_signed=self.struct(pair, signature), **more)

    def bad(self, name, comment, pair, signature, rule, also=(), alert="decrypt_error", **more):
        wrong = ("R5246-7.4.8-04" if self.what == "handshake_messages" else "R5246-7.4.3-07")
        also = list(also) if rule in (None, wrong) or alert != "decrypt_error" else [*also, wrong]
        self.refuse("%s/%s" % (self.what, name), comment, "%s/%s" % (self.what, self.control), rule or wrong, alert, also, **self.members(**more),
                    digitally_signed=self.struct(pair, signature))

    def common(self, hash_, pair, other_pair, foreign_pair):
        """What is the same of all algorithms."""
        self.control = pair
        right = self.sign(hash_, self.text_of())
        if self.what == "handshake_messages":
            self.bad("other_messages", "a message is missing", pair, right, None, params=MESSAGES[:-4])
            self.bad("with_length", "a length before the messages was signed, too", pair, self.sign(hash_, len(MESSAGES).to_bytes(3, "big") + MESSAGES),
                     "R5246-7.4.8-08")
        else:
            self.bad("randoms_swapped", "the server's random before the client's", pair, self.sign(hash_, SERVER + CLIENT + self.members()["params"]), None)
            self.bad("without_randoms", "the parameters alone were signed", pair, self.sign(hash_, self.members()["params"]), None)
            self.bad("other_client_random", "another client random", pair, right, None, client=stream("other", 32))
            self.bad("other_server_random", "another server random", pair, right, None, server=stream("other", 32))
            params = self.members()["params"]
            self.bad("other_params", "a bit of the parameters differs", pair, right, None, params=params[:-1] + bytes([params[-1] ^ 1]))
        self.bad("bit", "a bit of the signature differs", pair, right[:-1] + bytes([right[-1] ^ 1]), None)
        self.bad("empty", "a signature of no byte", pair, b"", None)
        if other_pair:
            self.bad("other_hash", "the pair names another hash than the one that was signed with", other_pair, right, None)
        self.bad("pair_of_another_key", "the pair is one of another kind of key", foreign_pair, right,
                 "R5246-7.4.8-06" if self.what == "handshake_messages" else "R5246-7.4.3-10", alert="illegal_parameter")


def rsa_pkcs1_file():
    key = RsaKey()
    def raw(info, **more):
        return key.private_power(pkcs1_block(info, key.size, **more))
    file = Signatures("rsa_pkcs1", "RFC 5246 section 4.7, RFC 8017 section 8.2", key.info, lambda hash_, text: raw(digest_info(hash_, text)))
    for what in ("server_dh_params", "server_ecdh_params", "handshake_messages"):
        file.start(what)
        for hash_, pair in PAIRS["rsa"].items():
            file.good(hash_, pair)
        file.common("SHA-256", "0401", "0501", "0403")
        if what != "server_ecdh_params":
            continue
        text, pair = file.text_of(), "0401"
        info = digest_info("SHA-256", text)
        file.good("SHA-256", pair, "digest_info_without_null", "DigestInfo without the NULL of its parameters",
                  raw(digest_info("SHA-256", text, null=False)), features=["digest_info_without_null"])
        h = digest("SHA-256", text)
        algorithm = info[4:-34]
        file.bad("ber_length", "DigestInfo with a length in two bytes, which is BER and not DER", pair, raw(b"\x30\x81" + info[1:]), "R5246-4.7-03")
        file.bad("trailing", "bytes after the hash, and the padding is shorter", pair, raw(info + bytes(20)), "R5246-D.4-01", ["R8017-8.2.2-02"])
        file.bad("short_padding_and_garbage", "eight bytes of padding, and garbage to the end", pair,
                 key.private_power(b"\0\1" + b"\xff" * 8 + b"\0" + info + stream("garbage", key.size - 11 - len(info))), "R5246-D.4-01", ["R8017-8.2.2-02"])
        file.bad("parameters_with_content", "the parameters hold an OCTET STRING", pair,
                 raw(der(0x30, der(0x30, algorithm[:-2] + der(4, b"garbage")) + der(4, h))), "R8017-8.2.2-02")
        file.bad("block_type_2", "block type 02", pair, raw(info, kind=b"\0\2"), "R8017-9.2-01")
        file.bad("block_type_0", "block type 00", pair, raw(info, kind=b"\0\0"), "R8017-9.2-01")
        file.bad("padding_of_fe", "padding that is not of ff", pair, raw(info, fill=b"\xfe"), "R8017-9.2-01")
        file.bad("no_digest_info", "the hash alone, without DigestInfo", pair, raw(h), "R8017-9.2-01")
        file.bad("short_hash", "the hash is a byte short", pair, raw(der(0x30, der(0x30, algorithm) + der(4, h[:-1]))), "R8017-9.2-01")
        right = file.sign("SHA-256", text)
        file.bad("short", "the signature is a byte short", pair, right[:-1], "R8017-8.2.2-01")
        file.bad("leading_zero", "a zero byte before the signature", pair, b"\0" + right, "R8017-8.2.2-01")
        if value(right) + key.n < 256 ** key.size:
            file.bad("and_n", "the modulus is added to the signature", pair, number(value(right) + key.n, key.size), "R8017-5.2.2-01")
        file.bad("zero", "a signature of zeros", pair, bytes(key.size), None)
        file.bad("one", "the signature 1", pair, bytes(key.size - 1) + b"\1", None)
        file.bad("n", "the signature is the modulus", pair, number(key.n, key.size), "R8017-5.2.2-01")
    return file


def rsa_pss_file():
    key = RsaKey()
    bits = key.n.bit_length() - 1
    def raw(hash_, text, salt=None, **more):
        return key.private_power(pss_block(hash_, text, stream("salt", len(digest(hash_, b""))) if salt is None else salt, bits, **more))
    file = Signatures("rsa_pss", "RFC 8446 section 4.2.3, RFC 8017 section 8.1", key.info, raw)
    for what in ("server_ecdh_params", "handshake_messages"):
        file.start(what)
        for hash_, pair in PAIRS["pss"].items():
            file.good(hash_, pair)
        file.common("SHA-256", "0804", "0805", "0403")
        if what != "server_ecdh_params":
            continue
        text, pair = file.text_of(), "0804"
        file.good("SHA-256", pair, "salt_of_zeros", "a salt of zeros", raw("SHA-256", text, bytes(32)))
        for name, salt in (("no_salt", b""), ("salt_of_20", stream("salt", 20)), ("salt_of_33", stream("salt", 33)), ("longest_salt", stream("salt", key.size - 34))):
            file.bad(name, "a salt of %d bytes in place of 32" % len(salt), pair, raw("SHA-256", text, salt), "R8446-4.2.3-02")
        file.bad("trailer", "the trailer is cc", pair, raw("SHA-256", text, trailer=b"\xcc"), "R8017-8.1.2-01")
        file.bad("separator", "02 before the salt", pair, raw("SHA-256", text, first=b"\2"), "R8017-8.1.2-01")
        file.bad("pkcs1", "a signature by PKCS #1 v1.5", pair, key.private_power(pkcs1_block(digest_info("SHA-256", text), key.size)), "R8446-4.2.3-02")
        right = file.sign("SHA-256", text)
        file.bad("leading_zero", "a zero byte before the signature", pair, b"\0" + right, "R8017-8.1.2-01")
        file.bad("n", "the signature is the modulus", pair, number(key.n, key.size), "R8017-5.2.2-01")
    return file


def malformed(file, pair, r, s, order, rule):
    """Signatures of two numbers that are not DER, or not in range."""
    right = der_pair(r, s)
    file.bad("long_length", "the length of the SEQUENCE in two bytes, which is BER and not DER", pair, b"\x30\x81" + right[1:], rule)
    file.bad("indefinite_length", "the SEQUENCE has no length, but an end", pair, b"\x30\x80" + right[2:] + b"\0\0", rule)
    file.bad("padded_r", "a zero byte too many before r", pair, der(0x30, der(2, b"\0\0" + number(r)) + der_integer(s)), rule)
    file.bad("trailing", "a byte after the SEQUENCE", pair, right + b"\0", rule)
    file.bad("trailing_inside", "NULL after s in the SEQUENCE", pair, der(0x30, der_integer(r) + der_integer(s) + b"\5\0"), rule)
    file.bad("three_numbers", "three numbers", pair, der(0x30, der_integer(r) + der_integer(s) + der_integer(1)), rule)
    file.bad("one_number", "one number", pair, der(0x30, der_integer(r)), rule)
    file.bad("raw", "r and s without DER", pair, number(r, (order.bit_length() + 7) // 8) + number(s, (order.bit_length() + 7) // 8), rule)
    for name, comment, pair_of in (("r_zero", "r = 0", (0, s)), ("s_zero", "s = 0", (r, 0)), ("both_zero", "r = s = 0", (0, 0)), ("both_one", "r = s = 1", (1, 1)),
                                   ("r_and_order", "the order is added to r", (r + order, s)), ("s_and_order", "the order is added to s", (r, s + order)),
                                   ("s_order", "s is the order", (r, order)), ("r_negative", "r - order", (r - order, s)), ("swapped", "r and s are swapped", (s, r))):
        numbers = b"".join(der(2, n.to_bytes(n.bit_length() // 8 + 1, "big", signed=True)) for n in pair_of)
        file.bad(name, comment, pair, der(0x30, numbers), None)


def dsa_file():
    p, q = read_key("dsa", "p", "q")
    g = pow(2, (p - 1) // q, p)
    x = value(stream("dsa private", 32)) % q
    info = public_key_info(oid("dsa") + der(0x30, der_integer(p) + der_integer(q) + der_integer(g)), der_integer(pow(g, x, p)))
    file = Signatures("dsa", "RFC 5246 section 4.7, FIPS 186-4 section 4", info, lambda hash_, text: der_pair(*dsa_sign(hash_, p, q, g, x, text)))
    for what in ("server_dh_params", "handshake_messages"):
        file.start(what)
        for hash_, pair in PAIRS["dsa"].items():
            file.good(hash_, pair)
        file.common("SHA-256", "0402", "0302", "0401")
        if what == "server_dh_params":
            malformed(file, "0402", *dsa_sign("SHA-256", p, q, g, x, file.text_of()), q, "R5246-4.7-06")
    return file


def ecdsa_file(name):
    curve = CURVES[name]
    x = value(stream("ecdsa %s private" % name, curve.size)) % curve.order
    info = public_key_info(oid("ecPublicKey") + oid(name), curve.encode(curve.multiply(x, curve.base)))
    file = Signatures("ecdsa_" + name, "RFC 8422 section 5.10, FIPS 186-4 section 6", info, lambda hash_, text: der_pair(*ecdsa_sign(hash_, curve, x, text)))
    first = {"secp256r1": "SHA-256", "secp384r1": "SHA-384", "secp521r1": "SHA-512"}[name]
    for what in ("server_ecdh_params", "handshake_messages"):
        file.start(what)
        for hash_, pair in PAIRS["ecdsa"].items():
            file.good(hash_, pair)
        pair = PAIRS["ecdsa"][first]
        file.common(first, pair, "0203", "0401")
        if what == "server_ecdh_params":
            r, s = ecdsa_sign(first, curve, x, file.text_of())
            file.good(first, pair, "negative_s", "order - s, which is as good as s", der_pair(r, curve.order - s))
            malformed(file, pair, r, s, curve.order, "R8422-5.4-08")
    return file


def eddsa_file(name):
    curve, pair = EDWARDS[name], {"ed25519": "0807", "ed448": "0808"}[name]
    key = stream(name + " private", curve.size)
    info = public_key_info(oid(name), curve.public(key))
    file = Signatures(name, "RFC 8422 section 5.10, RFC 8032", info, lambda _, text: curve.sign(key, text))
    for what in ("server_ecdh_params", "handshake_messages"):
        file.start(what)
        file.good("no hash of its own", pair)
        file.common(None, pair, None, "0403")
        if what != "server_ecdh_params":
            continue
        text = file.text_of()
        right = file.sign(None, text)
        point, s = right[:curve.size], int.from_bytes(right[curve.size:], "little")
        file.bad("short", "a byte less", pair, right[:-1], "R8422-5.4-09")
        file.bad("long", "a byte more", pair, right + b"\0", "R8422-5.4-09")
        file.bad("der", "the signature in an OCTET STRING", pair, der(4, right), "R8422-5.4-09")
        file.bad("hashed", "the hash of the text was signed", pair, file.sign(None, digest("SHA-512", text)), "R8422-5.4-09")
        file.bad("s_and_order", "the order is added to s", pair, point + (s + curve.order).to_bytes(curve.size, "little"), None)
        file.bad("s_zero", "s = 0", pair, point + bytes(curve.size), None)
        file.bad("halves_swapped", "s before R", pair, right[curve.size:] + point, None)
        file.bad("zeros", "a signature of zeros", pair, bytes(2 * curve.size), None)
    return file


def files(version):
    made = [prf_file("sha256", "SHA-256"), prf_file("sha384", "SHA-384"), dh_file(), ecdh_file(), rsa_file(), psk_file(), rsa_pkcs1_file(), rsa_pss_file(), dsa_file(),
            *map(ecdsa_file, CURVES), *map(eddsa_file, EDWARDS)]
    for file in made:
        yield "%s/%s.json" % (file.type, file.name), file.text(version)


if __name__ == "__main__":
    with open(KEYS, "w", encoding="utf-8") as out:
        json.dump(make_keys(), out, indent=1)
        out.write("\n")
