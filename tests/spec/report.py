#!/usr/bin/env python3
"""proofs/report.py: the page and SARIF say of each clause what proofs/baseline.tsv says, at places that exist; the badge is an image. And
proofs/run warns of another Frama-C.

usage: tests/spec/report.py
"""
import html.parser
import json
import os
import stat
import subprocess
import sys
import tempfile
import xml.dom.minidom

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
results = {True: 0, False: 0}


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("FAILED: %s %s" % (name, detail))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Page(html.parser.HTMLParser):
    """Counts what is proved and what is open, and keeps what the page would load."""

    def __init__(self, text):
        super().__init__()
        self.count, self.outside, self.details = {"proved": 0, "open": 0}, [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.outside += [value for name, value in attrs if name in ("src", "href")]
        self.details += tag == "details"
        if tag == "td" and attributes.get("class") in self.count:
            self.count[attributes["class"]] += 1


def reports(folder):
    done = subprocess.run([sys.executable, "proofs/report.py", folder], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False)
    check("proofs/report.py", done.returncode == 0, done.stdout)
    page, run = Page(read(folder + "/report.html")), json.loads(read(folder + "/report.sarif"))["runs"][0]
    kinds = [result["kind"] for result in run["results"]]
    check("page and SARIF agree", page.count == {"proved": kinds.count("pass"), "open": kinds.count("open")}, page.count)
    check("clauses of both kinds", kinds.count("pass") > 2000 and kinds.count("open") > 0)
    check("the page loads nothing", page.outside == [] and page.details > 200, page.outside[:3])
    texts, wrong = {}, []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        path, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
        texts.setdefault(path, read(os.path.join(ROOT, path)).split("\n"))
        clause = result["message"]["text"].split(":")[0].split(" ")[-1]
        wrong += [] if clause in texts[path][line - 1] else ["%s:%d %s" % (path, line, clause)]
    check("each place has its clause", not wrong, wrong[:5])
    status = {result["message"]["text"] for result in run["results"]}
    check("a proved one", "client_step ensures machine_is_relation: proved" in status)
    check("a lemma", " lemma certificate_exact: proved" in status)
    badge = xml.dom.minidom.parse(folder + "/badge.svg").documentElement
    goals = sum(not line.startswith("#") for line in read(os.path.join(ROOT, "proofs/baseline.tsv")).splitlines())
    check("the badge", badge.tagName == "svg" and "{:,}".format(goals) in badge.getAttribute("aria-label"))


def warning(folder):
    code = "from importlib.machinery import SourceFileLoader as L; L('run', 'proofs/run').load_module().warn_of_version()"
    for version, said in (("99.1 (Einsteinium)", True), ("25.0 (Manganese)", False)):
        command = os.path.join(folder, "frama-c")
        with open(command, "w", encoding="utf-8") as script:
            script.write("#!/bin/sh\necho '%s'\n" % version)
        os.chmod(command, stat.S_IRWXU)
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", FRAMAC=command)
        done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        warned = "WARNING: this is Frama-C 99.1 (Einsteinium)" in done.stdout
        check("a warning of " + version, done.returncode == 0 and warned == said and (said or done.stdout == ""), done.stdout)


def main():
    with tempfile.TemporaryDirectory(prefix="tls12-report-") as folder:
        reports(folder)
        warning(folder)
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
