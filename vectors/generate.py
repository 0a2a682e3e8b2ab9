#!/usr/bin/env python3
"""Writes the vectors: deviant/ from the relation of both machines (tls12 machine), the other folders by a module each. SHA256SUMS
has all files and schemas.

usage: TLS12=build/tls12 vectors/generate.py            writes the files
       TLS12=build/tls12 vectors/generate.py --check    exit status 1 if the files are other ones
"""
import hashlib
import json
import os
import sys

sys.dont_write_bytecode = True
VECTORS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(VECTORS, "..", "spec"))
import computed  # noqa: E402
import messages as messages_files  # noqa: E402
import transcripts  # noqa: E402
import x509  # noqa: E402
from relation import Relation, negotiations  # noqa: E402

FOLDERS = ("deviant", "messages", "prf", "key-exchange", "signatures", "transcripts", "x509")

SENDER = {"client": "S", "server": "C"}  # who sends what a role receives
HANDSHAKE = ("HelloRequest ClientHello ServerHello NewSessionTicket Certificate ServerKeyExchange CertificateRequest "
             "ServerHelloDone CertificateVerify ClientKeyExchange Finished CertificateStatus").split()
UNKNOWN_TYPE = ("unexpected_message", "R5246-6-02")  # the record layer's answer, whatever the state


def messages(sender):
    """All that this side can send at all, in its place or out of it."""
    for name in HANDSHAKE + ["ChangeCipherSpec", "ApplicationData"]:
        if (sender, name) == ("C", "Certificate"):
            yield from ("C:Certificate(empty)", "C:Certificate(signing)")
        else:
            yield sender + ":" + name


class Place:
    """A place in the flows: after the messages of the path from the start to here. Id 0 is the start."""
    def __init__(self, number, parameters, state, path):
        self.number, self.parameters, self.state, self.path = number, parameters, state, path
        self.next = []

    @property
    def message(self):
        return self.path[-1]

    def all(self):
        yield self
        for place in self.next:
            yield from place.all()

    def end(self):
        """The end of a complete flow through this place."""
        return self.next[0].end() if self.next else self

    def receives(self, role):
        """Whether it is the peer's turn."""
        return all(place.message.startswith(SENDER[role]) for place in self.next)

    def from_peer(self, role):
        """What the peer sends next, whatever this side sends before."""
        if self.receives(role):
            return {place.message for place in self.next}
        return {name for place in self.next for name in place.from_peer(role)}


class File:
    """The traces of the key exchanges for which the machines are the same."""
    def __init__(self, relation, key_exchanges):
        self.relation, self.key_exchanges = relation, key_exchanges
        self.prefixes, self.flows, self.deviations, self.places = [], [], [], []
        certificate = relation.key_exchanges[key_exchanges[0]]["certificate"]
        nothing = relation.negotiation(key_exchanges[0])  # before ServerHello nothing is negotiated
        start = Place(0, nothing, "START", ())
        hello = self.prefix(start, nothing, "C:ClientHello", "AFTER_CLIENT_HELLO")
        for abbreviated in ("forbidden", "required"):
            for status, ticket in negotiations():
                if not status or (certificate and abbreviated == "forbidden"):
                    parameters = relation.negotiation(key_exchanges[0], abbreviated, status, ticket)
                    self.grow(self.prefix(hello, parameters, "S:ServerHello", "AFTER_SERVER_HELLO", status=bool(status),
                                          abbreviated=abbreviated == "required", ticket=bool(ticket)))
        for place in start.all():
            for role in SENDER:
                # A client speaks first: there is nothing that it could refuse before.
                if place.receives(role) and (role, place.state) != ("client", "START"):
                    self.deviate(place, role)

    def prefix(self, before, parameters, message, state, **negotiated):
        place = Place(len(self.prefixes) + 1, parameters, state, before.path + (message,))
        self.prefixes.append({"id": place.number, "after": before.number, "message": message, **negotiated})
        before.next.append(place)
        return place

    def grow(self, place):
        for event, state in self.relation.steps("client", place.parameters, place.state):
            self.grow(self.prefix(place, place.parameters, event, state))
        if not place.next:
            self.flows.append(place.number)

    def refusal(self, place, role, sent):
        """Where a list of messages is refused: its index, the alert and the rule; or None."""
        state = place.state
        for at, name in enumerate(sent):
            event = name if name in self.relation.index else name[0] + ":other"
            state, refused = self.relation.step(role, place.parameters, state, event)
            if refused:
                return (at, *refused)
        return None

    def kind(self, place, role, name):
        sender = SENDER[role]
        for late in ("ChangeCipherSpec", "Finished"):
            if name == sender + ":" + late and name not in place.path:
                return "early_change_cipher_spec" if late == "ChangeCipherSpec" else "early_finished"
        if name == sender + ":ApplicationData":
            return "early_application_data"
        if name == "C:CertificateVerify" and "C:Certificate(empty)" in place.path:
            return "verify_after_empty_certificate"
        sent = [message for message in place.path if message.startswith(sender)]
        if sent and sent[-1] == name:
            return "repeated"
        if any(name in after.from_peer(role) for after in place.next):
            return "skipped"
        return "injected"

    def deviations_at(self, place, role):
        """The messages out of place here: {(kind, record type, refusal): lists of messages}."""
        sender = SENDER[role]
        found = {}

        def note(kind, refused, sent, record="handshake"):
            traces = found.setdefault((kind, record, refused), [])
            if sent not in traces:
                traces.append(sent)

        for name in messages(sender):
            if place.state == "DONE" and name in ("S:HelloRequest", "C:ClientHello"):
                continue  # they begin another handshake, which local policy may allow
            refused = self.refusal(place, role, [name])
            if refused:
                note(self.kind(place, role, name), refused, [name])
            elif name == "S:HelloRequest":
                note("hello_request", None, [name])
        for first in place.next:
            for second in first.next:
                both = [second.message, first.message]
                refused = self.refusal(place, role, both)
                if second.message.startswith(sender) and refused:
                    note("swapped", refused, both)
            for record, content in (("application_data", "ApplicationData"), ("change_cipher_spec", "ChangeCipherSpec")):
                event = sender + ":" + content
                refused = self.refusal(place, role, [event])
                if refused and first.message != event:
                    note("wrong_record_type", refused, [first.message], record)
            note("wrong_record_type", (0, *UNKNOWN_TYPE), [first.message], "unknown")
        return found

    def deviate(self, place, role):
        deviations = []
        for (kind, record, refused), sent in self.deviations_at(place, role).items():
            deviation = {"kind": kind, "send": sent}
            if record != "handshake":
                deviation["record"] = record
            if refused:
                deviation.update(zip(("at", "alert", "rule"), refused))
            deviations.append(deviation)
        if deviations not in self.deviations:
            self.deviations.append(deviations)
        self.places.append({"after": place.number, "against": role, "deviations": self.deviations.index(deviations),
                            "control": place.end().number})

    def name(self):
        return "-".join(self.key_exchanges) + ".json"

    def text(self):
        def compact(item):
            return json.dumps(item, separators=(",", ":"))

        def lines(items):
            return "[\n" + ",\n".join(items) + "]"
        return ('{"type":"deviant","schema":1,\n"key_exchanges":%s,\n"prefixes":%s,\n"flows":%s,\n"deviations":%s,\n"places":%s}\n' %
                (compact(self.key_exchanges), lines(map(compact, self.prefixes)), compact(self.flows),
                 lines(lines(map(compact, some)) for some in self.deviations), lines(map(compact, self.places))))


def deviant_files():
    relation = Relation()
    alike = {}
    for kx, says in relation.key_exchanges.items():
        alike.setdefault(tuple(says.values()), []).append(kx)
    for key_exchanges in alike.values():
        file = File(relation, key_exchanges)
        yield os.path.join("deviant", file.name()), file.text()


def read(name):
    with open(os.path.join(VECTORS, name), encoding="utf-8") as file:
        return file.read()


def files():
    version = read("VERSION").strip()
    written = dict(deviant_files())
    written.update(messages_files.files(version))
    written.update(computed.files(version))
    written.update(transcripts.files(version))
    written.update(x509.files(version))
    summed = dict(written)
    summed.update(("schemas/" + name, read("schemas/" + name)) for name in os.listdir(os.path.join(VECTORS, "schemas")))
    written["SHA256SUMS"] = "".join("%s  %s\n" % (hashlib.sha256(summed[name].encode()).hexdigest(), name) for name in sorted(summed))
    return written


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    written = files()
    there = set()
    for folder in FOLDERS:
        os.makedirs(os.path.join(VECTORS, folder), exist_ok=True)
        there.update(folder + "/" + name for name in os.listdir(os.path.join(VECTORS, folder)))
    wrong = [name + ": not one of the files" for name in there - set(written)]
    for name, text in written.items():
        path = os.path.join(VECTORS, name)
        if "--check" in sys.argv:
            same = os.path.exists(path) and read(name) == text
            wrong += [] if same else [name + ": not up to date, make vectors writes it"]
        else:
            with open(path + ".new", "w", encoding="utf-8") as file:
                file.write(text)
            os.rename(path + ".new", path)
    print("\n".join(wrong) if wrong else "%d files" % len(written))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
