#!/usr/bin/env python3
"""The names of src/message/: each field has the name, or the name of its type, that it has in the RFCs' notation in the comments of
spec/, and each number the name of its constant in spec/."""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
ROW = re.compile(r'\b(?:NUMBER|OPAQUE|VECTOR|TEXT|LIST|EXTENSION)\(\d, "(\w+)"')
# Elements that the RFCs leave without a name: numbers of one byte, and groups, whose list was named_curve_list until RFC 7919
# widened it (RFC 8446 has the new name). RFC 6961 has no header in spec/.
OTHER_FIELDS = {"value", "group", "named_group_list", "certificate_status_req_list"}
# "alpn" is no name, and two constants are shorter than what they stand for.
OTHER_CONSTANTS = {"ALPN": "application_layer_protocol_negotiation", "HASH_NONE": "none"}
ENUMS = {"handshake_types.h": ["content_type", "handshake_type", "extension_type"], "alerts.h": ["alert_level", "alert"],
         "algorithms.h": ["hash", "signature", "group"]}


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def snake(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def notation():
    """Every word of the indented lines of the comments in spec/, and types in the style of fields."""
    words = set()
    for name in os.listdir(os.path.join(ROOT, "spec")):
        if name.endswith(".h"):
            for comment in re.findall(r"/\*(?!@).*?\*/", read("spec", name), re.S):
                for line in re.findall(r"^ \*   +(\S.*)$", comment, re.M):
                    words |= set(re.findall(r"\w+", line))
    return words | {snake(word) for word in words}


def fields():
    names = set(ROW.findall(read("src", "message", "fields.c") + read("src", "message", "extension_fields.c")))
    known = notation()
    wrong = ["field %s is in no comment of spec/" % name for name in sorted(names - known - OTHER_FIELDS)]
    wrong += ["%s is no exception any more" % name for name in sorted(OTHER_FIELDS - names)]
    return wrong if len(names) > 60 else ["only %d fields found" % len(names)]


def constants():
    words = read("src", "message", "words.c")
    named = dict(re.findall(r'\{TLS12_(\w+), "(\w+)"\}', words))
    named.pop("OTHER")
    wrong = []
    for header, enums in ENUMS.items():
        for enum in enums:
            body = re.search(r"enum tls12_%s \{(.*?)\}" % enum, read("spec", header), re.S)[1]
            for constant in re.findall(r"TLS12_(\w+) = \w+", body):
                name = OTHER_CONSTANTS.get(constant, constant.lower().replace("_reserved", "_RESERVED"))
                if named.pop(constant, None) != name:
                    wrong.append("TLS12_%s has not the name %s" % (constant, name))
    return wrong + ["TLS12_%s is no constant of spec/" % constant for constant in named]


def main():
    failed = 0
    for wrong in (fields(), constants()):
        failed += bool(wrong)
        if wrong:
            print("\n".join(wrong))
    print("%d passed, %d failed" % (2 - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
