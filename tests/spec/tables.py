#!/usr/bin/env python3
"""The tables of spec/: rule ids are well formed and unique, spec/rules.h and
proofs/MESSAGES.md are what the programs write, every rule that makes a decoder
refuse is shown or has a reason."""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def rows(name):
    with open(os.path.join(ROOT, "spec", name), encoding="utf-8") as table:
        head, *lines = table.read().splitlines()
    names = head.split("\t")
    return names, [line.split("\t") for line in lines]


def every_row_is_full(name):
    names, lines = rows(name)
    return [line[0] for line in lines if len(line) != len(names)]


def ids_unique(name):
    ids = [line[0] for line in rows(name)[1]]
    return [key for key in ids if ids.count(key) > 1]


def ids_formed():
    return [line[0] for line in rows("requirements.tsv")[1] if not re.fullmatch(r"R\d{4}-[0-9A-Z.]+-\d{2}[a-z]?", line[0])]


def rules_current():
    written = subprocess.run([sys.executable, "spec/generate.py", "rules"], cwd=ROOT, capture_output=True, text=True, check=True)
    with open(os.path.join(ROOT, "spec", "rules.h"), encoding="utf-8") as file:
        return [] if file.read() == written.stdout else ["spec/rules.h is not up to date: spec/generate.py rules > spec/rules.h"]


def messages_current():
    done = subprocess.run([sys.executable, "proofs/messages.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode != 0 else []


def trace_json():
    done = subprocess.run([sys.executable, "spec/trace.py", "--json"], cwd=ROOT, capture_output=True, text=True)
    ids = [row["id"] for row in json.loads(done.stdout)["rules"]] if done.returncode == 0 else []
    return [] if ids == [line[0] for line in rows("requirements.tsv")[1]] else ["spec/trace.py --json: not one entry for each rule"]


def trace_whole():
    done = subprocess.run([sys.executable, "spec/trace.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    return (done.stdout + done.stderr).splitlines() if done.returncode != 0 else []


def main():
    tests = [("rows of %s" % name, every_row_is_full(name)) for name in ("requirements.tsv", "aliases.tsv", "suites.tsv", "other_suites.tsv", "flows.tsv")]
    tests += [("unique keys of %s" % name, ids_unique(name)) for name in ("requirements.tsv", "aliases.tsv", "suites.tsv", "other_suites.tsv")]
    tests += [("form of rule ids", ids_formed()), ("spec/rules.h", rules_current()),
              ("proofs/MESSAGES.md", messages_current()), ("spec/aliases.tsv", trace_whole()),
              ("spec/trace.py --json", trace_json())]
    failed = 0
    for name, wrong in tests:
        if wrong:
            failed += 1
            print("%s: %s" % (name, ", ".join(wrong[:10])))
    print("%d passed, %d failed" % (len(tests) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
