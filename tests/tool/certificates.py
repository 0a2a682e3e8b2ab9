#!/usr/bin/env python3
"""Certificates that others published: each decodes and gives its bytes back, or is refused for a known reason; PKITS paths.

usage: TLS12=build/tls12 tests/tool/certificates.py [--write]

Read from ../shared/vectors when that folder exists. Our verdict on each of mbedTLS' cases of x509parse_crt is in
tests/tool/mbedtls.tsv, beside theirs and the reason where they differ; --write writes that file anew, and keeps the reasons.
The last line counts.
"""
import base64
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.path.abspath(os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12")))
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")
TABLE = os.path.join(ROOT, "tests", "tool", "mbedtls.tsv")
BEGIN, END = b"-----BEGIN CERTIFICATE-----", b"-----END CERTIFICATE-----"
counts = {"passed": 0, "failed": 0}


def check(what, good, detail=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print("FAILED: %s %s" % (what, detail))


def run(arguments, data=None):
    done = subprocess.run([TLS12] + arguments, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def rule_of(output):
    return json.loads(output).get("error", {}).get("rule", "accepted")


# ---- All certificates of the folder ----

# Files with certificates that are not DER, or break RFC 3279, and what is reported. Old versions of mbedTLS wrote most.
NO_NULL = "R3279-2.2.3-01"   # ECDSA algorithms with the parameters NULL, which are to be absent
TRUE_IS_1 = "R5280-4.2.1.9-02"  # BOOLEAN TRUE as 01, where DER has FF
ZERO_BITS = "R5280-4.2.1.3-01"  # keyUsage with zero bits at the end, which DER leaves out
REFUSED = {
    r"zeek-traces/tls/ecdsa-cert\.pcap": ZERO_BITS,
    r".*/cli-rsa-sha256-badalg\.crt\.der": "R3279-2.2.1-01",
    r".*/(server5-selfsigned|server6-ss-child)\.crt": ZERO_BITS,
    r".*/test-ca2(-expired|_cat-future-invalid)?\.crt|.*/dir4/cert(8[123]|9[12])\.crt": NO_NULL,
    r".*/dir4/cert(1[123]|2[12]|3[13]|4[124]|73)\.crt": TRUE_IS_1,
}


def refused_rule(name):
    return next((rule for pattern, rule in REFUSED.items() if re.fullmatch(pattern, name)), None)


def certificates(path):
    with open(path, "rb") as file:
        data = file.read()
    if BEGIN in data:
        for block in data.split(BEGIN)[1:]:
            yield base64.b64decode(block.split(END)[0])
    elif data[:2] == b"\x30\x82":
        yield data


def captured():
    """The certificates of the handshakes that were captured."""
    with open(os.path.join(VECTORS, "tls12-handshakes.jsonl"), encoding="utf-8") as file:
        for handshake in map(json.loads, file):
            for message in handshake["messages"]:
                body = bytes.fromhex(message["hex"])
                at = 7
                while message.get("type") == 11 and at < len(body):
                    size = int.from_bytes(body[at:at + 3], "big")
                    if at + 3 + size <= len(body):  # one capture ends within a certificate
                        yield handshake["file"], body[at + 3:at + 3 + size]
                    at += 3 + size


def every_certificate():
    """Each once: name and DER."""
    seen = set()
    for name, der in captured():
        if der not in seen:
            seen.add(der)
            yield name, der
    for where, folders, files in os.walk(VECTORS):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(where, name)
            if not re.search(r"\.(crt|pem|der|cert|cer)$", name) or "req" in name.split(".") or "crl" in name.lower().split("_")[0]:
                continue
            for der in certificates(path):
                if der not in seen:
                    seen.add(der)
                    yield os.path.relpath(path, VECTORS), der


def there_and_back():
    """Decoded to located fields, these edited away to their leaves, and encoded."""
    total = 0
    refused = 0
    for name, der in every_certificate():
        code, out, _ = run(["decode", "--json", "--from", "der", "--as", "certificate"], der)
        if code != 0:
            refused += 1
            check(name, refused_rule(name) == rule_of(out), rule_of(out))
            continue
        code, back, error = run(["encode"], out)
        check(name, code == 0 and back == der, "encode: exit %d %s" % (code, error))
        total += 1
    print("%d certificates decoded and encoded again, %d refused for known reasons" % (total, refused))


# ---- mbedTLS ----

def mbedtls_cases():
    """Number, bytes, whether mbedTLS accepts."""
    folder = os.path.join(VECTORS, "mbedtls-2.x", "tests")
    number = 0
    with open(os.path.join(folder, "suites", "test_suite_x509parse.data"), encoding="utf-8") as file:
        for line in file:
            found = re.match(r'x509parse_crt(_file)?:"([^"]*)":(?:"[^"]*":)?(.*)$', line)
            if not found:
                continue
            number += 1
            if found[1]:
                with open(os.path.join(folder, found[2]), "rb") as data:
                    yield number, data.read(), found[3].strip() == "0"
            else:
                yield number, bytes.fromhex(found[2]), found[3].strip() == "0"


def mbedtls():
    with open(TABLE, encoding="utf-8", newline="") as file:
        table = {int(row["case"]): row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    rows = []
    for number, data, accepted in mbedtls_cases():
        code, out, _ = run(["decode", "--json", "--from", "pem" if BEGIN in data else "der", "--as", "certificate"], data)
        theirs, ours = "accepted" if accepted else "refused", rule_of(out)
        row = table.get(number, {"reason": ""})
        rows.append({"case": str(number), "mbedtls": theirs, "tls12": ours, "reason": row["reason"]})
        differs = accepted != (code == 0)
        check("mbedTLS %d" % number, rows[-1] == row and differs == (row["reason"] != ""), "%s, here %s" % (theirs, ours))
    check("mbedTLS: 254 cases", len(rows) == len(table) == 254, len(rows))
    if "--write" in sys.argv:
        with open(TABLE, "w", encoding="utf-8") as file:
            file.write("case\tmbedtls\ttls12\treason\n" + "".join("\t".join(row.values()) + "\n" for row in rows))


# ---- PKITS ----

SUBJECT_KEY = re.compile(rb"\x06\x03\x55\x1d\x0e\x04\x16\x04\x14(.{20})", re.S)
AUTHORITY_KEY = re.compile(rb"\x06\x03\x55\x1d\x23\x04\x18\x30\x16\x80\x14(.{20})", re.S)
UNPROCESSED = re.compile(r"\((nameConstraints|policyMappings|policyConstraints|inhibitAnyPolicy)\) is not supported")
ROOT_NAME = "TrustAnchorRootCertificate"

# Paths that PKITS calls valid and that are refused: names are compared byte by byte, a sound approximation of RFC 5280 section
# 7.1, which would ignore letter case, spaces and the type of string.
OTHER_BYTES = {"ValidNameChainingCapitalizationTest5EE", "ValidNameChainingWhitespaceTest3EE", "ValidNameChainingWhitespaceTest4EE",
               "ValidRolloverfromPrintableStringtoUTF8StringTest10EE", "ValidUTF8StringCaseInsensitiveMatchTest11EE"}
# Paths that PKITS calls invalid and that are accepted: a certificate is revoked, or a revocation list is missing or wrong, which
# is nothing that a handshake carries. (Two Self-Issued ones, and the serial numbers, are revoked ones too.)
REVOCATION = re.compile(r"Invalid(BadCRL|Basic\w+(CRLSigningKeyTest7|NewWithOldTest5|OldWithNewTest2)|IDPwithindirectCRL|"
                        r"(Long|Negative)SerialNumber|MissingCRL|OldCRL|Revoked|SeparateCertificateandCRLKeys|UnknownCRL|WrongCRL|"
                        r"cRLIssuer|deltaCRL|distributionPoint|keyUsage\w+cRLSignFalse|onlyContains|onlySomeReasons|pre2000CRL)")
# What is wrong with the others: the rule that is reported.
DEFECTS = {"InvalidCASignatureTest2EE": "R5280-6.1.3-01", "InvalidEESignatureTest3EE": "R5280-6.1.3-01",
           "InvalidDSASignatureTest6EE": "R5280-6.1.3-01",
           "InvalidCAnotBeforeDateTest1EE": "R5280-6.1.3-02", "InvalidEEnotBeforeDateTest2EE": "R5280-6.1.3-02",
           "InvalidCAnotAfterDateTest5EE": "R5280-6.1.3-02", "InvalidEEnotAfterDateTest6EE": "R5280-6.1.3-02",
           "Invalidpre2000UTCEEnotAfterDateTest7EE": "R5280-6.1.3-02",
           "InvalidNameChainingTest1EE": "R5246-7.4.2-08", "InvalidNameChainingOrderTest2EE": "R5246-7.4.2-08",
           "InvalidMissingbasicConstraintsTest1EE": "R5280-4.2.1.3-04",
           "InvalidcAFalseTest2EE": "R5280-4.2.1.3-04", "InvalidcAFalseTest3EE": "R5280-4.2.1.3-04",
           "InvalidBasicSelfIssuedCRLSigningKeyTest8EE": "R5280-6.1.4-01",
           "InvalidkeyUsageCriticalkeyCertSignFalseTest1EE": "R5280-6.1.4-03",
           "InvalidkeyUsageNotCriticalkeyCertSignFalseTest2EE": "R5280-6.1.4-03",
           "InvalidUnknownCriticalCertificateExtensionTest2EE": "R5280-4.2-01"}


def pkits_answer(name, error):
    """Whether the answer on a path is as PKITS has it, or differs for one of the reasons above."""
    rule, message = error.get("rule"), error.get("message", "")
    if rule is None:
        return not name.startswith("Invalid") or REVOCATION.match(name) is not None
    if rule == "R5280-4.2-01" and UNPROCESSED.search(message):
        return True
    if name.startswith("InvalidpathLen") or name == "InvalidSelfIssuedpathLenConstraintTest16EE":
        return rule == "R5280-6.1.4-02"
    return rule == ("R5246-7.4.2-08" if name in OTHER_BYTES else DEFECTS.get(name))


def pkits():
    folder = os.path.join(VECTORS, "nist-pkits", "certs")
    ders = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            ders[name[:-len(".crt")]] = file.read()
    holders = {SUBJECT_KEY.search(der)[1]: name for name, der in ders.items()}

    def pem(names):
        return "".join("%s\n%s%s\n" % (BEGIN.decode(), base64.encodebytes(ders[name]).decode(), END.decode()) for name in names)

    def path(name):
        key = AUTHORITY_KEY.search(ders[name])
        return [name] + (path(holders[key[1]]) if key and name != ROOT_NAME else [])

    seen = {}
    with tempfile.TemporaryDirectory() as at:
        chain, root = os.path.join(at, "chain.pem"), os.path.join(at, "root.pem")
        with open(root, "w", encoding="ascii") as file:
            file.write(pem([ROOT_NAME]))
        for name in sorted(name for name in ders if name.endswith("EE")):
            with open(chain, "w", encoding="ascii") as file:
                file.write(pem(path(name)[:-1]))
            _, out, _ = run(["chain", "--ca", root, "--time", "2005-01-01T00:00:00Z", "--policy", "reference", "--json", chain])
            error = json.loads(out).get("error", {})
            check("PKITS " + name, pkits_answer(name, error), error)
            seen[name] = error.get("rule")
    check("PKITS: 223 paths", len(seen) == 223)
    print("PKITS: of %d paths %d are accepted, %d refused" % (
        len(seen), sum(rule is None for rule in seen.values()), sum(rule is not None for rule in seen.values())))


def main():
    if not os.path.isdir(VECTORS):
        print("skipped: ../shared/vectors is not there\n0 passed, 0 failed, 1 skipped")
        return 0
    there_and_back()
    mbedtls()
    pkits()
    print("%(passed)d passed, %(failed)d failed" % counts)
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
