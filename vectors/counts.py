#!/usr/bin/env python3
"""How many vectors there are, of each file, rule and alert; and whether each rule that makes a decoder refuse a message has one.

usage: vectors/counts.py            the counts
       vectors/counts.py --check    exit status 1 if a rule of spec/requirements.tsv has neither a negative vector with its control,
                                    nXX"""
import collections
import csv
import json
import os
import sys

sys.dont_write_bytecode = True
VECTORS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(VECTORS, "..", "spec"))
import trace as table_of_rules  # noqa: E402


class Counts:
    def __init__(self):
        self.files, self.rules, self.alerts, self.wrong = {}, collections.Counter(), collections.Counter(), []
        for folder in sorted(os.listdir(VECTORS)):
            where = os.path.join(VECTORS, folder)
            for name in sorted(os.listdir(where)) if os.path.isdir(where) and folder not in ("schemas", "seeds", "harnesses") else []:
                with open(os.path.join(where, name), encoding="utf-8") as file:
                    content = json.load(file)
                self.file = folder + "/" + name
                (self.deviant if content["type"] == "deviant" else self.vectors)(content)

    def deviant(self, file):
        """Each place has its control, and so has each trace."""
        valid = len(file["flows"])
        invalid = 0
        for place in file["places"]:
            for deviation in file["deviations"][place["deviations"]]:
                number = len(deviation["send"])
                if "alert" in deviation:
                    invalid += number
                    self.rules[deviation["rule"]] += number
                    self.alerts[deviation["alert"]] += number
                else:
                    valid += number
        self.files[self.file] = valid, invalid

    def vectors(self, file):
        all_of_them = {vector["id"]: vector for group in file["groups"] for vector in group["vectors"]}
        if len(all_of_them) != sum(len(group["vectors"]) for group in file["groups"]):
            self.wrong.append("%s: an id comes twice" % self.file)
        for vector in all_of_them.values():
            if vector["result"] == "valid":
                continue
            if all_of_them.get(vector["control"], {}).get("result") != "valid":
                self.wrong.append("%s has no valid control" % vector["id"])
            for rule in [vector["reason"]["rule"]] + vector["reason"].get("also", []):
                self.rules[rule] += 1
            self.alerts[vector.get("alert", "(none)")] += 1
        invalid = sum(vector["result"] == "invalid" for vector in all_of_them.values())
        self.files[self.file] = len(all_of_them) - invalid, invalid


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    counts = Counts()
    with open(os.path.join(VECTORS, "without.tsv"), encoding="utf-8", newline="") as file:
        without = {row["id"]: row["reason"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    aliases = table_of_rules.table("spec/aliases.tsv")
    reported = {row["id"]: row["reported"] for row in aliases}
    elsewhere = {row["id"]: row["kind"] for row in aliases if row["kind"] != "alias"}
    rules = [row["id"] for row in table_of_rules.table("spec/requirements.tsv") if table_of_rules.is_candidate(row)]
    own = [rule for rule in rules if counts.rules[rule]]
    by_another = [rule for rule in rules if not counts.rules[rule] and counts.rules[reported.get(rule)]]
    reasoned = [rule for rule in rules if rule not in own + by_another and {rule, reported.get(rule)} & {*without, *elsewhere}]
    wrong = counts.wrong + ["%s has neither a vector nor a reason" % rule for rule in rules if rule not in own + by_another + reasoned]
    wrong += ["%s has a vector or is none of these rules: its reason is stale" % rule for rule in without if rule not in reasoned or rule in elsewhere]
    if "--check" in sys.argv:
        print("\n".join(wrong), end="\n" if wrong else "")
        return 1 if wrong else 0
    print("valid\tinvalid\tfile")
    for name, (valid, invalid) in counts.files.items():
        print("%d\t%d\t%s" % (valid, invalid, name))
    print("%d\t%d\tall" % tuple(map(sum, zip(*counts.files.values()))))
    for what, found in (("rule", counts.rules), ("alert", counts.alerts)):
        print("\ninvalid\t" + what)
        for name, number in sorted(found.items()):
            print("%d\t%s" % (number, name))
    kinds = collections.Counter(elsewhere.get(rule, "alias" if rule in reported else "of without.tsv") for rule in reasoned)
    print("\n%d rules make a decoder refuse a message: %d have a negative vector of their own, %d that of the rule which stands for them, "
          "%d have none: %s" % (len(rules), len(own), len(by_another), len(reasoned),
                                ", ".join("%d %s" % (number, kind) for kind, number in sorted(kinds.items()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
