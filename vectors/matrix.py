#!/usr/bin/env python3
"""Runs all harnesses on all vectors and writes MATRIX.md: what each implementation makes of each file, and why it differs.

usage: TLS12=build/tls12 vectors/matrix.py FOLDER            FOLDER has the programs of harnesses/*.c
       TLS12=build/tls12 vectors/matrix.py FOLDER --check    writes nothing; exit status 1 if a difference is not in
                                                             harnesses/differences.tsv, or if one there is none any more

A line of differences.tsv is: harness, a pattern of ids (regular expression, whole id), what the implementation does. The first that
fits an id is its reason.
"""
import collections
import csv
import json
import os
import re
import subprocess
import sys

VECTORS = os.path.dirname(os.path.abspath(__file__))
FOLDERS = ("messages", "prf", "key-exchange", "signatures", "transcripts", "x509")
NAMES = {"openssl": "OpenSSL", "gnutls": "GnuTLS, Nettle", "mbedtls": "mbed TLS", "bearssl": "BearSSL", "messages.py": "Python", "messages.js": "JavaScript"}
PACKAGES = {"openssl": "libssl3", "gnutls": "libgnutls30", "mbedtls": "libmbedtls14", "bearssl": "libbearssl0"}


def tls12(*arguments):
    done = subprocess.run([os.environ["TLS12"], "vectors", "run", "--json", *arguments], stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def version(harness):
    if harness not in PACKAGES:
        return ""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", PACKAGES[harness]], stdout=subprocess.PIPE, text=True)
    return " " + re.sub(r"^\d+:|[+~-].*", "", done.stdout)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Matrix:
    def __init__(self, folder):
        commands = {name: os.path.join(folder, name) for name in PACKAGES}
        commands.update((name, os.path.join(VECTORS, "harnesses", name)) for name in ("messages.py", "messages.js"))
        self.files = [type_ + "/" + name for type_ in FOLDERS for name in sorted(os.listdir(os.path.join(VECTORS, type_)))]
        self.cells = collections.defaultdict(lambda: [0, 0, 0])  # (file, harness): passed, failed, skipped
        self.failures = {}  # harness: {id: what came out}
        self.checked = collections.Counter()  # id: how many agree
        self.values = collections.Counter()  # harness, and "all": values of transcripts
        self.number = {name: load(os.path.join(VECTORS, name))["number_of_vectors"] for name in self.files}
        for harness, command in commands.items():
            self.failures[harness] = {}
            for name in self.files:
                if not harness.startswith("messages.") or name.startswith("messages/"):
                    self.run(harness, command, name)

    def run(self, harness, command, name):
        path = os.path.join(VECTORS, name)
        with open(path, encoding="utf-8") as given:
            done = subprocess.run([command], stdin=given, stdout=subprocess.PIPE, text=True, check=True)
        given = json.loads(done.stdout)["results"]
        answers = {answer["id"]: answer["result"] for answer in given}
        self.values[harness] += sum(len(answer.get("values", {})) for answer in given)
        result = tls12("--harness", command, path)
        failures = {failure["id"]: failure["wrong"] for failure in result["files"][0]["failures"]}
        self.failures[harness].update(failures)
        self.cells[name, harness] = [result["passed"], result["failed"], result["skipped"]]
        for group in load(path)["groups"]:
            for vector in group["vectors"]:
                self.values["all of " + harness] += len(vector.get("values", {}))
                if answers[vector["id"]] == vector["result"] and vector["id"] not in failures:
                    self.checked[vector["id"]] += 1

    def reasons(self):
        """harness: [(text, ids)], and what is wrong with the table."""
        with open(os.path.join(VECTORS, "harnesses", "differences.tsv"), encoding="utf-8", newline="") as file:
            rows = [(row["harness"], re.compile(row["ids"]), row["what"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        found, wrong, used = {}, [], set()
        for harness, failures in self.failures.items():
            by_text = {}
            for id_ in failures:
                row = next((row for row in rows if row[0] == harness and row[1].fullmatch(id_)), None)
                if row:
                    used.add(row)
                else:
                    wrong.append("%s: %s: %s: not looked into" % (harness, id_, failures[id_]))
                by_text.setdefault(row[2] if row else "not looked into", []).append(id_)
            found[harness] = by_text
        return found, wrong + ["%s: %s: no such difference" % (row[0], row[1].pattern) for row in rows if row not in used]

    def text(self, reasons):
        harnesses = list(self.failures)
        lines = ["# What other implementations make of the vectors", "",
                 "`make matrix` writes this page. A cell has the vectors that came out as they should, those that did not, and those that are left out: the",
                 "library lacks the algorithm or a feature, or has no function that can be asked. The harnesses give hellos to a server or a client of the",
                 "library, in which extensions stand in a ClientHello; to a client, too, what comes after its ServerHello where nothing has to be signed with",
                 "its random: CertificateRequest, and ServerKeyExchange of ECDH_anon, PSK and ECDHE_PSK. Computations go to the library's functions,",
                 "and chains to its verification; which of them suits a key exchange is not asked.", "",
                 "| file | vectors | %s |" % " | ".join(NAMES[h] + version(h) for h in harnesses), "|---|---|%s" % ("---|" * len(harnesses))]
        for name in self.files:
            cells = ["%d / %d / %d" % tuple(self.cells[name, h]) if (name, h) in self.cells else "" for h in harnesses]
            lines.append("| `%s` | %d | %s |" % (name, self.number[name], " | ".join(cells)))
        total = [[sum(column) for column in zip(*(self.cells[name, h] for name in self.files if (name, h) in self.cells))] for h in harnesses]
        lines.append("| all | %d | %s |" % (sum(self.number.values()), " | ".join("%d / %d / %d" % tuple(t) for t in total)))
        computed = [vector["id"] for name in self.files if not name.startswith("messages/") for group in load(os.path.join(VECTORS, name))["groups"]
                    for vector in group["vectors"]]
        agree = collections.Counter(min(self.checked[id_], 2) for id_ in computed)
        lines += ["", "Of the %d computed vectors, two or more of the four libraries agree on %d, one on %d, none on %d." % (
            len(computed), agree[2], agree[1], agree[0]), "", "Of the %d values on the way of the transcripts %s; the others need a key exchange that the library does "
            "not do alone, and are taken over." % (self.values["all of openssl"], ", ".join("%s computes %d" % (NAMES[h], self.values[h]) for h in PACKAGES)),
            "", "## Differences", "",
            "Each is a vector on which the implementation says something else. Examples of the ids follow.", ""]
        for harness, by_text in reasons.items():
            if by_text:
                lines += ["### %s%s" % (NAMES[harness], version(harness)), "", "| vectors | what it does | for example |", "|---|---|---|"]
                lines += ["| %d | %s | `%s` |" % (len(ids), text, ids[0]) for text, ids in sorted(by_text.items(), key=lambda item: -len(item[1]))]
                lines.append("")
        few = [id_ for id_ in computed if self.checked[id_] < 2]
        lines += ["## Computed vectors on which fewer than two libraries agree", "", "By group: their number.", "", "| group | none | one |", "|---|---|---|"]
        groups = sorted({"/".join(id_.split("/")[:2]) if id_.count("/") > 1 else id_.split("/")[0] for id_ in few})
        for group in groups:
            inside = [id_ for id_ in few if id_.startswith(group + "/")]
            lines.append("| `%s` | %d | %d |" % (group, sum(self.checked[i] == 0 for i in inside), sum(self.checked[i] == 1 for i in inside)))
        return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    matrix = Matrix(os.path.abspath(sys.argv[1]))
    reasons, wrong = matrix.reasons()
    text = matrix.text(reasons)
    if sys.argv[2:] == []:
        with open(os.path.join(VECTORS, "MATRIX.md"), "w", encoding="utf-8") as file:
            file.write(text)
    for harness in matrix.failures:
        good, differ, _ = map(sum, zip(*(cell for (_, name), cell in matrix.cells.items() if name == harness)))
        print("%-16s could check %4d vectors, agrees on %4d" % (NAMES[harness], good + differ, good))
    print("\n".join(wrong + [line for line in text.splitlines() if line.startswith("Of the")]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
