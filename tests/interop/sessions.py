#!/usr/bin/env python3
"""Sessions with OpenSSL and GnuTLS, on loopback: resumed by id and by ticket, with extended master secret and without, in both roles.

Every process has a time limit. The last line counts.
"""
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import Server, certificate, check, our_client, our_server, results, run, their_server  # noqa: E402
from suites import free_port  # noqa: E402

REQUEST = b"GET / HTTP/1.0\r\n\r\n"
NO_EXTENSION = """openssl_conf = conf
[conf]
ssl_conf = ssl
[ssl]
system_default = all
[all]
Options = -ExtendedMasterSecret
"""
PRIORITY = {True: "NORMAL:-VERS-ALL:+VERS-TLS1.2", False: "NORMAL:-VERS-ALL:+VERS-TLS1.2:%NO_SESSION_HASH"}
WAYS = ("id", "ticket")
skipped = 0


def our_client_resumes(name, server, *options):
    status, _, error = our_client(server.port, "--policy", "reference", "--insecure", "--resume", "2", *options)
    extended = error.count("extended master secret")
    check(name, status == 0 and error.count(", resumed") == 2 and extended in (0, 3), error)
    return extended == 3


def with_openssl(path, extended):
    what = "with extended master secret" if extended else "without"
    for way in WAYS:
        command = ["-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key")] + ["-no_ticket"] * (way == "id")
        with their_server(*command) as server:
            name = "our client, OpenSSL, by %s, %s" % (way, what)
            check(name, our_client_resumes(name, server) == extended)
        with our_server("--policy", "reference", "--www", "--no-tickets" if way == "id" else "--no-session-cache") as server:
            asking = ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2"]
            _, first, error = run([*asking, "-sess_out", path("session")])
            check("OpenSSL, a new session", "New, TLSv1.2" in first, error)
            for again in range(2):
                _, text, error = run([*asking, "-quiet", "-sess_in", path("session")], REQUEST)
                check("OpenSSL, our server, by %s, %s" % (way, what), "<dd>resumed" in text and
                      "Extended master secret<dd>%s" % ("yes" if extended else "no") in text, text + error)
            check("its extended master secret", ("Extended master secret: yes" in first) == extended, first)
    with our_server("--www") as server:
        asking = ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2"]
        run([*asking, "-sess_out", path("session")])
        _, text, error = run([*asking, "-quiet", "-sess_in", path("session")], REQUEST)
        check("the modern policy, " + what, ("<dd>resumed" if extended else "<dd>new") in text, text + error)
    with our_server("--policy", "reference", "--www", "--no-tickets", "--no-session-cache") as server:
        asking = ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2"]
        _, first, _ = run([*asking, "-sess_out", path("none")])
        check("no sessions", "Session-ID: \n" in first and "ticket" not in first, first)


def with_gnutls(path, extended):
    what = "with extended master secret" if extended else "without"
    for way in WAYS:
        command = ["gnutls-serv", "--http", "--port", str(free_port()), "--priority", PRIORITY[extended], "--x509certfile", path("rsa.pem"),
                   "--x509keyfile", path("rsa.key")] + ["--noticket"] * (way == "id")
        with Server(command, r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
            name = "our client, GnuTLS, by %s, %s" % (way, what)
            check(name, our_client_resumes(name, server) == extended)
        with our_server("--policy", "reference", "--www", "--no-tickets" if way == "id" else "--no-session-cache") as server:
            _, text, error = run(["gnutls-cli", "--insecure", "--resume", "--port", str(server.port), "--priority", PRIORITY[extended],
                                  "127.0.0.1"], REQUEST)
            check("GnuTLS, our server, by %s, %s" % (way, what), "This is a resumed session" in text and "<dd>resumed" in text and
                  "Extended master secret<dd>%s" % ("yes" if extended else "no") in text, text + error)


def main():
    global skipped
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificate(path)
        with open(path("no-extension.cnf"), "w") as file:
            file.write(NO_EXTENSION)
        for extended in (True, False):
            if not extended:
                os.environ["OPENSSL_CONF"] = path("no-extension.cnf")
            with_openssl(path, extended)
            if shutil.which("gnutls-serv") and shutil.which("gnutls-cli"):
                with_gnutls(path, extended)
            else:
                print("skipped: GnuTLS is not installed")
                skipped += 1
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], skipped))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
