#!/usr/bin/env python3
"""Faults at every system call and at every allocation of a handshake and of what the command writes.

strace lets one system call fail (each in turn); a library in front of the C library lets allocations fail, and recv and send move a
byte at a time or be interrupted. Whatever happens: no crash, no hang, exit code 0 or 3; with 0 all that was asked for is there and
whole; with 3 no file is half-written and no temporary one left. TLS12_LOAD=full takes every point, else there are about COUNT for each
command. The last line counts.
"""
import collections
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile

BUILD = os.environ.get("BUILD", "build")
TLS12 = os.path.abspath(os.environ.get("TLS12", "build/tls12"))
SHIM = os.path.abspath(os.path.join(BUILD, "tests/faults/inject.so"))
FULL = os.environ.get("TLS12_LOAD") == "full"
COUNT = 8
LIMIT = 20
# What the kernel answers when it cannot; anything else: EIO.
ERRORS = {"openat": "EMFILE", "socket": "EMFILE", "accept": "EMFILE", "epoll_create1": "EMFILE", "write": "ENOSPC", "mmap": "ENOMEM",
          "epoll_ctl": "ENOMEM", "munmap": "ENOMEM", "sendto": "ECONNRESET", "recvfrom": "ECONNRESET", "connect": "ECONNREFUSED",
          "bind": "EADDRINUSE", "rename": "ENOSPC", "getrandom": "ENOSYS", "poll": "ENOMEM", "epoll_pwait": "EINTR"}
KEY_LOG = re.compile(rb"(CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}\n)*")
results = collections.Counter()


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("not ok: %s %s" % (name, detail), flush=True)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def whole(path):
    """Of a capture or a page that the command wrote: two of the same handshake differ in their signatures."""
    return read(path).endswith(b"</html>\n") if path.endswith("html") else run([TLS12, "decode", path], b"")[0] == 0


def timeless(output):
    return re.sub(rb" *\d+ us", b" us", output)


class Server:
    """An undisturbed server for the client."""
    def __enter__(self):
        self.process = subprocess.Popen([TLS12, "server", "--port", "0", "--www"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.port = re.search(rb"port (\d+)", self.process.stderr.readline())[1].decode()
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stderr, stdout=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(LIMIT)
        self.drain.wait(LIMIT)
        self.process.stderr.close()


def run(command, given, environment=None):
    """(exit code, output, errors); None for no end."""
    try:
        done = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT,
                              env=dict(os.environ, **(environment or {})))
        return done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired:
        return None, b"", b"no end"


def serve(command, given, environment=None):
    """The same for a server, which one client visits."""
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=dict(os.environ, **(environment or {})))
    # the line itself may be what fails
    first = server.stderr.readline() if select.select([server.stderr], [], [], 5)[0] else b""
    port = re.search(rb"port (\d+)", first)
    page = b""
    if port is not None:
        _, page, _ = run([TLS12, "client", "--insecure", "127.0.0.1:" + port[1].decode()], given)
    try:
        server.wait(0.5 if port is not None else 5)
    except subprocess.TimeoutExpired:
        server.terminate()
    try:
        _, errors = server.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        server.kill()
        server.communicate()
        return None, b"", b"no end"
    return server.returncode, page, first + errors


class Case:
    """A command, what runs it, its input, and the files that it writes into `folder`."""
    def __init__(self, name, folder, how, given, *arguments, files=(), key_log=None):
        self.name, self.folder, self.how, self.given = name, folder, how, given
        self.command, self.files, self.key_log = [TLS12, *arguments], files, key_log
        self.status, self.output, errors = self.run([])
        assert self.status == 0, errors
        assert all(whole(path) for path in files)

    def run(self, prefix, environment=None):
        for name in os.listdir(self.folder):
            if os.path.join(self.folder, name) in (*self.files, self.key_log) or name.endswith(".tmp"):
                os.unlink(os.path.join(self.folder, name))
        return self.how(prefix + self.command, self.given, environment)

    def judge(self, fault, outcome):
        status, output, errors = outcome
        detail = "exit code %s: %s" % (status, errors[-300:].decode(errors="replace"))
        name = "%s, %s" % (self.name, fault)
        check(name, status in (0, 3), detail)
        left = [entry for entry in os.listdir(self.folder) if entry.endswith(".tmp")]
        check(name + ": temporary files", not left, left)
        for path in self.files:
            check(name + ": " + os.path.basename(path), whole(path) if os.path.exists(path) else status != 0, detail)
        if self.key_log is not None and os.path.exists(self.key_log):
            check(name + ": key log", KEY_LOG.fullmatch(read(self.key_log)), read(self.key_log))
        if status == 0 and self.how is run:
            check(name + ": output", timeless(output) == timeless(self.output), output[:200])

    def some(self, points):
        return points if FULL or len(points) <= COUNT else [points[i * len(points) // COUNT] for i in range(COUNT)]

    def system_calls(self):
        """Every call after the loader has done its work, by name and number."""
        trace = os.path.join(self.folder, "trace")
        outcome = self.run(["strace", "-D", "-f", "-o", trace])
        check(self.name + ", traced", outcome[0] == 0, outcome[2])
        counts, points, loaded = collections.Counter(), [], False
        for call in re.findall(r"^\d+ +(\w+)\(", read(trace).decode(errors="replace"), re.M):
            counts[call] += 1
            if loaded and call not in ("exit_group", "rt_sigreturn", "execve"):
                points.append((call, counts[call]))
            loaded = loaded or call == "munmap"
        for call, number in self.some(points):
            # brk gives what is there, in place of an error
            how = "retval=0" if call == "brk" else "error=" + ERRORS.get(call, "EIO")
            fault = "inject=%s:%s:when=%d" % (call, how, number)
            self.judge(fault, self.run(["strace", "-D", "-f", "-o", "/dev/null", "-e", fault]))
        return len(points)

    def allocations(self):
        count = os.path.join(self.folder, "count")
        self.run([], {"LD_PRELOAD": SHIM, "FAULT_COUNT": count})
        numbers = range(1, int(read(count)) + 1)
        for number in self.some(numbers):
            for fault in ("allocation:%d" % number, "allocations:%d" % number):
                self.judge(fault, self.run([], {"LD_PRELOAD": SHIM, "FAULT": fault}))
        return len(numbers)

    def halves(self):
        for fault in ("short", "EINTR", "EAGAIN"):
            outcome = self.run([], {"LD_PRELOAD": SHIM, "FAULT": fault})
            check("%s, %s" % (self.name, fault), outcome[0] == 0 and outcome[1] == self.output, outcome[2])
            self.judge(fault, outcome)


def can_trace():
    """Containers may forbid ptrace."""
    return shutil.which("strace") is not None and subprocess.run(
        ["strace", "-o", "/dev/null", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main():
    traced = can_trace()
    if not traced:
        print("skipped: faults at system calls, as strace cannot trace here")
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        def path(name):
            return os.path.join(folder, name)

        request, log = b"GET / HTTP/1.0\r\n\r\n", path("keylog")
        cases = [Case("client", folder, run, request, "client", "--insecure", "--keylog", log, "127.0.0.1:" + server.port, key_log=log),
                 Case("server", folder, serve, request, "server", "--port", "0", "--www", "--keylog", log, key_log=log),
                 Case("handshake", folder, run, b"", "handshake", "--kx", "ECDHE_ECDSA", "--pcap", path("pcap"), "--html", path("html"),
                      files=(path("pcap"), path("html")))]
        shutil.copy(path("pcap"), path("capture"))
        cases += [Case("decode", folder, run, b"", "decode", "--json", path("capture")),
                  Case("encode", folder, run, read_json(path("capture")), "encode", "-"),
                  Case("explain", folder, run, b"", "explain", path("capture"), "--html", path("html"), files=(path("html"),))]
        for case in cases:
            calls, allocations = case.system_calls() if traced else 0, case.allocations()
            if case.how is serve or case.name == "client":
                case.halves()
            print("%s: %d system calls, %d allocations" % (case.name, calls, allocations), flush=True)
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], not traced))
    return 1 if results[False] else 0


def read_json(capture):
    return run([TLS12, "decode", "--json", "--from-client", capture], b"")[1]


if __name__ == "__main__":
    sys.exit(main())
