#!/usr/bin/env python3
"""Failures as people meet them, against OpenSSL or bytes written here: each diagnosis names place, rule, alert, and what to do.

usage: TLS12=build/tls12 tests/interop/diagnoses.py

Loopback only; every process is ended here. The last line counts.
"""
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading

import peers

LIMIT = 30
passed = failed = 0


def check(what, text, *expected):
    """Each expected pattern is in the text, in this order."""
    global passed, failed
    flat, at = " ".join(text.split()), 0
    for pattern in expected:
        found = re.search(pattern, flat[at:])
        if not found:
            failed += 1
            print("FAILED: %s: no '%s' in: %s" % (what, pattern, flat))
            return
        at += found.end()
    passed += 1


def openssl(*arguments):
    status, _, error = peers.run("openssl", *arguments)
    if status != 0:
        sys.exit("openssl %s: %s" % (arguments[0], error))


def certificate(folder, name, usage, *more):
    """A certificate of the key in the folder that signs itself."""
    path = os.path.join(folder, name)
    openssl("req", "-x509", "-key", os.path.join(folder, "key.pem"), "-out", path, "-subj", "/CN=server.example", "-addext",
            "subjectAltName=DNS:server.example", "-addext", "keyUsage=keyCertSign," + usage, *more)
    return path


def our_client(folder, chain, *options, sni="server.example"):
    """What our client says of an OpenSSL server with this chain."""
    with peers.Server(r"^ACCEPT \S*?:(\d+)", "openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-key",
                      os.path.join(folder, "key.pem"), "-cert", chain, *options) as server:
        _, _, error = peers.run(peers.TLS12, "client", "--sni", sni, "--ca", chain, "127.0.0.1:%d" % server.port, limit=LIMIT)
        return error


def our_server(talk, *options):
    """What our server says of one connection; talk(port) is the client."""
    server = subprocess.Popen([peers.TLS12, "server", "--port", "0", "--connections", "1", *options], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    late = threading.Timer(LIMIT, server.kill)
    late.start()
    port = int(re.search(r"port (\d+)", server.stdout.readline())[1])
    talk(port)
    said = server.communicate()[0]
    late.cancel()
    return said


def say(*parts, close=True):
    """A client that sends these bytes, and reads until the server closes or it has said enough."""
    def talk(port):
        with socket.create_connection(("127.0.0.1", port), LIMIT) as there:
            there.settimeout(LIMIT)
            for part in parts:
                there.sendall(part)
            if close:
                there.shutdown(socket.SHUT_WR)
            try:
                while there.recv(4096):
                    pass
            except OSError:
                pass
    return talk


def record(content_type, content):
    return bytes([content_type, 3, 3]) + len(content).to_bytes(2, "big") + content


def client_hello(version=b"\3\3", suites=b"\xc0\x2f\x00\x9c", extensions=b""):
    listed = len(extensions).to_bytes(2, "big") + extensions if extensions else b""
    body = version + bytes(range(32)) + b"\0" + len(suites).to_bytes(2, "big") + suites + b"\1\0" + listed
    return record(22, b"\1" + len(body).to_bytes(3, "big") + body)


def meddling_relay(port):
    """Hands one connection on, but hides that the client knows extended_master_secret: the two sides hash different hellos."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(LIMIT)

    def pump(source, target, meddle):
        try:
            while data := source.recv(65536):
                if meddle:
                    data, meddle = data.replace(b"\0\x17\0\0", b"\xfa\xfa\0\0"), False
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def serve():
        with listener, listener.accept()[0] as one, socket.create_connection(("127.0.0.1", port), LIMIT) as other:
            back = threading.Thread(target=pump, args=(other, one, False))
            back.start()
            pump(one, other, True)
            back.join(LIMIT)

    threading.Thread(target=serve, daemon=True).start()
    return listener.getsockname()[1]


def through_relay(port):
    peers.run("openssl", "s_client", "-tls1_2", "-cipher", "AES128-GCM-SHA256:AES256-GCM-SHA384", "-connect",
              "127.0.0.1:%d" % meddling_relay(port), limit=LIMIT)


def main():
    with tempfile.TemporaryDirectory() as folder:
        key = os.path.join(folder, "key.pem")
        openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key)
        good = certificate(folder, "good.pem", "digitalSignature,keyEncipherment")
        only_encryption = certificate(folder, "encryption.pem", "keyEncipherment")
        expired = os.path.join(folder, "expired.pem")
        openssl("x509", "-in", good, "-signkey", key, "-days", "-1", "-out", expired)

        check("expired chain", our_client(folder, expired), r"Certificate at offset 0x\w+", "R5280-6.1.3-02", "certificate_expired",
              "Renew the certificate")
        _, _, error = peers.run(peers.TLS12, "chain", "--ca", good, expired, limit=LIMIT)
        check("expired chain, verified alone", error, r"offset 0x\w+", "R5280-6.1.3-02", "certificate_expired", "the clock is wrong: renew it")
        check("name of another host", our_client(folder, good, sni="other.example"), "R9325-7.1-01", "certificate_unknown",
              "tls12 chain --name")
        check("no common curve", our_client(folder, good, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256", "-curves",
                                            "brainpoolP256r1"), "the peer refused", "handshake_failure", "groups", "tls12 decode")
        check("no common suite", our_client(folder, good, "-tls1_2", "-cipher", "AES128-SHA"), "the peer refused",
              "handshake_failure", "no common suite", "Compare what both sides offer")
        check("wrong key usage", our_client(folder, only_encryption, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256"),
              r"Certificate at offset 0x\w+", "digitalSignature", "R5246-7.4.2-13", "unsupported_certificate", "tls12 chain --kx")
        check("client without certificate", our_client(folder, good, "-tls1_2", "-Verify", "1"), "the peer refused",
              "handshake_failure", "missing certificate")
    check("bad Finished", our_server(through_relay, "--policy", "reference"), r"Finished at offset 0x4, 12 bytes", "R5246-7.4.9-03", "decrypt_error",
          "the two sides saw different messages")
    hello = client_hello(extensions=bytes.fromhex("000a00040002001700 0d0004000204 01ff01000100".replace(" ", "")))
    check("early ChangeCipherSpec", our_server(say(hello, record(20, b"\1"))), "R5246-7", "unexpected_message", "tls12 explain flow")
    check("TLS 1.0 peer", our_server(say(client_hello(version=b"\3\1"))), r"ClientHello at offset 0x4", "R5246-7.4.1.3-02|R5246-E",
          "protocol_version", "One side cannot do TLS 1.2")
    check("missing extension", our_server(say(client_hello())), "ClientHello", "rule R5746-|rule R9325-|rule R5246-",
          "handshake_failure|insufficient_security")
    check("truncated record", our_server(say(hello[:30])), "closed")
    _, _, error = peers.run("sh", "-c", "printf '%s' " + hello[:30].hex() + " | " + peers.TLS12 + " decode")
    check("truncated record, decoded", error, r"offset 0x\w+", "the input ends before the length that the header announces",
          "rule R5246-", "the capture was cut")
    _, _, error = peers.run("sh", "-c", "printf 0b000006000003000000 | " + peers.TLS12 + " decode")
    check("a length of 0, decoded", error, r"offset 0x7", "R5246-7.4.2-05", "decode_error", "often a certificate in PEM where DER belongs")
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
