#!/usr/bin/env python3
"""The secrets of static and fixed Diffie-Hellman, computed again in plain integers: from the recorded messages and the private keys.

Our client and server run in memory; the bytes come from the capture, the keys from the source of the built-in credentials, and the
master secret that results is the one of the key log. Nothing of src/ is used.
"""
import base64
import hashlib
import hmac
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build/tls12"))
CERTIFICATE, SERVER_KEY_EXCHANGE, CLIENT_KEY_EXCHANGE = 11, 12, 16

# secp256r1: y^2 = x^3 - 3x + b modulo P
P = 2**256 - 2**224 + 2**192 + 2**96 - 1


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def multiply(k, point):
    result = None
    while k:
        if k & 1:
            result = add(result, point)
        point, k = add(point, point), k >> 1
    return result


def elements(data):
    """The DER elements in a row: (tag, contents)."""
    found, at = [], 0
    while at < len(data):
        tag, n, start = data[at], data[at + 1], at + 2
        if n & 128:
            start += n & 127
            n = int.from_bytes(data[at + 2:start], "big")
        found.append((tag, data[start:start + n]))
        at = start + n
    return found


def number(data):
    return int.from_bytes(data, "big")


def public_key(certificate):
    """(p, y) of a DH key, or the point of an EC key."""
    fields = elements(elements(elements(certificate)[0][1])[0][1])
    algorithm, key = elements(fields[6][1])
    parameters = elements(algorithm[1])[1]
    if parameters[0] == 0x30:
        return number(elements(parameters[1])[0][1]), number(elements(key[1][1:])[0][1])
    return number(key[1][2:34]), number(key[1][34:66])


def private_key(name):
    with open(os.path.join(ROOT, "src/tool/test_credentials_more.c")) as source:
        text = re.search(r"const char %s\[\] =\s+(.*?);" % name, source.read(), re.S)[1]
    lines = re.findall(r'"(.*?)\\n"', text)
    _, algorithm, key = elements(elements(base64.b64decode("".join(lines[1:-1])))[0][1])
    inner = elements(key[1])[0]
    return number(inner[1]) if inner[0] == 2 else number(elements(inner[1])[1][1])


def capture(path):
    """The bytes of the client and of the server, from a capture of raw or Ethernet packets of one connection in order."""
    with open(path, "rb") as file:
        data = file.read()
    ether = 14 if number(data[20:24][::-1]) == 1 else 0
    at, sides, first = 24, {}, None
    while at < len(data):
        n = number(data[at + 8:at + 12][::-1])
        packet = data[at + 16 + ether:at + 16 + n]
        ip = 4 * (packet[0] & 15) if packet[0] >> 4 == 4 else 40
        end = number(packet[2:4]) if packet[0] >> 4 == 4 else 40 + number(packet[4:6])
        port = packet[ip:ip + 2]
        first = first or port
        sides[port == first] = sides.get(port == first, b"") + packet[ip + 4 * (packet[ip + 12] >> 4):end]
        at += 16 + n
    return sides[True], sides[False]


def messages(stream):
    """The handshake messages before ChangeCipherSpec."""
    content, at = b"", 0
    while at < len(stream) and stream[at] == 22:
        n = number(stream[at + 3:at + 5])
        content += stream[at + 5:at + 5 + n]
        at += 5 + n
    found, at = [], 0
    while at < len(content):
        n = 4 + number(content[at + 1:at + 4])
        found.append(content[at:at + n])
        at += n
    return found


def body(list_of, kind):
    return next((m[4:] for m in list_of if m[0] == kind), None)


def leaf(list_of):
    got = body(list_of, CERTIFICATE)
    return public_key(got[6:6 + number(got[3:6])])


def prf(secret, label, seed, n):
    text, a, out = label + seed, label + seed, b""
    while len(out) < n:
        a = hmac.digest(secret, a, "sha256")
        out += hmac.digest(secret, a + text, "sha256")
    return out[:n]


def secrets(kx, fixed, client, server):
    """The premaster secret as each private key gives it."""
    if "ECDH" in kx:
        own, exchange = leaf(server), body(client, CLIENT_KEY_EXCHANGE)
        share = leaf(client) if fixed else (number(exchange[2:34]), number(exchange[34:66]))
        yield multiply(private_key("test_ecdh_key"), share)[0].to_bytes(32, "big")
        if fixed:
            yield multiply(private_key("test_ecdh_client_key"), own)[0].to_bytes(32, "big")
        return
    exchange = body(client, CLIENT_KEY_EXCHANGE)
    if "DHE" in kx:  # the server's private number is gone; its share is in ServerKeyExchange
        params = body(server, SERVER_KEY_EXCHANGE)
        fields = []
        for _ in range(3):
            n = number(params[:2])
            fields.append(number(params[2:2 + n]))
            params = params[2 + n:]
        p, own = fields[0], fields[2]
    else:
        p, own = leaf(server)
        share = leaf(client)[1] if fixed else number(exchange[2:])
        yield stripped(pow(share, private_key("test_dh_key"), p))
    if fixed:
        yield stripped(pow(own, private_key("test_dh_client_key"), p))


def stripped(n):
    return n.to_bytes((n.bit_length() + 7) // 8, "big")


def main():
    passed = failed = 0
    static = ("DH_DSS", "DH_RSA", "ECDH_ECDSA", "ECDH_RSA")
    cases = [(kx, None) for kx in static] + [(kx, "rsa_fixed_ecdh" if "EC" in kx else "rsa_fixed_dh") for kx in static]
    cases += [(kx, "dss_fixed_dh") for kx in ("DHE_DSS", "DHE_RSA")]
    for kx, kind in cases:
        with tempfile.TemporaryDirectory() as folder:
            pcap, log = os.path.join(folder, "pcap"), os.path.join(folder, "log")
            subprocess.run([TLS12, "handshake", "--kx", kx, "--pcap", pcap, "--keylog", log, "--client-auth", kind or "none"],
                           check=True, stdout=subprocess.DEVNULL, timeout=60)
            client, server = map(messages, capture(pcap))
            with open(log) as lines:
                wanted = bytes.fromhex(lines.read().split()[2])
        session_hash = hashlib.sha256(b"".join([client[0], *server, *client[1:]])).digest()
        implicit = len(body(client, CLIENT_KEY_EXCHANGE)) == 0
        got = [prf(z, b"extended master secret", session_hash, 48) for z in secrets(kx, kind is not None, client, server)]
        good = implicit == (kind is not None) and len(got) > 0 and all(secret == wanted for secret in got)
        passed, failed = passed + good, failed + (not good)
        if not good:
            print("not ok: %s, %s" % (kx, kind))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
