#!/usr/bin/env python3
"""Our client and server against small programs of other libraries, on loopback: every suite of both in both roles, and certificates of the
client. Needs one or more of the peers that make peers builds: mbedtls (static ECDH, PSK), bearssl (static ECDH, fixed ECDH certificates),
wolfssl (DH_anon, DHE_PSK, ECDHE_PSK).

usage: TLS12=build/tls12 BUILD=build libraries.py [all]

Without "all" two suites of each key exchange are run. Every process has a time limit. The last line counts.
"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import Server, openssl, our_client, our_server, run  # noqa: E402
import suites  # noqa: E402

BUILD = os.environ.get("BUILD", "build")
NAMES = {"mbedtls": "mbed TLS", "bearssl": "BearSSL", "wolfssl": "wolfSSL"}
# The certificate of the server in each key exchange: its key, and that of who signed it.
SERVER = {"RSA": "rsa", "DHE_RSA": "rsa", "ECDHE_RSA": "rsa", "RSA_PSK": "rsa", "ECDHE_ECDSA": "ec", "ECDH_ECDSA": "ec", "ECDH_RSA": "ec_rsa",
          "DHE_DSS": "dsa"}
ASKED = ("RSA", "DHE_RSA", "ECDHE_ECDSA", "ECDHE_RSA", "ECDH_ECDSA", "ECDH_RSA")
# What a peer does otherwise, and what shows it: it is not counted in the cell.
DIFFERENT = {("wolfssl", "wolfSSL, our server", "DH_anon"): ("rule R5246-7.4.1.4.1-02", "its ClientHello lists the signature anonymous"),
             ("wolfssl", "wolfSSL, our server", "ECDHE_PSK"): ("-352", "it does not read x25519 in this key exchange, but lists it first")}


def make(path, name, new, signer=None, usage="digitalSignature,keyEncipherment,keyAgreement"):
    ends = ["-CA", path(signer + ".pem"), "-CAkey", path(signer + ".key"), "-addext", "basicConstraints=CA:FALSE", "-addext",
            "keyUsage=" + usage, "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"] if signer else [
                "-addext", "keyUsage=keyCertSign"]
    openssl("req", "-x509", "-newkey", *new, "-nodes", "-keyout", path(name + ".key"), "-out", path(name + ".pem"), "-subj", "/CN=" + name,
            "-days", "30", *ends)


def certificates(path):
    rsa, ec = ["rsa:2048"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    openssl("genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:2048", "-out", path("dsa.group"))
    make(path, "rsa_root", rsa)
    make(path, "ec_root", ec)
    make(path, "rsa", rsa, "rsa_root")
    make(path, "ec", ec, "ec_root")
    make(path, "ec_rsa", ec, "rsa_root")
    make(path, "ecdh", ec, "ec_root", "keyAgreement")  # if it may sign as well, our server takes it for a certificate that signs
    make(path, "dsa", ["param:" + path("dsa.group")], "rsa_root", "digitalSignature")
    with open(path("roots.pem"), "w") as roots:
        for name in ("rsa_root", "ec_root"):
            roots.write(open(path(name + ".pem")).read())


def shown(path, name):
    return ["--cert", path(name + ".pem"), "--key", path(name + ".key")] if name else []


def some(names, every):
    return names if every else names[::len(names) - 1] if len(names) > 1 else names


def is_different(peer, column, kx, text):
    """Whether it is so known of the peer; then it has to be."""
    if (peer, column, kx) not in DIFFERENT:
        return False
    sign, why = DIFFERENT[peer, column, kx]
    suites.remark("%s, %s: %s" % (column, kx, why), sign in text)
    return True


def with_client_certificates(program, label, path, suite, ours, check):
    """The client's key signs, or is its share: BearSSL and ours do so in ECDH_ECDSA and ECDH_RSA (RFC 4492 section 3.2)."""
    kx, name, value = suite
    peer, chain = os.path.basename(program), SERVER[kx]
    has_fixed = peer == "bearssl" and kx.startswith("ECDH_")
    for kind in ("rsa", "ecdh" if has_fixed else "ec"):
        fixed = kind == "ecdh"
        what = "fixed ECDH" if fixed else "client certificates"
        if peer != "wolfssl" or (kind == "ec") == (kx == "ECDHE_ECDSA"):  # its server asks for keys of its own kind only
            with Server([program, "server", value, path(""), chain, "ask"], r"port (\d+)") as server:
                status, text, error = our_client(server.port, *ours, "--trace", "--ca", path("roots.pem"), "--suite", name, *shown(path, kind))
                check(kx, "our client, %s, %s" % (label, what), status == 0 and "suite %s\n" % value in text and
                      (not fixed or "ClientKeyExchange, 4 bytes" in error + text), "%s %s" % (kind, error))
        with our_server(*ours, "--www", "--trace", "--suite", name, *shown(path, chain), "--require-cert", "--ca",
                        path("roots.pem")) as server:
            _, page, error = run([program, "client", str(server.port), value, path(""), kind])
        check(kx, "%s, our server, %s" % (label, what), "<dd>%s\n" % kx in page and
              (not fixed or "ClientKeyExchange, 4 bytes" in "".join(server.lines)), "%s %s" % (kind, error))


def against(program, label, path, common, check, every):
    """common: name, key exchange and value of the suites of both."""
    ours = ["--policy", "reference", "--psk", suites.PSK, "--psk-identity", suites.IDENTITY]
    peer = os.path.basename(program)
    for kx in dict.fromkeys(k for _, k, _ in common):
        chain = SERVER.get(kx, "")
        chosen = some([(name, value) for name, k, value in common if k == kx], every)
        for name, value in chosen:
            with Server([program, "server", value, path(""), chain], r"port (\d+)") as server:
                status, text, error = our_client(server.port, *ours, "--ca", path("roots.pem"), "--suite", name)
                check(kx, "our client, " + label, status == 0 and text == "suite %s\n" % value, "%s %s" % (name, error))
        pages = []
        with our_server(*ours, "--www", "--suite", ",".join(name for name, _ in chosen), *shown(path, chain)) as server:
            for name, value in chosen:
                pages.append((name, *run([program, "client", str(server.port), value, path("")])[1:]))
        column = label + ", our server"
        if not is_different(peer, column, kx, "".join(error for _, _, error in pages) + "".join(server.lines)):
            for name, page, error in pages:
                check(kx, column, "<dd>%s\n<dt>Key exchange<dd>%s\n" % (name, kx) in page, name + " " + error)
        if kx in ASKED:
            with_client_certificates(program, label, path, (kx, *chosen[0]), ours, check)


def values():
    """The value of each suite, by IANA's name."""
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "spec", "suites.tsv")
    with open(table, encoding="utf-8") as lines:
        head, *rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    name, value = head.index("name"), head.index("value")
    return {row[name]: row[value].lower().replace("0x", "").replace(",", "") for row in rows}


def with_libraries(path, ours, check, every):
    """ours: the key exchange of each suite. Answers with the peers that were not built."""
    value = values()
    missing = []
    certificates(path)
    for peer, label in NAMES.items():
        program = os.path.abspath(os.path.join(BUILD, "peers", peer))
        if not os.path.exists(program):
            missing.append("no peer of %s (make peers builds it)" % label)
            continue
        theirs = run([program, "list"])[1].split()
        against(program, label, path, [(name, kx, value[name]) for name, kx in ours.items() if value[name] in theirs], check, every)
    return missing


def main():
    every = sys.argv[1:] == ["all"]
    with tempfile.TemporaryDirectory() as folder:
        missing = with_libraries(lambda name: os.path.join(folder, name), suites.our_suites(), suites.check, every)
    return suites.closing(missing)


if __name__ == "__main__":
    sys.exit(main())
