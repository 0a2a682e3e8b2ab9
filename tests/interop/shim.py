#!/usr/bin/env python3
"""tls12 shim under a runner that speaks BoringSSL's protocol and plays the peer with OpenSSL: in this process, or, for what Python does not
reach (pre-shared keys, renegotiation), s_server and s_client behind a relay.

Everything is on loopback and has a time limit. The last line counts.
"""
import os
import re
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading

TLS12 = os.environ.get("TLS12", "build/tls12")
LIMIT = 30
NAME = "server.example"
results = {True: 0, False: 0}


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("not ok: %s %s" % (name, detail))


def certificate(folder, kind, *new):
    key, path = os.path.join(folder, kind + "-key.pem"), os.path.join(folder, kind + ".pem")
    done = subprocess.run(["openssl", "req", "-x509", "-newkey", *new, "-nodes", "-keyout", key, "-out", path, "-subj", "/CN=" + NAME,
                           "-addext", "keyUsage=digitalSignature,keyEncipherment", "-addext", "subjectAltName=DNS:" + NAME],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LIMIT)
    if done.returncode != 0:
        sys.exit("openssl req: %s" % done.stdout.decode())
    return path, key


class Shim:
    """The shim, and the runner's side of its connections."""

    def __init__(self, *flags, identity=0x0102030405060708, family=socket.AF_INET):
        self.listener = socket.socket(family)
        self.listener.bind(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0))
        self.listener.listen()
        self.listener.settimeout(LIMIT)
        self.identity = identity
        self.process = subprocess.Popen([TLS12, "shim", "-port", str(self.listener.getsockname()[1]), "-shim-id", str(identity), *flags],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def accept(self):
        there, _ = self.listener.accept()
        there.settimeout(LIMIT)
        identity = b""
        while len(identity) < 8:
            more = there.recv(8 - len(identity))
            if not more:
                break
            identity += more
        check("the id comes first", identity == struct.pack("<Q", self.identity), identity)
        return there

    def end(self):
        self.listener.close()
        try:
            output, error = self.process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            output, error = self.process.communicate()
            return None, output.decode(), error.decode()
        return self.process.returncode, output.decode(), error.decode()


def dh_parameters(folder):
    path = os.path.join(folder, "dh.pem")
    done = subprocess.run(["openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-out", path],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LIMIT)
    if done.returncode != 0:
        sys.exit("openssl genpkey: %s" % done.stdout.decode())
    return path


def context(is_server, credential=None, suites="ALL:@SECLEVEL=0", groups=None, dh=None):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if is_server else ssl.PROTOCOL_TLS_CLIENT)
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    made.minimum_version = made.maximum_version = ssl.TLSVersion.TLSv1_2
    made.set_ciphers(suites)
    if credential is not None:
        made.load_cert_chain(*credential)
    if groups is not None:
        made.set_ecdh_curve(groups)
    if dh is not None:
        made.load_dh_params(dh)
    return made


def everything(there, n):
    got = b""
    while len(got) < n:
        more = there.recv(n - len(got))
        if not more:
            break
        got += more
    return got


def swapped(data):
    return bytes(byte ^ 0xFF for byte in data)


def exchange(shim, tls, is_server, sent=b"the runner's text", first=b"", session=None, close=True):
    """One connection; what there is to know of it."""
    there = shim.accept()
    try:
        there = tls.wrap_socket(there, server_side=is_server, session=session, server_hostname=None if is_server else NAME)
        seen = {"cipher": there.cipher()[0], "reused": there.session_reused, "session": there.session, "peer": there.getpeercert(True)}
        seen["first"] = everything(there, len(first))
        there.sendall(sent)
        seen["answer"] = everything(there, len(sent))
        if close:
            there = there.unwrap()
        return seen
    except (OSError, ValueError) as error:
        return {"error": str(error)}
    finally:
        there.close()


def once(name, flags, tls, is_server, expected=0, text="", **options):
    """A shim with one connection: its exit status, what it says, and, if it is to work, that it answers."""
    shim = Shim(*flags)
    seen = exchange(shim, tls, is_server, **options)
    status, _, error = shim.end()
    check(name + ": exit status", status == expected, (status, error, seen))
    check(name + ": says", text in error, error)
    if expected == 0:
        check(name + ": answer", seen.get("answer") == swapped(options.get("sent", b"the runner's text")), seen)
    return seen


def test_roles(rsa, ecdsa, dh):
    for suites, credential in (("AES128-SHA", rsa), ("DHE-RSA-AES128-GCM-SHA256", rsa), ("ECDHE-RSA-AES256-GCM-SHA384", rsa),
                               ("ECDHE-RSA-CHACHA20-POLY1305", rsa), ("ECDHE-ECDSA-AES128-GCM-SHA256", ecdsa),
                               ("ECDHE-ECDSA-AES256-SHA", ecdsa)):
        both = suites + ":@SECLEVEL=0"
        seen = once("client, " + suites, ["-host-name", NAME], context(True, credential, both, dh=dh), True)
        check("client, " + suites, seen.get("cipher") == suites, seen)
        seen = once("server, " + suites, ["-server", "-cert-file", credential[0], "-key-file", credential[1]], context(False, None, both), False)
        check("server, " + suites, seen.get("cipher") == suites, seen)
    long = bytes(range(256)) * 400
    once("a long text, client", [], context(True, rsa), True, sent=long)
    once("a long text, server, in small pieces", ["-server", "-cert-file", rsa[0], "-key-file", rsa[1], "-read-size", "7"], context(False),
         False, sent=long[:5000])
    seen = once("writes first", ["-shim-writes-first"], context(True, rsa), True, first=b"hello")
    check("writes first", seen.get("first") == swapped(swapped(b"hello")), seen)
    shim = Shim("-ipv6", family=socket.AF_INET6)
    seen = exchange(shim, context(True, rsa), True)
    check("IPv6", shim.end()[0] == 0 and seen.get("answer") == swapped(b"the runner's text"), seen)


def test_client_certificates(rsa, ecdsa):
    asks = context(True, rsa)
    asks.verify_mode = ssl.CERT_REQUIRED
    asks.load_verify_locations(ecdsa[0])
    once("a client with a certificate", ["-cert-file", ecdsa[0], "-key-file", ecdsa[1]], asks, True)
    check("a client without one", "error" in once("a client without one", [], asks, True, expected=1, text="alert"))
    server = ["-server", "-cert-file", rsa[0], "-key-file", rsa[1]]
    once("a server asks, gets one", [*server, "-require-any-client-certificate"], context(False, ecdsa), False)
    once("a server asks, gets none", [*server, "-verify-peer"], context(False), False)
    once("a server insists", [*server, "-require-any-client-certificate"], context(False), False, expected=1, text="handshake_failure")


def test_resumption(rsa):
    tickets, ids = context(True, rsa), context(True, rsa)
    ids.options |= ssl.OP_NO_TICKET
    for name, tls in (("ticket", tickets), ("id", ids)):
        shim = Shim("-resume-count", "2", "-expect-extended-master-secret")
        seen = [exchange(shim, tls, True) for _ in range(3)]
        status, _, error = shim.end()
        check("client resumes by " + name, status == 0 and [s.get("reused") for s in seen] == [False, True, True], (status, error, seen))
    shim = Shim("-resume-count", "1", "-on-resume-expect-session-miss")
    seen = [exchange(shim, context(True, rsa), True) for _ in range(2)]
    check("client, session missed", shim.end()[0] == 0, seen)
    shim = Shim("-resume-count", "1")
    seen = [exchange(shim, context(True, rsa), True) for _ in range(2)]
    status, _, error = shim.end()
    check("client, session missed, unexpectedly", status == 1 and "not resumed" in error, (status, error))
    server = ["-server", "-cert-file", rsa[0], "-key-file", rsa[1], "-resume-count", "1"]
    for name, more in (("ticket", []), ("id", ["-no-ticket"])):
        shim, tls = Shim(*server, *more), context(False)
        first = exchange(shim, tls, False)
        second = exchange(shim, tls, False, session=first.get("session"))
        status, _, error = shim.end()
        check("server resumes by " + name, status == 0 and second.get("reused"), (status, error, second))
        check("server gives a %s" % name, first["session"].has_ticket == (name == "ticket"))


def test_refusals(rsa, ecdsa):
    server = ["-server", "-cert-file", rsa[0], "-key-file", rsa[1]]
    once("no suite in common", ["-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"], context(True, rsa), True, expected=1, text="handshake_failure")
    once("an expected suite", ["-expect-cipher", str(0x009C)], context(True, rsa, "AES128-GCM-SHA256:@SECLEVEL=0"), True)
    once("another suite", ["-expect-cipher", str(0x009D)], context(True, rsa, "AES128-GCM-SHA256:@SECLEVEL=0"), True, expected=1, text="suite")
    once("an expected group", ["-expect-curve-id", "24"], context(True, ecdsa, groups="secp384r1"), True)
    once("another group", ["-expect-curve-id", "23"], context(True, ecdsa, groups="secp384r1"), True, expected=1, text="group")
    once("close_notify", [*server, "-check-close-notify"], context(False), False)
    once("no close_notify", [*server, "-check-close-notify"], context(False), False, close=False, expected=1, text="no close_notify")
    once("no close_notify, not looked for", server, context(False), False, close=False)
    shim = Shim("-shim-shuts-down", "-shim-writes-first")
    there = context(True, rsa).wrap_socket(shim.accept(), server_side=True)
    check("shuts down", everything(there, 6) == b"hello")
    there.close()
    check("shuts down: exit status", shim.end()[0] == 0)
    shim = Shim()
    there = shim.accept()
    there.sendall(bytes.fromhex("160303000500000001ff"))
    there.close()
    status, _, error = shim.end()
    check("a rule is named", status == 1 and "R5246-7.4.1.1-05" in error, (status, error))
    shim = Shim()
    shim.accept().close()
    check("closed at once", shim.end()[0] == 1)


def relay(a, b):
    """Both ways, until both ends are closed."""
    def pump(source, target):
        try:
            while True:
                data = source.recv(65536)
                if not data:
                    break
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass
    threads = [threading.Thread(target=pump, args=ends) for ends in ((a, b), (b, a))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LIMIT)
    a.close()
    b.close()


def behind_relay(name, flags, command, given, wanted):
    """The shim as a client of s_server: the text that s_server is given comes back to it, swapped."""
    there = subprocess.Popen(["openssl", "s_server", "-accept", "127.0.0.1:0", "-tls1_2", *command], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    late = threading.Timer(LIMIT, there.kill)
    late.start()
    port = next((int(found[1]) for line in there.stdout if (found := re.search(rb"^ACCEPT \S*?:(\d+)", line))), None)
    check(name + ": listens", port is not None)
    shim = Shim(*flags)
    relaying = threading.Thread(target=lambda: relay(shim.accept(), socket.create_connection(("127.0.0.1", port), LIMIT)))
    relaying.start()
    lines = []
    for step, until in given:
        for line in there.stdout:
            lines.append(line)
            if until in line:
                break
        there.stdin.write(step)
        there.stdin.flush()
    lines += there.stdout
    status, _, error = shim.end()
    relaying.join(LIMIT)
    there.wait(LIMIT)
    late.cancel()
    there.stdout.close()
    there.stdin.close()
    check(name, status == 0 and wanted in b"".join(lines), (status, error, lines))


def test_more(rsa):
    behind_relay("a pre-shared key", ["-psk", "secret", "-psk-identity", "me"],
                 ["-nocert", "-psk", b"secret".hex(), "-psk_identity", "me", "-cipher", "PSK-AES128-CBC-SHA256:@SECLEVEL=0"],
                 [(b"Q\n", b"CIPHER is PSK-AES128-CBC-SHA256")], b"CIPHER is")
    behind_relay("a renegotiation", ["-renegotiate-freely", "-expect-total-renegotiations", "1", "-expect-secure-renegotiation"],
                 ["-cert", rsa[0], "-key", rsa[1], "-cipher", "AES128-SHA:@SECLEVEL=0"],
                 # the answer, with a newline of its own, can come only when the handshake is over
                 [(b"r\n", b"CIPHER is AES128-SHA"), (b"text\xf5\n", b"SSL_do_handshake ->"), (b"Q\n", swapped(b"text\xf5"))],
                 swapped(b"text\xf5"))


def test_flags(rsa):
    def status_of(*flags):
        done = subprocess.run([TLS12, "shim", *flags], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT)
        return done.returncode, done.stdout, done.stderr
    for flags in (["-dtls"], ["-quic"], ["-no-tls12"], ["-on-resume-false-start"], ["-max-version", "770"], ["-min-version", "772"],
                  ["-shim-shuts-down", "-check-close-notify"], ["-server", "-renegotiate-freely"], ["-cipher", "ALL:!aNULL"], ["--port"]):
        status, _, error = status_of("-port", "1", *flags)
        check("not implemented: %s" % flags, status == 89 and error, (status, error))
    for flags in ([], ["-port"], ["-port", "x"], ["-port", "65536"], ["-port", "-1"], ["port"], ["-port", "1", "-cert-file", rsa[0]],
                  ["-port", "1", "-psk", ""]):
        check("usage: %s" % flags, status_of(*flags)[0] == 2, status_of(*flags))
    check("no file", status_of("-port", "1", "-cert-file", "/nonexistent", "-key-file", "/nonexistent")[0] == 3)
    check("no handshaker", status_of("-is-handshaker-supported")[:2] == (0, b"No\n"))
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    check("nobody listens", status_of("-port", str(listener.getsockname()[1]))[0] == 3)
    listener.close()
    once("without effect", ["-async", "-no-tls13", "-no-tls11", "-no-tls1", "-trust-cert", "x", "-min-version", "769", "-max-version", "772",
                            "-on-initial-expect-version", "771", "-on-retry-expect-version", "1"], context(True, rsa), True)
    check("every flag is in the manual", set(re.findall(r"FLAG\(\"([a-z0-9-]+)\"", read("src/tool/shim_flags.c"))) ==
          set(re.findall(r"(?<![\w-])-([a-z][a-z0-9-]+)", re.sub(r"\\f[BIR]", "", manual()).replace("\\-", "-"))))


def read(name):
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    with open(os.path.join(root, name), encoding="utf-8") as file:
        return file.read()


def manual():
    return read("src/tool/tls12.1").split(".B Implemented flags:")[1].split(".PP")[0]


def main():
    with tempfile.TemporaryDirectory() as folder:
        rsa = certificate(folder, "rsa", "rsa:2048")
        ecdsa = certificate(folder, "ecdsa", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
        test_roles(rsa, ecdsa, dh_parameters(folder))
        test_client_certificates(rsa, ecdsa)
        test_resumption(rsa)
        test_refusals(rsa, ecdsa)
        test_more(rsa)
        test_flags(rsa)
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
