#!/usr/bin/env python3
"""Where each rule of spec/requirements.tsv is stated, coded, proved and tested; or why not.

usage: spec/trace.py [--json | --counts | --check]

Prints a table with tabs: of places, the first two and how many more. --json prints all places, --counts the counts alone.
--check prints what is wrong with the table, and nothing if all is well; the exit status is then 1 or 0.

clause   where a contract says that a function reports this rule: a definition in spec/ that such a contract uses, or the contract;
         clauses that have its id for a name; and what follows an annotation (annotations.py) that claims a proof
part     what follows another annotation: it states the rule in part, or is not proved yet
code     where src/ reports it; neither the command in src/tool/ nor the tables of fields, which name the rule of each field
proof    the goals of such clauses in proofs/baseline.tsv, the last accepted run: no prover runs here ("unproved" with --json:
         those that are not there). Of an annotation these count only if it claims a proof
test     where tests/ give an input that is refused with this rule, or an annotation says that they test it
vector   the same in vectors/, the first of each file, there also as a rule that says the same; and with published inputs (which make
         check skips where they are not at hand)

A row is shown when it has a clause, and a test or vector. A row that makes a decoder refuse a message and is not shown stands in
spec/aliases.tsv, with a reason, and so does any other row without a proof, clause, test or vector:

alias        says the same as another row, or less: that one is reported, and, of a row that makes a decoder refuse, is shown
certificate  src/x509/ judges it by the content of a certificate
engine       src/handshake/ judges it by what was negotiated, or does it
arithmetic   src/arithmetic/ judges it by a computation
record       src/record/ does it
sender       a duty of the sender, or a computation: nothing in a received message alone breaks it
caller       the duty of who uses the library: it is told, or knows, what is needed
feature      of an option that is never offered or answered here
choice       leaves a choice, or only explains: nothing can break it
open         it should be refused and is not, or nothing shows it
"""
import collections
import csv
import json
import os
import re
import sys

import annotations

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
KINDS = ("alias", "certificate", "engine", "arithmetic", "sender", "feature", "open")
OTHER_KINDS = ("record", "caller", "choice")
LABEL = re.compile(r"\bR\d{4}_(?:[0-9A-Z]+_)+\d\d\b")
NAMED = re.compile(r"(R\d{4}_(?:[0-9A-Z]+_)+\d\d)(_[a-z]\w*)?")
NO_REPORTS = ("src/tool/", "src/message/fields.c", "src/message/extension_fields.c")
ACSL = re.compile(r"/\*@.*?\*/|//@[^\n]*", re.S)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
DEFINITION = re.compile(r"\b(logic|predicate|lemma|axiomatic|axiom|inductive)\b")
USED = re.compile(r"(?<![>.*\w])(\w+)\b(?!\s*->)")  # names that are neither members nor pointers followed
CLAUSE = re.compile(r"\b(requires|ensures|assigns|terminates|exits|behavior|assumes|(?:complete|disjoint)(?= behaviors))\b")


def table(name, columns=None):
    """The rows of a table, whose columns its first line names, or these, where that line is a comment."""
    with open(os.path.join(ROOT, name), encoding="utf-8", newline="") as file:
        lines = [line for line in file if not columns or not line.startswith("#")]
        return list(csv.DictReader(lines, columns, delimiter="\t", quoting=csv.QUOTE_NONE))


def module_of(path):
    """The module of a file, as proofs/run names it; of a header that of its C file."""
    return os.path.splitext(re.sub(r"^(src|proofs)/", "", path))[0]


def label(rule_id):
    return rule_id.replace("-", "_").replace(".", "_")


def is_candidate(row):
    """Makes a decoder refuse a message: binding, seen in bytes, of a message, and with an alert to send."""
    binding = row["level"] in ("FORMAT", "ILLEGAL", "MUST", "MUST NOT")
    of_message = row["message"] not in ("(record)", "(key schedule)", "(negotiation)", "(state)", "(application data)")
    return binding and not {"wp", "vector"}.isdisjoint(row["evidence"].split(",")) and of_message and row["alert"] != "-"


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


TEXTS = {}


def files(folder, ending):
    for where, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(names):
            if name.endswith(ending):
                path = os.path.relpath(os.path.join(where, name), ROOT)
                if path not in TEXTS:
                    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                        TEXTS[path] = file.read()
                yield path, TEXTS[path]


def pieces(text, start, pattern):
    """The parts of text that each begin with one of the words of the pattern: word, place in the file, the part."""
    found = list(pattern.finditer(text)) + [None]
    for this, after in zip(found, found[1:]):
        end = after.start() if after else len(text)
        yield this.group(), start + this.start(), text[this.start():end]


def acsl(text):
    """The parts of a file in ACSL, with the comments in them blanked."""
    for block in ACSL.finditer(text):
        yield block.start(), block.end(), block.group()[:3] + re.sub(r"//[^\n]*", blank, block.group()[3:])


def not_proved():
    """The modules of which no goal is to be proved."""
    listed = {module_of(row["file"]) for row in table("proofs/unproven.tsv", ("file", "reason"))}
    return listed - {module_of(row["file"]) for row in table("proofs/clauses.tsv", ("file", "labels"))}


# A clause `ensures`: its file and place in it, the words in it, its goals in the baseline.
Clause = collections.namedtuple("Clause", "path at function name words proved")


class Sources:
    """What the specification, the code, the proofs and the tests say of each label: lists of places."""

    def __init__(self):
        self.found = {column: {} for column in ("clause", "part", "code", "proof", "unproved", "test", "vector")}
        self.annotations = [annotation for folder, endings in (("spec", (".h",)), ("src", (".h", ".c")), ("proofs", (".h", ".c")),
                                                               ("tests", (".c", ".py")))
                            for path, text in files(folder, endings) if path != "tests/spec/trace.py"
                            for annotation in annotations.read(path, text)]
        self.definitions = {}
        self.clauses = []
        self.claims = []
        self.read_goals()
        self.read_definitions()
        self.read_contracts()
        self.read_annotations()
        self.read_code()
        self.read_tests()

    def add(self, column, name, place):
        places = self.found[column].setdefault(name, [])
        if place not in places:
            places.append(place)

    def read_goals(self):
        """The goals of the baseline, by the name of the clause, and the lemmas; of modules that are to be proved."""
        unproven = not_proved()
        self.ensured, self.lemmas = {}, {}
        for row in table("proofs/baseline.tsv", ("module", "goal")):
            ensures = re.fullmatch(r"(\w+?)_ensures(?:_\d+|_([a-zA-Z]\w*?))?(?:_part\d+)?", row["goal"])
            if row["module"] in unproven:
                continue
            if ensures:
                self.ensured.setdefault(ensures[2] or "", []).append((row["module"], ensures[1], row["goal"]))
            elif row["goal"].startswith("lemma_"):
                self.lemmas.setdefault(row["goal"][len("lemma_"):], []).append("%s %s" % (row["module"], row["goal"]))

    def proofs(self, path, function, name):
        """The goals of a clause: of the module that has the name of the file, else of any. WP cuts the end of a long name off."""
        def named(*names):
            return [(module, goal) for key in names for module, start, goal in self.ensured.get(key, [])
                    if start == function or start.startswith(function + "_")]
        goals = named(name)
        own = [pair for pair in goals or named("", name.rpartition("_")[0]) if pair[0] == module_of(path)]
        return ["%s %s" % pair for pair in own or goals]

    def read_definitions(self):
        """The logic functions and predicates: for each name, the labels in it with their places, and the words in it."""
        for path, text in list(files("spec", ".h")) + list(files("src", (".h", ".c"))) + list(files("proofs/theorems", (".h", ".c"))):
            if path.startswith(NO_REPORTS):
                continue
            for start, _, block in acsl(text):
                for word, at, part in pieces(block, start, DEFINITION):
                    head = re.match(r"(?:predicate|logic\s+[\w\s*]+?)\s*\b(\w+)\s*(?:\{[^}]*\})?\s*[(=]", part)
                    if word in ("logic", "predicate") and head:
                        labels = [(m.group(), self.place(path, text, at + m.start())) for m in LABEL.finditer(part)]
                        self.definitions[head.group(1)] = (labels, set(USED.findall(part[head.end():])))

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
        """All clauses; of those that say which rule a function reports, or have one for a name, the rules. (Which alert goes with a
        rule is another matter.)"""
        for path, text in list(files("src", (".h", ".c"))) + list(files("proofs/theorems", (".h", ".c"))):
            for start, end, block in acsl(text):
                function = re.match(r"\s*(?:[\w*]+\s+)*\**(\w+)\s*\(", text[end:])
                for word, at, part in pieces(block, start, CLAUSE):
                    name = re.match(r"ensures\s+(\w+)\s*:", part)
                    if word != "ensures" or not function or not name:
                        continue
                    proved = self.proofs(path, function[1], name[1])
                    self.clauses.append(Clause(path, at, function[1], name[1], set(USED.findall(part[name.end():])), proved))
                    rules = []
                    if re.search(r"\\result(\.(fault\.)?rule)?\s*[!=]=", part) and path.startswith("src/"):
                        rules = self.labels_of(part, path, text, at)
                    if NAMED.fullmatch(name[1]):
                        rules.append((NAMED.fullmatch(name[1])[1], self.place(path, text, at)))
                    for rule, place in rules:
                        self.add("clause", rule, place)
                        for goal in proved:
                            self.add("proof", rule, goal)
                        if not proved:
                            self.add("unproved", rule, "%s %s_ensures_%s" % (module_of(path), function[1], name[1]))

    def read_annotations(self):
        """What the annotations claim, and which goals bear that out."""
        users = {}
        for name, (_, words) in self.definitions.items():
            for word in words & self.definitions.keys():
                users.setdefault(word, set()).add(name)
        for annotation in self.annotations:
            column = {"test": "test", "implication": "clause"}.get(annotation.type, "part")
            self.add(column, label(annotation.rule), annotation.place())
            if annotation.type != "implication":
                continue
            if annotation.kind == "ensures":
                goals = [goal for clause in self.clauses if (clause.path, clause.at) == (annotation.path, annotation.end)
                         for goal in clause.proved]
            elif annotation.kind == "lemma":
                goals = self.lemmas.get(annotation.name, [])
            else:
                goals = self.uses({annotation.name}, users)
            self.claims.append((annotation, goals))
            for goal in goals:
                self.add("proof", label(annotation.rule), goal)

    def uses(self, names, users):
        """The goals of the clauses that are the closest to use one of these definitions."""
        seen, goals = set(), []
        while names and not goals:
            goals = [goal for clause in self.clauses if clause.words & names for goal in clause.proved]
            seen |= names
            names = set().union(*(users.get(name, set()) for name in names)) - seen
        return goals

    def read_code(self):
        for path, text in files("src", (".c", ".h")):
            if not path.startswith(NO_REPORTS):
                code = COMMENT.sub(blank, text)
                for m in LABEL.finditer(code):
                    self.add("code", m.group(), self.place(path, text, m.start()))

    def read_tests(self):
        """In tests/ a rule is named where it is expected of a refused input; tests/wire/ hands its readers any rule."""
        for path, text in files("tests", (".c", ".py")):
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


def trace(sources):
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
    return ("shown" if entry["shown"] else entry["reason"]["kind"] if entry["reason"] else "proved" if entry["proof"] else
            "stated" if entry["clause"] or entry["part"] else "tested" if entry["test"] or entry["vector"] else "not covered yet")


def wrong_annotations(sources):
    summaries = {row["id"]: row["summary"] for row in table("spec/requirements.tsv")}
    for annotation in sources.annotations:
        if annotation.target != annotations.TARGET or annotation.rule not in summaries:
            yield "%s: %s#%s is no rule" % (annotation.place(), annotation.target, annotation.rule)
        elif not annotation.text or annotation.text not in summaries[annotation.rule]:
            yield "%s: that is not what %s says" % (annotation.place(), annotation.rule)
        if annotation.type not in annotations.TYPES:
            yield "%s: %s is no type" % (annotation.place(), annotation.type)
    for annotation, goals in sources.claims:
        if not goals:
            yield "%s: %s is not proved: no goal in proofs/baseline.tsv" % (annotation.place(), annotation.name)


def wrong(rows, sources):
    """What is not as the text at the top says."""
    yield from wrong_annotations(sources)
    entries = {entry["id"]: entry for entry in rows}
    texts = [text for folder in ("src", "spec") for _, text in files(folder, (".c", ".h", "requirements.tsv"))]
    words = set(re.findall(r"\w+", " ".join(texts)))
    for entry in rows:
        if entry["candidate"] and not entry["shown"] and not entry["reason"]:
            yield "%s is neither shown nor has a reason" % entry["id"]
        elif state(entry) == "not covered yet":
            yield "%s has neither a proof, a clause, a test, a vector nor a reason" % entry["id"]
    for row in table("spec/aliases.tsv"):
        entry = entries.get(row["id"], {"shown": True, "candidate": True, "code": [], "test": []})
        if entry["shown"]:
            yield "%s is shown, or not in the catalogue: its reason is stale" % row["id"]
        if row["kind"] not in KINDS + OTHER_KINDS or not row["reason"]:
            yield "%s has no kind or no reason" % row["id"]
        if row["kind"] in ("sender", "feature") and entry["code"]:
            yield "%s is reported by %s: its reason is stale" % (row["id"], entry["code"][0])
        if row["kind"] == "open" and entry["code"] and entry["test"]:
            yield "%s is reported by %s and tested: its reason is stale" % (row["id"], entry["code"][0])
        if (row["kind"] == "alias") != (row["reported"] != "-"):
            yield "%s: an alias, and nothing else, stands for another row" % row["id"]
        other = entries.get(row["reported"], {"shown": False, "reason": {"kind": "alias"}})
        if row["kind"] == "alias" and not other["shown"] and (entry["candidate"] or other["reason"] and other["reason"]["kind"] == "alias"):
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
        text = " ".join(file.read().split())
        for sentence in (summary(rows), cited(sources)):
            if sentence not in text:
                yield "spec/README.md does not say: %s" % sentence


def summary(rows):
    candidates = [entry for entry in rows if entry["candidate"]]
    return "%d rules make a decoder refuse a message: %d shown by a clause and a refused input, %s" % (
        len(candidates), sum(entry["shown"] for entry in candidates),
        ", ".join("%d %s" % (sum(state(entry) == kind for entry in candidates), kind) for kind in KINDS))


def cited(sources):
    return "%d annotations name %d rules" % (len(sources.annotations), len({a.rule for a in sources.annotations}))


def counts(rows):
    yield summary(rows)
    candidates = [entry for entry in rows if entry["candidate"]]
    shown = [entry for entry in candidates if entry["shown"]]
    yield "of those shown, %d have all their goals in proofs/baseline.tsv, %d some; of the others a refused input have %s" % (
        sum(not entry["unproved"] for entry in shown), sum(bool(entry["proof"] and entry["unproved"]) for entry in shown),
        ", ".join("%d %s" % (sum(state(entry) == kind and bool(entry["test"]) for entry in candidates), kind) for kind in KINDS))
    proved = {entry["id"] for entry in rows if entry["proof"]}
    same = {entry["id"] for entry in rows if entry["reason"] and entry["reason"]["reported"] in proved} - proved
    rest = [entry for entry in rows if entry["id"] not in proved | same]
    evident = [entry for entry in rows if entry["proof"] or entry["clause"] or entry["part"] or entry["test"] or entry["vector"]]
    yield "%d rules: %d with a proved clause or theorem, %d that say the same as one of these or less; of the others %d have a clause " \
          "that is not proved, or in part, %d a test or vector alone, %d a reason alone, %d nothing" % (
              len(rows), len(proved), len(same), sum(bool(entry["clause"] or entry["part"]) for entry in rest),
              sum(not entry["clause"] and not entry["part"] and bool(entry["test"] or entry["vector"]) for entry in rest),
              sum(entry not in evident and bool(entry["reason"]) for entry in rest),
              sum(state(entry) == "not covered yet" for entry in rest))


def short(places):
    return ", ".join(places[:2]) + (" +%d" % (len(places) - 2) if len(places) > 2 else "") if places else "-"


def main():
    options = sys.argv[1:]
    if options not in ([], ["--json"], ["--counts"], ["--check"]):
        sys.exit(__doc__.strip())
    sources = Sources()
    rows = trace(sources)
    if options == ["--check"]:
        faults = list(wrong(rows, sources))
        print("\n".join(faults), end="\n" if faults else "")
        return 1 if faults else 0
    if options == ["--json"]:
        print(json.dumps({"schema": 1, "rules": [dict(entry, state=state(entry)) for entry in rows], "counts": list(counts(rows))},
                         indent=1))
        return 0
    columns = ("clause", "part", "code", "proof", "test", "vector")
    if not options:
        print("\t".join(("id", "message", "refuses", "state") + columns + ("reason",)))
        for entry in rows:
            reason = entry["reason"]
            why = "-" if not reason else reason["reason"] if reason["reported"] == "-" else "%s: %s" % (
                reason["reported"], reason["reason"])
            print("\t".join([entry["id"], entry["message"], "yes" if entry["candidate"] else "-", state(entry)] +
                            [short(entry[column]) for column in columns] + [why]))
    print("\n".join(counts(rows)))
    print(cited(sources))
    return 0


if __name__ == "__main__":
    sys.exit(main())
