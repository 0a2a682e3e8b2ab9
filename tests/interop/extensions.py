#!/usr/bin/env python3
"""Extensions with OpenSSL and GnuTLS, on loopback, in both roles: the application protocol, the status of the server's
certificate, and the roots that a client trusts, which neither OpenSSL nor GnuTLS looks at.

Every process has a time limit. The last line counts.
"""
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import Server, certificate, check, openssl, our_client, our_server, results, run, their_server  # noqa: E402
from suites import free_port  # noqa: E402

REQUEST = b"GET / HTTP/1.0\r\n\r\n"
PRIORITY = "NORMAL:-VERS-ALL:+VERS-TLS1.2"
# What the client offers, what the server has, and what comes of it.
PROTOCOLS = (("h2,http/1.1", "http/1.1", "http/1.1"), ("h2,http/1.1", "h2,http/1.1", "h2"), ("http/1.1", "h2", None))
skipped = 0


def gnutls_server(path, *options, rsa=True):
    own = ["--x509certfile", path("rsa.pem"), "--x509keyfile", path("rsa.key")] if rsa else []
    return Server(["gnutls-serv", "--http", "--port", str(free_port()), "--priority", PRIORITY, *own, *options], r"listening on IPv4 0\.0\.0\.0 port (\d+)")


def gnutls_client(port, *options):
    return run(["gnutls-cli", "--insecure", "--port", str(port), "--priority", PRIORITY, *options, "127.0.0.1"], REQUEST)


def openssl_client(port, *options):
    return run(["openssl", "s_client", "-connect", "127.0.0.1:%d" % port, "-tls1_2", *options], REQUEST)


def names(option, protocols):
    return [word for name in protocols.split(",") for word in (option, name)]


def protocols_with_openssl(path):
    for offered, had, chosen in PROTOCOLS:
        name = "%s, %s: " % (offered, had)
        with their_server("-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key"), "-alpn", had) as server:
            status, _, error = our_client(server.port, "--insecure", "--alpn", offered)
            if chosen:
                check(name + "our client, OpenSSL", status == 0 and ", protocol %s\n" % chosen in error, error)
            else:
                check(name + "our client, OpenSSL", status == 1 and "no_application_protocol" in error, error)
        with our_server("--www", "--alpn", had) as server:
            status, text, error = openssl_client(server.port, "-alpn", offered)
            if chosen:
                check(name + "OpenSSL, our server", "ALPN protocol: %s\n" % chosen in text, text + error)
            else:
                check(name + "OpenSSL, our server", status != 0 and "alert number 120" in error, text + error)
    with their_server("-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key")) as server:
        status, _, error = our_client(server.port, "--insecure", "--alpn", "h2")
        check("OpenSSL's server without protocols", status == 0 and "protocol" not in error, error)
    with our_server("--www") as server:
        _, text, error = openssl_client(server.port, "-alpn", "h2", "-ign_eof")
        check("our server without protocols", "No ALPN negotiated" in text and "<dt>Protocol<dd>none" in text, text + error)
    with our_server("--www", "--alpn", "h2,http/1.1") as server:
        asking = ["-sess_out", path("session"), "-alpn", "h2"]
        _, text, error = openssl_client(server.port, *asking)
        check("OpenSSL, a new session", "ALPN protocol: h2\n" in text, text + error)
        _, text, error = openssl_client(server.port, "-sess_in", path("session"), "-alpn", "http/1.1", "-ign_eof")
        check("OpenSSL, resumed with another protocol",
              "<dd>resumed" in text and "<dd>http/1.1" in text and "ALPN protocol: http/1.1\n" in text, text + error)


def protocols_with_gnutls(path):
    for offered, had, chosen in PROTOCOLS:
        name = "%s, %s: " % (offered, had)
        with gnutls_server(path, *names("--alpn", had), "--alpn-fatal") as server:
            status, _, error = our_client(server.port, "--insecure", "--alpn", offered)
            if chosen:
                check(name + "our client, GnuTLS", status == 0 and ", protocol %s\n" % chosen in error, error)
            else:
                check(name + "our client, GnuTLS", status == 1 and "no_application_protocol" in error, error)
        with our_server("--www", "--alpn", had) as server:
            status, text, error = gnutls_client(server.port, *names("--alpn", offered))
            if chosen:
                check(name + "GnuTLS, our server", "Application protocol: %s\n" % chosen in text, text + error)
            else:
                check(name + "GnuTLS, our server", status != 0 and "No supported application protocol" in text + error, text + error)


def make_chain(path):
    """A root, a server's certificate by it, and what a responder says of that: good."""
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("ca.key"), "-out", path("ca.pem"), "-subj", "/CN=root",
            "-days", "30", "-addext", "keyUsage=keyCertSign,cRLSign,digitalSignature")
    openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", path("leaf.key"), "-out", path("leaf.csr"), "-subj", "/CN=localhost")
    with open(path("leaf.ext"), "w") as file:
        file.write("subjectAltName=IP:127.0.0.1,DNS:localhost\nkeyUsage=digitalSignature,keyEncipherment\n")
    openssl("x509", "-req", "-in", path("leaf.csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"), "-set_serial", "0x1001", "-days", "30",
            "-extfile", path("leaf.ext"), "-out", path("leaf.pem"))
    with open(path("index"), "w") as file:
        file.write("V\t491231235959Z\t\t1001\tunknown\t/CN=localhost\n")
    openssl("ocsp", "-issuer", path("ca.pem"), "-cert", path("leaf.pem"), "-no_nonce", "-reqout", path("request"))
    openssl("ocsp", "-index", path("index"), "-CA", path("ca.pem"), "-rsigner", path("ca.pem"), "-rkey", path("ca.key"), "-reqin",
            path("request"), "-respout", path("response"), "-ndays", "7")


def read(name):
    with open(name, "rb") as file:
        return file.read()


def our_client_gets(name, port, path, expected):
    """Whether the response that the client asks for is that one, or that none came."""
    out = path("got")
    if os.path.exists(out):
        os.remove(out)
    status, _, error = our_client(port, "--ca", path("ca.pem"), "--sni", "localhost", "--status-response", out)
    if expected is None:
        check(name, status == 0 and "sent no OCSP response" in error and not os.path.exists(out), error)
    else:
        check(name, status == 0 and os.path.exists(out) and read(out) == expected, error)


def status_with_openssl(path, response):
    served = ["-tls1_2", "-www", "-cert", path("leaf.pem"), "-key", path("leaf.key")]
    with their_server(*served, "-status_file", path("response")) as server:
        our_client_gets("status: our client, OpenSSL", server.port, path, response)
        status, _, error = our_client(server.port, "--ca", path("ca.pem"), "--sni", "localhost")
        check("status: our client does not ask OpenSSL", status == 0 and "OCSP" not in error, error)
    with their_server(*served) as server:
        our_client_gets("status: our client, OpenSSL without one", server.port, path, None)
    with our_server("--www", "--cert", path("leaf.pem"), "--key", path("leaf.key"), "--status-response", path("response")) as server:
        asking = ["-status", "-CAfile", path("ca.pem"), "-verify_return_error"]
        status, text, error = openssl_client(server.port, *asking)
        check("status: OpenSSL, our server", status == 0 and "OCSP Response Status: successful" in text and "Cert Status: good" in text,
              text + error)
        status, text, error = openssl_client(server.port, *asking[1:])
        check("status: OpenSSL does not ask our server", status == 0 and "OCSP" not in text, text + error)
        status, text, error = openssl_client(server.port, *asking, "-sess_out", path("session"))
        status, text, error = openssl_client(server.port, *asking, "-sess_in", path("session"), "-ign_eof")
        check("status: OpenSSL, resumed", status == 0 and "<dd>resumed" in text and "OCSP" not in text, text + error)
    with our_server("--www", "--cert", path("leaf.pem"), "--key", path("leaf.key")) as server:
        _, text, error = openssl_client(server.port, *asking)
        check("status: OpenSSL, our server without one", "OCSP response: no response sent" in text, text + error)


def status_with_gnutls(path, response):
    leaf = ["--x509certfile", path("leaf.pem"), "--x509keyfile", path("leaf.key")]
    with gnutls_server(path, *leaf, "--ocsp-response", path("response"), rsa=False) as server:
        our_client_gets("status: our client, GnuTLS", server.port, path, response)
    with gnutls_server(path, *leaf, rsa=False) as server:
        our_client_gets("status: our client, GnuTLS without one", server.port, path, None)
    with our_server("--www", "--cert", path("leaf.pem"), "--key", path("leaf.key"), "--status-response", path("response")) as server:
        _, text, error = run(["gnutls-cli", "--x509cafile", path("ca.pem"), "--ocsp", "--save-ocsp", path("theirs"), "--port",
                              str(server.port), "--priority", PRIORITY, "localhost"], REQUEST)
        check("status: GnuTLS, our server", "OCSP status request," in text and os.path.exists(path("theirs")) and
              read(path("theirs")) == response, text + error)


def trusted_authorities(path, gnutls):
    kinds = ("pre_agreed", "key_sha1_hash", "x509_name", "cert_sha1_hash")
    served = ["-tls1_2", "-www", "-cert", path("leaf.pem"), "-key", path("leaf.key")]
    with their_server(*served) as server:
        for kind in kinds:
            status, _, error = our_client(server.port, "--ca", path("ca.pem"), "--sni", "localhost", "--trusted-ca", kind)
            check("trusted_ca_keys: our client, OpenSSL, " + kind, status == 0, error)
    if gnutls:
        with gnutls_server(path) as server:
            for kind in kinds:
                status, _, error = our_client(server.port, "--ca", path("rsa.pem"), "--sni", "localhost", "--trusted-ca", kind)
                check("trusted_ca_keys: our client, GnuTLS, " + kind, status == 0, error)
    # The first of two chains that fit is taken, unless the client says that it has the other's root.
    both = ["--cert", path("rsa.pem"), "--key", path("rsa.key"), "--cert", path("leaf.pem"), "--key", path("leaf.key")]
    with our_server("--www", *both) as server:
        for kind in kinds:
            status, _, error = our_client(server.port, "--ca", path("ca.pem"), "--sni", "localhost", "--trusted-ca", kind)
            check("trusted_ca_keys: our client, our server, " + kind, status == (0 if kind == "x509_name" else 1), error)


def main():
    global skipped
    gnutls = shutil.which("gnutls-serv") and shutil.which("gnutls-cli")
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificate(path)
        make_chain(path)
        response = read(path("response"))
        protocols_with_openssl(path)
        status_with_openssl(path, response)
        trusted_authorities(path, gnutls)
        if gnutls:
            protocols_with_gnutls(path)
            status_with_gnutls(path, response)
        else:
            print("skipped: GnuTLS is not installed")
            skipped += 1
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], skipped))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
