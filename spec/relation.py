"""The relation of both machines, as tls12 machine prints it: for programs that compare, draw or derive something from it."""
import itertools
import json
import os
import subprocess

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
PARAMETERS = "abbreviated server_key_exchange certificate fixed status ticket renegotiation".split()
# They belong to no step of a flow: a HelloRequest is dropped, application data leaves the state as it is.
ASIDE = {"S:HelloRequest", "S:ApplicationData", "C:ApplicationData"}


class Relation:
    def __init__(self):
        text = subprocess.run([TLS12, "machine"], stdout=subprocess.PIPE, check=True).stdout
        table = json.loads(text)
        self.states, self.events = table["states"], table["events"]
        self.key_exchanges = table["key_exchanges"]
        self.refusals = [(refusal["alert"], refusal["rule"]) for refusal in table["refusals"]]
        self.index = {event: i for i, event in enumerate(self.events)}
        self.rows = {(row["role"], *(row[name] for name in PARAMETERS)): dict(zip(self.states, row["outcomes"]))
                     for row in table["table"]}

    def parameters(self):
        """Every choice of parameters."""
        return sorted({key[1:] for key in self.rows})

    def negotiation(self, kx, abbreviated="forbidden", status=0, ticket=0, renegotiation=0):
        says = self.key_exchanges[kx]
        return (abbreviated, says["server_key_exchange"], says["certificate"], says["fixed"], status, ticket, renegotiation)

    def step(self, role, parameters, state, event):
        """The next state and None, or None and the refusal (alert, rule)."""
        outcome = self.rows[(role, *parameters)][state][self.index[event]]
        return (self.states[outcome], None) if outcome >= 0 else (None, self.refusals[-1 - outcome])

    def steps(self, role, parameters, state):
        """The flow's steps from this state: event and next state."""
        for event in self.events:
            after, _ = self.step(role, parameters, state, event)
            if after is not None and event not in ASIDE:
                yield event, after

    def complete_runs(self, role, parameters, state="START"):
        """All lists of events that lead to DONE. They end, because a step of the flow never leads back."""
        if state == "DONE":
            yield ()
        for event, after in self.steps(role, parameters, state):
            assert self.states.index(after) > self.states.index(state), (state, event, after)
            for rest in self.complete_runs(role, parameters, after):
                yield (event, *rest)


def negotiations():
    """What the extensions of the hellos can settle: status_request and session_ticket."""
    return itertools.product((0, 1), repeat=2)
