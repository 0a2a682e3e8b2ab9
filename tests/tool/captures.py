#!/usr/bin/env python3
"""One handshake in every dress of a capture: link layers, IPv4 and IPv6, file formats, segments of any size and order, prologues.

usage: TLS12=build/tls12 tests/tool/captures.py

The bytes alone, too. tls12 decode must say the same of each, and the packets that it names must hold the bytes that it shows. The last line counts.
"""
import json
import os
import random
import struct
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
PORTS = (50000, 443)
SYN, ACK, FIN = 2, 16, 1
passed = failed = 0


def check(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED: %s %s" % (what, detail))


def decode(data, *options):
    with tempfile.NamedTemporaryFile(suffix=".pcap") as file:
        file.write(data)
        file.flush()
        done = subprocess.run([TLS12, "decode", "--json", *options, file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.decode()


# --- Layers, from the inside ---

def tcp(from_client, sequence, data, flags=ACK, ports=PORTS):
    source, target = ports if from_client else ports[::-1]
    return struct.pack(">HHIIBBHHH", source, target, sequence & 0xFFFFFFFF, 0, 0x50, flags, 0xFFFF, 0, 0) + data


def ipv4(from_client, segment, options=b""):
    ends = (b"\x0a\0\0\1", b"\x0a\0\0\2") if from_client else (b"\x0a\0\0\2", b"\x0a\0\0\1")
    return struct.pack(">BBHHHBBH", 0x45 + len(options) // 4, 0, 20 + len(options) + len(segment), 0, 0x4000, 64, 6, 0) + b"".join(ends) + options + segment


def ipv6(from_client, segment, extensions=b"", first=6):
    ends = (bytes(15) + b"\1", bytes(15) + b"\2") if from_client else (bytes(15) + b"\2", bytes(15) + b"\1")
    return struct.pack(">IHBB", 0x60000000, len(extensions) + len(segment), first, 64) + b"".join(ends) + extensions + segment


def ipv6_extended(from_client, segment):
    """With hop-by-hop options and destination options (RFC 8200 sections 4.3 and 4.6)."""
    return ipv6(from_client, segment, b"\x3c\0" + bytes(6) + b"\x06\1" + bytes(14), 0)


def type_of(packet):
    return b"\x08\0" if packet[0] >> 4 == 4 else b"\x86\xdd"


# name -> (link type of pcap, frame around a packet)
LINKS = {
    "Ethernet": (1, lambda packet: bytes(12) + type_of(packet) + packet),
    "Ethernet, padded": (1, lambda packet: (bytes(12) + type_of(packet) + packet).ljust(60, b"\xEE")),
    "Ethernet with two VLAN tags": (1, lambda packet: bytes(12) + b"\x88\xa8\0\1\x81\0\0\2" + type_of(packet) + packet),
    "Linux cooked v1": (113, lambda packet: bytes(14) + type_of(packet) + packet),
    "Linux cooked v2": (276, lambda packet: type_of(packet) + bytes(18) + packet),
    "loopback of BSD": (0, lambda packet: (b"\2\0\0\0" if packet[0] >> 4 == 4 else b"\x1e\0\0\0") + packet),
    "loopback of OpenBSD": (108, lambda packet: (b"\0\0\0\2" if packet[0] >> 4 == 4 else b"\0\0\0\x18") + packet),
    "raw IP": (101, lambda packet: packet),
}


def pcap(link, frames, order="<", magic=0xA1B2C3D4):
    out = struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 65535, link)
    for i, frame in enumerate(frames):
        out += struct.pack(order + "IIII", 0, i, len(frame), len(frame)) + frame
    return out


def pcapng(link, frames):
    def block(kind, body):
        body += bytes(-len(body) % 4)
        return struct.pack("<II", kind, 12 + len(body)) + body + struct.pack("<I", 12 + len(body))

    out = block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1)) + block(1, struct.pack("<HHI", link, 0, 65535))
    for i, frame in enumerate(frames):
        out += block(6, struct.pack("<IIIII", 0, 0, i, len(frame), len(frame)) + frame)
    return out


# --- What is compared ---

def tree(report):
    """What is said of both directions, without packets, and of the client first."""
    def strip(node):
        return (node["path"], node["offset"], node["length"], node["raw"], node["value"], node["rule"], [strip(child) for child in node["children"]])
    return sorted((s["from"], [strip(n) for n in s["records"]], [strip(n) for n in s["messages"]]) for s in report["streams"])


def packets_hold(report, frames):
    """Whether the packets of each node hold its bytes; of what was decrypted there is nothing here."""
    def holds(node):
        raw = b"".join(frames[p["number"] - 1][p["offset"]:p["offset"] + p["length"]] for p in node["packets"])
        return raw.hex() == node["raw"] and all(map(holds, node["children"]))
    return all(holds(node) for stream in report["streams"] for node in stream["records"])


def segments(turns, size, start=(1000, 2000)):
    """The segments [from the client?, sequence number, data] of a conversation, cut into pieces."""
    sequence, out = list(start), []
    for from_client, data in turns:
        for at in range(0, len(data), size):
            piece = data[at:at + size]
            out.append([from_client, sequence[from_client], piece])
            sequence[from_client] += len(piece)
    return out


def same(what, expected, data, frames, *options):
    status, report, error = decode(data, *options)
    good = status == 0 and report is not None and tree(report) == expected
    check(what + ": the same tree", good, "exit %d %s" % (status, error))
    if good and frames is not None:
        check(what + ": the packets hold the bytes", packets_hold(report, frames))


def turns_of(report):
    """The conversation, record by record in the order of the packets of our own capture."""
    records = [(r["packets"][0]["number"], r["offset"], s["from"] == "client", bytes.fromhex(r["raw"])) for s in report["streams"] for r in s["records"]]
    return [(from_client, raw) for _, _, from_client, raw in sorted(records)]


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.pcap")
        subprocess.run([TLS12, "handshake", "--kx", "ECDHE_RSA", "--pcap", path], stdout=subprocess.DEVNULL, check=True, timeout=60)
        with open(path, "rb") as file:
            own = file.read()
    _, report, _ = decode(own)
    expected, turns = tree(report), turns_of(report)
    whole = segments(turns, 1460)

    for link, (number, frame) in LINKS.items():
        for version, packet in (("IPv4", ipv4), ("IPv6", ipv6), ("IPv6 with extension headers", ipv6_extended)):
            frames = [frame(packet(c, tcp(c, s, d))) for c, s, d in whole]
            same("%s, %s" % (link, version), expected, pcap(number, frames), frames)
    ethernet = LINKS["Ethernet"][1]
    frames = [ethernet(ipv4(c, tcp(c, s, d), b"\1\1\1\0")) for c, s, d in whole]
    same("IPv4 with options", expected, pcap(1, frames), frames)
    for name, data in (("pcapng", pcapng(1, frames)), ("big-endian pcap", pcap(1, frames, ">")), ("pcap with nanoseconds", pcap(1, frames, magic=0xA1B23C4D))):
        same(name, expected, data, frames)

    def captured(pieces, ports=PORTS):
        return [ethernet(ipv4(c, tcp(c, s, d, ports=ports))) for c, s, d in pieces]

    for size in (1, 7, 100):
        frames = captured(segments(turns, size))
        same("segments of %d bytes" % size, expected, pcap(1, frames), frames)
    frames = captured(segments(turns, 100, (0xFFFFFF80, 0xFFFFFFF0)))
    same("sequence numbers that wrap", expected, pcap(1, frames), frames)
    hands = [ethernet(ipv4(c, tcp(c, s - 1, b"", flags))) for c, s, flags in ((True, 2000, SYN), (False, 1000, SYN | ACK))]
    order = random.Random(1)
    for i in range(10):
        pieces = segments(turns, 100)
        again = order.sample(pieces, 8)
        merged = [[c, s, d + e] for (c, s, d), (o, _, e) in zip(pieces, pieces[1:]) if c == o][:6]  # two in one, which came alone too
        pieces += again + merged
        order.shuffle(pieces)
        frames = hands + captured(pieces)
        same("out of order and retransmitted, %d" % i, expected, pcap(1, frames), frames)
    both = [frame for pair in zip(captured(segments(turns, 100)), captured(segments(turns, 100), (50001, 443))) for frame in pair]
    for flow in ("0", "1"):
        same("two connections at once, %s" % flow, expected, pcap(1, both), both, "--flow", flow)

    # The bytes alone, as they are and in hexadecimal, say the same as the capture.
    for side, records, messages in expected:
        stream = b"".join(data for from_client, data in turns if from_client == (side == "client"))
        for name, data in (("binary", stream), ("hexadecimal", stream.hex(" ").encode())):
            status, report, error = decode(data, "--kx", "ECDHE_RSA", "--sender", side)
            check("%s from the %s: the same tree" % (name, side), status == 0 and tree(report) == [("either", records, messages)], error)

    # RFC 3207 section 2: what is before TLS is one node, and what follows is the same but for the offset.
    words = [(False, b"220 mail.example ESMTP\r\n"), (True, b"EHLO client.example\r\n"), (False, b"250-mail.example\r\n250 STARTTLS\r\n"),
             (True, b"STARTTLS\r\n"), (False, b"220 go ahead\r\n")]
    frames = captured(segments(words + turns, 100))
    status, report, error = decode(pcap(1, frames))
    before = {"client": len(words[1][1] + words[3][1]), "server": len(words[0][1] + words[2][1] + words[4][1])}
    prologues = {s["from"]: s["records"].pop(0) for s in report["streams"]}
    check("STARTTLS: a prologue on both sides", status == 0 and {side: p["length"] for side, p in prologues.items()} == before and
          all(p["path"] == "prologue" for p in prologues.values()), error)

    def back(node, by):
        return dict(node, offset=node["offset"] - by, children=[back(child, by) for child in node["children"]])
    for stream in report["streams"]:
        for kind in ("records", "messages"):
            stream[kind] = [back(node, before[stream["from"]]) for node in stream[kind]]
    check("STARTTLS: then the same tree", tree(report) == expected)

    pieces = segments(turns, 100)
    lost = next(i for i, (c, _, _) in enumerate(pieces) if not c) + 3
    status, report, error = decode(pcap(1, captured(pieces[:lost] + pieces[lost + 1:])))
    check("a lost segment is said", "the capture lacks 100 bytes from the server" in error, error)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
