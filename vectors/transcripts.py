"""Makes transcripts/: complete handshakes in which both sides are played here, with the mathematics of plain.py and ciphers.py. Where they
have a choice they make that of this implementation, so that it can be held against every byte."""
import csv
import os

from certificates import Issuer, dh_key, dsa_key, ec_key, eddsa_key, leaf, root, rsa_key
from ciphers import SIZES, Sealer
from computed import FFDHE2048, File
from plain import CURVES, X_CURVES, digest, number, prf, stream, value, x_function

SUITES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "spec", "suites.tsv")
TIME = "20260101000000"
SERVER_NAME = "server.example"
CCS, ALERT, HANDSHAKE, DATA = 20, 21, 22, 23

GROUPS = {"x25519": 29, "secp256r1": 23, "secp384r1": 24, "x448": 30, "secp521r1": 25}  # in the order of preference
PAIRS = {"rsa": "0804", "rsa_pkcs1": "0401", "dsa": "0402", "ecdsa": "0403", "ecdsa_secp384r1": "0503", "ed25519": "0807", "ed448": "0808"}
CLIENT_PAIRS = bytes.fromhex("040308040401050308050501060308060601080708080303030102030201040203020202")
SERVER_PAIRS = bytes.fromhex("04030804040105030805050104" "02")

# of each key exchange with a certificate, its key
SERVER_KEYS = {"RSA": "rsa", "DH_DSS": "dh", "DH_RSA": "dh", "DHE_DSS": "dsa", "DHE_RSA": "rsa", "ECDH_ECDSA": "ecdh", "ECDH_RSA": "ecdh",
               "ECDHE_ECDSA": "ecdsa", "ECDHE_RSA": "rsa", "RSA_PSK": "rsa"}
USAGES = {"dh": ["keyAgreement"], "ecdh": ["keyAgreement"]}


def vector(size, content):
    return len(content).to_bytes(size, "big") + content


def extension(type_, content):
    return type_.to_bytes(2, "big") + vector(2, content)


class Credential:
    def __init__(self, issuer, kind, key, purpose, serial):
        self.kind, self.key = kind, key
        usages = USAGES.get(kind, ["digitalSignature"] + (["keyEncipherment"] if kind.startswith("rsa") and purpose == "serverAuth" else []))
        self.certificate = leaf(issuer, key, usages, purpose, serial)

    def pair(self):
        return bytes.fromhex(PAIRS[self.kind])

    def sign(self, text, salt, pair=None):
        pair = pair or self.pair()
        hash_ = {"04": "SHA-256", "05": "SHA-384"}.get(pair.hex()[:2], "SHA-256")
        signature = self.key.sign_pss(hash_, text, salt) if pair.hex() == "0804" else self.key.sign(hash_, text)
        return pair + vector(2, signature)


class Credentials:
    def __init__(self):
        self.issuer, self.root = root("transcripts", ec_key("transcripts root"))
        keys = {"rsa": rsa_key(), "dsa": dsa_key(), "ecdsa": ec_key("transcripts server"), "ecdsa_secp384r1": ec_key("transcripts server", "secp384r1"),
                "ed25519": eddsa_key("ed25519"), "ed448": eddsa_key("ed448"), "dh": dh_key("transcripts server"), "ecdh": ec_key("transcripts ecdh")}
        self.server = {kind: Credential(self.issuer, kind, key, "serverAuth", 10 + i) for i, (kind, key) in enumerate(keys.items())}
        keys = {"rsa": keys["rsa"], "dsa": keys["dsa"], "ecdsa": ec_key("transcripts client"), "dh": dh_key("transcripts client"),
                "ecdh": ec_key("transcripts client ecdh")}
        self.client = {kind: Credential(self.issuer, kind, key, "clientAuth", 30 + i) for i, (kind, key) in enumerate(keys.items())}


# --- Key exchange: a share and what comes of it with the peer's ---

DH_EXPONENT_LENGTH = 29  # RFC 7919 appendix A.1: at least 225 bits


class DhShare:
    def __init__(self, x, length):
        self.private, self.x, self.size = number(x, length), x, len(number(FFDHE2048))
        self.share = number(pow(2, x, FFDHE2048), self.size)

    def agree(self, peer):
        return number(pow(value(peer), self.x, FFDHE2048))  # RFC 5246 section 8.1.2: without the zeros


class EcdhShare:
    def __init__(self, group, private):
        self.group, self.private = group, private
        if group in X_CURVES:
            self.share = x_function(group, private, X_CURVES[group][3].to_bytes(len(private), "little"))
        else:
            self.share = CURVES[group].encode(CURVES[group].multiply(value(private), CURVES[group].base))

    def agree(self, peer):
        if self.group in X_CURVES:
            return x_function(self.group, self.private, peer)
        curve = CURVES[self.group]
        point = curve.multiply(value(self.private), (value(peer[1:1 + curve.size]), value(peer[1 + curve.size:])))
        return number(point[0], curve.size)


def private_of(group, label):
    if group in X_CURVES:
        return stream(label, 32 if group == "x25519" else 56)
    curve = CURVES[group]
    return number(value(stream(label, curve.size)) % curve.order, curve.size)


def random_bytes_but_zero(label, size):
    return bytes(b or 1 for b in stream(label, size))


# --- The handshake ---

class Handshake:
    """What both sides send, and every value on the way. Options: client (kind of its certificate, "empty", None: not asked for one),
    server (kind of its certificate), group (of ECDHE, if it is not the first that both have), client_groups, client_pairs (what the client
    lists), offer_ems, answer_ems, encrypt_then_mac, hint."""
    def __init__(self, credentials, suite, name, **options):
        self.suite, self.name, self.options = suite, name, options
        self.kx = suite["kx"]
        self.hash = "SHA-" + suite["prf_hash"][3:]
        self.mac = {"AEAD": None}.get(suite["mac"], suite["mac"].replace("HMAC-", "").replace("SHA", "SHA-"))
        self.psk = stream("pre-shared key", 24) if "PSK" in self.kx else None
        self.identity = b"client.example"
        kind = options.get("server", SERVER_KEYS.get(self.kx))
        self.server_credential = credentials.server[kind] if kind else None
        asked = options.get("client")
        self.client_credential = credentials.client.get(asked) if asked else None
        self.messages = b""  # the transcript
        self.flight, self.values, self.inputs = [], {}, {"client": {}, "server": {}}
        self.sealers = {"client": None, "server": None}
        self.play()

    # --- records ---

    def stream(self, what, size):
        return stream("%s %s" % (self.name, what), size)

    def record(self, sender, what, type_, content):
        entry = {"from": sender, "what": what}
        sealer = self.sealers[sender]
        if sealer:
            iv = self.stream("%s iv %d" % (sender, sealer.sequence), SIZES[sealer.cipher][2])
            entry["record"] = sealer.seal(type_, content, iv).hex()
            entry["plaintext"] = content.hex()
        else:
            entry["record"] = (bytes([type_, 3, 3]) + vector(2, content)).hex()
        self.flight.append(entry)

    def message(self, sender, what, type_, body):
        message = bytes([type_]) + vector(3, body)
        self.messages += message
        self.record(sender, what, HANDSHAKE, message)

    def transcript(self, hash_=None):
        return digest(hash_ or self.hash, self.messages)

    # --- messages ---

    def random(self, sender):
        random = self.stream(sender + " random", 32)
        self.inputs[sender]["random"] = random.hex()
        return random

    def ephemeral(self, sender):
        """A share of its own, of the kind of the key exchange."""
        if "ECDH" in self.kx:
            private = private_of(self.group, "%s %s private" % (self.name, sender))
            share = EcdhShare(self.group, private)
        else:
            share = DhShare(value(self.stream(sender + " private", DH_EXPONENT_LENGTH)), DH_EXPONENT_LENGTH)
        return self.noted(sender, share)

    def noted(self, sender, share):
        self.inputs[sender].update(private=share.private.hex(), public=share.share.hex())
        return share

    def fixed(self, sender, credential):
        """The key of a certificate as a share."""
        self.inputs[sender]["certificate_key"] = credential.kind
        return self.noted(sender, DhShare(credential.key.number, 64) if credential.kind == "dh" else EcdhShare(
            credential.key.curve, number(credential.key.number, CURVES[credential.key.curve].size)))

    def certificate(self, sender, credential):
        chain = b"" if credential is None else vector(3, credential.certificate)
        if credential:
            self.inputs[sender]["certificate_key"] = credential.kind
        self.message(sender, "Certificate", 11, vector(3, chain))

    def client_hello(self):
        self.client_random = self.random("client")
        groups = self.options.get("client_groups", list(GROUPS))
        extensions = extension(0, vector(2, b"\0" + vector(2, SERVER_NAME.encode()))) + extension(0xff01, b"\0")
        if self.options.get("offer_ems", True):
            extensions += extension(23, b"")
        if "ECDH" in self.kx:
            extensions += extension(10, vector(2, b"".join(GROUPS[group].to_bytes(2, "big") for group in groups))) + extension(11, b"\1\0")
        extensions += extension(13, vector(2, self.options.get("client_pairs", CLIENT_PAIRS)))
        if self.options.get("encrypt_then_mac"):
            extensions += extension(22, b"")
        self.message("client", "ClientHello", 1, b"\3\3" + self.client_random + b"\0" + vector(2, self.suite_bytes()) + b"\1\0" + vector(2, extensions))

    def suite_bytes(self):
        return bytes(int(part, 16) for part in self.suite["value"].split(","))

    def server_hello(self):
        self.server_random = self.random("server")
        extensions = extension(0, b"") + extension(0xff01, b"\0")
        if self.extended:
            extensions += extension(23, b"")
        if "ECDH" in self.kx:
            extensions += extension(11, b"\1\0")
        if self.options.get("encrypt_then_mac"):
            extensions += extension(22, b"")
        self.message("server", "ServerHello", 2, b"\3\3" + self.server_random + b"\0" + self.suite_bytes() + b"\0" + vector(2, extensions))

    def signed_params(self, params):
        """With the signature, where the key exchange has one."""
        if "anon" in self.kx or "PSK" in self.kx:
            return params
        credential, text = self.server_credential, self.client_random + self.server_random + params
        pair = next(bytes.fromhex(pair) for pair in ((PAIRS[credential.kind], "0401") if credential.kind == "rsa" else (PAIRS[credential.kind],))
                    if bytes.fromhex(pair) in self.listed_pairs())
        return params + self.signature("server", "server_key_exchange", credential, text, pair)

    def listed_pairs(self):
        pairs = self.options.get("client_pairs", CLIENT_PAIRS)
        return [pairs[i:i + 2] for i in range(0, len(pairs), 2)]

    def signature(self, sender, what, credential, text, pair):
        salt = b""
        if pair.hex() == "0804":
            salt = self.stream(sender + " salt", 32)
            self.inputs[sender]["salt"] = salt.hex()
        if pair[0] != 8 or pair[1] < 7:
            self.values[what + "_hash"] = digest({4: "SHA-256", 5: "SHA-384", 8: "SHA-256"}[pair[0]], text).hex()
        return credential.sign(text, salt, pair)

    def server_key_exchange(self):
        hint = self.options.get("hint", b"")
        body = vector(2, hint) if "PSK" in self.kx else b""
        self.server_share = None
        if self.kx in ("DH_DSS", "DH_RSA", "ECDH_ECDSA", "ECDH_RSA"):
            self.server_share = self.fixed("server", self.server_credential)
            self.group = getattr(self.server_credential.key, "curve", None)
            return
        if "ECDH" in self.kx:
            self.server_share = self.ephemeral("server")
            body += self.signed_params(b"\3" + GROUPS[self.group].to_bytes(2, "big") + vector(1, self.server_share.share))
        elif "DH" in self.kx:
            self.server_share = self.ephemeral("server")
            body += self.signed_params(vector(2, number(FFDHE2048)) + vector(2, b"\2") + vector(2, self.server_share.share))
        elif not hint:
            return
        self.message("server", "ServerKeyExchange", 12, body)

    def certificate_request(self):
        types = [1, 64, 2]
        if self.kx in ("DH_DSS", "DH_RSA", "DHE_DSS", "DHE_RSA"):
            types += [3, 4]
        elif self.kx in ("ECDH_ECDSA", "ECDH_RSA"):
            types += [65, 66]
        self.message("server", "CertificateRequest", 13, vector(1, bytes(types)) + vector(2, SERVER_PAIRS) + vector(2, b""))

    def client_key_exchange(self):
        body = vector(2, self.identity) if self.psk else b""
        secret = bytes(len(self.psk)) if self.psk else b""
        if self.kx in ("RSA", "RSA_PSK"):
            secret = b"\3\3" + self.stream("premaster", 46)
            rsa = self.server_credential.key.rsa
            padding = random_bytes_but_zero(self.name + " padding", rsa.size - 3 - len(secret))
            self.inputs["client"].update(rsa_secret=secret.hex(), padding=padding.hex())
            body += vector(2, number(pow(value(b"\0\2" + padding + b"\0" + secret), rsa.e, rsa.n), rsa.size))
        elif self.options.get("client") in ("dh", "ecdh"):
            secret = self.fixed("client", self.client_credential).agree(self.server_share.share)
        elif self.server_share:
            share = self.ephemeral("client")
            body += vector(1 if "ECDH" in self.kx else 2, share.share)
            secret = share.agree(self.server_share.share)
        premaster = vector(2, secret) + vector(2, self.psk) if self.psk else secret
        self.message("client", "ClientKeyExchange", 16, body)
        self.derive(premaster)

    # --- secrets ---

    def derive(self, premaster):
        randoms, both = self.client_random + self.server_random, self.server_random + self.client_random
        session_hash = self.transcript()
        self.master = (prf(self.hash, premaster, "extended master secret", session_hash, 48) if self.extended
                       else prf(self.hash, premaster, "master secret", randoms, 48))
        cipher = self.suite["cipher"]
        key, iv, _ = SIZES[cipher]
        mac = len(digest(self.mac, b"")) if self.mac else 0
        block = prf(self.hash, self.master, "key expansion", both, 2 * (mac + key + iv))
        self.values.update(premaster_secret=premaster.hex(), session_hash=session_hash.hex(), master_secret=self.master.hex(), key_block=block.hex())
        parts, at = {}, 0
        for what, size in (("write_MAC_key", mac), ("write_key", key), ("write_IV", iv)):
            for sender in ("client", "server"):
                parts[sender, what] = block[at:at + size]
                at += size
                if size:
                    self.values["%s_%s" % (sender, what)] = parts[sender, what].hex()
        self.next = {sender: Sealer(cipher, self.mac, parts[sender, "write_MAC_key"], parts[sender, "write_key"], parts[sender, "write_IV"],
                                    self.options.get("encrypt_then_mac") and cipher.endswith("CBC")) for sender in ("client", "server")}

    def certificate_verify(self):
        credential = self.client_credential
        pair = credential.pair()
        self.message("client", "CertificateVerify", 15, self.signature("client", "certificate_verify", credential, self.messages, pair))

    def finish(self, sender):
        self.record(sender, "ChangeCipherSpec", CCS, b"\1")
        self.sealers[sender] = self.next[sender]
        hash_ = self.transcript()
        verify_data = prf(self.hash, self.master, sender + " finished", hash_, 12)
        self.values.update({sender + "_finished_hash": hash_.hex(), sender + "_verify_data": verify_data.hex()})
        self.message(sender, "Finished", 20, verify_data)

    def play(self):
        self.extended = self.options.get("offer_ems", True) and self.options.get("answer_ems", True)
        groups = self.options.get("client_groups", list(GROUPS))
        self.group = self.options.get("group", next(group for group in GROUPS if group in groups))
        self.client_hello()
        self.server_hello()
        if self.server_credential:
            self.certificate("server", self.server_credential)
        self.server_key_exchange()
        if self.options.get("client"):
            self.certificate_request()
        self.message("server", "ServerHelloDone", 14, b"")
        if self.options.get("client"):
            self.certificate("client", self.client_credential)
        self.client_key_exchange()
        if self.client_credential and self.client_credential.kind not in ("dh", "ecdh"):
            self.certificate_verify()
        self.finish("client")
        self.finish("server")
        self.record("client", "application data", DATA, b"from the client")
        self.record("server", "application data", DATA, b"from the server")
        self.record("client", "close_notify", ALERT, b"\1\0")
        self.record("server", "close_notify", ALERT, b"\1\0")


# --- The files ---

FORMS = {"rsa": "signing", "dsa": "signing", "ecdsa": "signing", "dh": "fixed", "ecdh": "fixed", "empty": "empty", None: "none"}


def variants(kx, suites):
    """Of each key exchange: every suite, then more on one of them: (suite, the end of the id, comment, options)."""
    for suite in suites:
        yield suite, None, "the suite %s" % suite["name"], {}
    one = next((suite for suite in suites if suite["cipher"] == "AES_128_GCM"), suites[-1])
    yield one, "no_extended_master_secret_offered", "a client without extended_master_secret", {"offer_ems": False}
    yield one, "no_extended_master_secret_answered", "a server without extended_master_secret", {"answer_ems": False}
    for cipher, mac in (("AES_128_CBC", "HMAC-SHA1"), ("3DES_EDE_CBC", "HMAC-SHA1"), ("AES_256_CBC", "HMAC-SHA384")):
        for suite in suites:
            if (suite["cipher"], suite["mac"]) == (cipher, mac):
                yield suite, "encrypt_then_mac", "encrypt_then_mac is negotiated", {"encrypt_then_mac": True}
    if kx in SERVER_KEYS and kx != "RSA_PSK":
        yield one, "client_empty", "the client is asked for a certificate, and has none", {"client": "empty"}
        for kind in ("rsa", "dsa", "ecdsa"):
            yield one, "client_" + kind, "the client signs with its %s key" % kind.upper(), {"client": kind}
    if kx in ("DH_DSS", "DH_RSA", "DHE_DSS", "DHE_RSA"):
        yield one, "client_fixed_dh", "the client's share is the key of its certificate", {"client": "dh"}
    if kx in ("ECDH_ECDSA", "ECDH_RSA"):
        yield one, "client_fixed_ecdh", "the client's share is the key of its certificate", {"client": "ecdh"}
    if kx in ("ECDHE_ECDSA", "ECDHE_RSA", "ECDH_anon", "ECDHE_PSK"):
        for group in list(GROUPS)[1:]:
            yield one, group, "the server chooses %s" % group, {"group": group}
            if kx != "ECDHE_ECDSA" or group == "secp256r1":  # the curve of the certificate, too
                yield one, "only_" + group, "the client has %s alone" % group, {"client_groups": [group]}
    if kx in ("DHE_RSA", "ECDHE_RSA"):
        yield one, "rsa_pkcs1", "the client has RSASSA-PKCS1-v1_5 alone", {"client_pairs": bytes.fromhex("0401")}
    if kx == "ECDHE_ECDSA":
        for kind in ("ecdsa_secp384r1", "ed25519", "ed448"):
            yield one, "server_" + kind, "the server signs with a key of %s" % kind.replace("ecdsa_", ""), {"server": kind}
    if "PSK" in kx:
        yield one, "hint", "the server sends a hint", {"hint": b"server.example"}


def made(credentials, kx, suites):
    file = File("transcripts", kx, "RFC 5246 and the RFCs of the suites; both sides are played by vectors/transcripts.py")
    group = {"key_exchange": kx, "time": TIME, "server_name": SERVER_NAME, "anchor": credentials.root.hex()}
    plays = []
    for suite, more, comment, options in variants(kx, suites):
        name = suite["name"].split("_WITH_")[1] + ("/" + more if more else "")
        plays.append((name, comment, suite, Handshake(credentials, suite, "%s/%s" % (kx, name), **options)))
    for side in ("server", "client"):
        kinds = sorted({play.inputs[side]["certificate_key"] for *_, play in plays if "certificate_key" in play.inputs[side]})
        if kinds:
            group[side + "_keys"] = {kind: getattr(credentials, side)[kind].key.private.hex() for kind in kinds}
    if kx in ("RSA", "RSA_PSK"):
        rsa = credentials.server["rsa"].key.rsa
        group["rsa"] = {name: number(n).hex() for name, n in (("modulus", rsa.n), ("public_exponent", rsa.e), ("private_exponent", rsa.d),
                                                               ("prime1", rsa.p), ("prime2", rsa.q))}
    if "DH" in kx and "ECDH" not in kx:
        group.update(dh_p=number(FFDHE2048).hex(), dh_g="02")
    if "PSK" in kx:
        group.update(psk=plays[0][-1].psk.hex(), psk_identity=plays[0][-1].identity.hex())
    file.group(**group)
    for name, comment, suite, play in plays:
        members = {"psk_hint": play.options["hint"]} if "hint" in play.options else {}
        if play.server_share:
            members["group"] = play.group if "ECDH" in kx else "ffdhe2048"
        file.add(name, comment, cipher_suite=suite["name"], prf=play.hash, extended_master_secret=play.extended,
                 encrypt_then_mac=bool(play.options.get("encrypt_then_mac")), client_certificate=FORMS[play.options.get("client")], **members,
                 client=play.inputs["client"], server=play.inputs["server"], flight=play.flight, values=play.values)
    return file


def files(version):
    with open(SUITES, encoding="utf-8", newline="") as table:
        suites = list(csv.DictReader(table, delimiter="\t"))
    credentials = Credentials()
    by_kx = {}
    for suite in suites:
        by_kx.setdefault(suite["kx"], []).append(suite)
    for kx, some in by_kx.items():
        file = made(credentials, kx, some)
        yield "transcripts/%s.json" % kx, file.text(version)
