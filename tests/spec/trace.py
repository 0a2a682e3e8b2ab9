#!/usr/bin/env python3
"""make trace fails when an annotation goes, names no rule, quotes something else or claims a proof that is not there, and when a rule
has neither evidence nor a reason: each done to the texts of a run, not to the files.

usage: tests/spec/trace.py
"""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "spec"))
import annotations  # noqa: E402
import trace  # noqa: E402

ANNOTATED = "src/arithmetic/dh.h"
RULE = "R5246-8.1.2-01"
BLOCK = re.compile(r"^ *//= build/requirements.md#%s\n(?: *//[=#].*\n)+?(?= *(?://= build|[^/ ]))" % re.escape(RULE), re.M)


def faults(path=None, change=None, table=None, left_out=None):
    """What is wrong once the text of a file is changed, or a table lacks rows."""
    original_text, original_table = None, trace.table
    if path:
        original_text = trace.TEXTS[path]
        trace.TEXTS[path] = change(original_text)
        if trace.TEXTS[path] == original_text:
            sys.exit("%s has not what this test changes" % path)
    if table:
        trace.table = lambda name, columns=None: [row for row in original_table(name, columns) if name != table or not left_out(row)]
    try:
        sources = trace.Sources()
        return list(trace.wrong(trace.trace(sources), sources))
    finally:
        trace.table = original_table
        if path:
            trace.TEXTS[path] = original_text


def main():
    for folder in ("spec", "src", "proofs", "tests"):
        list(trace.files(folder, (".h", ".c", ".py")))
    places = [a for path, text in trace.TEXTS.items() if path.startswith(("spec/", "src/")) for a in annotations.read(path, text)]
    tests = [
        ("nothing", faults() == []),
        ("an annotation that goes", faults(ANNOTATED, lambda text: BLOCK.sub("", text, count=1))),
        ("a rule that is none", faults(ANNOTATED, lambda text: text.replace(RULE, "R5246-8.1.2-99"))),
        ("another text", faults(ANNOTATED, lambda text: text.replace("leading zero BYTES", "leading zero bits"))),
        ("another target", faults(ANNOTATED, lambda text: text.replace("requirements.md#" + RULE, "elsewhere.md#" + RULE))),
        ("a type that is none", faults(ANNOTATED, lambda text: text.replace("//= type=implication", "//= type=wish", 1))),
        ("a proof that is lost", faults(table="proofs/baseline.tsv", left_out=lambda row: row["goal"] == "dh_shared_ensures_length")),
        ("a module that is not proved", faults(table="proofs/baseline.tsv", left_out=lambda row: row["module"] == "message/alert")),
        ("a reason that goes", faults(table="spec/aliases.tsv", left_out=lambda row: row["id"] == "R5246-6.2.1-07")),
        ("enough annotations", len(places) > 100),
    ]
    for name, good in tests:
        if not good:
            print("FAILED: " + name)
    print("%d passed, %d failed" % (sum(bool(good) for _, good in tests), sum(not good for _, good in tests)))
    return 0 if all(good for _, good in tests) else 1


if __name__ == "__main__":
    sys.exit(main())
