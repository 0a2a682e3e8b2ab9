#!/usr/bin/env python3
"""tls12 deviant on loopback: the deviant traces against our server and client and OpenSSL's.

usage: TLS12=build/tls12 tests/interop/deviant.py

Every process has a time limit and is ended by the test. The last line counts.
"""
import json
import re
import sys
import tempfile

sys.dont_write_bytecode = True
from peers import TLS12, Server, against_client, certificate, deviant  # noqa: E402

results = {True: 0, False: 0}


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("not ok: %s %s" % (name, detail))


def against_servers(folder):
    path, key = certificate(folder, "rsa", "rsa:2048")
    ours = (r"listening at \S+ port (\d+)", TLS12, "server", "--port", "0", "--policy", "reference")
    theirs = (r"^ACCEPT \S*?:(\d+)", "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", path, "-key", key, "-tls1_2")
    for name, server, kx in (("our server", ours, "RSA"), ("OpenSSL's server", theirs, "ECDHE_RSA")):
        with Server(*server) as there:
            address = "127.0.0.1:%d" % there.port
            code, out, error = deviant("--against", "server", address, "--kx", kx, "--json")
            answer = json.loads(out)
            wrong = [trace for trace in answer["traces"] if trace["verdict"] in ("refused otherwise", "tolerated")]
            check(name, code == 0 and answer["as expected"] >= 82 and not wrong, (code, wrong[:3], error))
    with Server(*ours) as there:
        address = "127.0.0.1:%d" % there.port
        code, out, _ = deviant("--against", "server", address, "--trace", "RSA/0/C:Finished")
        check("one trace", code == 0 and out.startswith("RSA/0/C:Finished: as expected: expected unexpected_message, got unexpected_message\n"),
              out)
        check("no such trace", deviant("--against", "server", address, "--trace", "RSA/0/C:ClientHello")[0] == 77)
    with Server(ours[0], *ours[1:], "--suite", "ECDHE-RSA-AES128-GCM-SHA256") as there:
        code, out, _ = deviant("--against", "server", "127.0.0.1:%d" % there.port, "--kx", "RSA", "--timeout", "500")
        check("a server without the key exchange", code == 0 and re.match(r"\d+ as expected, 0 refused otherwise, 0 tolerated", out), out)
    check("nobody there", deviant("--against", "server", address, "--kx", "RSA")[0] == 3)


def against_clients():
    """Each trace takes a connection of its own: a few traces, one for each client."""
    ours = [TLS12, "client", "--insecure", "--policy", "reference"]
    theirs = ["openssl", "s_client", "-tls1_2", "-quiet", "-connect"]
    for trace in ("ECDHE_RSA/1/S:Finished", "ECDHE_RSA/2/S:ServerKeyExchange", "ECDHE_RSA/3/S:ServerHelloDone", "ECDHE_RSA/3/S:HelloRequest",
                  "ECDHE_RSA/10/S:Finished", "ECDHE_RSA/11/S:HelloRequest", "ECDHE_RSA/12/S:ServerHello"):
        for name, client in (("our client", ours), ("OpenSSL's client", theirs)):
            code, out, error = against_client(lambda port: client + ["127.0.0.1:%d" % port], "--trace", trace)
            check("%s, %s" % (name, trace), code == 0 and out.startswith(trace + ": as expected: "), out + error)


def usage():
    for arguments in ([], ["--against", "server"], ["--against", "both", "1"], ["--against", "server", "443"],
                      ["--against", "client", "1", "--kx", "x"], ["--against", "client", "1", "--timeout", "0"]):
        check("usage: %s" % arguments, deviant(*arguments)[0] == 2)
    check("no vectors", deviant("--against", "server", "127.0.0.1:1", "--dir", "/nonexistent")[0] == 3)


def main():
    with tempfile.TemporaryDirectory() as folder:
        against_servers(folder)
    against_clients()
    usage()
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
