#!/usr/bin/env python3
"""The layers of src/: a layer includes only itself, the layers below it and spec/; the machine includes only spec/ and itself.
Below tool/ nothing allocates, reads errno or does input and output. src/README.md shows the includes.

usage: tests/spec/layers.py            checks all that
       tests/spec/layers.py --draw     the diagram of src/README.md
"""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
LAYERS = "wire message crypto arithmetic x509 record machine handshake tool".split()
BELOW = {layer: {"spec", *LAYERS[:LAYERS.index(layer) + 1]} for layer in LAYERS}
BELOW["machine"] = {"spec", "machine"}
INCLUDE = re.compile(r'^#\s*include\s+["<]([^">]+)[">]', re.M)
FORBIDDEN_HEADERS = {"stdio.h", "stdlib.h", "errno.h", "unistd.h", "fcntl.h", "time.h", "assert.h", "signal.h"}
FORBIDDEN_CALLS = re.compile(r"\b(malloc|calloc|realloc|free|alloca|printf|errno)\b")


def sources():
    for where, _, names in os.walk(os.path.join(ROOT, "src")):
        for name in names:
            if name.endswith((".c", ".h")):
                yield os.path.relpath(os.path.join(where, name), os.path.join(ROOT, "src"))


def wrong(path):
    layer = path.split("/")[0]
    with open(os.path.join(ROOT, "src", path), encoding="utf-8") as file:
        text = file.read()
    code = re.sub(r'/\*.*?\*/|//[^\n]*|"[^"\n]*"', "", text, flags=re.S)
    found = []
    for header in INCLUDE.findall(text):
        folder = header.split("/")[0]
        if folder in LAYERS and folder not in BELOW[layer]:
            found.append("%s includes %s" % (path, header))
        if layer != "tool" and (header in FORBIDDEN_HEADERS or header.startswith(("sys/", "netinet/", "arpa/"))):
            found.append("%s includes %s" % (path, header))
    if layer != "tool":
        found += ["%s uses %s" % (path, word) for word in FORBIDDEN_CALLS.findall(code)]
    return found


def drawing():
    """Which layer includes which, and which libraries: a line for each layer."""
    libraries = {"gmp.h": "gmp", "nettle": "nettle"}
    included = {layer: set() for layer in LAYERS}
    for path in sources():
        with open(os.path.join(ROOT, "src", path), encoding="utf-8") as file:
            folders = {header.split("/")[0] for header in INCLUDE.findall(file.read())}
        included[path.split("/")[0]] |= {libraries.get(folder, folder) for folder in folders}
    columns = ["spec", *LAYERS[:-1], *libraries.values()]
    lines = [" " * 12 + "  ".join(columns)]
    for layer in LAYERS:
        marks = ["%-*s" % (len(name), "x" if name in included[layer] - {layer} else "-" if name == layer else "") for name in columns]
        lines.append(("%-12s" % layer + "  ".join(marks)).rstrip())
    return "```\n%s\n```\n" % "\n".join(lines)


def drawing_current():
    with open(os.path.join(ROOT, "src", "README.md"), encoding="utf-8") as file:
        return drawing() in file.read()


def main():
    if sys.argv[1:] == ["--draw"]:
        print(drawing(), end="")
        return 0
    passed = failed = 0
    if drawing_current():
        passed += 1
    else:
        failed += 1
        print("the diagram in src/README.md is not up to date: tests/spec/layers.py --draw")
    for path in sorted(sources()):
        found = wrong(path)
        passed, failed = passed + (not found), failed + bool(found)
        if found:
            print("\n".join(found))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
