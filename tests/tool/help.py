#!/usr/bin/env python3
"""Every command says with --help how it is used, with examples first; its options are those of the examples, of the manual page, and,
through --help, of the completion.

usage: TLS12=build/tls12 tests/tool/help.py
"""
import os
import re
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.path.abspath(os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12")))
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")
results = {True: 0, False: 0}


def check(name, good, detail=""):
    results[bool(good)] += 1
    if not good:
        print("FAILED: %s %s" % (name, detail))


def text(*arguments):
    done = subprocess.run([TLS12, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=30, check=False)
    check(" ".join(arguments), done.returncode == 0, done.returncode)
    return done.stdout


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def completed(words):
    """What bash offers after these words."""
    script = 'source src/tool/tls12.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tls12; printf "%s\\n" "${COMPREPLY[@]}"'
    path = os.path.dirname(TLS12) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(["bash", "-c", script, "-", *words], cwd=ROOT, env=dict(os.environ, PATH=path), stdout=subprocess.PIPE, text=True,
                          timeout=30, check=False)
    return done.stdout.split()


def main():
    commands = re.findall(r"^  ([a-z]+)  ", text("--help"), re.M)
    check("commands", len(commands) >= 10 and set(commands) <= set(completed(["tls12", ""])), commands)
    manual = re.sub(r"\\f[BIR]", "", read("src/tool/tls12.1")).replace("\\-", "-")
    entries = {entry.split(None, 1)[0]: entry for entry in manual.split("\n.SH COMMANDS\n")[1].split("\n.SH")[0].split(".TP\n")[1:]}
    for command in commands:
        usage, examples, *rest = text(command, "--help").split("\n\n")
        check(command + ": usage", all(re.match(r"(usage:|      ) tls12 %s\b" % command, line) for line in usage.split("\n")), usage)
        lines = examples.split("\n")
        check(command + ": examples", all(line.startswith("  ") and "tls12 %s" % command in line for line in lines), examples)
        options = set(OPTION.findall(usage)) | {o for line in re.findall(r"^  --.*?(?=  |$)", "\n".join(rest), re.M) for o in OPTION.findall(line)}
        shown = {option for line in lines for option in OPTION.findall(line.rpartition("tls12 " + command)[2])}
        check(command + ": options of the examples", shown <= options, shown - options)
        named = set(OPTION.findall(entries.get(command, "")))
        if command == "explain":
            named |= set(OPTION.findall(entries["decode"]))
        check(command + ": manual page", command in entries and options <= named, sorted(options - named))
        check(command + ": completion", options <= set(completed(["tls12", command, "--"])), options)
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
