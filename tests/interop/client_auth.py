#!/usr/bin/env python3
"""Client authentication with OpenSSL and GnuTLS, on loopback, in both roles: signatures with every hash, Ed25519 and Ed448, and the
certificate chosen by the authorities that the server names.

Every process has a time limit. The last line counts.
"""
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from extensions import PRIORITY, REQUEST, openssl_client  # noqa: E402
from openssl import Server, check, openssl, our_client, our_server, results, run, their_server  # noqa: E402
from suites import free_port  # noqa: E402

KEYS = {"rsa": ["rsa:2048"], "ec": ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], "ed25519": ["ed25519"], "ed448": ["ed448"]}
# The pair of CertificateVerify: OpenSSL's name, GnuTLS's, the key, whether the modern policy has it.
PAIRS = (("RSA+SHA256", "RSA-SHA256", "rsa", True), ("RSA+SHA384", "RSA-SHA384", "rsa", True), ("RSA+SHA512", "RSA-SHA512", "rsa", True),
         ("RSA-PSS+SHA256", "RSA-PSS-RSAE-SHA256", "rsa", True), ("RSA-PSS+SHA512", "RSA-PSS-RSAE-SHA512", "rsa", True),
         ("RSA+SHA224", None, "rsa", False), ("RSA+SHA1", None, "rsa", False),
         ("ECDSA+SHA256", "ECDSA-SHA256", "ec", True), ("ECDSA+SHA512", "ECDSA-SHA512", "ec", True), ("ECDSA+SHA1", None, "ec", False),
         ("ed25519", "EdDSA-Ed25519", "ed25519", True), ("ed448", "EdDSA-Ed448", "ed448", True))
skipped = 0


def make_root(path, name):
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path(name + ".key"), "-out", path(name + ".pem"), "-subj",
            "/CN=root " + name, "-days", "30", "-addext", "keyUsage=keyCertSign,digitalSignature")


def make_leaf(path, name, root, new):
    openssl("req", "-new", "-newkey", *new, "-nodes", "-keyout", path(name + ".key"), "-out", path("csr"), "-subj", "/CN=" + name)
    with open(path("extensions"), "w") as file:
        file.write("subjectAltName=IP:127.0.0.1,DNS:localhost\nkeyUsage=digitalSignature,keyEncipherment\n" if name == "server" else
                   "keyUsage=digitalSignature\n")
    openssl("x509", "-req", "-in", path("csr"), "-CA", path(root + ".pem"), "-CAkey", path(root + ".key"), "-days", "30", "-sha256",
            "-extfile", path("extensions"), "-out", path(name + ".pem"))


def own(path, name, ours=True):
    return ["--cert" if ours else "-cert", path(name + ".pem"), "--key" if ours else "-key", path(name + ".key")]


def our_server_asks(path, gnutls):
    for policy in ("modern", "reference"):
        with our_server("--policy", policy, "--www", "--require-cert", "--ca", path("a.pem"), *own(path, "server")) as server:
            for theirs, of_gnutls, key, modern in PAIRS:
                if policy == "modern" and not modern:
                    continue
                # the server signs with RSA and SHA-256; the client with what it is left with for its key
                pairs = theirs if key == "rsa" else theirs + ":RSA+SHA256"
                status, text, error = openssl_client(server.port, *own(path, key, False), "-sigalgs", pairs, "-cipher",
                                                     "ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0", "-CAfile", path("a.pem"))
                check("OpenSSL signs with %s, our server, %s" % (theirs, policy), status == 0 and "New, TLSv1.2" in text and
                      "CN = root a" in text, text + error)
                if gnutls and of_gnutls and policy == "modern":
                    priority = "%s:-SIGN-ALL:+SIGN-%s" % (PRIORITY, of_gnutls) + (":+SIGN-RSA-SHA256" if key != "rsa" else "")
                    status, text, error = run(["gnutls-cli", "--x509cafile", path("a.pem"), "--x509certfile", path(key + ".pem"),
                                               "--x509keyfile", path(key + ".key"), "--port", str(server.port), "--priority", priority,
                                               "localhost"], REQUEST)
                    check("GnuTLS signs with %s, our server" % of_gnutls, status == 0 and "Handshake was completed" in text, text + error)
            status, _, error = openssl_client(server.port)
            check("OpenSSL without a certificate, our server", status != 0 and "handshake failure" in error, error)
            status, _, error = openssl_client(server.port, *own(path, "stranger", False))
            check("OpenSSL with a certificate of another authority", status != 0 and "unknown ca" in error, error)


def shown(path, name, page, pair=None):
    """Whether OpenSSL's page shows this certificate of ours, and this pair that it signed with."""
    with open(path(name + ".pem")) as file:
        certificate = file.read().split("-----")[2].split()
    kind, _, digest = (pair or "").partition("+")
    return certificate[0] in page and certificate[-2] in page and (
        not digest or "Peer signing digest: %s\nPeer signature type: %s\n" % (digest, kind) in page)


def our_client_is_asked(path, gnutls):
    trusting = ["--ca", path("a.pem"), "--sni", "localhost", "--policy", "reference"]
    for theirs, of_gnutls, key, _ in PAIRS:  # and RSA+SHA256, with which the chain is signed
        with their_server("-tls1_2", "-www", *own(path, "server", False), "-Verify", "1", "-verify_return_error", "-CAfile", path("a.pem"),
                          "-client_sigalgs", theirs + ":RSA+SHA256" * (theirs != "RSA+SHA256"), "-cipher", "ALL:@SECLEVEL=0") as server:
            status, page, error = our_client(server.port, *trusting, *own(path, key))
            check("our client signs with %s, OpenSSL" % theirs, status == 0 and shown(path, key, page, theirs), page + error)
        if gnutls and of_gnutls:
            # it asks for ecdsa_sign if it knows ECDSA
            priority = "%s:-SIGN-ALL:+SIGN-%s:+SIGN-RSA-SHA256:+SIGN-ECDSA-SHA256" % (PRIORITY, of_gnutls)
            with Server(["gnutls-serv", "--http", "--port", str(free_port()), "--priority", priority, "--x509certfile", path("server.pem"),
                         "--x509keyfile", path("server.key"), "--x509cafile", path("a.pem"), "--require-client-cert", "--verify-client-cert"],
                        r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
                status, page, error = our_client(server.port, *trusting, *own(path, key))
                check("our client signs with %s, GnuTLS" % of_gnutls, status == 0 and "CN=" + key in page, page + error)


def by_authority(path, gnutls):
    both = own(path, "stranger") + own(path, "rsa")
    for root, name in (("a", "rsa"), ("b", "stranger")):
        with their_server("-tls1_2", "-www", *own(path, "server", False), "-Verify", "1", "-verify_return_error", "-CAfile",
                          path(root + ".pem")) as server:
            status, page, error = our_client(server.port, "--ca", path("a.pem"), "--sni", "localhost", *both)
            check("two certificates, OpenSSL asks for that of " + root, status == 0 and shown(path, name, page), page + error)
        if gnutls:
            with Server(["gnutls-serv", "--http", "--port", str(free_port()), "--priority", PRIORITY, "--x509certfile", path("server.pem"),
                         "--x509keyfile", path("server.key"), "--x509cafile", path(root + ".pem"), "--require-client-cert",
                         "--verify-client-cert"], r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
                status, page, error = our_client(server.port, "--ca", path("a.pem"), "--sni", "localhost", *both)
                check("two certificates, GnuTLS asks for that of " + root, status == 0 and "CN=" + name in page, page + error)
        with our_server("--www", "--require-cert", "--ca", path(root + ".pem"), *own(path, "server")) as server:
            status, _, error = our_client(server.port, "--ca", path("a.pem"), "--sni", "localhost", *both)
            check("two certificates, our server asks for that of " + root, status == 0, error)


def main():
    global skipped
    gnutls = shutil.which("gnutls-serv") and shutil.which("gnutls-cli")
    if not gnutls:
        print("skipped: GnuTLS is not installed")
        skipped += 1
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        make_root(path, "a")
        make_root(path, "b")
        make_leaf(path, "server", "a", KEYS["rsa"])
        make_leaf(path, "stranger", "b", KEYS["rsa"])
        for kind, new in KEYS.items():
            make_leaf(path, kind, "a", new)
        our_server_asks(path, gnutls)
        our_client_is_asked(path, gnutls)
        by_authority(path, gnutls)
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], skipped))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
