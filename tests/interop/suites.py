#!/usr/bin/env python3
"""Every suite that OpenSSL has, in both roles, and client certificates; with GnuTLS its key exchanges. On loopback.

usage: suites.py [MATRIX]

With MATRIX the table of key exchanges and peers is written there. Every process has a time limit. The last line counts.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import LIMIT, TLS12, Server, certificate, openssl, our_client, our_server, run, their_server  # noqa: E402

KEY_EXCHANGES = ("RSA DH_DSS DH_RSA DHE_DSS DHE_RSA DH_anon ECDH_ECDSA ECDH_RSA ECDHE_ECDSA ECDHE_RSA ECDH_anon PSK DHE_PSK "
                 "ECDHE_PSK RSA_PSK").split()
ALL = "ALL:COMPLEMENTOFALL:eNULL:@SECLEVEL=0"
SCHEMES = "ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256:DSA+SHA256:RSA+SHA1:ECDSA+SHA1:DSA+SHA1"
PSK, IDENTITY = "00112233445566778899aabbccddeeff", "client.example"
REQUEST = b"GET / HTTP/1.0\r\n\r\n"
cells = {}
remarks = {}  # what a peer does otherwise, and whether it did each time


def check(kx, column, good, what):
    tried, passed = cells.get((kx, column), (0, 0))
    cells[kx, column] = tried + 1, passed + bool(good)
    if not good:
        print("not ok: %s, %s: %s" % (column, kx, what))


def remark(text, so):
    remarks[text] = remarks.get(text, True) and so
    if not so:
        print("not ok: not so: " + text)


def closing(missing):
    """The last lines; the exit status."""
    for what in missing:
        print("skipped: " + what)
    tried, passed = (sum(cell[i] for cell in cells.values()) for i in (0, 1))
    failed = tried - passed + sum(not so for so in remarks.values())
    print("%d passed, %d failed, %d skipped" % (passed + sum(remarks.values()), failed, len(missing)))
    return 1 if failed else 0


def every_suite():
    """IANA's name, key exchange and result of every suite, of our client and our server."""
    return re.findall(r'"suite":"(\w+)","kx":"(\w+)".*"result":"(\w+)"', run([TLS12, "handshake", "--all", "--json"])[1])


def our_suites():
    return {name: kx for name, kx, _ in every_suite()}


def ours_to_ours():
    """The key exchange of every suite, by IANA's name."""
    found = every_suite()
    for name, kx, result in found:
        check(kx, "ours to ours", result == "complete", name)
    for kind in "rsa_sign dss_sign ecdsa_sign rsa_fixed_dh dss_fixed_dh rsa_fixed_ecdh ecdsa_fixed_ecdh empty".split():
        _, text, _ = run([TLS12, "handshake", "--client-auth", kind, "--json"])
        for name, kx, result in re.findall(r'"suite":"(\w+)","kx":"(\w+)".*"result":"(\w+)"', text):
            check(kx, "ours to ours, client certificates", result == "complete", "%s %s" % (kind, name))
    return {name: kx for name, kx, _ in found}


def certificates(path):
    openssl("genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:2048", "-out", path("dsa.group"))
    with open(path("all.pem"), "w") as every:
        for kind, new in (("rsa", ["rsa:2048"]), ("ec", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]),
                          ("dsa", ["param:" + path("dsa.group")])):
            certificate(path, kind, *new)
            every.write(open(path(kind + ".pem")).read())


def pair(path, kind):
    return ["-cert", path(kind + ".pem"), "-key", path(kind + ".key")]


#= build/requirements.md#R5246-5-02
#= type=test
## The TLS 1.2 PRF is P_<hash>(secret, label+seed) with one hash only; SHA-256 is used for every suite of RFC 5246
## and for every older suite (including RFC 4492/4279 *_SHA suites) when TLS 1.2 is negotiated.
#= build/requirements.md#R5246-5-03
#= type=test
## A suite that names another PRF hash (e.g. *_SHA384) uses that hash in the PRF, in the Finished hash and in the
## session hash.
#= build/requirements.md#R5489-3-01
#= type=test
## *_SHA and *_SHA256 suites use the SHA-256 PRF in TLS 1.2, *_SHA384 suites the SHA-384 PRF and HMAC-SHA384.
#= build/requirements.md#R5487-2-01
#= type=test
## PRF hash follows the suite suffix (_SHA256 or _SHA384).
#= build/requirements.md#R5288-3-03
#= type=test
## PRF and Finished hash are SHA-256 or SHA-384 according to the suite suffix.
#= build/requirements.md#R5289-3.1-01
#= type=test
## PRF and HMAC hash of the CBC suites follow the suffix.
#= build/requirements.md#R5289-3.2-01
#= type=test
## PRF hash of the GCM suites follows the suffix.
#= build/requirements.md#R7905-2-02
#= type=test
## The PRF hash is SHA-256.
#= build/requirements.md#R5487-3.1-01
#= type=test
## _SHA256 and _SHA384 CBC/NULL suites use HMAC with the named hash.
#= build/requirements.md#R4785-3-01
#= type=test
## The NULL PSK suites equal the RFC 4279 ones with NULL encryption and HMAC-SHA1.
#= build/requirements.md#R5246-4.7-08
#= type=test
## Everything encrypted under a block cipher is CBC and a whole number of cipher blocks.
def with_openssl(path, ours):
    _, text, _ = run(["openssl", "ciphers", "-stdname", "-s", "-tls1_2", "-psk", ALL])
    common = [(theirs, name, ours[name]) for name, theirs in re.findall(r"(TLS_\w+)\s+- (\S+)", text) if name in ours]
    trusting = ["--policy", "reference", "--ca", path("all.pem"), "--psk", PSK, "--psk-identity", IDENTITY]
    served = ["-tls1_2", "-cipher", ALL, "-www", "-psk", PSK, "-psk_identity", IDENTITY, "-sigalgs", SCHEMES]
    several = [*pair(path, "rsa"), "-dcert", path("ec.pem"), "-dkey", path("ec.key")]
    for dss, chains in ((False, several), (True, pair(path, "dsa"))):
        with their_server(*served, *chains) as server:
            for theirs, name, kx in common:
                if (kx == "DHE_DSS") == dss:
                    status, page, error = our_client(server.port, *trusting, "--suite", name)
                    check(kx, "our client, OpenSSL", status == 0 and re.search(r"Cipher *: %s\b" % theirs, page), name + error)
    with their_server(*served, *several, "-psk_hint", "a hint") as server:
        for kx in ("PSK", "DHE_PSK", "ECDHE_PSK", "RSA_PSK"):
            name = next(name for _, name, k in common if k == kx)
            status, _, error = our_client(server.port, *trusting, "--suite", name)
            check(kx, "our client, OpenSSL", status == 0, "hint " + error)
    listening = ["--policy", "reference", "--www", "--suite", ",".join(ours), "--psk", PSK, "--psk-identity", IDENTITY]
    chains = [o for kind in ("rsa", "ec", "dsa") for o in ("--cert", path(kind + ".pem"), "--key", path(kind + ".key"))]
    asking = ["openssl", "s_client", "-tls1_2", "-CAfile", path("all.pem"), "-sigalgs", SCHEMES, "-psk", PSK, "-psk_identity",
              IDENTITY, "-quiet"]
    with our_server(*listening, *chains) as server:
        for theirs, name, kx in common:
            _, page, error = run([*asking, "-connect", "127.0.0.1:%d" % server.port, "-cipher", theirs + ":@SECLEVEL=0"], REQUEST)
            check(kx, "OpenSSL, our server", "<dd>%s\n<dt>Key exchange<dd>%s\n" % (name, kx) in page, name + error)

    asked = sorted({kx: name for _, name, kx in common if "CBC" in name}.items())
    for kx, name in asked:
        if kx not in ("RSA", "DHE_DSS", "DHE_RSA", "ECDHE_ECDSA", "ECDHE_RSA"):
            continue
        theirs = next(t for t, n, _ in common if n == name)
        server_chain = pair(path, "dsa") if kx == "DHE_DSS" else several
        for kind in ("rsa", "ec", "dsa"):
            with their_server(*served, *server_chain, "-Verify", "1", "-CAfile", path("all.pem"), "-verify_return_error") as server:
                status, page, error = our_client(server.port, *trusting, "--suite", name, "--cert", path(kind + ".pem"), "--key",
                                                 path(kind + ".key"))
                check(kx, "our client, OpenSSL, client certificates", status == 0 and theirs in page, kind + error)
            with our_server(*listening, *chains, "--require-cert", "--ca", path("all.pem")) as server:
                _, page, error = run([*asking, *pair(path, kind), "-connect", "127.0.0.1:%d" % server.port, "-cipher",
                                      theirs + ":@SECLEVEL=0"], REQUEST)
                check(kx, "OpenSSL, our server, client certificates", "<dd>" + kx in page, kind + error)


# GnuTLS: what its priority strings call the key exchanges.
GNUTLS = {"RSA": "RSA", "DHE_RSA": "DHE-RSA", "ECDHE_RSA": "ECDHE-RSA", "ECDHE_ECDSA": "ECDHE-ECDSA", "DH_anon": "ANON-DH",
          "ECDH_anon": "ANON-ECDH", "PSK": "PSK", "DHE_PSK": "DHE-PSK", "ECDHE_PSK": "ECDHE-PSK", "RSA_PSK": "RSA-PSK"}
PRIORITY = ("NONE:+VERS-TLS1.2:+AES-128-GCM:+AES-256-GCM:+CHACHA20-POLY1305:+AES-128-CBC:+AES-256-CBC:+3DES-CBC:+NULL:+AEAD:"
            "+SHA1:+SHA256:+SHA384:+MD5:+SIGN-ALL:+GROUP-ALL:+COMP-NULL:%%DISABLE_TLS13_COMPAT_MODE:+%s")


def with_gnutls(path, ours):
    with open(path("psk.txt"), "w") as keys:
        keys.write("%s:%s\n" % (IDENTITY, PSK))
    chains = [o for kind in ("rsa", "ec") for o in ("--x509certfile", path(kind + ".pem"), "--x509keyfile", path(kind + ".key"))]
    chosen = {kx: [n for n in ours if ours[n] == kx and "GCM" in n or ours[n] == kx and "CBC_SHA" in n] for kx in GNUTLS}
    for kx, name in GNUTLS.items():
        command = ["gnutls-serv", "--http", "--port", "0", "--priority", PRIORITY % name, "--pskpasswd", path("psk.txt"), *chains]
        port = free_port()
        command[3] = str(port)
        with Server(command, r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
            for suite in chosen[kx]:
                status, page, error = our_client(server.port, "--policy", "reference", "--ca", path("all.pem"), "--psk", PSK,
                                                 "--psk-identity", IDENTITY, "--suite", suite)
                if "handshake_failure" in error:
                    continue  # a suite that GnuTLS does not have
                check(kx, "our client, GnuTLS", status == 0 and "GnuTLS" in page, suite + error)
    listening = ["--policy", "reference", "--www", "--suite", ",".join(ours), "--psk", PSK, "--psk-identity", IDENTITY]
    with our_server(*listening, *[o for k in ("rsa", "ec") for o in ("--cert", path(k + ".pem"), "--key", path(k + ".key"))]) as server:
        for kx, name in GNUTLS.items():
            if kx in ("DHE_PSK", "ECDHE_PSK"):
                continue  # gnutls-cli does not find the key of its command line then, with OpenSSL's server neither
            _, page, error = run(["gnutls-cli", "--port", str(server.port), "--priority", PRIORITY % name, "--x509cafile",
                                  path("all.pem"), "--pskusername", IDENTITY, "--pskkey", PSK, "127.0.0.1"], REQUEST)
            check(kx, "GnuTLS, our server", "<dd>%s\n" % kx in page, page[-300:] + error)


def free_port():
    import socket
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


def table(columns):
    rows = ["| | %s |" % " | ".join(columns), "|---|%s" % ("---|" * len(columns))]
    for kx in KEY_EXCHANGES:
        rows.append("| %s | %s |" % (kx, " | ".join(
            "%d of %d" % (cells[kx, c][1], cells[kx, c][0]) if (kx, c) in cells else "" for c in columns)))
    return "\n".join(rows) + "\n"


def matrix(missing):
    """A table for each side, and one for client certificates."""
    columns = list(dict.fromkeys(column for _, column in cells))
    ours = [c for c in columns if c.startswith("ours to ours")]
    certified = [c for c in columns if c not in ours and c.endswith(("client certificates", "fixed ECDH"))]
    clients = [c for c in columns if c not in certified and c.startswith("our client")]
    servers = [c for c in columns if c not in certified and c.endswith("our server")]
    text = ["# Key exchanges and peers\n\nHandshakes completed, with application data, of those tried; each is another suite or client "
            "certificate. Written by\n`make interop`; an empty cell: the peer does not have the key exchange.\n"]
    for title, part in (("Ours to ours", ours), ("Our client", clients), ("Our server", servers), ("Client certificates", certified)):
        text.append("\n## %s\n\n%s" % (title, table(part)))
    if remarks:
        text.append("\n## Differences\n\n%s" % "".join("- %s\n" % line for line in sorted(remarks)))
    text.append("\nThe premaster secrets of DH_DSS, DH_RSA, ECDH_ECDSA and ECDH_RSA, and those of fixed keys, are computed again in plain integers, from "
                "the\nrecorded messages and the private keys, by `tests/handshake/premaster.py`.\n")
    text += ["Not run: %s.\n" % what for what in missing]
    return "".join(text)


def main():
    import libraries
    import programs
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        ours = ours_to_ours()
        certificates(path)
        with_openssl(path, ours)
        if shutil.which("gnutls-serv") and shutil.which("gnutls-cli"):
            with_gnutls(path, ours)
        else:
            missing.append("no GnuTLS (gnutls-bin)")
        if len(sys.argv) > 1:
            missing += libraries.with_libraries(path, ours, check, True)
            missing += programs.with_programs(path, ours, check)
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="utf-8") as out:
            out.write(matrix(missing))
    return closing(missing)


if __name__ == "__main__":
    sys.modules["suites"] = sys.modules["__main__"]  # the tests of other peers count here
    sys.exit(main())
