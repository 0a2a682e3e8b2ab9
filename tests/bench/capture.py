#!/usr/bin/env python3
"""A long capture: time and memory of `tls12 decode` beside `tshark -V`, in one run.

usage: tests/bench/capture.py [TLS12 [HANDSHAKES [BYTES]]]

Writes a capture of that many connections (100,000) and about that many bytes (1,000,000,000) to a temporary file: the packets of
one handshake with other addresses, and application data. Both programs print everything that they see to /dev/null. The exit
status is 1 when the limits are missed: 64 MB of memory, a twentieth of tshark's CPU time.
"""
import os
import subprocess
import sys
import tempfile

MEMORY_LIMIT, SPEED_LIMIT = 64, 20
RECORD = 1395  # bytes of application data in a packet, with the record's header below Ethernet's limit
IP_HEADER = 20
APPLICATION_DATA, ALERT = b"\x17", 0x15


def packets_of(path):
    """The head of a capture, and (header, packet) for each of its packets."""
    with open(path, "rb") as capture:
        head, packets = capture.read(24), []
        while header := capture.read(16):
            packets.append((header, capture.read(int.from_bytes(header[8:12], "little"))))
    return head, packets


def payload_at(packet):
    return IP_HEADER + (packet[IP_HEADER + 12] >> 4) * 4


def moved(packet, count):
    """A packet whose sequence number is that many bytes later."""
    sequence = (int.from_bytes(packet[24:28], "big") + count) % 2**32
    return packet[:24] + sequence.to_bytes(4, "big") + packet[28:]


def with_data(packets, client, count):
    """The packets, with that many packets of application data of the server before its close_notify."""
    record = APPLICATION_DATA + b"\x03\x03" + RECORD.to_bytes(2, "big") + os.urandom(RECORD)
    result, added = [], 0
    for header, packet in packets:
        from_server = packet[20:22] != client
        closes = len(packet) > payload_at(packet) and packet[payload_at(packet)] == ALERT
        if from_server and closes and added == 0:
            length = payload_at(packet) + len(record)
            data = packet[:2] + length.to_bytes(2, "big") + packet[4:payload_at(packet)] + record
            size = length.to_bytes(4, "little")
            result += [(header[:8] + size + size, moved(data, i * len(record))) for i in range(count)]
            added = count * len(record)
        result.append((header, moved(packet, added) if from_server else packet))
    return result


def write(path, head, packets, client, handshakes):
    with open(path, "wb") as out:
        out.write(head)
        for i in range(handshakes):
            address = bytes([10, i >> 16, i >> 8 & 255, i & 255])
            for header, packet in packets:
                place = 12 if packet[20:22] == client else 16
                out.write(header + packet[:place] + address + packet[place + 4:])


def measure(name, command):
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        status, usage = os.wait4(process.pid, 0)[1:]
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print("%-12s %8.1f s of CPU %8.1f MB  (status %d)" % (name, seconds, megabytes, process.returncode), flush=True)
    if process.returncode != 0:
        sys.exit(1)
    return seconds, megabytes


def main():
    tls12, handshakes, size = sys.argv[1:] + ["build/tls12", "100000", "1000000000"][len(sys.argv) - 1:]
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as folder:
        one, many = os.path.join(folder, "one.pcap"), os.path.join(folder, "many.pcap")
        subprocess.run([tls12, "handshake", "--kx", "ECDHE_RSA", "--pcap", one], check=True, stdout=subprocess.DEVNULL)
        head, packets = packets_of(one)
        client = packets[0][1][20:22]
        plain = sum(len(header) + len(packet) for header, packet in packets)
        packets = with_data(packets, client, max(0, int(size) // int(handshakes) - plain) // (RECORD + 61))
        write(many, head, packets, client, int(handshakes))
        print("%s handshakes, %d packets, %d bytes" % (handshakes, len(packets) * int(handshakes), os.path.getsize(many)))
        ours, memory = measure("tls12 decode", [tls12, "decode", many])
        theirs, _ = measure("tshark -V", ["tshark", "-V", "-r", many])
    print("%.1f times as fast as tshark (limit %d), %.1f MB (limit %d)" % (theirs / ours, SPEED_LIMIT, memory, MEMORY_LIMIT))
    return 0 if theirs >= SPEED_LIMIT * ours and memory <= MEMORY_LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
