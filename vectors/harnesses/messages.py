#!/usr/bin/env python3
"""A harness that parses the vectors of messages/ from scratch, by the structures of the RFCs: to show what a reader of vectors needs.

usage: tls12 vectors run --harness vectors/harnesses/messages.py vectors/messages/*.json
"""
import json
import sys


class Refused(Exception):
    pass


def need(condition, alert="decode_error"):
    if not condition:
        raise Refused(alert)


class Reader:
    """Bytes from at to end; fields collects path, offset and length of each piece."""
    def __init__(self, data, at, end, fields, path=""):
        self.data, self.at, self.end, self.fields, self.path = data, at, end, fields, path

    def take(self, size, name):
        need(self.end - self.at >= size)
        self.at += size
        if size:
            self.fields.append([self.path + name, self.at - size, size])
        return self.data[self.at - size:self.at]

    def number(self, size, name):
        return int.from_bytes(self.take(size, name), "big")

    def inside(self, size, name, least=0):
        """What is in a vector, by its length of so many bytes."""
        need(self.end - self.at >= size)
        length = int.from_bytes(self.data[self.at:self.at + size], "big")
        start = self.at + size
        need(least <= length <= self.end - start)
        self.at = start + length
        return Reader(self.data, start, self.at, self.fields, self.path + name)

    def vector(self, size, name, least=0, most=None):
        inner = self.inside(size, name + ".", least)
        need(most is None or inner.left() <= most)
        return inner.take(inner.left(), "data")

    def each(self, size, name, least=0):
        """A reader for each element of a list, which has to read one."""
        inner = self.inside(size, name, least)
        path, i = inner.path, 0
        while inner.left():
            inner.path = "%s[%d]." % (path, i)
            yield inner
            i += 1

    def left(self):
        return self.end - self.at


def signed(r):
    r.number(1, "hash")
    r.number(1, "signature_algorithm")
    r.vector(2, "signature")


def dh_params(r):
    for name in ("dh_p", "dh_g", "dh_Ys"):
        r.vector(2, name, 1)


def ecdh_params(r):
    need(r.number(1, "curve_type") == 3, "handshake_failure")
    r.number(2, "namedcurve")
    r.vector(1, "public", 1)


def explicit_params(r):
    """RFC 4492 section 5.4."""
    kind = r.number(1, "curve_type")
    need(kind in (1, 2), "handshake_failure")
    if kind == 1:
        r.vector(1, "prime_p", 1)
    else:
        r.number(2, "m")
        basis = r.number(1, "basis")
        need(basis in (1, 2))
        ks = [int.from_bytes(r.vector(1, name, 1), "big") for name in (["k"] if basis == 1 else ["k1", "k2", "k3"])]
        need(ks == sorted({*ks}), "illegal_parameter")
    for name in ("a", "b", "base", "order", "cofactor", "public"):
        r.vector(1, name, 1)


def pairs(r, refuse_anonymous=False):
    for pair in r.each(2, "supported_signature_algorithms", 2):
        pair.number(1, "hash")
        need(pair.number(1, "signature") != 0 or not refuse_anonymous, "illegal_parameter")


def element(data, at, end, tag):
    """The content of a DER element, and what is after it."""
    need(end - at >= 2 and data[at] == tag)
    size, at = data[at + 1], at + 2
    if size >= 128:
        count = size - 128
        need(0 < count <= end - at and data[at])
        size, at = int.from_bytes(data[at:at + count], "big"), at + count
        need(size >= 128)
    need(size <= end - at)
    return at, at + size


def name(data):
    """RDNSequence: SEQUENCE OF SET OF SEQUENCE { OBJECT IDENTIFIER, a value }"""
    at, end = element(data, 0, len(data), 0x30)
    need(end == len(data))
    while at < end:
        inner, at = element(data, at, end, 0x31)
        need(inner < at)
        while inner < at:
            pair, inner = element(data, inner, at, 0x30)
            _, value = element(data, pair, inner, 6)
            need(value < inner and element(data, value, inner, data[value])[1] == inner)


def certificate_request(r, group):
    for type_ in r.each(1, "certificate_types", 1):
        code = type_.number(1, "value")
        need(code not in (65, 66) or group.get("key_exchange", "ECDH_RSA") in ("ECDH_RSA", "ECDH_ECDSA"), "illegal_parameter")
    pairs(r)
    for authority in r.each(2, "certificate_authorities"):
        name(authority.vector(2, "distinguished_name", 1))


def extension(r, server):
    code = r.number(2, "extension_type")
    inner = r.inside(2, "extension_data.")
    names = EXTENSIONS.get(code)
    if not names:
        inner.take(inner.left(), "data")
    else:
        names[server](inner)
    need(inner.left() == 0)
    return code


def hello(r, server):
    r.number(2, "server_version" if server else "client_version")
    r.take(32, "random")
    r.vector(1, "session_id", 0, 32)
    if server:
        r.number(2, "cipher_suite")
        r.number(1, "compression_method")
    else:
        for suite in r.each(2, "cipher_suites", 2):
            suite.number(2, "cipher_suite")
        methods = [method.number(1, "value") for method in r.each(1, "compression_methods", 1)]
        need(0 in methods)
    if r.left():
        seen = [extension(one, server) for one in r.each(2, "extensions")]
        need(len({*seen}) == len(seen))


def server_key_exchange(r, group):
    kx = group["key_exchange"]
    if kx.endswith("PSK"):
        r.vector(2, "psk_identity_hint")
    if kx.startswith("DHE") or kx == "DH_anon":
        dh_params(r)
    elif kx.startswith("ECDHE") or kx == "ECDH_anon":
        explicit_params(r) if group.get("explicit_curve") else ecdh_params(r)
    if kx in ("DHE_DSS", "DHE_RSA", "ECDHE_ECDSA", "ECDHE_RSA"):
        signed(r)


def client_key_exchange(r, group):
    kx = group["key_exchange"]
    fixed = kx in ("DH_DSS", "DH_RSA", "DHE_DSS", "DHE_RSA", "ECDH_ECDSA", "ECDH_RSA")
    if group.get("implicit") or (r.left() == 0 and fixed):
        return
    if kx.endswith("PSK"):
        r.vector(2, "psk_identity")
    if kx.startswith("ECDH"):
        r.vector(1, "ecdh_Yc", 1)
    elif kx.startswith("DH"):
        r.vector(2, "dh_Yc", 1)
    elif kx.startswith("RSA"):
        r.vector(2, "encrypted_pre_master_secret")


def host_names(r):
    kinds = []
    for one in r.each(2, "server_name_list", 1):
        kinds.append(one.number(1, "name_type"))
        text = one.vector(2, "host_name", 1)
        need(len({*kinds}) == len(kinds), "illegal_parameter")
        if kinds[-1] == 0:
            need(text[-1:] != b"." and text.isascii() and b":" not in text and text.strip(b".0123456789"), "illegal_parameter")


def authorities(r):
    for one in r.each(2, "trusted_authorities_list"):
        kind = one.number(1, "identifier_type")
        need(kind < 4)
        if kind == 2:
            one.vector(2, "x509_name", 1)
        elif kind:
            one.take(20, "key_sha1_hash" if kind == 1 else "cert_sha1_hash")


def status_request(r):
    need(r.number(1, "status_type") == 1)
    for responder in r.each(2, "responder_id_list"):
        responder.vector(2, "responder_id", 1)
    r.vector(2, "request_extensions")


def status_requests(r):
    for item in r.each(2, "certificate_status_req_list", 1):
        item.number(1, "status_type")
        item.vector(2, "request")


def groups(r):
    for one in r.each(2, "named_group_list", 2):
        one.number(2, "group")


def formats(r):
    codes = [one.number(1, "value") for one in r.each(1, "ec_point_format_list", 1)]
    need(0 in codes, "illegal_parameter")


def protocols(r, only=None):
    count = 0
    for one in r.each(2, "protocol_name_list", 2):
        one.vector(1, "protocol_name", 1)
        count += 1
    need(only in (None, count))


def length_code(r):
    need(1 <= r.number(1, "max_fragment_length") <= 4, "illegal_parameter")


def padding(r):
    need(not any(r.take(r.left(), "data")), "illegal_parameter")


def limit(r):
    need(r.number(2, "record_size_limit") >= 64, "illegal_parameter")


def nothing(r):
    need(r.left() == 0)


def renegotiation(r):
    r.vector(1, "renegotiated_connection")


def ticket(r):
    r.take(r.left(), "data")


EXTENSIONS = {0: (host_names, nothing), 1: (length_code, length_code), 3: (authorities, nothing), 4: (nothing, nothing),
              5: (status_request, nothing), 10: (groups, groups), 11: (formats, formats), 13: (lambda r: pairs(r, True),) * 2,
              16: (protocols, lambda r: protocols(r, 1)), 17: (status_requests, nothing), 21: (padding, padding), 22: (nothing, nothing),
              23: (nothing, nothing), 28: (limit, limit), 35: (ticket, nothing), 0xff01: (renegotiation, renegotiation)}
TYPES = {"hello_request": 0, "client_hello": 1, "server_hello": 2, "new_session_ticket": 4, "certificate": 11, "server_key_exchange": 12,
         "certificate_request": 13, "server_hello_done": 14, "certificate_verify": 15, "client_key_exchange": 16, "finished": 20,
         "certificate_status": 22}


def body(r, message, group):
    if message in ("client_hello", "server_hello"):
        hello(r, message == "server_hello")
    elif message == "new_session_ticket":
        r.number(4, "ticket_lifetime_hint")
        r.vector(2, "ticket")
    elif message == "certificate":
        entries = [one.vector(3, "certificate", 1) for one in r.each(3, "certificate_list")]
        need(entries or group.get("sender") == "client")
    elif message == "server_key_exchange":
        server_key_exchange(r, group)
    elif message == "certificate_request":
        certificate_request(r, group)
    elif message == "certificate_verify":
        signed(r)
    elif message == "client_key_exchange":
        client_key_exchange(r, group)
    elif message == "finished":
        r.take(12, "verify_data")
    elif message == "certificate_status":
        need(r.number(1, "status_type") == 1)
        r.vector(3, "response", 1)


def parse(group, data):
    """The fields of the bytes, or Refused."""
    message, fields = group["message"], []
    r = Reader(data, 0, len(data), fields)
    if message == "alert":
        need(r.number(1, "level") in (1, 2))
        r.number(1, "description")
    elif message == "change_cipher_spec":
        need(r.number(1, "type") == 1)
    elif message in TYPES:
        need(r.number(1, "msg_type") == TYPES[message], "unexpected_message")
        inner = r.inside(3, "")
        body(inner, message, group)
        need(inner.left() == 0)
    else:
        extension(r, group.get("sender") == "server")
    need(r.left() == 0)
    return fields


def answer(group, vector):
    try:
        return {"id": vector["id"], "result": "valid", "fields": parse(group, bytes.fromhex(vector["bytes"]))}
    except Refused as refused:
        return {"id": vector["id"], "result": "invalid", "alert": str(refused)}


if __name__ == "__main__":
    file = json.load(sys.stdin)
    results = [answer(group, vector) for group in file["groups"] for vector in group["vectors"]]
    json.dump({"harness": "Python", "results": results}, sys.stdout)
