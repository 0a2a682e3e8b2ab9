#!/usr/bin/env python3
"""Our client and server against Java, NSS and curl, on loopback: every suite of both in both roles, and certificates of the client. Needs
java and the class that make peers builds; selfserv, tstclnt, certutil and pk12util of libnss3-tools; curl. What is missing is left out.

usage: TLS12=build/tls12 BUILD=build programs.py

Every process has a time limit. The last line counts.
"""
import os
import re
import shutil
import socket
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from libraries import SERVER, certificates, shown, values  # noqa: E402
from openssl import Server, openssl, our_client, our_server, run  # noqa: E402
import suites  # noqa: E402

CLASSES = os.path.join(os.environ.get("BUILD", "build"), "peers", "java")
JAVA_LIMIT = 300  # of one process for many connections
OURS = ["--policy", "reference"]
SIGNING = ("RSA", "DHE_RSA", "DHE_DSS", "ECDHE_ECDSA", "ECDHE_RSA")


def pkcs12(path):
    for name in ("rsa", "ec", "ec_rsa", "dsa"):
        openssl("pkcs12", "-export", "-in", path(name + ".pem"), "-inkey", path(name + ".key"), "-name", name, "-passout", "pass:password",
                "-out", path(name + ".p12"))


def every_chain(path):
    return [option for name in ("rsa", "ec", "ec_rsa", "dsa") for option in shown(path, name)]


def with_java(path, ours, check):
    java = ["java", "-cp", CLASSES, "Peer"]
    names = {name.replace("SSL_", "TLS_"): name for name in run([*java, "list"])[1].split()}
    common = {name: kx for name, kx in ours.items() if name in names}
    with Server([*java, "server", path(""), "rsa", "ec", "ec_rsa", "dsa"], r"port (\d+)") as server:
        for name, kx in common.items():
            status, text, error = our_client(server.port, *OURS, "--ca", path("roots.pem"), "--suite", name)
            check(kx, "our client, Java", status == 0 and text == "suite %s\n" % names[name], name + " " + error)
    with our_server(*OURS, "--www", "--suite", ",".join(common), *every_chain(path)) as server:
        for kx in dict.fromkeys(common.values()):
            chosen = [names[name] for name in common if common[name] == kx]
            _, text, error = run([*java, "client", str(server.port), path(""), "-", *chosen], limit=JAVA_LIMIT)
            for name in chosen:
                check(kx, "Java, our server", name + " complete\n" in text, name + " " + text[-300:] + error)
    asked = {kx: name for name, kx in common.items() if kx in SIGNING}
    for kind in ("rsa", "ec", "dsa"):
        with Server([*java, "server", path(""), "ask", "rsa", "ec", "dsa"], r"port (\d+)") as server:
            for kx, name in asked.items():
                status, text, error = our_client(server.port, *OURS, "--ca", path("roots.pem"), "--suite", name, *shown(path, kind))
                check(kx, "our client, Java, client certificates", status == 0, kind + " " + error)
        with our_server(*OURS, "--www", "--suite", ",".join(asked.values()), *every_chain(path), "--require-cert", "--ca",
                        path("roots.pem")) as server:
            _, text, error = run([*java, "client", str(server.port), path(""), kind, *(names[name] for name in asked.values())],
                                 limit=JAVA_LIMIT)
            for kx, name in asked.items():
                check(kx, "Java, our server, client certificates", names[name] + " complete\n" in text, kind + " " + text[-300:] + error)


# Those of NSS 3.87 that are in force, if one asks.
NSS = ("0001 0002 000a 002f 0035 003b 003c 003d 009c 009d 0013 0032 0038 0040 006a 00a2 00a3 0016 0033 0039 0067 006b 009e 009f ccaa c001 "
       "c003 c004 c005 c006 c008 c009 c00a c023 c024 c02b c02c cca9 c00b c00d c00e c00f c010 c012 c013 c014 c027 c028 c02f c030 cca8").split()


class Selfserv(Server):
    """It does not say when it listens: a connection shows it."""

    def __init__(self, store, ec, listed, *options):
        port = suites.free_port()
        command = ["selfserv", "-n", "rsa", "-e", ec, "-S", "dsa", "-d", store, "-p", str(port), "-V", "tls1.2:tls1.2", "-H", "1", "-c",
                   listed, *options]
        super().__init__(command, None)
        self.port = port
        for _ in range(200):
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)


def with_nss(path, ours, check):
    store = "sql:" + path("nss")
    os.mkdir(path("nss"))
    run(["certutil", "-N", "-d", store, "--empty-password"])
    for root in ("rsa_root", "ec_root"):
        run(["certutil", "-A", "-d", store, "-n", root, "-t", "CT,C,C", "-i", path(root + ".pem")])
    for name in ("rsa", "ec", "ec_rsa", "dsa"):
        run(["pk12util", "-i", path(name + ".p12"), "-d", store, "-W", "password"])
    with open(path("request"), "wb") as request:  # of standard input it does not see the end
        request.write(suites.REQUEST)
    value = values()
    common = {name: kx for name, kx in ours.items() if value[name] in NSS}
    listed = "".join(":" + value[name] for name in common)
    client = ["tstclnt", "-h", "127.0.0.1", "-d", store, "-V", "tls1.2:tls1.2", "-a", "localhost", "-A", path("request")]
    for ec in ("ec", "ec_rsa"):
        with Selfserv(store, ec, listed) as server:
            for name, kx in common.items():
                if (kx == "ECDH_RSA") == (ec == "ec_rsa"):
                    status, page, error = our_client(server.port, *OURS, "--ca", path("roots.pem"), "--suite", name)
                    check(kx, "our client, NSS", status == 0 and "200 OK" in page, name + " " + error)
    asked = {kx: name for name, kx in common.items() if kx in SIGNING and "GCM" in name}
    with our_server(*OURS, "--www", "--suite", ",".join(common), *every_chain(path)) as server:
        for name, kx in common.items():
            _, page, error = run([*client, "-p", str(server.port), "-c", ":" + value[name]])
            check(kx, "NSS, our server", "<dd>%s\n" % name in page, name + " " + error[-300:])
    with Selfserv(store, "ec", listed, "-r", "-r") as server:
        for kx, name in asked.items():
            for kind in ("rsa", "ec", "dsa"):
                status, page, error = our_client(server.port, *OURS, "--ca", path("roots.pem"), "--suite", name, *shown(path, kind))
                check(kx, "our client, NSS, client certificates", status == 0 and "200 OK" in page, kind + " " + error)
    with our_server(*OURS, "--www", "--suite", ",".join(asked.values()), *every_chain(path), "--require-cert", "--ca",
                    path("roots.pem")) as server:
        for kx, name in asked.items():
            for kind in ("rsa", "ec", "dsa"):
                _, page, error = run([*client, "-n", kind, "-p", str(server.port), "-c", ":" + value[name]])
                check(kx, "NSS, our server, client certificates", "<dd>%s\n" % name in page, kind + " " + error[-300:])


def with_curl(path, ours, check):
    theirs = dict(re.findall(r"(TLS_\w+)\s+- (\S+)", run(["openssl", "ciphers", "-stdname", "-s", "-tls1_2", suites.ALL])[1]))
    common = {name: kx for name, kx in ours.items() if name in theirs and kx in SIGNING}
    with our_server(*OURS, "--www", "--suite", ",".join(common), *every_chain(path)) as server:
        for name, kx in common.items():
            _, page, error = run(["curl", "-sS", "--max-time", "30", "--cacert", path("roots.pem"), "--tls-max", "1.2", "--ciphers",
                                  theirs[name] + ":@SECLEVEL=0", "https://127.0.0.1:%d/" % server.port])
            check(kx, "curl, our server", "<dd>%s\n" % name in page, name + " " + error)


def main():
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificates(path)
        missing = with_programs(path, suites.our_suites(), suites.check)
    return suites.closing(missing)


def with_programs(path, ours, check):
    missing = []
    pkcs12(path)
    if shutil.which("java") and os.path.exists(os.path.join(CLASSES, "Peer.class")):
        with_java(path, ours, check)
    else:
        missing.append("no Java, or no class (make peers builds it)")
    if all(map(shutil.which, ("selfserv", "tstclnt", "certutil", "pk12util"))):
        with_nss(path, ours, check)
    else:
        missing.append("no NSS (libnss3-tools)")
    if shutil.which("curl"):
        with_curl(path, ours, check)
    else:
        missing.append("no curl")
    return missing


if __name__ == "__main__":
    sys.exit(main())
