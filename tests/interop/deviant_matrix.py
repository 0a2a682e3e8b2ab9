"""The deviant traces against OpenSSL's and GnuTLS' server and client, and what they make of them as a table.

usage: TLS12=build/tls12 python3 tests/interop/deviant_matrix.py FILE

Writes FILE (Markdown). Exit status 4, after that: a peer differs in a way that DIFFERENCES does not explain; 3: a peer could not be
run. All runs in a network of its own that has nothing but loopback, as gnutls-serv listens on all addresses; that takes unshare(1).
"""
import collections
import fcntl
import glob
import json
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import textwrap

sys.dont_write_bytecode = True
from peers import Server, against_client, certificate, deviant, run  # noqa: E402
from deviant_differences import DIFFERENCES, unnamed  # noqa: E402

VECTORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "vectors", "deviant")
LIMIT = 1800  # seconds, for all traces against one peer
TIMEOUT = "1000"  # ms, for one answer: what is answered later counts as tolerated
GNUTLS = "NORMAL:-VERS-ALL:+VERS-TLS1.2:+RSA:+DHE-RSA:+DHE-DSS:+ANON-DH:+ANON-ECDH:+SHA1"
OPENSSL = ("-tls1_2", "-cipher", "ALL:@SECLEVEL=0")
EXPECTED, *_ = VERDICTS = ("as expected", "refused otherwise", "tolerated")
IFF_UP, SIOCSIFFLAGS = 1, 0x8914  # linux/if.h, linux/sockios.h

HEAD = """# The traces and other implementations

What the servers and clients of %s make of the deviant traces that `tls12 deviant` can play against them, on
loopback. `make interop` plays all and writes this file; the differences are named in `tests/interop/deviant_differences.py`.

A trace is *as expected*, when the peer answers it with the alert of the file (or accepts it, if the file says so); *refused
otherwise*, with another alert, or by closing without one; or *tolerated*: no answer came within a second. A cell has the three
counts in this order. It is empty if no such trace can be played, since each needs a message or an option that one of the two does not
use. Each server was played once asking for a client's certificate and once not, each client once with and once without one.

%s
## Differences

Each difference was examined. *RFC leaves it open*: both answers conform. *Theirs lenient*: the peer takes what a rule forbids. *Theirs
wrong*: it refuses what a rule allows, or not as a rule says. *Ours wrong*: the trace is. A line has the answer, the places, and the
messages that were sent there; the id of a trace is both together.

"""


# ---- play ----

def servers(rsa, ec):
    """Each server, in the configurations that lead it everywhere: it asks for a client certificate, or not."""
    openssl = (r"^ACCEPT \S*?:(\d+)", "openssl", "s_server", "-accept", "127.0.0.1:0", *OPENSSL, "-cert", rsa[0], "-key",
               rsa[1], "-dcert", ec[0], "-dkey", ec[1])
    gnutls = (r"listening on IPv4 \S+ port (\d+)\.\.\.done", "gnutls-serv", "--port", "5556", "--echo", "--priority", GNUTLS, "--noticket")
    for path, key in (rsa, ec):
        gnutls += ("--x509certfile", path, "--x509keyfile", key)
    yield "OpenSSL, server", [openssl, openssl + ("-verify", "1")]
    yield "GnuTLS, server", [gnutls + ("--disable-client-cert",), gnutls]


def clients(rsa):
    """Each client, in the configurations that lead it everywhere: without a certificate, and with one."""
    openssl = ("openssl", "s_client", *OPENSSL, "-quiet", "-no-CAfile", "-no-CApath", "-no-CAstore")
    gnutls = ("gnutls-cli", "--priority", GNUTLS, "--noticket", "--insecure")
    yield "OpenSSL, client", [lambda port, more=more: openssl + more + ("-connect", "127.0.0.1:%d" % port)
                              for more in ((), ("-cert", rsa[0], "-key", rsa[1]))]
    yield "GnuTLS, client", [lambda port, more=more: gnutls + more + ("--port", str(port), "127.0.0.1")
                             for more in ((), ("--x509certfile", rsa[0], "--x509keyfile", rsa[1]))]


def play(answers):
    """The traces of a run: what could be played."""
    code, out, error = answers
    if code not in (0, 4):
        raise OSError("tls12 deviant: exit status %s: %s" % (code, error))
    return {trace["id"]: trace for trace in json.loads(out)["traces"] if trace["verdict"] in VERDICTS}


def against_server(command):
    with Server(*command) as there:
        return deviant("--against", "server", "127.0.0.1:%d" % there.port, "--timeout", TIMEOUT, "--json", limit=LIMIT)


def measure(folder):
    """Peer, role -> id -> trace; the first configuration in which a trace can be played counts."""
    rsa = certificate(folder, "rsa", "rsa:2048")
    ec = certificate(folder, "ec", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    answers = {}
    for name, commands in servers(rsa, ec):
        answers[name] = {}
        for command in reversed(commands):
            answers[name].update(play(against_server(command)))
    for name, commands in clients(rsa):
        answers[name] = {}
        for command in reversed(commands):
            answers[name].update(play(against_client(command, "--timeout", TIMEOUT, "--json", limit=LIMIT)))
    return answers


# ---- report ----

def messages_before():
    """Key exchange, prefix -> the last message of this prefix."""
    before = {}
    for path in glob.glob(os.path.join(VECTORS, "*.json")):
        with open(path) as file:
            content = json.load(file)
        for kx in content["key_exchanges"]:
            before[kx, "0"] = "start"
            before.update(((kx, str(prefix["id"])), prefix["message"]) for prefix in content["prefixes"])
    return before


def table(head, rows):
    return "".join("| %s |\n" % " | ".join(row) for row in [head, ["---"] * len(head), *rows])


def matrix(answers):
    counts = collections.defaultdict(collections.Counter)
    for peer, traces in answers.items():
        for trace in traces.values():
            kx = trace["id"].split("/")[0]
            for row in ((kx, trace["kind"]), ("all", "")):
                counts[row][peer, trace["verdict"]] += 1
    rows = []
    for row in sorted(counts, key=lambda row: (row[0] == "all", row)):
        cells = [[counts[row][peer, verdict] for verdict in VERDICTS] for peer in answers]
        rows.append([*row] + [" / ".join(map(str, cell)) if any(cell) else "" for cell in cells])
    return table(["key exchange", "kind", *answers], rows)


def traces_of(traces):
    """The ids by answer; places with the same messages share a line."""
    places = collections.defaultdict(list)
    for trace in traces:
        kx, prefix, sent = trace["id"].split("/", 2)
        places[trace["got"], kx, int(prefix)].append(sent)
    lines = collections.defaultdict(list)
    for (got, kx, prefix), sent in sorted(places.items()):
        lines[got, tuple(sorted(sent))].append("`%s/%d/`" % (kx, prefix))
    return "".join("- %s: %s %s\n" % (got, ", ".join(where), " ".join("`%s`" % name for name in sent))
                   for (got, sent), where in lines.items())


def differences(answers):
    """Difference -> its traces; an unnamed one for each peer takes what no other holds for."""
    before, found = messages_before(), collections.defaultdict(list)
    for peer, traces in answers.items():
        for trace in (trace for trace in traces.values() if trace["verdict"] != EXPECTED):
            where = before[tuple(trace["id"].split("/")[:2])]
            named = next((difference for difference in DIFFERENCES if difference.holds(peer, where, trace)), unnamed(peer))
            found[named].append(trace)
    return found


def report(answers, versions):
    found = differences(answers)
    names = [name for name in DIFFERENCES + [unnamed(peer) for peer in answers] if name in found]
    text = HEAD % (" and ".join(versions), matrix(answers))
    text += table(["", "peer", "difference", "traces", "whose", "clause"],
                  [["%d" % i, name.peer, name.name, str(len(found[name])), name.whose, name.clause] for i, name in enumerate(names, 1)])
    for i, name in enumerate(names, 1):
        text += "\n### %d. %s: %s\n\n%s\n\n%s" % (i, name.peer, name.name, textwrap.fill(name.text, 128), traces_of(found[name]))
    return text, not any(unnamed(peer) in found for peer in answers)


# ---- all ----

def alone():
    """Whether this process has a network of its own; then loopback is up."""
    if sys.argv[2:] != ["alone"]:
        return False
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))
    return True


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    if not alone():
        return subprocess.call(["unshare", "--map-root-user", "--net", sys.executable, os.path.abspath(__file__), sys.argv[1], "alone"])
    versions = [re.match(pattern, run(*command)[1])[0] for pattern, command in
                ((r"OpenSSL \S+", ("openssl", "version")), (r"gnutls-cli \S+", ("gnutls-cli", "--version")))]
    with tempfile.TemporaryDirectory() as folder:
        answers = measure(folder)
    text, examined = report(answers, [version.replace("gnutls-cli", "GnuTLS") for version in versions])
    with open(sys.argv[1] + ".new", "w") as file:
        file.write(text)
    os.replace(sys.argv[1] + ".new", sys.argv[1])
    for peer, traces in answers.items():
        counts = collections.Counter(trace["verdict"] for trace in traces.values())
        print("%s: %s" % (peer, ", ".join("%d %s" % (counts[verdict], verdict) for verdict in VERDICTS)))
    if not examined:
        print("%s: a peer differs in a way that tests/interop/deviant_differences.py does not name" % sys.argv[1])
    return 0 if examined else 4


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        sys.exit(3)
