#!/usr/bin/env python3
"""Writes proofs/MESSAGES.md: for each message and extension body, which of its theorems are proved.

usage: proofs/messages.py [--check]

A cell is "proved" when the goals that state the theorem are in proofs/baseline.tsv, the last accepted run; "open" when they
are not; "-" when there is nothing to state. --check compares instead of writing. The exit status is 1 when the file differs.
"""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
OUT = os.path.join(ROOT, "proofs", "MESSAGES.md")
COLUMNS = ["safety", "exact decoder", "exact encoder", "decode(encode(v)) = v", "encode(decode(b)) = b", "unambiguous",
           "non-malleable"]
HEAD = """# Messages and their theorems

Written by `proofs/messages.py` from `proofs/baseline.tsv`, the goals of the last accepted run of `make prove`; `make check` compares.

| column | goals |
|---|---|
| safety | every goal of the module: memory, overflow, termination |
| exact decoder | `exact`, `rule`, `offset`, `alert` of each decoder: accepted if and only if an encoding; else the first broken rule |
| exact encoder | `encoding`, `length`, `none` of the encoder: what it writes is the encoding, and it refuses what is no value |
| round trips | `accepted`, `same_*` of `decode_of_encode` and `encode_of_decode` in `proofs/theorems/` |
| unambiguous, non-malleable | lemmas `*_unambiguous`, `*_non_malleable` in `proofs/theorems/`: bytes encode one value, a value has one encoding |

"""


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def baseline():
    goals = {}
    for line in read("proofs/baseline.tsv").splitlines():
        if not line.startswith("#"):
            module, goal = line.split("\t")
            goals.setdefault(module, set()).add(goal)
    return goals


def state(condition):
    return "proved" if condition else "open"


def every(goals, patterns):
    return all(any(re.fullmatch(pattern, goal) for goal in goals) for pattern in patterns)


def encoding_goal(encoder):
    """WP leaves the label out of a name that would have more than 59 characters; encoding is the first of the clauses that lose it."""
    long = len(encoder + "_written_ensures_encoding") > 59
    return "_written_ensures" if long else "(_written)?_ensures_(encoding|written|value)\\w*"


def row(name, goals):
    """The cells of a format, and whether it is one: a header of message/ with decoders."""
    header = read("src/message/%s.h" % name)
    decoders = re.findall(r"^struct tls12_fault (\w+_decode)\(", header, re.M)
    encoders = re.findall(r"^uint32_t (\w+_encode)\(", header, re.M)
    if not decoders:
        return None
    module, trips, lemmas = (goals.get(key, set()) for key in ("message/" + name, "theorems/" + name, "theorems/" + name + ".h"))
    # Without content there is one value: nothing to write, and nothing to confuse.
    content = bool(re.search(r"struct \w+ \*value", header))
    empty = not content and not encoders
    return [
        state(module),
        state(all(every(module, [decoder + "_ensures_" + part for part in ("exact", "(rule|R\\d)\\w*", "(offset|where)\\w*", "alert")])
                  for decoder in decoders)),
        "-" if empty else state(encoders and all(every(module, [encoder + part for part in (
            encoding_goal(encoder), "(_written)?_ensures_\\w*(length|end)\\w*",
            "(_refused)?_ensures_(none|refused|room)\\w*")]) for encoder in encoders)),
        "-" if empty else state(every(trips, ["decode_of_encode_ensures_accepted"])),
        "-" if empty else state(every(trips, ["encode_of_decode_ensures_same_bytes", "encode_of_decode_ensures_same_length"])),
        state("lemma_%s_unambiguous" % name in lemmas) if content else "-",
        state("lemma_%s_non_malleable" % name in lemmas) if content else "-"]


def table():
    goals = baseline()
    names = sorted(file[:-2] for file in os.listdir(os.path.join(ROOT, "src", "message")) if file.endswith(".h"))
    rows = [(name, row(name, goals)) for name in names]
    rows = [(name, cells) for name, cells in rows if cells]
    lines = ["| message/ | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    lines += ["| %s | %s |" % (name, " | ".join(cells)) for name, cells in rows]
    cells = [cell for _, row_cells in rows for cell in row_cells if cell != "-"]
    return HEAD + "\n".join(lines) + "\n\n%d formats, %d of %d cells proved.\n" % (len(rows), cells.count("proved"), len(cells))


def main():
    text = table()
    if "--check" in sys.argv[1:]:
        if not os.path.exists(OUT) or read("proofs/MESSAGES.md") != text:
            print("proofs/MESSAGES.md is not what proofs/messages.py writes")
            return 1
        return 0
    temporary = OUT + ".new"
    with open(temporary, "w", encoding="utf-8") as out:
        out.write(text)
    os.rename(temporary, OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
