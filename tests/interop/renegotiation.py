#!/usr/bin/env python3
"""Renegotiation with OpenSSL and GnuTLS, on loopback, asked for by either side; and declined.

Every process has a time limit. The last line counts.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import LIMIT, TLS12, Server, certificate, check, our_client, our_server, results, run, their_server  # noqa: E402
from suites import free_port  # noqa: E402

REQUEST = b"GET / HTTP/1.0\r\n\r\n"
PRIORITY = "NORMAL:-VERS-ALL:+VERS-TLS1.2"
skipped = 0


class Talk:
    """A process that is told one thing after another, each when it has said something."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.text = ""
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        while data := os.read(self.process.stdout.fileno(), 4096):
            self.text += data.decode(errors="replace")

    def tell(self, what):
        self.process.stdin.write(what)
        self.process.stdin.flush()

    def waits_for(self, what, times=1):
        until = time.monotonic() + LIMIT
        while self.text.count(what) < times and time.monotonic() < until and self.process.poll() is None:
            time.sleep(0.01)
        return self.text.count(what) >= times

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.reader.join()
        self.process.stdin.close()
        self.process.stdout.close()


def our_server_asks(name, command):
    """Our server, which asks this client for another handshake; then it has to send data back."""
    with Talk(TLS12, "server", "--port", "0", "--echo", "--renegotiate") as server:
        server.waits_for("listening at")
        port = re.search(r"port (\d+)", server.text)[1]
        with Talk(*[word.replace("PORT", port) for word in command]) as client:
            done = server.waits_for("server: renegotiated")
            client.tell(b"after\n")
            check("our server asks " + name, done and client.waits_for("after"), client.text[-800:])


def with_openssl(path):
    served = ["-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key")]
    with their_server(*served, "-client_renegotiation") as server:
        status, page, error = our_client(server.port, "--insecure", "--renegotiate")
        check("our client asks OpenSSL", status == 0 and "client: renegotiated" in error and "Cipher" in page, error)
    with their_server(*served) as server:
        status, page, error = our_client(server.port, "--insecure", "--renegotiate")
        check("OpenSSL declines", status == 0 and "does not renegotiate" in error and "Cipher" in page, error)
    port = free_port()
    for allowed in (True, False):
        with Talk("openssl", "s_server", "-accept", "127.0.0.1:%d" % port, "-tls1_2", "-cert", path("rsa.pem"), "-key",
                  path("rsa.key")) as server:
            server.waits_for("ACCEPT")
            with Talk(TLS12, "client", "--insecure", "--trace", *["--renegotiate"] * allowed, "127.0.0.1:%d" % port) as client:
                client.waits_for("client: connected")
                server.waits_for("CIPHER is")
                client.waits_for("does not renegotiate", allowed)  # s_server declines what clients ask for
                server.tell(b"r\n")
                hellos = client.waits_for("ClientHello", 3) if allowed else client.waits_for("no_renegotiation")
                done = client.waits_for("Finished", 4) if allowed else client.waits_for("handshake_failure")
                if allowed:
                    server.tell(b"hello\n")
                    done = done and client.waits_for("hello\n")
                check("OpenSSL asks our client, which %s" % ("follows" if allowed else "declines"), hellos and done,
                      client.text[-2000:] + server.text[-500:])
    for allowed in (True, False):
        with our_server("--echo", "--renegotiation", "allow" if allowed else "refuse") as server:
            with Talk("openssl", "s_client", "-tls1_2", "-connect", "127.0.0.1:%d" % server.port) as client:
                client.waits_for("Verify return code")
                client.tell(b"R\n")
                asked = client.waits_for("RENEGOTIATING")
                if allowed:
                    client.waits_for("verify return", 3)
                    client.tell(b"after\n")
                    check("OpenSSL asks our server, which follows", asked and client.waits_for("after"), client.text[-1500:])
                else:
                    check("OpenSSL asks our server, which declines", asked and client.waits_for("no renegotiation"), client.text[-1500:])
    our_server_asks("OpenSSL", ["openssl", "s_client", "-tls1_2", "-connect", "127.0.0.1:PORT"])


def with_gnutls(path):
    served = ["--port", str(free_port()), "--priority", PRIORITY, "--x509certfile", path("rsa.pem"), "--x509keyfile", path("rsa.key")]
    ready = r"listening on IPv4 0\.0\.0\.0 port (\d+)"
    with Server(["gnutls-serv", "--http", *served], ready) as server:
        status, page, error = our_client(server.port, "--insecure", "--renegotiate")
        check("our client asks GnuTLS", status == 0 and "client: renegotiated" in error and "GnuTLS" in page, error)
    served[1] = str(free_port())
    with Server(["gnutls-serv", "--echo", *served], ready) as server:
        with Talk(TLS12, "client", "--insecure", "--renegotiate", "--trace", "127.0.0.1:%d" % server.port) as client:
            client.waits_for("client: renegotiated")
            client.tell(b"**REHANDSHAKE**\n")
            follows = client.waits_for("Finished", 6)
            client.tell(b"after\n")
            check("GnuTLS asks our client", follows and client.waits_for("after"), client.text[-1500:])
    our_server_asks("GnuTLS", ["gnutls-cli", "--insecure", "--port", "PORT", "--priority", PRIORITY, "127.0.0.1"])
    with our_server("--www", "--renegotiation", "allow") as server:
        _, text, error = run(["gnutls-cli", "--insecure", "--rehandshake", "--port", str(server.port), "--priority", PRIORITY, "127.0.0.1"],
                             REQUEST)
        check("GnuTLS asks our server", "ReHandshake was completed" in text and "<dd>" in text, text[-800:] + error)


def main():
    global skipped
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificate(path)
        with_openssl(path)
        if shutil.which("gnutls-serv") and shutil.which("gnutls-cli"):
            with_gnutls(path)
        else:
            print("skipped: GnuTLS is not installed")
            skipped += 1
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], skipped))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
