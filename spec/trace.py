#!/usr/bin/env python3
"""Where each rule of spec/requirements.tsv is stated, coded, proved and tested; or why not.

usage: spec/trace.py [--json | --counts | --check]

Prints a table with tabs: of places, the first two and how many more. --json prints all places, --counts the counts alone.
--check prints what is wrong with the table, and nothing if all is well; the exit status is then 1 or 0.

clause   where a contract says that a function reports this rule: a definition in spec/ that such a contract uses, or the contract
code     where src/ reports it; neither the command in src/tool/ nor the tables of fields, which name the rule of each field
proof    the goals of such contracts in proofs/baseline.tsv, the last accepted run: no prover runs here ("unproved" with --json:
         those that are not there)
test     where tests/ give an input that is refused with this rule
vector   the same in vectors/, the first of each file, there also as a rule that says the same; and with published inputs (which make
         check skips where they are not at hand)

A row is shown when it has a clause, and a test or vector. A row that makes a decoder refuse a message and is not shown stands in
spec/aliases.tsv, with a reason:

alias        says the same as another row, or less: that one is reported, and is shown
certificate  src/x509/ judges it by the content of a certificate
engine       src/handshake/ judges it by what was negotiated
arithmetic   src/arithmetic/ judges it by a computation
sender       a duty of the sender, or a computation: nothing in a received message alone breaks it
feature      of an option that is never offered or answered here
open         it should be refused and is not, or nothing shows it
"""
import csv
import json
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
KINDS = ("alias", "certificate", "engine", "arithmetic", "sender", "feature", "open")
LABEL = re.compile(r"\bR\d{4}_(?:[0-9A-Z]+_)+\d\d\b")
NO_REPORTS = ("src/tool/", "src/message/fields.c", "src/message/extension_fields.c")
ACSL = re.compile(r"/\*@.*?\*/|//@[^\n]*", re.S)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
DEFINITION = re.compile(r"\b(logic|predicate|lemma|axiomatic|axiom|inductive)\b")
CLAUSE = re.compile(r"\b(requires|ensures|assigns|terminates|exits|behavior|assumes|complete|disjoint)\b")


def table(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def label(rule_id):
    return rule_id.replace("-", "_").replace(".", "_")


def is_candidate(row):
    """Makes a decoder refuse a message: binding, seen in bytes, of a message, and with an alert to send."""
    binding = row["level"] in ("FORMAT", "ILLEGAL", "MUST", "MUST NOT")
    of_message = row["message"] not in ("(record)", "(key schedule)", "(negotiation)", "(state)", "(application data)")
    return binding and not {"wp", "vector"}.isdisjoint(row["evidence"].split(",")) and of_message and row["alert"] != "-"


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def files(folder, ending):
    for where, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(names):
            if name.endswith(ending):
                path = os.path.relpath(os.path.join(where, name), ROOT)
                with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                    yield path, file.read()


def pieces(text, start, pattern):
    """The parts of text that each begin with one of the words of the pattern: word, place in the file, the part."""
    found = list(pattern.finditer(text)) + [None]
    for this, after in zip(found, found[1:]):
        end = after.start() if after else len(text)
        yield this.group(), start + this.start(), text[this.start():end]


def annotations(text):
    """The annotations of a file, with the comments in them blanked."""
    for block in ACSL.finditer(text):
        yield block.start(), block.end(), block.group()[:3] + re.sub(r"//[^\n]*", blank, block.group()[3:])


class Sources:
    """What the specification, the code, the proofs and the tests say of each label: lists of places."""

    def __init__(self):
        self.found = {column: {} for column in ("clause", "code", "proof", "unproved", "test", "vector")}
        self.goals = {}
        with open(os.path.join(ROOT, "proofs/baseline.tsv"), encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#"):
                    module, goal = line.rstrip("\n").split("\t")
                    self.goals.setdefault(module, []).append(goal)
        self.definitions = {}
        self.read_definitions()
        self.read_contracts()
        self.read_code()
        self.read_tests()

    def add(self, column, name, place):
        places = self.found[column].setdefault(name, [])
        if place not in places:
            places.append(place)

    def read_definitions(self):
        """The logic functions and predicates: for each name, the labels in it with their places, and the words in it."""
        for path, text in list(files("spec", ".h")) + list(files("src", ".h")) + list(files("src", ".c")):
            if path.startswith(NO_REPORTS):
                continue
            for start, _, block in annotations(text):
                for word, at, part in pieces(block, start, DEFINITION):
                    head = re.match(r"(?:predicate|logic\s+[\w\s*]+?)\s*\b(\w+)\s*(?:\{[^}]*\})?\s*[(=]", part)
                    if word in ("logic", "predicate") and head:
                        labels = [(m.group(), self.place(path, text, at + m.start())) for m in LABEL.finditer(part)]
                        self.definitions[head.group(1)] = (labels, set(re.findall(r"\w+", part[head.end():])))

    def labels_of(self, part, path, text, at):
        """The labels in a part of a contract and in what it uses, with their places."""
        labels = [(m.group(), self.place(path, text, at + m.start())) for m in LABEL.finditer(part)]
        todo, seen = set(re.findall(r"\w+", part)), set()
        while todo:
            name = todo.pop()
            if name in self.definitions and name not in seen:
                seen.add(name)
                labels += self.definitions[name][0]
                todo |= self.definitions[name][1]
        return labels

    def read_contracts(self):
        """The clauses that say which rule a function reports. (Which alert goes with a rule is another matter.)"""
        for path, text in list(files("src", ".h")) + list(files("src", ".c")):
            module = os.path.splitext(path)[0][len("src/"):]
            for start, end, block in annotations(text):
                function = re.match(r"\s*(?:[\w*]+\s+)*\**(\w+)\s*\(", text[end:])
                for word, at, part in pieces(block, start, CLAUSE):
                    name = re.match(r"ensures\s+(\w+)\s*:", part)
                    if word != "ensures" or not function or not name or not re.search(r"\\result(\.(fault\.)?rule)?\s*[!=]=", part):
                        continue
                    goal = re.compile(r"%s_(\w+_)?ensures_%s(_part\d+)?" % (function.group(1), name.group(1)))
                    proved = [g for g in self.goals.get(module, []) if goal.fullmatch(g)]
                    for rule, place in self.labels_of(part, path, text, at):
                        self.add("clause", rule, place)
                        for g in proved:
                            self.add("proof", rule, module + " " + g)
                        if not proved:
                            self.add("unproved", rule, "%s %s_ensures_%s" % (module, function.group(1), name.group(1)))

    def read_code(self):
        for path, text in list(files("src", ".c")) + list(files("src", ".h")):
            if not path.startswith(NO_REPORTS):
                code = COMMENT.sub(blank, text)
                for m in LABEL.finditer(code):
                    self.add("code", m.group(), self.place(path, text, m.start()))

    def read_tests(self):
        """In tests/ a rule is named where it is expected of a refused input; tests/wire/ hands its readers any rule."""
        for path, text in list(files("tests", ".c")) + list(files("tests", ".py")):
            if path.startswith(("tests/wire/", "tests/bench/", "tests/spec/")):
                continue
            column = "vector" if path == "tests/tool/published.py" else "test"
            for m in re.finditer(r"\bR\d{4}-[0-9A-Z.]+-\d\d\b" if path.endswith(".py") else LABEL, COMMENT.sub(blank, text)):
                self.add(column, label(m.group()), self.place(path, text, m.start()))

        for path, text in files("vectors", ".json"):
            named = re.finditer(r'"(?:rule":\s*|also":\[(?:"R[^"]+",)*)"(R[^"]+)"', text)
            for rule, at in {m.group(1): m.start() for m in reversed(list(named))}.items():
                self.add("vector", label(rule), self.place(path, text, at))

    @staticmethod
    def place(path, text, offset):
        return "%s:%d" % (path, text.count("\n", 0, offset) + 1)


def trace():
    sources = Sources()
    reasons = {row["id"]: row for row in table("spec/aliases.tsv")}
    rows = []
    for row in table("spec/requirements.tsv"):
        entry = {"id": row["id"], "message": row["message"], "candidate": is_candidate(row)}
        entry.update((column, places.get(label(row["id"]), [])) for column, places in sources.found.items())
        entry["shown"] = bool(entry["clause"] and (entry["test"] or entry["vector"]))
        entry["reason"] = reasons.get(row["id"])
        rows.append(entry)
    return rows


def state(entry):
    return "shown" if entry["shown"] else entry["reason"]["kind"] if entry["reason"] else "not covered yet"


def wrong(rows):
    """What is not as the text at the top says."""
    entries = {entry["id"]: entry for entry in rows}
    texts = [text for folder in ("src", "spec") for _, text in files(folder, (".c", ".h", "requirements.tsv"))]
    words = set(re.findall(r"\w+", " ".join(texts)))
    for entry in rows:
        if entry["candidate"] and not entry["shown"] and not entry["reason"]:
            yield "%s is neither shown nor has a reason" % entry["id"]
    for row in table("spec/aliases.tsv"):
        entry = entries.get(row["id"], {"shown": True, "code": [], "test": []})
        if entry["shown"]:
            yield "%s is shown, or not in the catalogue: its reason is stale" % row["id"]
        if row["kind"] not in KINDS or not row["reason"]:
            yield "%s has no kind or no reason" % row["id"]
        if row["kind"] in ("sender", "feature") and entry["code"]:
            yield "%s is reported by %s: its reason is stale" % (row["id"], entry["code"][0])
        if row["kind"] == "open" and entry["code"] and entry["test"]:
            yield "%s is reported by %s and tested: its reason is stale" % (row["id"], entry["code"][0])
        if (row["kind"] == "alias") != (row["reported"] != "-"):
            yield "%s: an alias, and nothing else, stands for another row" % row["id"]
        if row["kind"] == "alias" and not entries.get(row["reported"], {"shown": False})["shown"]:
            yield "%s stands for %s, which is not shown" % (row["id"], row["reported"])
        for other in re.findall(r"\bR\d{4}-[0-9A-Z.]+-\d\d\b", row["reason"]):
            if other not in entries:
                yield "%s: %s is not in the catalogue" % (row["id"], other)
        for name in re.findall(r"\b(?:src|spec|tests)/[\w/]+\.\w+", row["reason"]):
            if not os.path.exists(os.path.join(ROOT, name)):
                yield "%s: there is no %s" % (row["id"], name)
        for name in re.findall(r"\b[a-z]\w*_\w+\b(?!\.)", row["reason"]):
            if name not in words:
                yield "%s: there is no %s" % (row["id"], name)
    with open(os.path.join(ROOT, "spec/README.md"), encoding="utf-8") as file:
        if summary(rows) not in " ".join(file.read().split()):
            yield "spec/README.md does not say: %s" % summary(rows)


def summary(rows):
    candidates = [entry for entry in rows if entry["candidate"]]
    return "%d rules make a decoder refuse a message: %d shown by a clause and a refused input, %s" % (
        len(candidates), sum(entry["shown"] for entry in candidates),
        ", ".join("%d %s" % (sum(state(entry) == kind for entry in candidates), kind) for kind in KINDS))


def counts(rows):
    yield summary(rows)
    candidates = [entry for entry in rows if entry["candidate"]]
    shown = [entry for entry in candidates if entry["shown"]]
    yield "of those shown, %d have all their goals in proofs/baseline.tsv, %d some; of the others a refused input have %s" % (
        sum(not entry["unproved"] for entry in shown), sum(bool(entry["proof"] and entry["unproved"]) for entry in shown),
        ", ".join("%d %s" % (sum(state(entry) == kind and bool(entry["test"]) for entry in candidates), kind) for kind in KINDS))
    others = [entry for entry in rows if not entry["candidate"]]
    yield "%d other rules: %d shown, %d with a clause, code or test, %d not covered yet" % (
        len(others), sum(entry["shown"] for entry in others),
        sum(not entry["shown"] and bool(entry["clause"] or entry["code"] or entry["test"]) for entry in others),
        sum(not entry["clause"] and not entry["code"] and not entry["test"] for entry in others))


def short(places):
    return ", ".join(places[:2]) + (" +%d" % (len(places) - 2) if len(places) > 2 else "") if places else "-"


def main():
    options = sys.argv[1:]
    if options not in ([], ["--json"], ["--counts"], ["--check"]):
        sys.exit(__doc__.strip())
    rows = trace()
    if options == ["--check"]:
        faults = list(wrong(rows))
        print("\n".join(faults), end="\n" if faults else "")
        return 1 if faults else 0
    if options == ["--json"]:
        print(json.dumps({"schema": 1, "rules": [dict(entry, state=state(entry)) for entry in rows], "counts": list(counts(rows))},
                         indent=1))
        return 0
    columns = ("clause", "code", "proof", "test", "vector")
    if not options:
        print("\t".join(("id", "message", "refuses", "state") + columns + ("reason",)))
        for entry in rows:
            reason = entry["reason"]
            why = "-" if not reason else reason["reason"] if reason["reported"] == "-" else "%s: %s" % (
                reason["reported"], reason["reason"])
            print("\t".join([entry["id"], entry["message"], "yes" if entry["candidate"] else "-", state(entry)] +
                            [short(entry[column]) for column in columns] + [why]))
    print("\n".join(counts(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
