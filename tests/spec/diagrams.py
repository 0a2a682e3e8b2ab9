#!/usr/bin/env python3
"""The diagrams of both machines in spec/ are what spec/diagrams.py draws of the code.

usage: TLS12=build/tls12 tests/spec/diagrams.py
"""
import os
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def main():
    done = subprocess.run([sys.executable, "spec/diagrams.py", "--check"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    good = done.returncode == 0
    if not good:
        print(done.stdout)
    print("%d passed, %d failed" % (good, not good))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
