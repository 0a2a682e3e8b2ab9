#!/usr/bin/env python3
"""Makes certificates.inc with OpenSSL: fresh keys, so fresh bytes, each time. Run it in tests/x509."""
import os
import subprocess
import tempfile

OUT = []


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def emit(name, der):
    lines = [", ".join("0x%02x" % b for b in der[i:i + 19]) for i in range(0, len(der), 19)]
    OUT.append("static const uint8_t %s[] = {\n  %s};\n" % (name, ",\n  ".join(lines)))


def key(name, kind):
    if kind == "rsa":
        openssl("genrsa", "-out", name + ".key", "2048")
    else:
        openssl("ecparam", "-name", kind, "-genkey", "-noout", "-out", name + ".key")


def certificate(name, issuer, extensions, kind="prime256v1", digest="sha256", subject=None, show=True, public=None):
    key(name, kind)
    with open(name + ".cnf", "w") as f:
        f.write("[req]\ndistinguished_name=dn\n[dn]\n[x]\n" + "\n".join(extensions) + "\n")
    openssl("req", "-new", "-key", name + ".key", "-subj", subject or "/CN=tls12 test " + name, "-config", name + ".cnf",
            "-out", name + ".csr")
    sign = ["-signkey", name + ".key"] if issuer is None else ["-CA", issuer + ".crt", "-CAkey", issuer + ".key",
                                                               "-CAcreateserial"]
    other = [] if public is None else ["-force_pubkey", public]
    openssl("x509", "-req", "-in", name + ".csr", *sign, *other, "-days", "36500", "-" + digest, "-extfile", name + ".cnf",
            "-extensions", "x", "-out", name + ".crt")
    if show:
        emit(name, openssl("x509", "-in", name + ".crt", "-outform", "DER"))


ROOT = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign", "subjectKeyIdentifier=hash"]
LEAF = ["basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature", "extendedKeyUsage=serverAuth",
        "subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid",
        "subjectAltName=DNS:server.example,DNS:*.wild.example,IP:192.0.2.7,IP:2001:db8::7"]

here = os.getcwd()
os.chdir(tempfile.mkdtemp())
certificate("ec_root", None, ROOT)
certificate("ec_inter", "ec_root", ROOT[:1] + ["keyUsage=critical,keyCertSign"])
certificate("ec_leaf", "ec_inter", LEAF)
certificate("rsa_root", None, ROOT, "rsa")
certificate("rsa_inter", "rsa_root", ROOT, "rsa", "sha384")
certificate("rsa_leaf", "rsa_inter", LEAF[:1] + ["keyUsage=keyEncipherment"] + LEAF[2:], "rsa", "sha512")
certificate("p384_leaf", "ec_root", LEAF, "secp384r1")
certificate("no_ca", "ec_root", ["basicConstraints=CA:FALSE"])
certificate("no_ca_leaf", "no_ca", LEAF)
certificate("no_sign", "ec_root", ["basicConstraints=CA:TRUE", "keyUsage=cRLSign"])
certificate("no_sign_leaf", "no_sign", LEAF)
certificate("path_zero", "ec_root", ["basicConstraints=critical,CA:TRUE,pathlen:0"])
certificate("path_zero_leaf", "path_zero", LEAF)
certificate("path_below", "path_zero", ROOT)
certificate("path_below_leaf", "path_below", LEAF)
certificate("unknown_critical", "ec_root", LEAF + ["1.2.3.4=critical,DER:0500"])
certificate("client_only", "ec_root", ["extendedKeyUsage=clientAuth"])
certificate("sign_no_ca", "ec_root", ["keyUsage=keyCertSign"])
certificate("self_signed", None, ["basicConstraints=critical,CA:TRUE", "subjectAltName=DNS:server.example"])
certificate("old_root", None, [])  # without extensions: version 1
certificate("old_leaf", "old_root", [])
certificate("old_issuer_leaf", "old_root", ["basicConstraints=CA:FALSE"])
openssl("genpkey", "-algorithm", "DHX", "-pkeyopt", "dh_rfc5114:1", "-out", "dh.key")
openssl("pkey", "-in", "dh.key", "-pubout", "-out", "dh.pub")
certificate("dh_leaf", "ec_root", ["keyUsage=keyAgreement,encipherOnly,decipherOnly"], public="dh.pub")

emit("rsa_pkcs1", openssl("rsa", "-in", "rsa_leaf.key", "-outform", "DER", "-traditional"))
emit("rsa_pkcs8", openssl("pkcs8", "-topk8", "-nocrypt", "-in", "rsa_leaf.key", "-outform", "DER"))
emit("ec_sec1", openssl("ec", "-in", "ec_leaf.key", "-outform", "DER"))
emit("ec_pkcs8", openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ec_leaf.key", "-outform", "DER"))
emit("ec_encrypted", openssl("pkcs8", "-topk8", "-in", "ec_leaf.key", "-outform", "DER", "-passout", "pass:x"))
key("k1", "secp256k1")
emit("k1_pkcs8", openssl("pkcs8", "-topk8", "-nocrypt", "-in", "k1.key", "-outform", "DER"))
openssl("genpkey", "-algorithm", "ed25519", "-out", "ed.key")
emit("ed25519_pkcs8", openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ed.key", "-outform", "DER"))

os.chdir(here)
with open("certificates.inc", "w") as f:
    f.write("/* Certificates and keys of our own, valid from 2026 to 2126. Written by make_fixtures.py. */\n" + "\n".join(OUT))
