#!/usr/bin/env python3
"""What OpenSSL and GnuTLS settle about records with us, on loopback, in both roles: encrypt_then_mac, max_fragment_length and
record_size_limit, in new connections, resumed ones and renegotiations, with each and without; and records of one byte in TCP segments
of one byte.

Every process has a time limit. The last line counts.
"""
import os
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from openssl import Server, certificate, check, our_client, our_server, relay, results, run, their_server  # noqa: E402
from renegotiation import Talk  # noqa: E402
from suites import free_port  # noqa: E402

REQUEST = b"GET / HTTP/1.0\r\n\r\n"
CBC = {"ECDHE-RSA-AES128-SHA": "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "ECDHE-RSA-AES256-SHA384": "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
       "AES128-SHA256": "TLS_RSA_WITH_AES_128_CBC_SHA256", "DHE-RSA-AES256-SHA": "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"}
NO_ENCRYPT_THEN_MAC = "openssl_conf = conf\n[conf]\nssl_conf = ssl\n[ssl]\nsystem_default = all\n[all]\nOptions = -EncryptThenMac\n"
PRIORITY = "NONE:+VERS-TLS1.2:+AES-128-CBC:+AES-256-CBC:+SHA1:+SHA256:+SHA384:+RSA:+ECDHE-RSA:+SIGN-ALL:+GROUP-ALL:+COMP-NULL"
LIMITED = os.path.join(os.environ.get("BUILD", "build"), "tests/interop/peer/limited_client")
skipped = 0


def has_mechanism(text, with_it):
    return ("encrypt-then-MAC" in text) == with_it


def encrypt_then_mac_openssl(path, with_it):
    what = "encrypt-then-MAC" if with_it else "MAC-then-encrypt"
    trusting = ["--policy", "reference", "--insecure"]
    with their_server("-tls1_2", "-www", "-client_renegotiation", "-cert", path("rsa.pem"), "-key", path("rsa.key"), "-cipher",
                      "ALL:@SECLEVEL=0") as server:
        for name in CBC.values():
            status, page, error = our_client(server.port, *trusting, "--suite", name)
            check("our client, OpenSSL, %s, %s" % (what, name), status == 0 and "Cipher" in page and has_mechanism(error, with_it), error)
        status, page, error = our_client(server.port, *trusting, "--suite", "TLS_RSA_WITH_AES_128_CBC_SHA", "--renegotiate")
        check("our client asks OpenSSL for another handshake, " + what, status == 0 and "renegotiated" in error and "Cipher" in page and
              has_mechanism(error, with_it), error)
        status, _, error = our_client(server.port, *trusting, "--suite", "TLS_RSA_WITH_AES_128_CBC_SHA", "--resume", "1")
        check("our client, OpenSSL, resumed, " + what, status == 0 and error.count("encrypt-then-MAC") == (2 if with_it else 0) and
              ", resumed" in error, error)
        status, page, error = our_client(server.port, *trusting, "--suite", "TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_CBC_SHA")
        check("our client, OpenSSL, no CBC", status == 0 and "Cipher" in page and has_mechanism(error, False), error)
    with our_server("--policy", "reference", "--www", "--renegotiation", "allow", "--suite", ",".join(CBC.values())) as server:
        asking = ["openssl", "s_client", "-connect", "127.0.0.1:%d" % server.port, "-tls1_2", "-cipher"]
        said = "Encrypt-then-MAC<dd>" + ("yes" if with_it else "no")
        for theirs in CBC:
            _, page, error = run([*asking, theirs + ":@SECLEVEL=0", "-quiet"], REQUEST)
            check("OpenSSL, our server, %s, %s" % (what, theirs), said in page, page + error)
        with Talk(*asking, "AES128-SHA256:@SECLEVEL=0") as client:
            client.waits_for("Verify return code")
            client.tell(b"R\n")
            client.waits_for("verify return", 6)
            client.tell(REQUEST)
            check("OpenSSL asks our server for another handshake, " + what, client.waits_for(said) and "RENEGOTIATING" in client.text,
                  client.text[-900:])
        run([*asking, "AES128-SHA256:@SECLEVEL=0", "-sess_out", path("session")])
        _, page, error = run([*asking, "AES128-SHA256:@SECLEVEL=0", "-quiet", "-sess_in", path("session")], REQUEST)
        check("OpenSSL, our server, resumed, " + what, said in page and "<dd>resumed" in page, page + error)


def encrypt_then_mac_gnutls(path, with_it):
    what = "encrypt-then-MAC" if with_it else "MAC-then-encrypt"
    priority = PRIORITY + ("" if with_it else ":%NO_ETM")
    command = ["gnutls-serv", "--http", "--port", str(free_port()), "--priority", priority, "--x509certfile", path("rsa.pem"),
               "--x509keyfile", path("rsa.key")]
    names = ("TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")
    with Server(command, r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
        for name in names:
            status, page, error = our_client(server.port, "--policy", "reference", "--insecure", "--suite", name, "--resume", "1")
            check("our client, GnuTLS, %s, %s" % (what, name), status == 0 and "GnuTLS" in page and ", resumed" in error and
                  error.count("encrypt-then-MAC") == (2 if with_it else 0), error)
    for name in names:
        with our_server("--policy", "reference", "--www", "--suite", name) as server:
            _, text, error = run(["gnutls-cli", "--insecure", "--resume", "--port", str(server.port), "--priority", priority, "127.0.0.1"],
                                 REQUEST)
            check("GnuTLS, our server, %s, %s" % (what, name), "Encrypt-then-MAC<dd>" + ("yes" if with_it else "no") in text and
                  "<dd>resumed" in text, text + error)


def watched(port):
    """A relay to the server at this port, for one connection, and the lengths of the server's records: of those in the open after
    ServerHello, and of the protected ones."""
    lengths = ([], [])
    seen = {"bytes": b"", "protected": False, "records": 0}

    def watch(data):
        seen["bytes"] += data
        while len(seen["bytes"]) >= 5 and len(seen["bytes"]) >= 5 + int.from_bytes(seen["bytes"][3:5], "big"):
            length = int.from_bytes(seen["bytes"][3:5], "big")
            if seen["records"]:
                lengths[seen["protected"]].append(length)
            seen["records"] += 1
            seen["protected"] |= seen["bytes"][0] == 20
            seen["bytes"] = seen["bytes"][5 + length:]

    return relay(port, [4096], watch), lengths


def limited(what, port, code, limit, *expected, piece=0):
    """Our client (peer/limited_client.c), which asks for short records twice, the second time with the session of the first."""
    status, text, error = run([LIMITED, str(port), str(code), str(limit), str(piece)])
    told = re.findall(r"max_fragment (\d+) record_size_limit (\d+) open (\d+) protected (\d+) sent (\d+)(.*)", text)
    most = (limit if (0, 0) not in expected else 0) or (256 << code if code else 16384)
    good = status == 0 and len(told) == 2 and "resumed" in told[1][5]
    good = good and all((int(n[0]), int(n[1])) in expected and int(n[3]) <= most + 24 for n in told)
    check("%s, max_fragment_length %d, record_size_limit %d, pieces of %d" % (what, code, limit, piece), good, text + error)
    return told


#= build/requirements.md#R6066-4-04
#= type=test
## After negotiation both sides at once fragment everything, handshake messages included, to the new limit.
def limits_openssl(path):
    with their_server("-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key")) as server:
        for code in range(5):
            told = limited("our client, OpenSSL", server.port, code, 0, (code, 0))
            check("OpenSSL's Certificate, max_fragment_length %d" % code, told and (int(told[0][2]) == 512) == (code == 1), told)
        limited("our client, OpenSSL, which has no record_size_limit", server.port, 0, 600, (0, 0))
        told = limited("our client, OpenSSL", server.port, 1, 0, (1, 0), piece=1)
        check("as many records as bytes", told and told[0][4] == "3000", told)
    with our_server("--policy", "reference", "--www", "--cert", path("rsa.pem"), "--key", path("rsa.key")) as server:
        for length in (512, 1024, 2048, 4096):
            for session, said in (("-sess_out", "<dd>new"), ("-sess_in", "<dd>resumed")):
                port, lengths = watched(server.port)
                _, text, error = run(["openssl", "s_client", "-connect", "127.0.0.1:%d" % port, "-tls1_2", "-quiet", "-maxfraglen", str(length),
                                      session, path("limited")], REQUEST)
                good = said in text and lengths[1] and max(lengths[1]) <= length + 24 and max(lengths[0]) <= length
                check("OpenSSL, our server, %s, max_fragment_length %d" % (said[4:], length),
                      good and (length != 512 or 512 in lengths[0] or "resumed" in said), (lengths, text, error))


def limits_gnutls(path):
    priority = "NORMAL:-VERS-ALL:+VERS-TLS1.2"
    command = ["gnutls-serv", "--http", "--port", str(free_port()), "--priority", priority, "--x509certfile", path("rsa.pem"),
               "--x509keyfile", path("rsa.key")]
    with Server(command, r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
        for limit in (512, 600, 5000, 16384):
            told = limited("our client, GnuTLS", server.port, 0, limit, (0, 16384))
            check("GnuTLS keeps to record_size_limit %d" % limit, told and (limit > 600 or int(told[0][3]) == limit + 24), told)
        limited("our client, GnuTLS, which takes record_size_limit", server.port, 1, 700, (0, 16384))
        limited("our client, GnuTLS", server.port, 4, 0, (4, 0), (0, 0))
        limited("our client, GnuTLS", server.port, 0, 512, (0, 16384), piece=1)
        status, _, error = run([LIMITED, str(server.port), "1", "0", "0"])  # GnuTLS 3.7.9 grants it, and sends longer application data
        check("GnuTLS grants max_fragment_length and does not keep to it", status == 0 or "rule R6066-4-06" in error, error)
    with our_server("--policy", "reference", "--www", "--cert", path("rsa.pem"), "--key", path("rsa.key")) as server:
        for length in (512, 600, 4096):
            port, lengths = watched(server.port)
            _, text, error = run(["gnutls-cli", "--insecure", "--recordsize", str(length), "--port", str(port), "--priority", priority,
                                  "127.0.0.1"], REQUEST)
            check("GnuTLS, our server, record_size_limit %d" % length, "<dd>new" in text and lengths[1] and max(lengths[1]) <= length + 24 and
                  (length != 512 or 512 in lengths[0]), (lengths, text, error))


def one_byte(path, gnutls):
    """TCP segments of one byte, and records of one byte in them, both ways: a server that sends back what it gets, byte by byte. (Of the client's two
    connections the relay takes the first.)"""
    with their_server("-tls1_2", "-www", "-cert", path("rsa.pem"), "-key", path("rsa.key")) as server:
        for code, limit in ((0, 0), (1, 0)):
            status, page, error = run([LIMITED, str(relay(server.port, [1])), str(code), str(limit), "1"])
            check("our client, OpenSSL, one byte at a time", re.match(r".* sent 3000 read [1-9]", page), page + error)
    with our_server("--policy", "reference", "--echo", "--cert", path("rsa.pem"), "--key", path("rsa.key")) as server:
        for suite in ("ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA"):
            with Talk("openssl", "s_client", "-connect", "127.0.0.1:%d" % relay(server.port, [1]), "-tls1_2", "-quiet", "-cipher",
                      suite + ":@SECLEVEL=0") as client:
                client.waits_for("verify return", 2)
                good = True
                for i, letter in enumerate("XYZQ" * 4):
                    client.tell(letter.encode())
                    good = good and client.waits_for(letter, i // 4 + 1)
                check("OpenSSL, our server, one byte at a time, " + suite, good, client.text[-300:])
    if not gnutls:
        return
    command = ["gnutls-serv", "--http", "--port", str(free_port()), "--priority", PRIORITY, "--x509certfile", path("rsa.pem"), "--x509keyfile",
               path("rsa.key")]
    with Server(command, r"listening on IPv4 0\.0\.0\.0 port (\d+)") as server:
        status, page, error = run([LIMITED, str(relay(server.port, [1])), "0", "0", "1"])
        check("our client, GnuTLS, one byte at a time", re.match(r".* sent 3000 read [1-9]", page), page + error)
    with our_server("--policy", "reference", "--www", "--cert", path("rsa.pem"), "--key", path("rsa.key")) as server:
        _, text, error = run(["gnutls-cli", "--insecure", "--port", str(relay(server.port, [1])), "--priority",
                              "NORMAL:-VERS-ALL:+VERS-TLS1.2", "127.0.0.1"], REQUEST)
        check("GnuTLS, our server, segments of one byte", "<dd>new" in text, text + error)


def main():
    global skipped
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        certificate(path)
        with open(path("without.cnf"), "w") as file:
            file.write(NO_ENCRYPT_THEN_MAC)
        gnutls = shutil.which("gnutls-serv") and shutil.which("gnutls-cli")
        for with_it in (True, False):
            if not with_it:
                os.environ["OPENSSL_CONF"] = path("without.cnf")
            encrypt_then_mac_openssl(path, with_it)
            if gnutls:
                encrypt_then_mac_gnutls(path, with_it)
        os.environ.pop("OPENSSL_CONF")
        limits_openssl(path)
        one_byte(path, gnutls)
        if gnutls:
            limits_gnutls(path)
        else:
            print("skipped: GnuTLS is not installed")
            skipped += 1
    print("%d passed, %d failed, %d skipped" % (results[True], results[False], skipped))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
