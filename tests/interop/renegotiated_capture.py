#!/usr/bin/env python3
"""A connection of OpenSSL with OpenSSL that renegotiates twice, captured on its way: a key log, or the server's RSA key, opens all of it.

On loopback, with a relay that writes down what it hands on. Every process has a time limit. The last line counts.
"""
import os
import re
import socket
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import LIMIT, TLS12, certificate, check, results, run, their_server  # noqa: E402
from renegotiation import Talk  # noqa: E402


class Recorder:
    """A relay for one connection that notes each piece and who sent it."""

    def __init__(self, port):
        self.pieces, self.lock = [], threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(LIMIT)
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, args=(port,), daemon=True)
        self.thread.start()

    def pump(self, source, target, from_client):
        try:
            while data := source.recv(16384):
                with self.lock:
                    self.pieces.append((from_client, data))
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def serve(self, port):
        with self.listener, self.listener.accept()[0] as one, socket.create_connection(("127.0.0.1", port), LIMIT) as other:
            for end in (one, other):
                end.settimeout(LIMIT)
            back = threading.Thread(target=self.pump, args=(other, one, False))
            back.start()
            self.pump(one, other, True)
            back.join(LIMIT)

    def capture(self):
        """As a pcap of IPv6 packets, without checksums (RFC 8200 section 3, RFC 9293 section 3.1)."""
        self.thread.join(LIMIT)
        out = bytearray.fromhex("d4c3b2a1 0200 0400 00000000 00000000 ffff0000 65000000")
        ends, sequence = (bytes(15) + b"\1", bytes(15) + b"\2"), [1, 1]
        for number, (from_client, data) in enumerate(self.pieces):
            ports = (50000, 443) if from_client else (443, 50000)
            tcp = b"".join(n.to_bytes(size, "big") for n, size in (
                (ports[0], 2), (ports[1], 2), (sequence[from_client], 4), (sequence[not from_client], 4), (0x50, 1), (0x18, 1), (0xFFFF, 2),
                (0, 4)))
            sequence[from_client] += len(data)
            packet = b"\x60\0\0\0" + (len(tcp) + len(data)).to_bytes(2, "big") + b"\6\x40" + ends[not from_client] + ends[from_client] + tcp + data
            out += b"".join(n.to_bytes(4, "little") for n in (0, number, len(packet), len(packet))) + packet
        return bytes(out)


def connection(path, suite):
    """Two handshakes after the first, and words between them; the capture and the key log are written."""
    for name in ("keys", "capture.pcap"):
        if os.path.exists(path(name)):
            os.remove(path(name))
    with their_server("-tls1_2", "-cert", path("rsa.pem"), "-key", path("rsa.key"), "-cipher", suite, "-client_renegotiation",
                      "-rev") as server:
        recorder = Recorder(server.port)
        with Talk("openssl", "s_client", "-tls1_2", "-connect", "127.0.0.1:%d" % recorder.port, "-cipher", suite, "-keylogfile", path("keys"),
                  "-msg") as client:
            for handshakes in (1, 2, 3):
                good = client.waits_for("Handshake [length 0010], Finished", 2 * handshakes)
                client.tell(b"word %d\n" % handshakes)
                good = good and client.waits_for("%d drow" % handshakes)
                check("%s: handshake %d of OpenSSL" % (suite, handshakes), good, client.text[-800:])
                client.tell(b"R\n" if handshakes < 3 else b"Q\n")
            client.process.wait(LIMIT)
    with open(path("capture.pcap"), "wb") as file:
        file.write(recorder.capture())


def opened(name, *command):
    status, output, error = run([TLS12, *command])
    check(name + ": all is opened", status == 0 and not re.search(r"fragment: encrypted", output), error + output[-2000:])
    check(name + ": six Finished verify", output.count("finished: verified") == 6, output.count("finished: verified"))
    for number in (1, 2, 3):
        check("%s: words %d" % (name, number), "word %d" % number in output and "%d drow" % number in output)


def main():
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificate(path)
        for suite in ("ECDHE-RSA-AES128-GCM-SHA256", "DHE-RSA-AES256-SHA", "ECDHE-RSA-CHACHA20-POLY1305", "AES128-SHA256"):
            connection(path, suite)
            opened(suite, "decode", "--application-data", "--keylog", path("keys"), path("capture.pcap"))
        opened("the key of the server", "decode", "--application-data", "--private-key", path("rsa.key"), path("capture.pcap"))
        with open(path("keys"), encoding="ascii") as file:
            lines = file.readlines()
        lines = [line for line in lines if line.startswith("CLIENT_RANDOM")]
        check("one line a handshake", len(lines) == 3, lines)
        with open(path("keys"), "w", encoding="ascii") as file:
            file.writelines(lines[:2])
        status, output, _ = run([TLS12, "decode", "--application-data", "--keylog", path("keys"), path("capture.pcap")])
        check("without the third secret the third handshake stays closed", status == 0 and output.count("finished: verified") == 4 and
              "2 drow" in output and "3 drow" not in output and output.count("client_hello (") == 3 and "fragment: encrypted" in output)
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
