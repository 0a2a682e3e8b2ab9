#!/usr/bin/env python3
"""Messages that others published: each decodes and gives its bytes back, or is refused for the reason that its source gives.

usage: TLS12=build/tls12 tests/tool/published.py

Read from ../shared/vectors when that folder exists: the recorded sessions of Go's crypto/tls, Botan's message files with
their verdicts, and the ClientHellos of rusticata's tls-parser. The last line counts.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")
counts = {"passed": 0, "failed": 0}

# What Botan says of a body, and the rule that is reported here.
BOTAN = {"Bad code for TLS alert level": "R5246-7.2-01",
         "Bad size (1) for TLS alert message": "R5246-7.2-01",
         "Bad size (3) for TLS alert message": "R5246-7.2-01",
         "Invalid CertificateVerify: Expected 2 bytes remaining, only 1 left": "R5246-4.7-01",
         "Invalid CertificateVerify: Expected 5 bytes remaining, only 1 left": "R5246-4.3-06",
         "Bad Hello_Request, has non-zero size": "R5246-7.4.1.1-05",
         "Session ticket message too short to be valid": "R5077-3.3-07",
         "Invalid SessionTicket: Expected 5 bytes remaining, only 1 left": "R5246-4.3-06"}
UNLISTED = {"0005": "RSA"}  # TLS_RSA_WITH_RC4_128_SHA is in no list of ours: RFC 7465 forbids it
TYPES = {"cert_verify": 15, "hello_request": 0, "new_session_ticket": 4}


def check(what, good, detail=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print("FAILED: %s %s" % (what, detail))


def run(arguments, data):
    done = subprocess.run([TLS12] + arguments, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def there_and_back(name, data, *options):
    code, out, error = run(["decode", "--json", "--from", "bin", *options], data)
    if code == 0:
        code, back, error = run(["encode"], out)
        check(name, code == 0 and back == data, "encode: exit %d %s" % (code, error))
    else:
        check(name, False, "decode: exit %d %s" % (code, error))


def key_exchange(messages):
    """From the suite of the ServerHello: what the bytes of both key exchange messages mean."""
    with open(os.path.join(ROOT, "spec", "suites.tsv"), encoding="utf-8") as table:
        head, *rows = [line.rstrip("\n").split("\t") for line in table]
    for message in messages:
        data = bytes.fromhex(message["hex"])
        if data[0] == 2:
            at = 4 + 35 + data[38]
            code = "%04X" % int.from_bytes(data[at:at + 2], "big")
            for row in rows:
                if re.sub(r"\W|0x", "", row[0]).upper() == code:
                    return row[head.index("kx")]
            return UNLISTED.get(code)
    return None


def go_flows(folder):
    with open(os.path.join(VECTORS, folder, "expected.json"), encoding="utf-8") as file:
        for name, flow in json.load(file).items():
            kx = key_exchange(flow["handshake"])
            for i, message in enumerate(flow["handshake"]):
                data = bytes.fromhex(message["hex"])
                options = ["--kx", kx] if kx and data[0] in (12, 16) else []
                there_and_back("%s %s, message %d" % (folder, name, i), data, "--as", "handshake", "--sender", message["from"], *options)


def botan():
    folder = os.path.join(VECTORS, "botan", "tls")
    for name in sorted(os.listdir(folder)):
        kind = name[:-4]
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            cases = re.findall(r"^Buffer *= *(\w*)\n(?:Protocol.*\n)?Exception *= *(.*)$", file.read(), re.M)
        for i, (body, verdict) in enumerate(cases):
            data, what = bytes.fromhex(body), "Botan %s %d" % (kind, i)
            if kind == "alert":
                record = bytes([21, 3, 3]) + len(data).to_bytes(2, "big") + data
                options = ["--as", "records"]
            else:
                record = bytes([TYPES[kind]]) + len(data).to_bytes(3, "big") + data
                options = ["--as", "handshake"]
            if not verdict.strip():
                there_and_back(what, record, *options)
                continue
            code, _, error = run(["decode", "--json", "--from", "bin", *options], record)
            rule = BOTAN.get(verdict.strip())
            check(what, code == 1 and rule is not None and rule in error, "%s: exit %d %s" % (verdict, code, error))


def rusticata():
    folder = os.path.join(VECTORS, "rusticata-tls-parser", "assets")
    read = lambda name: open(os.path.join(folder, name), "rb").read()
    there_and_back("tls-parser, ClientHello", read("client_hello_dhe.bin"))
    there_and_back("tls-parser, ClientHello in two records",
                   read("tls_record_ch_fragmented_1.bin") + read("tls_record_ch_fragmented_2.bin"))


def main():
    if not os.path.isdir(VECTORS):
        print("skipped: there is no ../shared/vectors")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    go_flows("go-crypto-tls-flows")
    go_flows("go-crypto-tls-flows-tris")
    botan()
    rusticata()
    print("%(passed)d passed, %(failed)d failed" % counts)
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
