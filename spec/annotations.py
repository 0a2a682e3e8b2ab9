"""The annotations that name a rule of the catalogue: comments in the style of duvet (https://awslabs.github.io/duvet),

    //= build/requirements.md#R5246-8.1.2-01
    //= type=implication
    //# Finite-field DH: the premaster secret is Z with all leading zero BYTES removed.

(the file is written by make trace) before a predicate, a logic function, a lemma or a clause `ensures` that states the rule, or before a test of it. The text is that of
spec/requirements.tsv, or a part of it. The type is one of

implication   what follows is proved: a clause or lemma itself; a predicate or logic function by the clauses that use it
(none)        what follows states the rule in part, or is not proved yet
test          what follows tests the rule
"""
import re

TARGET = "build/requirements.md"
TYPES = ("implication", "implementation", "test")
STATED = re.compile(r"\b(?:(ensures)\s+(\w+)\s*:|(predicate|lemma)\s+(\w+)|(logic)\s+[\w\s*]+?\b(\w+)\s*(?:\{[^}]*\})?\s*[(=])")
LINE = re.compile(r"^\s*(?:/\*@\s*)?(?://|#)([=#]) ?(.*)$")


class Annotation:
    def __init__(self, path, line, target):
        self.path, self.line, self.text = path, line, ""
        self.target, _, self.rule = target.partition("#")
        self.type = "implementation"
        self.kind = self.name = None  # what follows: "ensures", "predicate", "logic" or "lemma"
        self.end = 0                  # where the annotation ends in the text of its file

    def place(self):
        return "%s:%d" % (self.path, self.line)


def read(path, text):
    """The annotations of a file."""
    found, here, at = [], None, 0
    for number, line in enumerate(text.split("\n"), 1):
        at += len(line) + 1
        match = LINE.match(line)
        if match and match[1] == "=" and "=" not in match[2]:
            here = Annotation(path, number, match[2])
            found.append(here)
        elif match and here and match[1] == "=":
            here.type = match[2].removeprefix("type=")
        elif match and here:
            here.text = (here.text + " " + match[2]).strip()
        else:
            here = None
        if here:
            here.end = at
    for annotation in found:
        stated = STATED.search(re.sub(r"//[^\n]*", lambda m: " " * len(m.group()), text[annotation.end:]))
        if stated:
            annotation.kind = stated[1] or stated[3] or stated[5]
            annotation.name = stated[2] or stated[4] or stated[6]
            annotation.end += stated.start()
    return found
