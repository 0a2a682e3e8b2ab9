#!/usr/bin/env python3
"""The examples of spec/WALKTHROUGH.md are what the command prints.

usage: BUILD=build tests/spec/walkthrough.py
"""
import os
import re
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(ROOT, "build")))
EXAMPLE = re.compile(r"^    \$ (.*)\n((?:    (?!\$ ).*\n)*)", re.M)


def main():
    passed = failed = 0
    with open(os.path.join(ROOT, "spec", "WALKTHROUGH.md"), encoding="utf-8") as text:
        examples = EXAMPLE.findall(text.read())
    for command, shown in examples:
        done = subprocess.run(["sh", "-c", command], env=dict(os.environ, PATH=BUILD + os.pathsep + os.environ["PATH"]),
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=30, check=False)
        good = done.returncode == 0 and done.stdout == re.sub(r"^    ", "", shown, flags=re.M)
        passed, failed = passed + good, failed + (not good)
        if not good:
            print("FAILED: %s\n%s" % (command, done.stdout))
    if len(examples) < 8:
        failed += 1
        print("FAILED: only %d examples" % len(examples))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
