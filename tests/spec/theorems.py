#!/usr/bin/env python3
"""spec/THEOREMS.md: a theorem that is said to be proved has its goals in proofs/baseline.tsv, of a module that is to be proved; its file is
there, and its number stands once.

usage: tests/spec/theorems.py
"""
import glob
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "spec"))
import trace  # noqa: E402


def rows():
    with open(os.path.join(ROOT, "spec/THEOREMS.md"), encoding="utf-8") as file:
        for line in file:
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) == 7 and re.fullmatch(r"[A-Z]+\d+", cells[1]):
                yield cells[1:6]


def main():
    unproven = trace.not_proved()
    goals = "\n".join(row["goal"] for row in trace.table("proofs/baseline.tsv", ("module", "goal")) if row["module"] not in unproven)
    passed, wrong, numbers = 0, [], []
    for number, _, names, places, status in rows():
        faults = []
        for place in re.findall(r"`([^`]+)`", places):
            path = os.path.join(ROOT, place.replace("MESSAGE", "finished"))
            if not glob.glob(path) and not glob.glob(path + ".*"):
                faults.append("%s: there is no %s" % (number, place))
        for name in re.findall(r"`([^`]+)`", names) if status.startswith("proved") else []:
            pattern = re.escape(name).replace(r"\*", r"\w*").replace("MESSAGE", "finished")
            if not re.search(r"(?:^|_)%s(?:_|$)" % pattern, goals, re.M):
                faults.append("%s is said to be proved, and the baseline has no goal of %s" % (number, name))
        if number in numbers:
            faults.append("%s stands twice" % number)
        numbers.append(number)
        passed, wrong = passed + (not faults), wrong + faults
    if len(numbers) < 40:
        wrong.append("only %d theorems found" % len(numbers))
    print("\n".join(wrong + ["%d passed, %d failed" % (passed, len(wrong))]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
