#!/usr/bin/env python3
"""Draws both machines from their relation (tls12 machine): client_machine.svg, server_machine.svg, and the text in README.md.

usage: TLS12=build/tls12 spec/diagrams.py            writes them
       TLS12=build/tls12 spec/diagrams.py --check    exit status 1 if they are other ones
"""
import collections
import html
import itertools
import os
import sys
import textwrap

sys.dont_write_bytecode = True
SPEC = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, SPEC)
from relation import ASIDE, PARAMETERS, Relation  # noqa: E402

# What a parameter has to be, in the words of struct tls12_negotiation.
WORDS = {("abbreviated", ("forbidden", "optional")): "may be full",
         ("abbreviated", ("optional", "required")): "may be abbreviated",
         ("server_key_exchange", ("optional", "required")): "key may come",
         ("server_key_exchange", ("forbidden", "optional")): "key may be left out"}
FLAGS = {"certificate", "fixed", "status", "ticket", "renegotiation"}
BEGIN, END = "<!-- written by spec/diagrams.py -->\n", "<!-- end -->\n"


def guard(holds, everything):
    """In words, for which parameters something holds: each parameter on its own must have one of some values."""
    words, choices = [], []
    for i, name in enumerate(PARAMETERS):
        values = tuple(sorted({parameters[i] for parameters in holds}))
        choices.append(values)
        if values == tuple(sorted({parameters[i] for parameters in everything})):
            continue
        words.append(WORDS[name, values] if name not in FLAGS else name if values == (1,) else "no " + name)
    if len(holds) != len(list(itertools.product(*choices))):
        raise ValueError("parameters that depend on each other: draw this by hand")
    return ", ".join(words)


class Machine:
    def __init__(self, relation, role):
        self.relation, self.role = relation, role
        self.everything = relation.parameters()
        self.sender = role[0].upper()
        self.steps = []  # (state, event, guard, next state)
        for state, event in itertools.product(relation.states, relation.events):
            by_target = {}
            for parameters in self.everything:
                after, _ = relation.step(role, parameters, state, event)
                if after and event not in ASIDE:
                    by_target.setdefault(after, []).append(parameters)
            for after, holds in by_target.items():
                self.steps.append((state, event, guard(holds, self.everything), after))

    def places(self, states):
        """States in words, those that follow one another as a range."""
        runs, order = [], self.relation.states
        for state in states:
            if runs and order.index(state) == order.index(runs[-1][1]) + 1:
                runs[-1][1] = state
            else:
                runs.append([state, state])
        return "every state" if len(states) == len(order) else ", ".join(a if a == b else a + " to " + b for a, b in runs)

    def cases(self, event, matches):
        """Where and for which parameters the answer to an event is so: lines of text."""
        by_guard = {}
        for state in self.relation.states:
            holds = [parameters for parameters in self.everything
                     if matches(state, self.relation.step(self.role, parameters, state, event))]
            if holds:
                by_guard.setdefault(guard(holds, self.everything), []).append(state)
        for words, states in by_guard.items():
            yield "%s in %s%s" % (event, self.places(states), " if " + words if words else "")

    def others(self):
        """What is no step, and how it is answered: lines of text."""
        for event in sorted(ASIDE):
            for case in self.cases(event, lambda state, answer: answer[0] == state):
                yield case + ": the state stays"
        alerts = {True: collections.Counter(), False: collections.Counter()}
        for state, event, parameters in itertools.product(self.relation.states, self.relation.events, self.everything):
            _, refused = self.relation.step(self.role, parameters, state, event)
            if refused:
                alerts[event.startswith(self.sender)][refused[0], event] += 1
        for own, found in alerts.items():
            usual = max({alert for alert, _ in found}, key=lambda name: sum(n for (alert, _), n in found.items() if alert == name))
            for alert, event in found:
                if alert != usual:
                    for case in self.cases(event, lambda _, answer: answer[1] and answer[1][0] == alert):
                        yield "%s: %s" % (case, alert)
            yield "any other message %s: %s" % ("of one's own" if own else "of the peer", usual)


# --- SVG: a state is a box, its steps are lines of text beside it, and each line goes on as an arrow to the next state ---

LINE, GAP, BOX, TEXT, TRACK, LETTER = 17, 12, 250, 530, 13, 6.1
STYLE = ("text{font:12px sans-serif;fill:#1a1a1a}.state{font-weight:bold}.title{font-size:18px;font-weight:bold}"
         ".guard{fill:#5a5a5a}.box{fill:#f4f4f4;stroke:#1a1a1a}.out{stroke:#0b5394}.in{stroke:#38761d}"
         ".out,.in{fill:none;stroke-width:1.4}text.out{fill:#0b5394;stroke:none}text.in{fill:#38761d;stroke:none}")


def tracks(arrows):
    """A vertical line for each arrow (from, to), so that no two on one line overlap; short ones are near the boxes."""
    used, found = [], {}
    for arrow in sorted(arrows, key=lambda arrow: (arrow[1] - arrow[0], arrow)):
        free = next((i for i, taken in enumerate(used) if all(arrow[1] <= a or b <= arrow[0] for a, b in taken)), len(used))
        if free == len(used):
            used.append([])
        used[free].append(arrow)
        found[arrow] = free
    return found, len(used)


def svg(machine):
    parts, head, ends, y = [], {}, [], 64
    notes = list(machine.others())
    for state in machine.relation.states:
        steps = [step for step in machine.steps if step[0] == state]
        head[state] = y
        parts.append('<rect class="box" x="10" y="%d" width="%d" height="20" rx="5"/>' % (y - 10, BOX))
        parts.append('<text class="state" x="20" y="%d">%s</text>' % (y + 4, state))
        for i, (_, event, words, after) in enumerate(steps):
            line = y + LINE * (i + 1) + 4
            way = "out" if event.startswith(machine.sender) else "in"
            label = "%s %s" % ("sends" if way == "out" else "receives", event[2:])
            parts.append('<text class="%s" x="30" y="%d">%s</text>' % (way, line + 4, label))
            if words:
                parts.append('<text class="guard" x="%d" y="%d">if %s</text>' % (BOX - 20, line + 4, html.escape(words)))
            written = BOX - 20 + LETTER * len("if " + words) if words else 30 + LETTER * len(label)
            ends.append((line, int(written) + 12, after, way))
        y += LINE * len(steps) + 20 + GAP
    place, count = tracks([(line, head[after]) for line, _, after, _ in ends])
    for line, left, after, way in ends:
        x = TEXT + TRACK * (1 + place[line, head[after]])
        parts.append('<path class="%s" d="M%d %dH%dV%dH%d" marker-end="url(#%s)"/>' %
                     (way, left, line, x, head[after], 10 + BOX + 8, way + "head"))
    width = max(TEXT + TRACK * (count + 2), 760)
    for note in notes:
        for line in textwrap.wrap(note, 105, subsequent_indent="    "):
            parts.append('<text x="10" y="%d" xml:space="preserve">%s</text>' % (y + 4, html.escape(line)))
            y += LINE
    heads = "".join('<marker id="%shead" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
                    '<path d="M0 0L8 4L0 8Z" fill="%s"/></marker>' % item for item in (("out", "#0b5394"), ("in", "#38761d")))
    title = "The %s machine of TLS 1.2" % machine.role
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">\n<title>%s</title>\n'
            '<style>%s</style>\n<defs>%s</defs>\n<rect width="100%%" height="100%%" fill="#fff"/>\n'
            '<text class="title" x="10" y="28">%s</text>\n%s\n</svg>\n' %
            (width, y + 6, width, y + 6, title, STYLE, heads, title, "\n".join(parts)))


# --- Text ---

def text(client, server):
    """One table: a step is the same for both sides, one of which sends what the other one receives."""
    if client.steps != server.steps:
        raise ValueError("the steps of client and server differ")
    before, lines = None, []
    for state, event, words, after in client.steps:
        lines.append("%-26s%-23s%-50s%s" % (state if state != before else "", event, words, after))
        before = state
    for machine in (client, server):
        lines += ["", "The %s:" % machine.role]
        lines += [line for note in machine.others() for line in textwrap.wrap(note, 128, initial_indent="  ", subsequent_indent="    ")]
    head = "%-26s%-23s%-50s%s" % ("state", "message", "if", "next state")
    return "```\n%s\n\n%s\n```\n" % (head, "\n".join(lines))


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    relation = Relation()
    client, server = Machine(relation, "client"), Machine(relation, "server")
    with open(os.path.join(SPEC, "README.md"), encoding="utf-8") as file:
        start, rest = file.read().split(BEGIN)
        end = rest.split(END)[1]
    written = {"client_machine.svg": svg(client), "server_machine.svg": svg(server),
               "README.md": start + BEGIN + text(client, server) + END + end}
    wrong = []
    for name, content in written.items():
        path = os.path.join(SPEC, name)
        if "--check" in sys.argv:
            if not os.path.exists(path) or open(path, encoding="utf-8").read() != content:
                wrong.append("spec/%s is not up to date: spec/diagrams.py writes it" % name)
            continue
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(content)
        os.rename(path + ".new", path)
    print("\n".join(wrong) if wrong else "%d files" % len(written))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
