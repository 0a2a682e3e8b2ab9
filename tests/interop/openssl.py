#!/usr/bin/env python3
"""Our client and server against OpenSSL's and curl, on loopback: every implemented suite, and refusals with their exit codes.

Every process has a time limit and is ended by the test. The last line counts.
"""
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading

TLS12 = os.environ.get("TLS12", "build/tls12")
LIMIT = 30
ALL_SCHEMES = "ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256:DSA+SHA256:RSA+SHA1:ECDSA+SHA1:DSA+SHA1"
# The groups of ECDHE, and what s_client says of them.
GROUPS = {"X25519": "X25519, 253 bits", "P-256": "ECDH, prime256v1, 256 bits", "P-384": "ECDH, secp384r1, 384 bits",
          "X448": "X448, 448 bits", "P-521": "ECDH, secp521r1, 521 bits"}
results = {True: 0, False: 0}


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("not ok: %s %s" % (name, detail))


def run(command, given=b"", limit=LIMIT):
    try:
        done = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=limit)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return -1, "", "no end after %d s" % limit


def openssl(*arguments):
    status, _, error = run(["openssl", *arguments])
    if status != 0:
        sys.exit("openssl %s: %s" % (arguments[0], error))


def certificate(path, kind="rsa", *new):
    """KIND.pem, which signs itself, and KIND.key, for this machine; of RSA with 2048 bits unless `new` says otherwise."""
    openssl("req", "-x509", "-newkey", *(new or ["rsa:2048"]), "-nodes", "-keyout", path(kind + ".key"), "-out", path(kind + ".pem"),
            "-subj", "/CN=test", "-days", "30", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost")


class Server:
    """A server in a process of its own, from its start to the end of the block."""

    def __init__(self, command, ready):
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.lines, self.port = [], None
        for line in iter(self.process.stdout.readline, b"") if ready else ():
            self.lines.append(line.decode(errors="replace"))
            found = re.search(ready, self.lines[-1])
            if found:
                self.port = int(found[1])
                break
        self.reader = threading.Thread(target=self.drain)
        self.reader.start()

    def drain(self):
        self.lines += [line.decode(errors="replace") for line in iter(self.process.stdout.readline, b"")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.reader.join()
        self.process.stdout.close()


def our_server(*options):
    return Server([TLS12, "server", "--port", "0", *options], r"listening at \S+ port (\d+)")


def their_server(*options):
    return Server(["openssl", "s_server", "-accept", "127.0.0.1:0", *options], r"^ACCEPT \S*?:(\d+)")


def relay(port, sizes, watch=None):
    """A relay that hands bytes on in pieces of these sizes, for one connection, and shows those of the server to `watch`; returns its
    port."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(LIMIT)

    def pump(source, target, look=None):
        at = 0
        try:
            while data := source.recv(4096):
                if look:
                    look(data)
                while data:
                    n = sizes[at % len(sizes)]
                    target.sendall(data[:n])
                    data, at = data[n:], at + 1
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def serve():
        with listener, listener.accept()[0] as one, socket.create_connection(("127.0.0.1", port), LIMIT) as other:
            for end in (one, other):
                end.settimeout(LIMIT)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=pump, args=(other, one, watch))
            back.start()
            pump(one, other)
            back.join(LIMIT)

    threading.Thread(target=serve, daemon=True).start()
    return listener.getsockname()[1]


def our_client(port, *options, given=b"GET / HTTP/1.0\r\n\r\n"):
    return run([TLS12, "client", *options, "127.0.0.1:%d" % port], given)


def suites():
    """(OpenSSL's name, key exchange) of every suite that both sides have with certificates and encryption; suites.py has all."""
    status, text, _ = run([TLS12, "handshake", "--all", "--json"])
    check("handshake --all", status == 0)
    ours = dict(re.findall(r'"suite":"(\w+)","kx":"(\w+)"', text))
    _, text, _ = run(["openssl", "ciphers", "-stdname", "-s", "-tls1_2", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"])
    return [(theirs, ours[name]) for name, theirs in re.findall(r"(TLS_\w+)\s+- (\S+)", text)
            if ours.get(name) in ("RSA", "DHE_DSS", "DHE_RSA", "ECDHE_ECDSA", "ECDHE_RSA") and "NULL" not in name]


def main():
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        openssl("genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:2048", "-out", path("dsa.group"))
        for kind, new in (("rsa", ["rsa:2048"]), ("ec", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]),
                          ("dsa", ["param:" + path("dsa.group")]), ("ed25519", ["ed25519"]), ("ed448", ["ed448"])):
            certificate(path, kind, *new)
        with open(path("both.pem"), "w") as both:
            for kind in ("rsa", "ec", "dsa"):
                both.write(open(path(kind + ".pem")).read())

        offered = suites()
        check("suites in common", len(offered) >= 20 and len({kx for _, kx in offered}) == 5, str(len(offered)))
        served = ["-tls1_2", "-cipher", "ALL:@SECLEVEL=0", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key"),
                  "-dcert", path("ec.pem"), "-dkey", path("ec.key")]
        trusting = ["--policy", "reference", "--ca", path("both.pem")]
        with their_server(*served) as server:
            for suite, kx in offered:
                if kx == "DHE_DSS":
                    continue
                status, page, error = our_client(server.port, *trusting, "--suite", suite)
                check("our client, %s %s" % (kx, suite), status == 0 and re.search(r"Cipher *: %s\b" % suite, page), error)
            for sizes in ([1], [1, 5, 3, 700], [6]):
                status, page, error = our_client(relay(server.port, sizes), *trusting)
                check("our client, pieces of %s bytes" % sizes, status == 0 and "Cipher" in page, error)
            for what, options, rule in (
                    ("modern refuses no chain that it can verify", ["--ca", path("both.pem")], None),
                    ("unknown root", ["--ca", "/etc/ssl/certs/ca-certificates.crt"], "unknown_ca"),
                    ("another name", [*trusting, "--sni", "example.org"], "bad_certificate|certificate_unknown")):
                if what == "unknown root":
                    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("o.key"), "-out", path("o.pem"),
                            "-subj", "/CN=other", "-days", "30")
                    options = ["--ca", path("o.pem")]
                status, _, error = our_client(server.port, *options)
                if rule is None:
                    check(what, status == 0, error)
                else:
                    check(what, status == 1 and re.search(rule, error) and re.search(r"rule R\d+-", error), error)
            status, _, error = our_client(server.port, "--insecure")
            check("insecure", status == 0, error)
        for sigalgs in ("DSA+SHA256", "DSA+SHA224:DSA+SHA1"):
            with their_server(*served[:4], "-sigalgs", sigalgs, "-cert", path("dsa.pem"), "-key", path("dsa.key")) as server:
                for suite, kx in offered:
                    if kx == "DHE_DSS":
                        status, page, error = our_client(server.port, *trusting, "--suite", suite)
                        check("our client, %s %s" % (sigalgs, suite), status == 0 and suite in page, error)
        pss = ["rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pss_rsae_sha512"]
        for scheme in pss:
            with their_server(*served, "-sigalgs", scheme) as server:
                for suite in ("ECDHE-RSA-AES128-GCM-SHA256", "DHE-RSA-AES128-GCM-SHA256"):
                    status, page, error = our_client(server.port, *trusting, "--suite", suite)
                    check("our client, %s %s" % (scheme, suite), status == 0 and suite in page, error)
        for name, parameters in (("pss", ["-sha384", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]),
                                 ("pss20", ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:20"])):
            openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", path(name + ".key"), "-out", path(name + ".csr"),
                    "-subj", "/CN=" + name)
            with open(path("names"), "w") as names:
                names.write("subjectAltName=IP:127.0.0.1\n")
            openssl("x509", "-req", "-in", path(name + ".csr"), "-CA", path("rsa.pem"), "-CAkey", path("rsa.key"), *parameters,
                    "-extfile", path("names"), "-days", "30", "-out", path(name + ".pem"))
            with their_server("-tls1_2", "-www", "-cert", path(name + ".pem"), "-key", path(name + ".key")) as server:
                status, page, error = our_client(server.port, "--ca", path("rsa.pem"))
                check("a certificate signed with RSASSA-PSS, " + name, status == 0 and "Cipher" in page, error)
        for group in GROUPS:
            with their_server(*served, "-groups", group) as server:
                status, page, error = our_client(server.port, *trusting, "--suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                check("our client, " + group, status == 0 and "Cipher" in page, error)
        for kind in ("ed25519", "ed448"):
            with their_server(*served[:4], "-cert", path(kind + ".pem"), "-key", path(kind + ".key")) as server:
                status, page, error = our_client(server.port, "--policy", "reference", "--ca", path(kind + ".pem"))
                check("our client, " + kind, status == 0 and re.search(r"Cipher *: ECDHE-ECDSA", page), error)
            with our_server("--policy", "reference", "--www", "--cert", path(kind + ".pem"), "--key",
                            path(kind + ".key")) as server:
                status, page, error = run(
                    ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-CAfile", path(kind + ".pem"),
                     "-verify_return_error"])
                check("s_client, " + kind, status == 0 and "Peer signature type: " + kind in page.lower().replace("peer", "Peer"), page + error)
        with their_server("-tls1_3", *served[1:]) as server:
            status, _, error = our_client(server.port, "--insecure")
            check("a server without TLS 1.2", status == 1 and "protocol_version" in error, error)
        with their_server(*served, "-Verify", "1") as server:
            status, _, error = our_client(server.port, "--insecure")
            check("a server that insists on a certificate", status == 1 and "alert" in error, error)
        with their_server(*served, "-verify", "1") as server:
            status, _, error = our_client(server.port, "--insecure")
            check("a server that asks for a certificate", status == 0, error)

        ours = ["--policy", "reference", "--www", "--cert", path("rsa.pem"), "--key", path("rsa.key"),
                "--cert", path("ec.pem"), "--key", path("ec.key"), "--cert", path("dsa.pem"), "--key", path("dsa.key")]
        with our_server(*ours) as server:
            for suite, kx in offered:
                status, page, error = run(
                    ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-CAfile", path("both.pem"),
                     "-verify_return_error", "-quiet", "-cipher", suite + ":@SECLEVEL=0", "-sigalgs", ALL_SCHEMES], b"GET / HTTP/1.0\r\n\r\n")
                check("s_client, %s %s" % (kx, suite), "<dd>" + kx in page, error)
            for scheme in pss:
                status, text, error = run(
                    ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-CAfile", path("both.pem"),
                     "-verify_return_error", "-sigalgs", scheme, "-cipher", "ECDHE-RSA-AES128-GCM-SHA256"], b"")
                check("s_client, " + scheme, status == 0 and "Peer signature type: RSA-PSS" in text, error)
            for group, key in GROUPS.items():
                status, page, error = run(
                    ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-CAfile", path("both.pem"),
                     "-verify_return_error", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256", "-groups", group])
                check("s_client, " + group, status == 0 and "Server Temp Key: " + key in page, error)
            for kx in ("RSA", "DHE_RSA", "ECDHE_RSA", "ECDHE_ECDSA"):
                suite = next(name for name, k in offered if k == kx)
                status, page, error = run(["curl", "--silent", "--show-error", "--noproxy", "*", "--tlsv1.2", "--tls-max", "1.2",
                                           "--cacert", path("both.pem"), "--ciphers", suite + ":@SECLEVEL=0",
                                           "https://127.0.0.1:%d/" % server.port])
                check("curl, " + kx, status == 0 and "<dd>" + kx in page, error)
            for sizes in ([1], [4, 1, 900]):
                status, page, error = run(["curl", "--silent", "--show-error", "--noproxy", "*", "--cacert", path("both.pem"),
                                           "https://127.0.0.1:%d/" % relay(server.port, sizes)])
                check("curl, pieces of %s bytes" % sizes, status == 0 and "<dd>" in page, error)
            status, _, error = run(["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_3"])
            check("s_client with TLS 1.3 alone", status != 0)
            status, _, error = run(["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_1",
                                    "-cipher", "ALL:@SECLEVEL=0"])
            check("s_client with TLS 1.1 alone", "protocol version" in error, error)
            with socket.create_connection(("127.0.0.1", server.port), LIMIT) as peer:
                peer.sendall(b"GET / HTTP/1.0\r\n\r\n")
                check("no TLS at all", peer.recv(16)[:1] == b"\x15")
            status, page, _ = our_client(server.port, *trusting)
            check("the server goes on after failures", status == 0 and "<dd>" in page)
        with our_server("--echo", *ours[3:]) as server:
            status, text, error = run(["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-quiet",
                                       "-no_ign_eof"], b"hello\n")
            check("echo", status == 0, error)

    for what, command, code in (("no command", [], 2), ("an unknown option", ["client", "--nonsense", "a:1"], 2),
                                ("no port", ["server"], 2), ("nobody listens", ["client", "--insecure", "127.0.0.1:1"], 3),
                                ("no such file", ["client", "--ca", "/nonexistent", "127.0.0.1:1"], 3),
                                ("not implemented", ["client", "--group", "x25519", "127.0.0.1:1"], 89),
                                ("half a byte", ["client", "--psk", "0", "127.0.0.1:1"], 2),
                                ("a key without a name", ["client", "--insecure", "--psk", "00", "127.0.0.1:1"], 2),
                                ("no such type", ["handshake", "--client-auth", "rsa"], 2)):
        status, _, error = run([TLS12, *command])
        check(what, status == code, "%d %s" % (status, error))
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
