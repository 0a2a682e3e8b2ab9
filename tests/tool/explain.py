#!/usr/bin/env python3
"""Tests tls12 explain from outside: the words, the text, and the page without a browser.

usage: BUILD=build tests/tool/explain.py

The last line counts.
"""
import html.parser
import json
import os
import pty
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.path.join(os.environ.get("BUILD", os.path.join(ROOT, "build")), "tls12")
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")
passed = failed = skipped = 0


def check(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED: %s %s" % (what, detail))


def run(*arguments, data=b"", text=True):
    done = subprocess.run([TLS12, *arguments], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.returncode, done.stdout.decode() if text else done.stdout, done.stderr.decode(errors="replace")


VOID = {"meta", "br", "path"}


class Page(html.parser.HTMLParser):
    """Elements closed in order, ids, links, and everything that would load or run something."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.links, self.bytes, self.shown = [], [], [], [], {}, ""
        self.in_bytes = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.faults += ["%s has %s" % (tag, name) for name in named if name in ("src", "action") or name.startswith("on")]
        if tag in ("img", "iframe", "link", "object", "form", "base"):
            self.faults.append("an element " + tag)
        if "id" in named:
            self.ids.append(named["id"])
        if tag == "a":
            self.links.append(named["href"])
        self.in_bytes = named.get("data-field")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append("%s closed out of order at %s" % (tag, self.getpos()))
        self.in_bytes = None

    def handle_data(self, text):
        if self.in_bytes:
            self.bytes[self.in_bytes] = self.bytes.get(self.in_bytes, "") + text
        if self.open and self.open[-1] not in ("script", "style"):
            self.shown += text


def page(what, *arguments, status=0, data=b""):
    """The page, after the checks that hold for every page."""
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "page.html")
        done = run("explain", "--html", name, *arguments, data=data)
        check(what + ": exit status", done[0] == status, done)
        check(what + ": nothing but the page is left", os.listdir(folder) == ["page.html"], os.listdir(folder))
        with open(name, encoding="ascii") as text:
            content = text.read()
    found = Page(content)
    check(what + ": well formed", not found.faults and not found.open, (found.faults[:5], found.open))
    check(what + ": ids are unique", len(set(found.ids)) == len(found.ids))
    known = set(found.ids)
    lost = [link for link in found.links if link.startswith("#") and link[1:] not in known]
    check(what + ": links lead somewhere", not lost, lost[:5])
    away = [link for link in found.links if not re.match(r"#|https://www\.rfc-editor\.org/rfc/rfc\d+#(section|appendix)-[\w.]+$", link)]
    check(what + ": links away lead to RFCs", not away, away[:5])
    check(what + ": nothing is loaded", not re.search(r"url\((?!#)|@import|fetch\(|XMLHttp|WebSocket", content))
    check(what + ": bytes belong to fields", not set(found.bytes) - known)
    return found


def words():
    for arguments, expected in (
            (("rule", "R5246-7.4.2-05"), "RFC5246 section 7.4.2"), (("rule", "r5246-7.4.2-05"), "decode_error"),
            (("alert", "40"), "handshake_failure (40)"), (("alert", "decode_error"), "R5246-7.4.2-05"),
            (("suite", "0xc02f"), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
            (("suite", "ECDHE-RSA-AES128-GCM-SHA256"), "0xc02f"), (("suite", "TLS_PSK_WITH_NULL_SHA"), "none"),
            (("flow", "DH_anon"), "ServerKeyExchange"), (("flow", "ECDHE_PSK"), "shared key")):
        status, output, error = run("explain", *arguments)
        check("explain " + " ".join(arguments), status == 0 and expected in output and not error, output + error)
    for arguments in (("rule", "R1-1"), ("alert", "1"), ("alert", "999"), ("suite", "0x0001x"), ("flow", "NULL"),
                      ("word", "x"), ("rule", "")):
        status, output, error = run("explain", *arguments)
        check("explain " + " ".join(arguments) + " is refused", status == 2 and not output and error, (status, output))


def text():
    status, output, error = run("explain", data=b"0b000006000003000000")
    check("a defect in text", status == 1 and "[breaks R5246-7.4.2-05]" in output and "offset 0x7" in error, output)
    check("its cause", "often a certificate in PEM" in " ".join(output.split()))
    status, output, _ = run("explain", data=b"0e000000")
    check("a message in text", status == 0 and "The client speaks next." in " ".join(output.split()), output)


def pages():
    with tempfile.TemporaryDirectory() as folder:
        capture = os.path.join(folder, "capture.pcap")
        run("handshake", "--all", "--pcap", capture)
        found = page("all suites", capture)
        check("all suites: every connection", len(re.findall(r"Connection \d+", found.shown)) >= 25)
        run("handshake", "--kx", "DHE_RSA", "--pcap", capture)
        found = page("one connection", capture)
        for name in ("client_hello", "server_key_exchange", "dh_p", "change_cipher_spec", "handshake, encrypted"):
            check("one connection shows " + name, name in found.shown)
        raw = run("decode", "--json", capture)[1]
        check("the bytes of the page are those of decode",
              any(re.sub(r"\s", "", run_) in raw for run_ in found.bytes.values() if len(run_) > 90))
        check("a page that cannot be written", run("explain", "--html", "/nowhere/x.html", capture)[0] == 3)
        check("an input that is not there leaves no page", run("explain", "--html", folder + "/no.html", folder + "/none")[0] == 3
              and not os.path.exists(folder + "/no.html"))
    found = page("a defect", status=1, data=b"0b000006000003000000")
    check("the defect in the page", "A rule is broken" in found.shown and "R5246-7.4.2-05" in found.shown)
    page("bytes that end early", status=5, data=b"0b0000060000")
    name = b'<script>alert(1)</script>"\'&'
    host = b"\x00" + len(name).to_bytes(2, "big") + name
    listed = len(host).to_bytes(2, "big") + host
    body = b"\x00\x00" + len(listed).to_bytes(2, "big") + listed
    found = page("a hostile name", "--as", "server_name", data=body.hex().encode())
    check("the hostile name is text", name.decode() in found.shown, found.shown[-300:])


def forms():
    """The bytes of one direction give the same tree as a capture, as binary and as hexadecimal digits."""
    with tempfile.TemporaryDirectory() as folder:
        capture = os.path.join(folder, "capture.pcap")
        for kx in ("RSA", "DHE_RSA", "ECDHE_ECDSA"):
            run("handshake", "--kx", kx, "--pcap", capture)
            for sender in ("client", "server"):
                tree = run("decode", "--from-" + sender, capture)[1].split("\n", 1)[1]
                stream = run("encode", data=run("decode", "--json", "--from-" + sender, capture)[1].encode(), text=False)[1]
                options = ("decode", "--kx", kx, "--sender", sender)
                check("%s from the %s as binary" % (kx, sender), run(*options, data=stream)[1] == tree)
                check("%s from the %s as hex" % (kx, sender), run(*options, data=stream.hex(" ").encode())[1] == tree)


def read_all(terminal):
    """What was written to a terminal until its other end was closed."""
    shown = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        try:
            while data := stream.read(65536):
                shown += data
        except OSError:  # EIO: closed
            pass
    return shown


def long_capture():
    """Many connections: each is shown once, in order, and memory does not grow with them."""
    with tempfile.TemporaryDirectory() as folder:
        capture, many = os.path.join(folder, "one.pcap"), os.path.join(folder, "many.pcap")
        run("handshake", "--kx", "ECDHE_RSA", "--pcap", capture)
        with open(capture, "rb") as one:
            head, packets = one.read(24), []
            while header := one.read(16):
                packets.append((header, one.read(int.from_bytes(header[8:12], "little"))))
        client = packets[0][1][20:22]  # its port
        with open(many, "wb") as out:
            out.write(head)
            for i in range(12000):
                address = bytes([10, i >> 16, i >> 8 & 255, i & 255])
                for header, packet in packets:
                    place = 12 if packet[20:22] == client else 16
                    out.write(header + packet[:place] + address + packet[place + 4:])
        with subprocess.Popen([TLS12, "decode", many], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            flows = [int(line.split(b",")[0][5:]) for line in process.stdout if line.startswith(b"flow ")]
            usage = os.wait4(process.pid, 0)[2]
            process.returncode = 0
        check("every connection, in order", flows == [flow for i in range(12000) for flow in (i, i)], len(flows))
        check("memory below 64 MB", usage.ru_maxrss < 65536, usage.ru_maxrss)
        ours, theirs = pty.openpty()
        with subprocess.Popen([TLS12, "decode", many], stdout=subprocess.DEVNULL, stderr=theirs):
            os.close(theirs)
            shown = read_all(ours)
        check("progress on a terminal", b" 50 %" in shown and shown.endswith(b"\r     \r"), shown[-40:])


def built_in_key(name, path):
    """Writes a private key of the built-in test credentials."""
    for source in ("test_credentials.c", "test_credentials_more.c"):
        with open(os.path.join(ROOT, "src", "tool", source), encoding="ascii") as text:
            found = re.search(r"test_%s_key\[\] =\s+(.*?);" % name, text.read(), re.S)
        if found:
            with open(path, "w", encoding="ascii") as pem:
                pem.write("".join(re.findall(r'"(.*?)"', found[1])).replace("\\n", "\n"))


def secrets():
    global skipped
    with tempfile.TemporaryDirectory() as folder:
        capture, log, other = (os.path.join(folder, name) for name in ("capture.pcap", "keys", "other"))
        run("handshake", "--all", "--pcap", capture, "--keylog", log)
        status, output, error = run("decode", "--keylog", log, capture)
        flows = len(set(re.findall(r"^flow (\d+)", output, re.M)))
        check("both Finished of each connection verify", status == 0 and flows >= 25 and
              output.count(" finished: verified\n") == 2 * flows, (status, flows, error))
        check("alerts are opened", output.count("decrypted: alert, warning close_notify") == 2 * flows)
        run("handshake", "--kx", "ECDHE_RSA", "--pcap", capture, "--keylog", other)
        with open(other, encoding="ascii") as text:
            master = text.read().split()[2]
        for command in ("decode", "explain"):
            status, output, _ = run(command, "--keylog", other, capture)
            check(command + " shows secrets and Finished", status == 0 and "master_secret: %s\n" % master in output and
                  len(re.findall(r"^ +(?:client|server)_write_(?:MAC_)?key: [0-9a-f]{32,}$", output, re.M)) == 4 and
                  len(re.findall(r"^  Finished of the (?:client|server): equal$", output, re.M)) == 2, output[:2000])
            status, output, _ = run(command, "--redact", "--keylog", other, capture)
            check(command + " --redact shows none", status == 0 and master not in output and "master_secret: 48 bytes, left out" in output)
        shown = json.loads(run("decode", "--json", "--keylog", other, capture)[1])["streams"][0]["handshakes"]
        check("and so in JSON", len(shown) == 1 and shown[0]["master_secret"] == master and shown[0]["client_finished"]["equal"] and
              shown[0]["server_finished"]["computed"] == shown[0]["server_finished"]["received"], shown)
        shown = run("decode", "--json", "--redact", "--keylog", other, capture)[1]
        check("redacted, too", master not in shown and json.loads(shown)["streams"][0]["handshakes"][0]["client_write_key"] is None)
        found = page("with secrets", "--keylog", other, capture)
        check("the page has the calculations", found.shown.count("equal: nobody changed the handshake") == 2)
        check("and warns of its secrets", "This page contains secrets" in found.shown and master in found.shown)
        found = page("redacted", "--redact", "--keylog", other, capture)
        check("a redacted page has no secret", master not in found.shown and "key, left out" not in found.shown and
              "48 bytes, left out" in found.shown and "This page contains" not in found.shown)
        direct = folder + "/direct.html"
        check("the page of a handshake in memory", run("handshake", "--kx", "RSA", "--html", direct)[0] == 0)
        with open(direct, encoding="ascii") as text:
            shown = Page(text.read())
        check("has the calculations, too", not shown.faults and shown.shown.count("equal: nobody changed") == 2)
        with open(os.path.join(ROOT, "proofs", "baseline.tsv"), encoding="ascii") as baseline:
            exact = set(re.findall(r"(?m)^message/(\w+)\t\w+_decode_ensures_exact$", baseline.read()))
        named = re.findall(r"Decoder: src/message/(\w+?)(_\*)?\.c, proved .*? spec/\1(?:_\*)?\.h", shown.shown)
        check("each of its seven messages names a decoder that is proved exact", len(named) == 7 and
              all(any(m.startswith(name + "_") if star else m == name for m in exact) for name, star in named), named)
        status, output, _ = run("decode", "--keylog", log, capture)
        check("a log of other connections opens nothing", status == 0 and "decrypted" not in output)
        with open(other, "a+", encoding="ascii") as text:
            text.seek(0)
            random = text.read().split()[1]
            text.truncate(0)
            text.write("# a comment\nCLIENT_RANDOM %s %s\n" % (random, "00" * 48))
        status, output, error = run("decode", "--keylog", other, capture)
        check("a wrong secret is a defect", status == 1 and "bad_record_mac" in error and "decrypted" not in output, error)
        with open(other, "w", encoding="ascii") as text:
            text.write("CLIENT_RANDOM %s %s" % (random.upper(), master))
        check("the last line needs no end", run("decode", "--keylog", other, capture)[1].count("finished: verified") == 2)
        if os.path.isdir(VECTORS):
            for folder_, name, keys in (("illustrated-tls12/captures", "capture.pcap", "keylog.txt"),
                                        ("zeek-traces/tls", "tls12-decryption.pcap", "tls12-decryption.keylog.txt")):
                where = os.path.join(VECTORS, folder_)
                status, output, error = run("decode", "--application-data", "--keylog", os.path.join(where, keys),
                                            os.path.join(where, name))
                check(name + ": both Finished verify", output.count("finished: verified") == 2, output + error)
                check(name + ": application data", "ping" in output or "HTTP/1.1" in output)
        else:
            skipped = 1
            print("skipped: captures with key logs: no ../shared")
        run("handshake", "--kx", "RSA", "--pcap", capture, "--keylog", log)
        key, other = folder + "/key.pem", folder + "/other.pem"
        built_in_key("rsa", key)
        found = page("with the server's key", "--private-key", key, capture)
        check("shows the premaster secret", "pre_master_secret0303" in found.shown and
              found.shown.count("equal: nobody changed") == 2)
        for kx, kind in (("DH_RSA", "dh"), ("ECDH_RSA", "ecdh")):
            run("handshake", "--kx", kx, "--pcap", capture)
            built_in_key(kind, other)
            opened = run("decode", "--private-key", other, capture)[1]
            check(kx + ": the server's key opens it", opened.count("finished: verified") == 2, opened)
            opened = run("decode", "--private-key", key, capture)[1]
            check(kx + ": a key of another kind does not", "decrypted" not in opened and "breaks" not in opened)
            built_in_key(kind + "_client", other)
            opened = run("decode", "--private-key", other, capture)[1]
            check(kx + ": a key of somebody else does not", "decrypted" not in opened and "breaks" not in opened)
        run("handshake", "--kx", "DHE_RSA", "--pcap", capture)
        check("no key opens an ephemeral exchange", "decrypted" not in run("decode", "--private-key", key, capture)[1])
        check("a key that is none", run("decode", "--private-key", capture, capture)[0] == 3)
        check("a key log that is not there", run("decode", "--keylog", folder + "/none", capture)[0] == 3)


def renegotiations():
    """Three handshakes of each connection."""
    with tempfile.TemporaryDirectory() as folder:
        capture, log, key = (os.path.join(folder, name) for name in ("capture.pcap", "keys", "key.pem"))
        run("handshake", "--all", "--renegotiate", "--pcap", capture, "--keylog", log)
        status, output, error = run("decode", "--keylog", log, capture)
        flows = len(set(re.findall(r"^flow (\d+)", output, re.M)))
        check("all handshakes of a connection are opened", status == 0 and flows >= 25 and
              output.count(" finished: verified\n") == 6 * flows and "fragment: encrypted" not in output, error)
        run("handshake", "--kx", "RSA", "--renegotiate", "--pcap", capture)
        built_in_key("rsa", key)
        found = page("renegotiated", "--private-key", key, capture)
        check("the page has the calculations of three handshakes", found.shown.count("equal: nobody changed the handshake") == 6 and
              all("Handshake %d of the connection" % number in found.shown for number in (1, 2, 3)))


words()
text()
forms()
pages()
long_capture()
secrets()
renegotiations()
print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
sys.exit(1 if failed else 0)
