#!/usr/bin/env python3
"""The complete runs of the relation are the rows of spec/flows.tsv, and no others.

usage: TLS12=build/tls12 tests/machine/runs.py [--list]

Lists every run from START to DONE of either machine, for each key exchange and each negotiation, and compares it with the
table of flows, which was written by hand from the RFCs. Each run that is no row by itself must have an explanation below; their
numbers are printed, and with --list each of them. HelloRequest and application data are no part of a run (spec/runs.h). The last line counts.
"""
import os
import sys

sys.dont_write_bytecode = True
ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "spec"))
from relation import ASIDE, Relation, negotiations  # noqa: E402

EXPLANATIONS = {
    "left out": "status_request was negotiated and the server sends no CertificateStatus, as RFC 6066 section 8 lets it: the "
                "run is the row without CertificateStatus",
    "no certificate": "status_request was negotiated with a key exchange without a certificate, and means nothing: the run is "
                      "the row without CertificateStatus",
    "resumed": "an abbreviated handshake has the same messages for every key exchange and both ways to resume, by session id and "
               "by ticket: the table has one row for each way and ticket",
    "undecided": "the client cannot tell yet whether the server resumes (RFC 5077 section 3.4): each run is one of the full or one "
                 "of the abbreviated handshake",
}
failed = 0


def check(what, wrong):
    global failed
    if wrong:
        failed += 1
        print("FAILED: %s: %s" % (what, "; ".join(map(str, list(wrong)[:5]))))


def event(name, client_cert):
    """The event of a name in spec/flows.tsv, where the kind of a client's certificate has its own column."""
    name = name.replace("[CCS]", "ChangeCipherSpec").replace("C:ClientKeyExchange(empty)", "C:ClientKeyExchange")
    return "C:Certificate(%s)" % client_cert if name == "C:Certificate" else name


def table():
    """The rows: {(key exchange or None, ticket): [(CertificateStatus sent, run)]}."""
    with open(os.path.join(ROOT, "spec", "flows.tsv"), encoding="utf-8") as file:
        head, *lines = [line.rstrip("\n").split("\t") for line in file]
    rows = {}
    for row in (dict(zip(head, line)) for line in lines):
        kx = row["kx"] if row["kind"] == "full" else None
        run = tuple(event(name, row["client_cert"]) for name in row["sequence"].split())
        rows.setdefault((kx, int(row["new_session_ticket"])), []).append((int(row["certificate_status"]), run))
    return rows


def main():
    relation, rows = Relation(), table()
    count = sum(map(len, rows.values()))
    differences = {name: [] for name in EXPLANATIONS}
    matched = set()
    checks = 0

    for role in ("client", "server"):
        for kx, says in relation.key_exchanges.items():
            for status, ticket in negotiations():
                runs = {kind: set(relation.complete_runs(role, relation.negotiation(kx, kind, status, ticket)))
                        for kind in ("forbidden", "required", "optional")}
                full = {run for sent, run in rows[kx, ticket] if sent <= status}
                resumed = {run for _, run in rows[None, ticket]}
                what = "%s, %s, status %d, ticket %d" % (role, kx, status, ticket)
                checks += 3
                check(what, runs["forbidden"] ^ full)
                check(what + ", resumed", runs["required"] ^ resumed)
                check(what + ", undecided", runs["optional"] ^ (runs["forbidden"] | runs["required"]))
                sent = {run for run in runs["forbidden"] if "S:CertificateStatus" in run}
                matched |= {(kx, ticket, run) for run in (sent if status else runs["forbidden"])}
                if status:
                    differences["left out" if says["certificate"] else "no certificate"] += [
                        (what, run) for run in runs["forbidden"] - sent]
                differences["resumed"] += [(what, run) for run in runs["required"]]
                differences["undecided"] += [(what, run) for run in runs["optional"]]

    listed = {(kx, ticket, run) for (kx, ticket), some in rows.items() if kx for _, run in some}
    check("rows that no run is", listed - matched)
    check("runs that no row is", matched - listed)
    resumed = sum(len(some) for (kx, _), some in rows.items() if kx is None)
    check("rows", [] if len(listed) + resumed == count else ["%d rows, %d runs" % (count, len(listed) + resumed)])
    checks += 3

    # A message beside the flow leaves the machine where it is; every other event is a step or a refusal.
    for parameters in relation.parameters():
        for role in ("client", "server"):
            for state in relation.states:
                check("beside the flow", [name for name in ASIDE if relation.step(role, parameters, state, name)[0] not in (None, state)])
            checks += 1

    print("spec/flows.tsv: %d rows, %d full and %d abbreviated" % (count, len(listed), resumed))
    print("the relation, client and server alike: %d full runs, the same; %d different abbreviated ones, the same" %
          (len(matched), len({run for (kx, _), some in rows.items() if kx is None for _, run in some})))
    for name, runs in differences.items():
        print("%5d runs: %s" % (len(runs), EXPLANATIONS[name]))
        for what, run in sorted(runs) if "--list" in sys.argv else []:
            print("      %s: %s" % (what, " ".join(run)))
    print("%d passed, %d failed" % (checks - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
