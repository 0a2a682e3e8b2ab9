#!/usr/bin/env python3
"""Writes proofs/ASSUMPTIONS.md: everything that the proofs take for granted.

usage: proofs/assumptions.py            writes the ledger
       proofs/assumptions.py --check    exit status 1 if the committed ledger is another one, or something is undeclared

What the code calls without a body comes from Frama-C itself (its metrics of every proved file), so a call cannot be missed.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
PROOFS = os.path.dirname(os.path.abspath(__file__))
run = SourceFileLoader("run", os.path.join(PROOFS, "run")).load_module()
LEDGER = os.path.join(PROOFS, "ASSUMPTIONS.md")
WORD = re.compile(r"(\w+) \(\d+ calls?\)")


def section(log, title):
    found = re.search(title + r" \(\d+\)\s+=+\n(.*?)\n\s*\n", log, re.S)
    return WORD.findall(found[1]) if found else []


def calls(path):
    """The functions that a file defines, those it has only a contract of, and those without either; kept in build/ by what
    the preprocessor makes of the file, comments included."""
    text = subprocess.run(["cc", "-E", "-CC", "-P", *run.CPP[0].split("=", 1)[1].split(), path], cwd=run.ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout
    kept = os.path.join(run.ROOT, "build", "calls", hashlib.sha256(path.encode() + text).hexdigest()[:24] + ".json")
    if text and os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            return [set(names) for names in json.load(file)]
    found = calls_by_frama_c(path)
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    with open(kept + ".new", "w", encoding="utf-8") as file:
        json.dump([sorted(names) for names in found], file)
    os.rename(kept + ".new", kept)
    return found


def calls_by_frama_c(path):
    done = subprocess.run([os.environ.get("FRAMAC", "frama-c"), "-machdep", "gcc_x86_64", *run.CPP, "-metrics", path],
                          cwd=run.ROOT, env=dict(os.environ, PWD=run.ROOT), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise SystemExit("proofs/assumptions.py: Frama-C cannot read %s\n%s" % (path, done.stdout[-800:]))
    return [set(section(done.stdout, title)) for title in
            ("Defined functions", "Specified-only functions", "Undefined and unspecified functions")]


def annotations(path):
    return run.COMMENT.findall(run.read(path))


def where_declared(name):
    """The header with the assumed contract: ours, or Frama-C's of the C library."""
    for path in run.files(["proofs/assumptions", "src", "spec"], ".h"):
        if re.search(r"\b%s\s*\(" % name, re.sub(r"/\*.*?\*/", "", run.read(path), flags=re.S)):
            return path
    share = subprocess.run([os.environ.get("FRAMAC", "frama-c"), "-print-share-path"], stdout=subprocess.PIPE, text=True,
                           check=True).stdout.strip()
    libc = os.path.join(share, "libc")
    for path in run.files([libc], ".h"):
        if re.search(r"\b%s\s*\(" % name, run.read(path)):
            return "Frama-C's `%s`" % os.path.relpath(os.path.join(run.ROOT, path), libc)
    return "?"


def macro_calls(text, name):
    """Whether a test makes the name in a macro: CONTRACT(sha1, ...) with NAME##_init in it."""
    return any(re.search(r"^[A-Z]+\(%s\b" % name[:i], text, re.M) and "##" + name[i:] in text
               for i in range(1, len(name)) if name[i] == "_")


def where_tested(name):
    """The test of the contract of a library function: tests/*/*_contracts.c."""
    for path in sorted(run.files(["tests"], "_contracts.c")):
        text = run.read(path)
        if re.search(r"\b%s\b" % name, text) or macro_calls(text, name):
            return path
    return None


def ledger():
    defined, assumed, bare = set(), {}, {}
    code = [module for module in run.modules() if module.path.endswith(".c")]
    with concurrent.futures.ThreadPoolExecutor(run.WORKERS) as pool:
        for module, (has, contracts, nothing) in zip(code, pool.map(calls, [module.path for module in code])):
            defined |= has
            for name in contracts:
                assumed.setdefault(name, set()).add(module.name)
            for name in nothing:
                bare.setdefault(name, set()).add(module.name)
    unproven = run.table(run.UNPROVEN)
    in_unproven = {}
    for path, _ in unproven:
        for name in re.findall(r"^\w[\w\s*]*?\b(\w+)\s*\([^;{]*\)\s*\{", run.read(path), re.M):
            in_unproven[name] = path
    axioms, admits, unspecified = [], [], []
    for path in run.files(["spec", "src", "proofs"], ".h") + run.files(["src", "proofs/theorems"], ".c"):
        for text in annotations(path):
            for block in re.findall(r"\baxiomatic\s+\w+\s*\{(.*?)\n\s*\}", text, re.S):
                unspecified += [(name, path) for name in re.findall(r"\blogic\s+[\w\s*]*?(\w+)\s*(?:\([^;=]*\))?;", block)]
            axioms += [(name, path) for name in re.findall(r"\baxiom\s+(\w+)", text)]
            admits += [(name, path) for name in re.findall(r"\badmit\s+(\w+)", text)]

    lines = ["# What the proofs assume", "",
             "Written by `proofs/assumptions.py` from the code; `make prove` fails when it is not up to date. The tools are trusted",
             "too: Frama-C 25 with WP, Why3 1.5.1, the provers cvc4 1.8, cvc5 1.0.3 and z3 4.8.12, and the C compiler.", ""]
    outside = sorted((where_declared(name), name) for name in assumed if name not in defined)
    lines += ["## Contracts of functions that are not proved here (%d)" % len(outside), "",
              "| function | contract in | tested in | called by |", "|---|---|---|---|"]
    untested = []
    for header, name in outside:
        header, test = in_unproven.get(name, header), where_tested(name)
        if test is None and header.startswith("proofs/"):
            untested.append(name)
        lines.append("| `%s` | %s | %s | %s |" % (name, header, test or "-", ", ".join(sorted(assumed[name]))))
    lines += ["", "## Axioms (%d)" % len(axioms), ""] + ["- `%s` in %s" % row for row in sorted(axioms)]
    lines += ["", "## Logic functions that are declared only: nothing is assumed of them (%d)" % len(unspecified), ""]
    lines += ["- `%s` in %s" % row for row in sorted(unspecified)]
    lines += ["", "## Admitted properties (%d)" % len(admits), ""] + ["- `%s` in %s" % row for row in sorted(admits)]
    lines += ["", "## Source files that are not proved (%d)" % len(unproven), ""]
    lines += ["- `%s`: %s" % tuple(row) for row in sorted(unproven)]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"
    undeclared = ["%s has neither code nor contract, called by %s" % (name, ", ".join(sorted(users)))
                  for name, users in sorted(bare.items())]
    undeclared += ["the contract of %s has no test in tests/*/*_contracts.c" % name for name in untested]
    return text, undeclared


def main():
    text, undeclared = ledger()
    for fault in undeclared:
        print("undeclared assumption: " + fault)
    if "--check" not in sys.argv:
        with open(LEDGER, "w", encoding="utf-8") as out:
            out.write(text)
        return 1 if undeclared else 0
    current = open(LEDGER, encoding="utf-8").read() if os.path.exists(LEDGER) else ""
    if current != text:
        print("proofs/ASSUMPTIONS.md is not up to date: run proofs/assumptions.py and read the difference")
    return 1 if undeclared or current != text else 0


if __name__ == "__main__":
    sys.exit(main())
