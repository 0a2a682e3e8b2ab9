#!/usr/bin/env python3
"""Tests tls12 decode and tls12 encode from outside.

usage: TLS12=build/tls12 tests/tool/decode.py

Messages are built here by hand, taken from RFC 8448, and made by tls12 handshake. The captured handshakes in
../shared/vectors are read when that folder exists. The last line counts.
"""
import base64
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")
passed = failed = skipped = 0


def check(what, good, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED: %s %s" % (what, detail))
    return good


def run(arguments, data=b""):
    if isinstance(data, str):
        data = data.encode()
    done = subprocess.run([TLS12] + arguments, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def decode(data, *options):
    return run(["decode", "--json", *options], data)


# --- The presentation language, RFC 5246 section 4 ---

def number(value, size):
    return value.to_bytes(size, "big")


def vector(size, *parts):
    body = b"".join(parts)
    return number(len(body), size) + body


def message(kind, *parts):
    return number(kind, 1) + vector(3, *parts)


def record(kind, body, version=0x0303):
    return number(kind, 1) + number(version, 2) + vector(2, body)


def extension(kind, *parts):
    return number(kind, 2) + vector(2, *parts)


# RFC 8448 section 3: the ClientHello, as printed.
RFC8448 = bytes.fromhex("""
    01 00 00 c0 03 03 cb 34 ec b1 e7 81 63 ba 1c 38 c6 da cb 19 6a 6d ff a2 1a 8d 99 12 ec 18 a2 ef 62 83 02 4d ec e7
    00 00 06 13 01 13 03 13 02 01 00 00 91 00 00 00 0b 00 09 00 00 06 73 65 72 76 65 72 ff 01 00 01 00 00 0a 00 14 00
    12 00 1d 00 17 00 18 00 19 01 00 01 01 01 02 01 03 01 04 00 23 00 00 00 33 00 26 00 24 00 1d 00 20 99 38 1d e5 60
    e4 bd 43 d2 3d 8e 43 5a 7d ba fe b3 c0 6e 51 c1 3c ae 4d 54 13 69 1e 52 9a af 2c 00 2b 00 03 02 03 04 00 0d 00 20
    00 1e 04 03 05 03 06 03 02 03 08 04 08 05 08 06 04 01 05 01 06 01 02 01 04 02 05 02 06 02 02 02 00 2d 00 02 01 01
    00 1c 00 02 40 01""")

RANDOM = bytes(range(32))
SIGNED = b"\x04\x01" + vector(2, b"signature")
DH = vector(2, b"\x17") + vector(2, b"\x05") + vector(2, b"\x08")
POINT = b"\x03\x00\x1d" + vector(1, bytes(32))
# name, type, body in a ClientHello and in a ServerHello (None: never there, or the same), lengths of shorter bodies that are
# good too
EXTENSIONS = [
    ("server_name", 0, vector(2, b"\7" + vector(2), b"\0" + vector(2, b"server.example")), b"", []),
    ("max_fragment_length", 1, b"\x01", None, []),
    ("trusted_ca_keys", 3, vector(2, b"\0", b"\1" + bytes(20), b"\2" + vector(2, b"name"), b"\3" + bytes(20)), b"", []),
    ("truncated_hmac", 4, b"", None, []),
    ("status_request", 5, b"\x01" + vector(2, vector(2, b"id")) + vector(2, b"ext"), b"", []),
    ("supported_groups", 10, vector(2, number(29, 2), number(23, 2)), None, []),
    ("ec_point_formats", 11, vector(1, b"\0"), None, []),
    ("signature_algorithms", 13, vector(2, b"\x04\x01\x04\x03"), None, []),
    ("application_layer_protocol_negotiation", 16, vector(2, vector(1, b"h2"), vector(1, b"http/1.1")),
     vector(2, vector(1, b"h2")), []),
    ("padding", 21, bytes(3), None, [0, 1, 2]),
    ("encrypt_then_mac", 22, b"", None, []),
    ("extended_master_secret", 23, b"", None, []),
    ("record_size_limit", 28, number(16385, 2), None, []),
    ("session_ticket", 35, b"ticket", b"", [0, 1, 2, 3, 4, 5]),
    ("renegotiation_info", 0xFF01, vector(1, bytes(12)), None, []),
]
HELLO_EXTENSIONS = [extension(kind, body) for name, kind, body, answer, shorter in EXTENSIONS] + [
    extension(17, vector(2, b"\x02" + vector(2, vector(2) + vector(2)))),
    extension(0x1234, b"what nobody knows"),
]
SERVER_EXTENSIONS = [extension(0), extension(11, vector(1, b"\0")), extension(16, vector(2, vector(1, b"h2"))),
                     extension(23), extension(35), extension(0xFF01, vector(1))]


def client_hello(*extensions):
    return message(1, b"\x03\x03", RANDOM, vector(1, b"id"), vector(2, b"\xc0\x2f\x00\x9e"), b"\x01\x00",
                   vector(2, *extensions))


def server_hello(suite, *extensions):
    return message(2, b"\x03\x03", RANDOM, vector(1), number(suite, 2), b"\0", vector(2, *extensions))


# name, message, key exchange, the lengths of shorter bodies that are messages too
MESSAGES = [
    ("HelloRequest", message(0), None, []),
    ("ClientHello", client_hello(*HELLO_EXTENSIONS), None, [2 + 32 + 3 + 6 + 2]),
    ("ServerHello", server_hello(0xC02F, *SERVER_EXTENSIONS), None, [2 + 32 + 1 + 3]),
    ("NewSessionTicket", message(4, number(7200, 4), vector(2, b"ticket")), None, []),
    ("Certificate", message(11, vector(3, vector(3, b"first"), vector(3, b"second"))), None, []),
    ("Certificate, empty", message(11, vector(3)), None, []),
    ("ServerKeyExchange DHE_RSA", message(12, DH, SIGNED), "DHE_RSA", []),
    ("ServerKeyExchange DHE_DSS", message(12, DH, SIGNED), "DHE_DSS", []),
    ("ServerKeyExchange DH_anon", message(12, DH), "DH_anon", []),
    ("ServerKeyExchange ECDHE_RSA", message(12, POINT, SIGNED), "ECDHE_RSA", []),
    ("ServerKeyExchange ECDHE_ECDSA", message(12, POINT, SIGNED), "ECDHE_ECDSA", []),
    ("ServerKeyExchange ECDH_anon", message(12, POINT), "ECDH_anon", []),
    ("ServerKeyExchange PSK", message(12, vector(2, b"hint")), "PSK", []),
    ("ServerKeyExchange RSA_PSK", message(12, vector(2)), "RSA_PSK", []),
    ("ServerKeyExchange DHE_PSK", message(12, vector(2, b"hint"), DH), "DHE_PSK", []),
    ("ServerKeyExchange ECDHE_PSK", message(12, vector(2, b"hint"), POINT), "ECDHE_PSK", []),
    ("CertificateRequest", message(13, b"\x02\x01\x40", vector(2, b"\x04\x01\x04\x03"),
                                   vector(2, vector(2, b"name"), vector(2, b"other"))), None, []),
    ("ServerHelloDone", message(14), None, []),
    ("CertificateVerify", message(15, SIGNED), None, []),
    ("ClientKeyExchange RSA", message(16, vector(2, bytes(40))), "RSA", []),
    ("ClientKeyExchange DH_RSA", message(16, vector(2, b"Yc")), "DH_RSA", [0]),
    ("ClientKeyExchange DH_DSS, implicit", message(16), "DH_DSS", []),
    ("ClientKeyExchange DHE_RSA", message(16, vector(2, b"Yc")), "DHE_RSA", [0]),
    ("ClientKeyExchange DHE_DSS", message(16, vector(2, b"Yc")), "DHE_DSS", [0]),
    ("ClientKeyExchange DH_anon", message(16, vector(2, b"Yc")), "DH_anon", []),
    ("ClientKeyExchange ECDH_RSA", message(16, vector(1, bytes(32))), "ECDH_RSA", [0]),
    ("ClientKeyExchange ECDH_ECDSA, implicit", message(16), "ECDH_ECDSA", []),
    ("ClientKeyExchange ECDHE_RSA", message(16, vector(1, bytes(32))), "ECDHE_RSA", []),
    ("ClientKeyExchange ECDHE_ECDSA", message(16, vector(1, bytes(32))), "ECDHE_ECDSA", []),
    ("ClientKeyExchange ECDH_anon", message(16, vector(1, bytes(32))), "ECDH_anon", []),
    ("ClientKeyExchange PSK", message(16, vector(2, b"identity")), "PSK", []),
    ("ClientKeyExchange RSA_PSK", message(16, vector(2, b"identity"), vector(2, bytes(8))), "RSA_PSK", []),
    ("ClientKeyExchange DHE_PSK", message(16, vector(2, b"identity"), vector(2, b"Yc")), "DHE_PSK", []),
    ("ClientKeyExchange ECDHE_PSK", message(16, vector(2, b"identity"), vector(1, b"Yc")), "ECDHE_PSK", []),
    ("Finished", message(20, bytes(12)), None, []),
    ("CertificateStatus", message(22, b"\x01", vector(3, b"response")), None, []),
    ("ClientHello of RFC 8448", RFC8448, None, [2 + 32 + 1 + 8 + 2]),
    ("NewSessionTicket whose hint reads like an offset", message(4, number(4, 4), vector(2, b"ticket")), None, []),
]

# name, message, options, rule, offset, alert
MALFORMED = [
    ("an odd cipher_suites", message(1, b"\x03\x03", RANDOM, b"\0", vector(2, b"\xc0\x2f\x00"), b"\x01\x00"), [],
     "R5246-7.4.1.2-05", 39, "decode_error"),
    ("no null compression", message(1, b"\x03\x03", RANDOM, b"\0", vector(2, b"\xc0\x2f"), b"\x01\x01"), [],
     "R5246-7.4.1.2-07", 43, "illegal_parameter"),
    ("a session_id of 33", message(1, b"\x03\x03", RANDOM, vector(1, bytes(33)), vector(2, b"\xc0\x2f"), b"\x01\x00"),
     [], "R5246-7.4.1.2-04", 38, "decode_error"),
    ("an extension twice", client_hello(extension(23), extension(23)), [], "R5246-7.4.1.4-04", None, "decode_error"),
    ("extended_master_secret with a byte", client_hello(extension(23, b"\0")), [], "R7627-5.1-01", 55, "decode_error"),
    ("supported_groups, odd", client_hello(extension(10, vector(2, b"\0\x1d\0"))), [], "R8422-5.1.1-01", 55,
     "decode_error"),
    ("ec_point_formats without uncompressed", client_hello(extension(11, vector(1, b"\1"))), [], "R8422-5.1-02", 55,
     "illegal_parameter"),
    ("signature_algorithms, empty", client_hello(extension(13, vector(2))), [], "R5246-7.4.1.4.1-01", 55,
     "decode_error"),
    ("signature_algorithms with {sha256, anonymous}", client_hello(extension(13, vector(2, b"\4\1\4\0"))), [],
     "R5246-7.4.1.4.1-02", 59, "illegal_parameter"),
    ("renegotiation_info, cut", client_hello(extension(0xFF01, b"\2\0")), [], "R5246-4.3-06", 55, "decode_error"),
    ("two host names", client_hello(extension(0, vector(2, b"\0\0\1a", b"\0\0\1b"))), [], "R6066-3-02", None,
     "illegal_parameter"),
    ("server_name in ServerHello with a name", server_hello(0xC02F, HELLO_EXTENSIONS[0]), [], "R6066-3-06", 48,
     "decode_error"),
    ("max_fragment_length, empty", client_hello(extension(1)), [], "R6066-4-01", 55, "decode_error"),
    ("max_fragment_length of 5", client_hello(extension(1, b"\5")), [], "R6066-4-02", 55, "illegal_parameter"),
    ("max_fragment_length of 0 in ServerHello", server_hello(0xC02F, extension(1, b"\0")), [], "R6066-4-02", 48,
     "illegal_parameter"),
    ("an authority of type 4", client_hello(extension(3, vector(2, b"\0\4"))), [], "R6066-6-01", 58, "decode_error"),
    ("a hash of 19 bytes", client_hello(extension(3, vector(2, b"\1" + bytes(19)))), [], "R6066-6-01", 58, "decode_error"),
    ("an authority without name", client_hello(extension(3, vector(2, b"\2\0\0"))), [], "R6066-6-01", 58, "decode_error"),
    ("trusted_ca_keys in ServerHello with a body", server_hello(0xC02F, extension(3, b"\0\0")), [], "R6066-6-02", 48,
     "decode_error"),
    ("truncated_hmac with a byte", client_hello(extension(4, b"\0")), [], "R6066-7-01", 55, "decode_error"),
    ("status_request of type 2", client_hello(extension(5, b"\2\0\0\0\0")), [], "R6066-8-01", 55, "decode_error"),
    ("an empty responder_id", client_hello(extension(5, b"\1\0\2\0\0\0\0")), [], "R6066-8-01", 58, "decode_error"),
    ("status_request in ServerHello with a body", server_hello(0xC02F, extension(5, b"\1\0\0\0\0")), [], "R6066-8-02",
     48, "decode_error"),
    ("alpn with an empty name", client_hello(extension(16, vector(2, vector(1), vector(1, b"h")))), [],
     "R7301-3.1-02", 57, "decode_error"),
    ("alpn without names", client_hello(extension(16, vector(2))), [], "R7301-3.1-01", 55, "decode_error"),
    ("alpn in ServerHello with two names", server_hello(0xC02F, extension(16, vector(2, b"\1a\1b"))), [], "R7301-3.1-03",
     52, "decode_error"),
    ("padding with a one", client_hello(extension(21, b"\0\0\1\0")), [], "R7685-3-01", 57, "illegal_parameter"),
    ("encrypt_then_mac with a byte", client_hello(extension(22, b"\0")), [], "R7366-2-01", 55, "decode_error"),
    ("record_size_limit of 1 byte", client_hello(extension(28, bytes(1))), [], "R8449-4-01", 55, "decode_error"),
    ("record_size_limit of 63", client_hello(extension(28, b"\0\77")), [], "R8449-4-02", 55, "illegal_parameter"),
    ("record_size_limit of 3 bytes", client_hello(extension(28, b"\1\0\0")), [], "R5246-7.4.1.4-01", 57,
     "decode_error"),
    ("a ticket in ServerHello", server_hello(0xC02F, extension(35, b"ticket")), [], "R5077-3.2-04", 48, "decode_error"),
    ("an extension alone, cut in its type", b"\0", ["--as", "padding"], "R5246-7.4.1.4-01", 0, "decode_error"),
    ("an extension alone, too long", b"\0\x15\0\2\0", ["--as", "padding"], "R5246-4.3-06", 2, "decode_error"),
    ("an extension alone, and a byte", b"\0\x15\0\0\0", ["--as", "padding"], "R5246-7.4.1.4-01", 4, "decode_error"),
    ("an extension alone, of the other side", extension(16, vector(2, b"\1a\1b")),
     ["--as", "alpn", "--sender", "server"], "R7301-3.1-03", 8, "decode_error"),
    ("an extension's body alone", b"\0\4\0\x1d\0", ["--as", "supported_groups", "--body"], "R5246-4.3-06", 0,
     "decode_error"),
    ("an empty certificate in the list", message(11, vector(3, vector(3))), [], "R5246-7.4.2-05", 7, "decode_error"),
    ("an empty list from the server", message(11, vector(3)), ["--sender", "server"], "R5246-7.4.2-23", 4,
     "decode_error"),
    ("dh_g empty", message(12, vector(2, b"p"), vector(2), vector(2, b"Y"), SIGNED), ["--kx", "DHE_RSA"],
     "R5246-7.4.3-05", 7, "decode_error"),
    ("an explicit curve", message(12, b"\x01\x00\x1d" + vector(1, bytes(32)), SIGNED), ["--kx", "ECDHE_RSA"],
     "R8422-5.4-02", 4, "handshake_failure"),
    ("an explicit curve, anonymous", message(12, b"\x02\x00\x1d" + vector(1, bytes(32))), ["--kx", "ECDH_anon"],
     "R8422-5.4-02", 4, "handshake_failure"),
    ("ServerKeyExchange with RSA", message(12, DH, SIGNED), ["--kx", "RSA"], "R5246-7.4.3-03", 4, "unexpected_message"),
    ("no certificate type", message(13, b"\0", vector(2, b"\4\1"), vector(2)), [], "R5246-7.4.4-03", 4, "decode_error"),
    ("ClientKeyExchange, empty, ECDHE", message(16), ["--kx", "ECDHE_RSA"], "R5246-4.3-06", 4, "decode_error"),
    ("ClientKeyExchange, empty, RSA", message(16), ["--kx", "RSA"], "R5246-4.3-06", 4, "decode_error"),
    ("an empty point", message(16, b"\0"), ["--kx", "ECDHE_RSA"], "R8422-5.7-01", 4, "decode_error"),
    ("an empty dh_Yc", message(16, b"\0\0"), ["--kx", "DHE_RSA"], "R5246-7.4.7.2-01", 4, "decode_error"),
    ("dh_Ys empty, anonymous", message(12, vector(2, b"p"), vector(2, b"g"), vector(2)), ["--kx", "DH_anon"],
     "R5246-7.4.3-05", 10, "decode_error"),
    ("a signature, DH_anon", message(12, DH, SIGNED), ["--kx", "DH_anon"], "R5246-7.4-02", 13, "decode_error"),
    ("a signature, ECDH_anon", message(12, POINT, SIGNED), ["--kx", "ECDH_anon"], "R5246-7.4-02", 40, "decode_error"),
    ("an empty point, ECDH_anon", message(12, b"\x03\x00\x1d\0"), ["--kx", "ECDH_anon"], "R8422-5.4-03", 7,
     "decode_error"),
    ("a hint that is cut", message(12, b"\0\5hint"), ["--kx", "PSK"], "R5246-4.3-06", 4, "decode_error"),
    ("a hint and more", message(12, vector(2, b"hint"), DH), ["--kx", "RSA_PSK"], "R5246-7.4-02", 10, "decode_error"),
    ("a hint and an empty dh_p", message(12, vector(2, b"hint"), vector(2)), ["--kx", "DHE_PSK"], "R5246-7.4.3-05", 10,
     "decode_error"),
    ("a hint and no dh_p", message(12, vector(2, b"hint")), ["--kx", "DHE_PSK"], "R5246-4.3-06", 10, "decode_error"),
    ("a hint and an explicit curve", message(12, vector(2, b"hint"), b"\1", POINT), ["--kx", "ECDHE_PSK"],
     "R8422-5.4-02", 10, "handshake_failure"),
    ("an identity and more", message(16, vector(2, b"identity"), vector(2, b"Yc")), ["--kx", "PSK"], "R5246-7.4-02", 14,
     "decode_error"),
    ("an identity and an empty dh_Yc", message(16, vector(2, b"identity"), vector(2)), ["--kx", "DHE_PSK"],
     "R4279-3-02", 14, "decode_error"),
    ("an identity and an empty point", message(16, vector(2, b"identity"), vector(1)), ["--kx", "ECDHE_PSK"],
     "R8422-5.7-01", 14, "decode_error"),
    ("an identity and no secret", message(16, vector(2, b"identity")), ["--kx", "RSA_PSK"], "R5246-4.3-06", 14,
     "decode_error"),
    ("CertificateStatus of type 2", message(22, b"\2", vector(3, b"response")), [], "R6066-8-06", 4, "decode_error"),
    ("CertificateStatus, empty", message(22, b"\1", vector(3)), [], "R6066-8-06", 5, "decode_error"),
    ("Finished of 13", message(20, bytes(13)), [], "R5246-7.4-02", 16, "decode_error"),
    ("ServerHelloDone with a byte", message(14, b"\0"), [], "R5246-7.4.5-01", 4, "decode_error"),
    ("HelloRequest with a byte", message(0, b"\0"), [], "R5246-7.4.1.1-05", 4, "decode_error"),
    ("an unknown message", message(99), [], "R5246-7.4-05", 0, "unexpected_message"),
    ("an alert of level 3", record(21, b"\3\0"), [], "R5246-7.2-01", 5, "decode_error"),
    ("ChangeCipherSpec of value 2", record(20, b"\2"), [], "R5246-7.1-01", 5, "decode_error"),
    ("ChangeCipherSpec of two bytes", record(20, b"\1\1"), [], "R5246-7.1-01", 6, "decode_error"),
    ("a record of 2^14+1", record(22, bytes(16385)), [], "R5246-6.2.1-01", None, "record_overflow"),
    ("an empty handshake record", record(22, b""), ["--as", "records"], "R5246-6.2.1-02", None, "unexpected_message"),
    ("a record of type 24", record(24, b"\1"), ["--as", "records"], "R5246-6-02", 0, "unexpected_message"),
]


def nodes(report):
    def walk(node):
        yield node
        for child in node["children"]:
            yield from walk(child)
    for stream in report["streams"]:
        for node in stream["records"] + stream["messages"]:
            yield from walk(node)


def leaves(node):
    return b"".join(map(leaves, node["children"])) if node["children"] else bytes.fromhex(node["raw"])


def there_and_back(name, data, *options):
    """decode --json accepts; every node has its rule and the bytes of its children; encode gives the bytes back."""
    code, out, error = decode(data, *options)
    if not check(name + ": accepted", code == 0, "exit %d %s" % (code, error)):
        return None
    report = json.loads(out)
    check(name + ": every node names its rule", all(node["rule"] for node in nodes(report)),
          [node["path"] for node in nodes(report) if not node["rule"]][:3])
    check(name + ": children make up their parents", all(leaves(node).hex() == node["raw"] for node in nodes(report)))
    code, back, error = run(["encode"], out)
    check(name + ": encode gives the bytes back", code == 0 and back == data, "exit %d %s" % (code, error))
    return report


def options_for(kx):
    return ["--kx", kx] if kx else []


def test_messages():
    for name, data, kx, shorter in MESSAGES:
        options = options_for(kx)
        there_and_back(name, data, *options)
        there_and_back(name + " in records", b"".join(record(22, data[i:i + 7]) for i in range(0, len(data), 7)), *options)
        word = "".join("_" * (i > 0 and c.isupper()) + c.lower() for i, c in enumerate(name.split(" ")[0].split(",")[0]))
        code, out, error = decode(data[4:], "--from", "bin", "--as", word, "--body", *options)
        check(name + ": without its header", code == 0, "exit %d %s" % (code, error))
        code, out, error = run(["encode", "--hex"], out)
        check(name + ": without its header, back", code == 0 and bytes.fromhex(out.decode()) == data[4:], error)

        for cut in (1, 3, len(data) - 1):
            if cut < len(data) and (cut >= 4 or len(data) > 4):
                code, out, error = decode(data[:cut], "--from", "bin", "--as", "handshake", *options)
                check("%s cut after %d" % (name, cut), code == 5, "exit %d" % code)
        bad = []
        for length in range(len(data) - 4):
            part = data[4:4 + length]
            code, out, error = decode(data[:1] + vector(3, part), "--from", "bin", *options)
            if length in shorter:
                if code != 0:
                    bad.append((length, code))
                continue
            if code != 1:
                bad.append((length, code))
                continue
            fault = json.loads(out)["error"]
            if not (fault["rule"].startswith("R") and fault["rule"] in error and "^" in error and
                    fault["alert"] not in ("unknown", "") and 4 <= fault["offset"] <= 4 + length and
                    fault["offset"] + fault["length"] <= 4 + length):
                bad.append((length, fault))
        check(name + ": shorter bodies", not bad, bad[:3])
        code, out, error = decode(data[:1] + vector(3, data[4:], b"\0"), "--from", "bin", *options)
        check(name + ": a byte too many", code == 1, "exit %d" % code)


def test_malformed():
    for name, data, options, rule, offset, alert in MALFORMED:
        code, out, error = decode(data, "--from", "bin", *options)
        if not check(name + ": refused", code == 1, "exit %d %s" % (code, error)):
            continue
        fault = json.loads(out)["error"]
        check(name + ": rule", fault["rule"] == rule, fault)
        check(name + ": offset", offset is None or fault["offset"] == offset, fault)
        check(name + ": alert", fault["alert"] == alert, fault)
        check(name + ": diagnostic", rule in error and alert in error and "^" in error and fault["path"] in error and
              "0x%x" % fault["offset"] in error, error)
        check(name + ": encode gives it back", run(["encode"], out)[1] == data)
        code, out, error = run(["decode", "--from", "bin", *options], data)
        check(name + ": the tree too", code == 1 and rule in error)


def test_extensions():
    """Each extension alone, in both forms, with its type and length and without."""
    for name, kind, body, answer, shorter in EXTENSIONS:
        forms = [("client", body)] + ([("server", answer)] if answer is not None else [])
        for sender, form in forms:
            for options in (["--sender", sender], []):
                there_and_back("%s from the %s" % (name, sender), extension(kind, form), "--from", "bin", "--as", name, *options)
                report = there_and_back("%s from the %s, its body" % (name, sender), form, "--from", "bin", "--as", name,
                                        "--body", *options)
                told = report["streams"][0]["messages"][0]["value"] if report else None
                check("%s from the %s: said so" % (name, sender),
                      told or options or sender == "client" or kind in (16, 35))  # the client's form takes these two
        bad = []
        for length in range(len(body) + 2):
            part = (body + b"\x80")[:length]
            code, out, error = decode(part, "--from", "bin", "--as", name, "--body", "--sender", "client")
            good = length in shorter or length == len(body) or kind == 35
            fault = json.loads(out).get("error")
            if good != (code == 0) or good == (fault is not None) or code not in (0, 1):
                bad.append((length, code, fault))
            if fault and not fault["offset"] + fault["length"] <= length:
                bad.append((length, fault))
        check(name + ": other bodies", not bad, bad[:3])
        code, out, error = decode(extension(kind ^ 0x40, body), "--from", "bin", "--as", name)
        check(name + ": of another type", code == 1 and "not a " + name in error, error)
    there_and_back("alpn, by its short name", extension(16, EXTENSIONS[8][2]), "--from", "bin", "--as", "alpn")
    there_and_back("an extension that nothing here reads", client_hello(extension(0x1234, bytes(9))))


def test_explicit_curves():
    """They are read, and refused all the same."""
    curve = b"".join(vector(1, part) for part in (b"a", b"b", b"base", b"order", b"cofactor", b"point"))
    char2 = b"\2\0\xa3"
    for field, names in ((b"\1" + vector(1, b"prime"), ["prime_p"]),
                         (char2 + b"\1" + vector(1, b"k"), ["m", "basis", "k"]),
                         (char2 + b"\2" + vector(1, b"1") + vector(1, b"2") + vector(1, b"3"), ["m", "basis", "k1", "k3"])):
        for kx, signature, last in (("ECDH_anon", b"", "public"), ("ECDHE_ECDSA", SIGNED, "signature")):
            data = message(12, field, curve, signature)
            code, out, error = decode(data, "--from", "bin", "--kx", kx)
            report, name = json.loads(out), "%s with %s" % (kx, names)
            check(name, code == 1 and report["error"]["rule"] == "R8422-5.4-02" and report["error"]["offset"] == 4, error)
            paths = {node["path"].split(".")[-1] for node in nodes(report)}
            check(name + ": fields", paths >= set(names + ["cofactor", last]) and "rest" not in paths, paths)
            check(name + ": back", run(["encode"], out)[1] == data)


def xxd(data):
    return "".join("%08x: %-40s %s\n" % (at, " ".join(data[at:at + 16].hex()[i:i + 4] for i in range(0, 32, 4)).strip(),
                                          printable(data[at:at + 16])) for at in range(0, len(data), 16))


def printable(data):
    return "".join(chr(b) if 32 <= b < 127 else "." for b in data)


def hexdump(data):
    lines = []
    for at in range(0, len(data), 16):
        row = data[at:at + 16]
        left, right = " ".join("%02x" % b for b in row[:8]), " ".join("%02x" % b for b in row[8:])
        lines.append("%08x  %-23s  %-23s  |%s|\n" % (at, left, right, printable(row)))
    return "".join(lines) + "%08x\n" % len(data)


def wireshark(data):
    return "".join("%04x   %-47s   %s\n" % (at, " ".join("%02x" % b for b in data[at:at + 16]), printable(data[at:at + 16]))
                   for at in range(0, len(data), 16))


DIALECTS = {
    "plain": lambda d: d.hex(),
    "upper case": lambda d: d.hex().upper() + "\n",
    "pairs": lambda d: " ".join("%02x" % b for b in d),
    "wrapped": lambda d: "\n".join(d[i:i + 20].hex() for i in range(0, len(d), 20)) + "\n",
    "colons": lambda d: ":".join("%02x" % b for b in d),
    "0x": lambda d: "0x" + d.hex(),
    "0x bytes": lambda d: ", ".join("0x%02x" % b for b in d),
    "C array": lambda d: "{ " + ", ".join("0x%02X" % b for b in d) + " };\n",
    "C string": lambda d: '"' + "".join("\\x%02x" % b for b in d) + '"',
    "CRLF": lambda d: "\r\n".join(d[i:i + 20].hex() for i in range(0, len(d), 20)) + "\r\n",
    "comments": lambda d: "# a message\n" + d.hex() + "  # and its end\n",
    "xxd": xxd,
    "xxd -p": lambda d: "\n".join(d[i:i + 30].hex() for i in range(0, len(d), 30)) + "\n",
    "hexdump -C": hexdump,
    "Wireshark": wireshark,
}


def test_dialects():
    samples = [("RFC 8448", RFC8448), ("ServerHelloDone", message(14)), ("Finished", message(20, b"0123 ab cd ef"[:12])),
               ("NewSessionTicket", message(4, bytes(4), vector(2, bytes(range(33, 127))))),
               ("records", record(22, RFC8448, 0x0301) + record(21, b"\2\x28"))]
    samples += [("ticket of %d" % n, message(4, bytes(4), vector(2, b"fade " * n))) for n in range(1, 8)]
    for sample, data in samples:
        for dialect, write in DIALECTS.items():
            code, out, error = decode(write(data))
            back = run(["encode"], out)[1] if code == 0 else b""
            check("%s as %s" % (sample, dialect), code == 0 and back == data, "exit %d %s" % (code, error))
        code, out, error = decode(data)
        check(sample + " as bytes", code == 0)
        check(sample + " --from hex", decode(data.hex(), "--from", "hex")[0] == 0)
    code, out, error = decode("0e0000zz")
    check("not a digit", code == 1 and "0x6" in error, "exit %d %s" % (code, error))


def test_pem():
    body = message(11, vector(3, vector(3, bytes(100))))
    text = "words before\n-----BEGIN TLS MESSAGE-----\n%s-----END TLS MESSAGE-----\n" % base64.encodebytes(body).decode()
    code, out, error = decode(text)
    check("PEM", code == 0 and run(["encode"], out)[1] == body, "exit %d %s" % (code, error))
    code, out, error = decode(text.replace("-----END", "-----END OF"))
    check("PEM without its end", code == 1, "exit %d" % code)
    code, out, error = decode(text.replace("\n-----END", "?\n-----END"))
    check("PEM with a bad character", code == 1, "exit %d" % code)


def tlv(tag, *parts):
    body = b"".join(parts)
    size = len(body)
    return number(tag, 1) + (number(size, 1) if size < 128 else b"\x81" + number(size, 1) if size < 256
                             else b"\x82" + number(size, 2)) + body


def certificate(serial):
    """Well-formed, and signed by nobody."""
    ecdsa = tlv(0x30, tlv(6, bytes.fromhex("2a8648ce3d040302")))
    name = tlv(0x30, tlv(0x31, tlv(0x30, tlv(6, bytes.fromhex("550403")), tlv(0x0C, b"server.example"))))
    key = tlv(0x30, tlv(0x30, tlv(6, bytes.fromhex("2a8648ce3d0201")), tlv(6, bytes.fromhex("2a8648ce3d030107"))),
              tlv(3, b"\0\4" + bytes(64)))
    validity = tlv(0x30, tlv(0x17, b"260101000000Z"), tlv(0x17, b"270101000000Z"))
    extensions = tlv(0xA3, tlv(0x30, tlv(0x30, tlv(6, bytes.fromhex("551d13")), tlv(1, b"\xff"), tlv(4, tlv(0x30)))))
    inner = tlv(0x30, tlv(0xA0, tlv(2, b"\2")), tlv(2, serial), ecdsa, name, validity, name, key, extensions)
    return tlv(0x30, inner, ecdsa, tlv(3, b"\0", tlv(0x30, tlv(2, b"\1"), tlv(2, b"\1"))))


def test_certificates():
    one, two = certificate(b"\x05"), certificate(b"\x06")
    text = "".join("-----BEGIN CERTIFICATE-----\n%s-----END CERTIFICATE-----\n" % base64.encodebytes(der).decode()
                   for der in (one, two))
    for what, data, der in (("DER", one, one), ("PEM chain", text, one + two)):
        code, out, error = decode(data)
        if not check(what + ": accepted", code == 0, error):
            continue
        report = json.loads(out)
        check(what + ": back", run(["encode"], out)[1] == der)
        check(what + ": children make up their parents", all(leaves(node).hex() == node["raw"] for node in nodes(report)))
        check(what + ": rules", all(node["rule"] for node in nodes(report)))
        values = {node["path"]: node["value"] for node in nodes(report)}
        check(what + ": issuer", values.get("certificate.tbs_certificate.issuer[0][0][1]") == "server.example",
              sorted(values)[:9])
        check(what + ": serial number", values.get("certificate.tbs_certificate.serial_number") in ("5", "6"))
        check(what + ": key", "1.2.840.10045.3.1.7" in values.values())
    code, out, error = decode(one[:-1], "--from", "der")
    check("DER cut", code == 1 and json.loads(out)["error"]["rule"].startswith("R5280"), "exit %d %s" % (code, error))
    code, out, error = decode(one.replace(b"\x17\x0d2601", b"\x17\x0d26xx", 1), "--from", "der")
    check("DER with a bad date", code == 1 and "R5280" in error and "^" in error, error)
    check("PEM without a block", run(["decode", "--from", "pem"], "nothing")[0] == 1)


def test_exit_codes():
    check("an option that is none", run(["decode", "--nonsense"])[0] == 2)
    check("a message or extension that is none", run(["decode", "--as", "nonsense"])[0] == 2)
    check("a key exchange that is none", run(["decode", "--kx", "nonsense"])[0] == 2)
    check("a sender that is none", run(["decode", "--sender", "nobody"])[0] == 2)
    check("a format that is none", run(["decode", "--from", "nonsense"])[0] == 2)
    check("--body without a name", run(["decode", "--body"], "00")[0] == 2)
    check("two files", run(["decode", "a", "b"])[0] == 2)
    check("a file that is not there", run(["decode", "/nonexistent/file"])[0] == 3)
    check("a folder", run(["decode", "/"])[0] == 3)
    check("encode: a file that is not there", run(["encode", "/nonexistent/file"])[0] == 3)
    check("encode: an option that is none", run(["encode", "--nonsense"])[0] == 2)
    check("encode: not JSON", run(["encode"], "{")[0] == 1)
    check("encode: other JSON", run(["encode"], "{}")[0] == 1)
    check("encode: no hex", run(["encode"], '{"streams":[{"messages":[{"raw":"0g","children":[]}]}]}')[0] == 1)
    check("a key exchange message without --kx", run(["decode"], MESSAGES[19][1].hex())[0] == 2)
    check("decode --help", run(["decode", "--help"])[0] == 0)
    check("encode --help", run(["encode", "--help"])[0] == 0)
    check("a cut record", decode(record(22, RFC8448)[:60])[0] == 5)
    check("a cut record header", decode(record(22, RFC8448) + b"\x16\x03\x03")[0] == 5)
    check("a message that its records cut", decode(record(22, RFC8448[:60]))[0] == 5)
    check("a vector that overruns is no cut", decode(message(16, b"\x20\0").hex(), "--kx", "ECDHE_RSA")[0] == 1)
    check("another message than --as says", decode(message(14).hex(), "--as", "finished")[0] == 1)
    check("a client's empty certificate_list", decode(message(11, vector(3)).hex(), "--sender", "client")[0] == 0)
    code, out, error = run(["decode"], message(11, vector(3)).hex())
    check("the tree says whose it is", code == 0 and b"client" in out)
    code, out, error = run(["decode", "--kx", "DH_RSA"], message(16).hex())
    check("the tree says that it is implicit", code == 0 and b"implicit" in out)
    code, out, error = run(["decode"], client_hello(extension(0, vector(2, b"\0" + vector(2, b"\x1b[2J\nname")))).hex())
    check("no control characters from the wire", code == 0 and b"\x1b" not in out and b"\n\n" not in out and
          b"??" not in out.split(b"host_name")[0])


def test_edit():
    """A changed leaf changes the bytes."""
    report = json.loads(decode(message(20, bytes(12)))[1])
    report["streams"][0]["messages"][0]["children"][2]["raw"] = "ff" * 12
    code, out, error = run(["encode"], json.dumps(report))
    check("an edited leaf", code == 0 and out == message(20, b"\xff" * 12), error)

    def encoded(path, value, also=()):
        """The ClientHello in which one leaf has this value in place of its hex, and these lengths are left out."""
        report = json.loads(decode(client_hello(extension(0, vector(2, b"\0" + vector(2, b"a")))))[1])
        for node in nodes(report):
            if node["path"] == path or node["path"] in also:
                node["raw"], node["value"] = None, value if node["path"] == path else None
        return run(["encode"], json.dumps(report))

    name = "client_hello.extensions[0].extension_data.server_name_list[0].host_name"
    lengths = ["client_hello.length", "client_hello.extensions.length", "client_hello.extensions[0].extension_data.length",
               "client_hello.extensions[0].extension_data.server_name_list.length", name + ".length"]
    for path, value, good in (("client_hello.client_version", "TLS 1.0", b"\x03\x01" + RANDOM),
                              ("client_hello.client_version", "0x0305", b"\x03\x05" + RANDOM),
                              ("client_hello.cipher_suites[0].cipher_suite", "TLS_RSA_WITH_NULL_MD5", b"\0\4\0\1\0\x9e"),
                              ("client_hello.session_id.length", "3", RANDOM + b"\3id")):
        code, out, error = encoded(path, value)
        check("a value: " + value, code == 0 and good in out, "exit %d %s" % (code, error))
    code, out, error = encoded(name + ".data", "other.example", lengths)
    check("a text, and lengths that are counted", code == 0 and
          out == client_hello(extension(0, vector(2, b"\0" + vector(2, b"other.example")))), "exit %d %s" % (code, error))
    for path, value in (("client_hello.client_version", "TLS 9"), ("client_hello.client_version", "65536"),
                        ("client_hello.random", "7"), ("client_hello.client_version", None), ("client_hello.session_id.length", "-1")):
        check("a value that is none: %s" % value, encoded(path, value)[0] == 1)


def test_key_exchange_from_hello():
    """ServerHello's suite says how to read the messages after it; what follows ChangeCipherSpec is not read."""
    flight = server_hello(0xC02F) + message(11, vector(3, vector(3, b"x"))) + message(12, POINT, SIGNED) + message(14)
    there_and_back("a flight", flight)
    there_and_back("a flight in one record", record(22, flight))
    there_and_back("a flight and a ClientKeyExchange", flight + message(16, vector(1, bytes(32))))
    code, out, error = decode(server_hello(0x009E) + message(12, POINT, SIGNED))
    check("another key exchange than the suite's", code == 1)
    report = there_and_back("encrypted", record(22, flight) + record(20, b"\1") + record(22, bytes(40)) + record(21, bytes(32)))
    values = [node["value"] for node in nodes(report) if node["path"].endswith(".fragment")] if report else []
    check("encrypted: said so", len([v for v in values if v and v.startswith("encrypted")]) == 2, values)
    code, out, error = decode(server_hello(0x1234) + message(12, DH, SIGNED))
    check("a suite that is in no registry", code == 0 and "--kx" in error, error)
    report = there_and_back("alerts", record(21, b"\1\0") + record(21, b"\2\x28\2\x32"))
    values = [node["value"] for node in nodes(report) if node["value"]] if report else []
    check("alerts: fields", values == ["alert", "0x0303", "2", "warning", "close_notify",
                                       "alert", "0x0303", "4", "fatal", "handshake_failure", "fatal", "decode_error"], values)


def test_other_suites():
    """Suites that are not implemented: their names, and the messages of their key exchange."""
    both = server_hello(0x0088) + message(12, DH, SIGNED)
    status, output, error = decode(both)
    report = json.loads(output)
    found = {node["path"]: node["value"] for node in nodes(report)}
    check("Camellia", status == 0 and found.get("server_hello.cipher_suite") == "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA" and
          "server_key_exchange.dh_p.length" in found, (status, error, found))
    hello = report["streams"][0]["messages"][0]
    suite = next(node for node in hello["children"] if node["path"] == "server_hello.cipher_suite")
    del suite["raw"]
    suite["value"] = "TLS_RSA_WITH_RC4_128_SHA"
    check("edited by name", run(["encode"], json.dumps(report))[1] == server_hello(5) + message(12, DH, SIGNED))
    for name, text in (("0x0088", "DHE_RSA"), ("TLS_FALLBACK_SCSV", "signal"), ("0x1301", "TLS 1.3")):
        status, output, _ = run(["explain", "suite", name])
        check("explain suite " + name, status == 0 and text in output.decode(), output)


def test_own_handshakes():
    """The captures that tls12 handshake writes."""
    with tempfile.TemporaryDirectory() as folder:
        for kx in ("RSA", "DHE_RSA", "ECDHE_RSA", "ECDHE_ECDSA"):
            path = os.path.join(folder, kx + ".pcap")
            code, out, error = run(["handshake", "--kx", kx, "--pcap", path])
            if not check(kx + ": handshake", code == 0, error):
                continue
            for side in ("client", "server"):
                code, out, error = run(["decode", "--json", "--flow", "0", "--from-" + side, path])
                if not check("%s from the %s: accepted" % (kx, side), code == 0, error):
                    continue
                report = json.loads(out)
                check("%s from the %s: rules and packets" % (kx, side),
                      all(node["rule"] and node["packets"] for node in nodes(report) if node["length"] > 0))
                code, stream, error = run(["encode"], out)
                code, again, error = decode(stream, *options_for(kx))
                check("%s from the %s: back" % (kx, side), code == 0 and run(["encode"], again)[1] == stream, error)
                for one in report["streams"][0]["messages"]:
                    there_and_back("%s: %s" % (kx, one["path"]), bytes.fromhex(one["raw"]), "--sender", side, *options_for(kx))


def test_vectors():
    global skipped
    if not os.path.isdir(VECTORS):
        skipped += 1
        print("skipped: there is no ../shared/vectors")
        return
    caps = os.path.join(VECTORS, "illustrated-tls12", "captures", "caps")
    whole = {name: open(os.path.join(caps, name), "rb").read() for name in sorted(os.listdir(caps))}
    clear = ["clienthello", "serverhello", "servercert", "serverkeyexchange", "serverhellodone", "clientkeyexchange",
             "clientccs", "serverccs"]
    for name in clear:
        there_and_back("illustrated " + name, whole[name], *options_for("ECDHE_RSA" if "exchange" in name else None))
    for name in ("clientfinishedplain", "serverfinishedplain"):
        there_and_back("illustrated " + name, whole[name][:16])
    for side, rest in (("client", ["clientfinished", "clientdata", "clientalert"]), ("server", ["serverfinished", "serverdata"])):
        stream = whole[side + "ccs"] + b"".join(whole[name] for name in rest)
        report = there_and_back("illustrated %s, encrypted" % side, stream)
        hidden = [node for node in nodes(report) if str(node["value"]).startswith("encrypted")] if report else []
        check("illustrated %s: %d encrypted" % (side, len(rest)), len(hidden) == len(rest))
    code, out, error = run(["decode", "--json", os.path.join(os.path.dirname(caps), "capture.pcap")])
    if check("illustrated capture", code == 0, error):
        report = json.loads(out)
        streams = {stream["from"]: stream for stream in report["streams"]}
        check("illustrated capture: the client's messages",
              [m["path"] for m in streams["client"]["messages"]] == ["client_hello", "client_key_exchange"])
        check("illustrated capture: the server's messages", [m["path"] for m in streams["server"]["messages"]] ==
              ["server_hello", "certificate", "server_key_exchange", "server_hello_done"])
        check("illustrated capture: the rest is encrypted",
              len([n for n in nodes(report) if str(n["value"]).startswith("encrypted")]) == 5)
    with open(os.path.join(VECTORS, "tls12-handshakes.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            handshake = json.loads(line)
            name = handshake["cipher_suite_name"]
            kx = name[4:].split("_WITH_")[0]
            where = os.path.basename(handshake["file"])
            if kx not in ("RSA", "DHE_RSA", "ECDHE_RSA", "ECDHE_ECDSA"):
                continue
            for i, one in enumerate(handshake["messages"]):
                if handshake["file"].endswith("tls1.2-protocol-violation.pcap") and one.get("type") == 11:
                    code, out, error = decode(bytes.fromhex(one["hex"]), "--from", "bin")
                    check("%s: its damaged Certificate" % where, code == 1 and "R5246-4.3-06" in error, error)
                elif one["content_type"] == 22 and one.get("type") is not None:
                    there_and_back("%s %d" % (where, i), bytes.fromhex(one["hex"]), "--kx", kx, "--sender", one["from"])
            if "mysql" in handshake["file"]:  # TLS begins inside another protocol there
                continue
            code, out, error = run(["decode", "--json", "--kx", kx, os.path.join(VECTORS, handshake["file"])])
            check("%s, the capture" % where, code == (1 if "violation" in where else 0), "exit %d %s" % (code, error))
            check("%s, the capture: encrypted messages" % where, b'"encrypted (' in out)


def main():
    if not os.access(TLS12, os.X_OK):
        sys.exit("no command at %s" % TLS12)
    for name, test in sorted(globals().items()):
        if name.startswith("test_"):
            test()
    print("%d passed, %d failed%s" % (passed, failed, ", %d skipped" % skipped if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
