#!/usr/bin/env python3
"""Writes what is proved, from proofs/baseline.tsv and the sources; no prover runs.

usage: proofs/report.py FOLDER [JSON]

FOLDER gets report.html (each function with its clauses, their status, place and rules), report.sarif (the same for programs, SARIF
2.1.0: a clause that is proved passes, any other is open) and badge.svg. JSON is what proofs/run --json wrote: with it, seconds.
"""
import collections
import html
import json
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "spec"))
import trace  # noqa: E402

Row = collections.namedtuple("Row", "module function clause path line proved seconds rules")

STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.15rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
code{font-size:.92em;overflow-wrap:anywhere}.proved{color:#0a6b2d}.open{color:#a03000}summary{cursor:pointer;padding:.3rem 0}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}td,th{border-color:#444}.proved{color:#6fd08c}.open{color:#ffab70}}"""

BADGE = """<svg xmlns="http://www.w3.org/2000/svg" width="212" height="20" role="img" aria-label="{label}: {value}">
<title>{label}: {value}</title>
<rect width="102" height="20" fill="#444"/><rect x="102" width="110" height="20" fill="#0a6b2d"/>
<g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle">
<text x="51" y="14">{label}</text><text x="157" y="14">{value}</text></g>
</svg>
"""


def seconds_of(name):
    """The longest time of a prover for each goal, by module and goal."""
    if not name:
        return {}
    with open(name, encoding="utf-8") as file:
        modules = json.load(file)["modules"]
    return {(m["name"], goal.removeprefix("typed_")): time for m in modules for goal, time in m["prover_seconds"].items()}


def rows_of(sources, seconds):
    """A row for each clause `ensures` and each lemma, and one for all other goals of a function."""
    rules = {}
    for rule, goals in sources.found["proof"].items():
        for goal in goals:
            rules.setdefault(goal, []).append(rule)

    def row(module, function, clause, path, line, goals):
        times = [seconds[tuple(goal.split(" "))] for goal in goals if tuple(goal.split(" ")) in seconds]
        named = sorted({rule for goal in goals for rule in rules.get(goal, [])})
        return Row(module, function, clause, path, line, bool(goals), max(times) if times else None, named)

    for clause in sources.clauses:
        module = clause.proved[0].split(" ")[0] if clause.proved else trace.module_of(clause.path)
        line = trace.TEXTS[clause.path].count("\n", 0, clause.at) + 1
        yield row(module, clause.function, "ensures " + clause.name, clause.path, line, clause.proved)
    for folder in ("spec", "src", "proofs"):
        for path, text in trace.files(folder, ".h"):
            for start, _, block in trace.acsl(text):
                for lemma in re.finditer(r"\blemma\s+(\w+)", block):
                    module = trace.module_of(path) + ("" if path.startswith("spec/") else ".h")
                    yield row(module, "", "lemma " + lemma[1], path, text.count("\n", 0, start + lemma.start()) + 1,
                              sources.lemmas.get(lemma[1], []))


def others_of(goals):
    """How many goals of each module are neither clauses `ensures` nor lemmas: safety, loops, calls, assigns, the end."""
    count = collections.Counter()
    for module, goal in goals:
        count[module] += "_ensures_" not in goal and not goal.startswith("lemma_")
    return count


def page(rows, goals, unproven):
    others, modules = others_of(goals), {}
    for row in rows:
        modules.setdefault(row.module, []).append(row)
    proved, shown = sum(row.proved for row in rows), html.escape
    yield "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    yield "<title>tls12: what is proved</title><style>%s</style>" % STYLE
    yield "<h1>What is proved</h1>"
    yield ("<p>%d goals in %d modules, as the last accepted run left them in <code>proofs/baseline.tsv</code>. Of %d clauses "
           "<code>ensures</code> and lemmas %d are proved, and %d open: they are in the %d files of <code>proofs/unproven.tsv</code>, whose "
           "reasons stand below. What a clause rests on is in <code>proofs/ASSUMPTIONS.md</code> and <code>spec/SOUNDNESS.md</code>.</p>"
           % (len(goals), len({module for module, _ in goals}), len(rows), proved, len(rows) - proved, len(unproven)))
    for module, mine in sorted(modules.items()):
        good = sum(row.proved for row in mine)
        reason = next((why for path, why in unproven.items() if trace.module_of(path) == module), "")
        yield "<details id='%s'><summary><code>%s</code>: %d of %d clauses, %d other goals</summary>" % (
            shown(module), shown(module), good, len(mine), others[module])
        if reason:
            yield "<p class=open>Not proved as a whole: %s</p>" % shown(reason)
        yield "<table><tr><th>function<th>clause<th>status<th>place<th>seconds<th>rules"
        for row in mine:
            yield "<tr><td><code>%s</code><td><code>%s</code><td class=%s>%s<td><code>%s:%d</code><td>%s<td>%s" % (
                shown(row.function), shown(row.clause), *(("proved", "proved") if row.proved else ("open", "open")), shown(row.path),
                row.line, "" if row.seconds is None else "%.1f" % row.seconds, ", ".join(row.rules))
        yield "</table></details>"
    yield "</html>\n"


def sarif(rows, version):
    results = [{"ruleId": "clause", "kind": "pass" if row.proved else "open", "level": "none",
                "message": {"text": "%s %s: %s" % (row.function, row.clause, "proved" if row.proved else "open")},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": row.path, "uriBaseId": "SRCROOT"},
                                                    "region": {"startLine": row.line}}}],
                "properties": {"module": row.module, "rules": row.rules,
                               **({} if row.seconds is None else {"seconds": row.seconds})}} for row in rows]
    driver = {"name": "tls12 proofs", "version": version, "rules": [
        {"id": "clause", "shortDescription": {"text": "A clause of a contract, or a lemma, is proved by Frama-C/WP"}}]}
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "results": results}]}


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(text)
    print(os.path.join(folder, name))


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        sys.exit(__doc__.strip())
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    sources = trace.Sources()
    goals = [(row["module"], row["goal"]) for row in trace.table("proofs/baseline.tsv", ("module", "goal"))]
    unproven = {row["file"]: row["reason"] for row in trace.table("proofs/unproven.tsv", ("file", "reason"))}
    rows = sorted(rows_of(sources, seconds_of(sys.argv[2] if len(sys.argv) == 3 else None)), key=lambda r: (r.module, r.path, r.line))
    with open(os.path.join(ROOT, "Makefile"), encoding="utf-8") as makefile:
        version = re.search(r"^VERSION = (.*)", makefile.read(), re.M)[1]
    write(folder, "report.html", "\n".join(page(rows, goals, unproven)))
    write(folder, "report.sarif", json.dumps(sarif(rows, version), indent=1) + "\n")
    write(folder, "badge.svg", BADGE.format(label="goals proved", value="{:,}".format(len(goals))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
